import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, json, moment, tenantId } from '../columns';

/** What a person filled in at a step, whole and as it was sent; never changed. Workflows carry its id only. */
export class Submission extends Model<InferAttributes<Submission>, InferCreationAttributes<Submission>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare caseId: string;
  /** The step, or 'application' for the one that begins the case. */
  declare step: string;
  declare taskId: CreationOptional<string | null>;
  declare userId: string;
  declare data: Record<string, unknown>;
  declare createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    Submission.init(
      {
        id: id(),
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        step: DataTypes.TEXT,
        taskId: DataTypes.TEXT,
        userId: DataTypes.UUID,
        data: json(),
        createdAt: moment(),
      },
      { sequelize, tableName: 'submissions' },
    );
  }
}
