import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, moment, tenantId } from '../columns';

/** Zastupování: who acts in whose place, from the first to the last day (both included, `yyyy-MM-dd`). */
export class Substitution extends Model<InferAttributes<Substitution>, InferCreationAttributes<Substitution>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare absentId: string;
  declare substituteId: string;
  declare startsOn: string;
  declare endsOn: string;
  /** Null: all processes. */
  declare processId: CreationOptional<string | null>;
  declare createdBy: string;
  declare createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    Substitution.init(
      {
        id: id(),
        tenantId: tenantId(),
        absentId: DataTypes.UUID,
        substituteId: DataTypes.UUID,
        startsOn: DataTypes.DATEONLY,
        endsOn: DataTypes.DATEONLY,
        processId: DataTypes.TEXT,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
      },
      { sequelize, tableName: 'substitutions' },
    );
  }
}
