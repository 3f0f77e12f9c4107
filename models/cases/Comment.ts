import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, moment, tenantId } from '../columns';

/** A note of an officer on a case; the applicant does not see it. Never changed nor removed. */
export class Comment extends Model<InferAttributes<Comment>, InferCreationAttributes<Comment>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare caseId: string;
  declare authorId: string;
  declare text: string;
  declare createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    Comment.init(
      {
        id: id(),
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        authorId: DataTypes.UUID,
        text: DataTypes.TEXT,
        createdAt: moment(),
      },
      { sequelize, tableName: 'comments' },
    );
  }
}
