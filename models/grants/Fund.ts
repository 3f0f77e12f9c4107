import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { haler, id, moment, tenantId, version } from '../columns';

/** Fund (dotační fond): what a municipality gives grants from, over its areas of support. */
export class Fund extends Model<InferAttributes<Fund>, InferCreationAttributes<Fund>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare name: string;
  declare purpose: CreationOptional<string>;
  /** Haléř in a calendar year; null where it is not stated. */
  declare yearBudget: CreationOptional<number | null>;
  /** An inactive one is offered to no new programme. */
  declare active: CreationOptional<boolean>;
  declare position: CreationOptional<number>;
  declare createdBy: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Fund.init(
      {
        id: id(),
        tenantId: tenantId(),
        name: DataTypes.TEXT,
        purpose: DataTypes.TEXT,
        yearBudget: haler,
        active: DataTypes.BOOLEAN,
        position: DataTypes.INTEGER,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'funds', timestamps: true, version: true },
    );
  }
}
