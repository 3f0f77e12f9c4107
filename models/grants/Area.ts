import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, moment, tenantId, version } from '../columns';

/** Area of support (oblast podpory) within a fund; programmes belong to it. */
export class Area extends Model<InferAttributes<Area>, InferCreationAttributes<Area>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly fundId: string;
  declare name: string;
  declare description: CreationOptional<string>;
  /** An inactive one is offered to no new programme. */
  declare active: CreationOptional<boolean>;
  declare position: CreationOptional<number>;
  declare createdBy: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Area.init(
      {
        id: id(),
        tenantId: tenantId(),
        fundId: DataTypes.UUID,
        name: DataTypes.TEXT,
        description: DataTypes.TEXT,
        active: DataTypes.BOOLEAN,
        position: DataTypes.INTEGER,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'areas', timestamps: true, version: true },
    );
  }
}
