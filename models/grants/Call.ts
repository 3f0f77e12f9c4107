import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { haler, id, moment, tenantId, version } from '../columns';

/** Call (výzva) of a programme: one intake of applications, with the periods that hold for what came in it. */
export class Call extends Model<InferAttributes<Call>, InferCreationAttributes<Call>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly programmeId: string;
  /** Within the programme, from 1. */
  declare readonly ordinal: number;
  /** Empty: it is called by its ordinal. */
  declare title: CreationOptional<string>;
  declare intakeOpensAt: Date;
  declare intakeClosesAt: Date;
  /** Calendar days from the start of a case to its decision. */
  declare decisionDays: CreationOptional<number>;
  /** Last day of the settlement (vyúčtování), `yyyy-MM-dd`. */
  declare settlementDueOn: string;
  /** Haléř, of the programme's total; null: what is left of it. */
  declare amount: CreationOptional<number | null>;
  /** Null: being prepared. */
  declare publishedAt: CreationOptional<Date | null>;
  /** When its intake was ended before its time. */
  declare closedAt: CreationOptional<Date | null>;
  declare createdBy: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Call.init(
      {
        id: id(),
        tenantId: tenantId(),
        programmeId: DataTypes.UUID,
        ordinal: DataTypes.INTEGER,
        title: { type: DataTypes.TEXT, defaultValue: '' },
        intakeOpensAt: DataTypes.DATE,
        intakeClosesAt: DataTypes.DATE,
        decisionDays: { type: DataTypes.INTEGER, defaultValue: 90 },
        settlementDueOn: DataTypes.DATEONLY,
        amount: haler,
        publishedAt: DataTypes.DATE,
        closedAt: DataTypes.DATE,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'calls', timestamps: true, version: true },
    );
  }
}
