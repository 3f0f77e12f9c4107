import { DataTypes, Model, type CreationOptional, type InferAttributes, type Sequelize } from 'sequelize';
import type { SmallValues } from '../../processes/changes';
import type { Clock } from '../../processes/clock';
import { id, json, tenantId } from '../columns';

/** A case (spis) as people read it. Only the commit of the workflow writes it. */
export class Case extends Model<InferAttributes<Case>> {
  declare readonly id: string;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly processId: string;
  declare readonly number: string;
  declare readonly title: string;
  declare readonly applicantId: string;
  declare readonly applicantName: string;
  declare readonly subjectId: string | null;
  declare readonly status: string;
  declare readonly result: string | null;
  declare readonly suspended: boolean;
  /** What the procedure recorded. */
  declare readonly values: SmallValues;
  declare readonly clock: Clock | null;
  declare readonly clockDueAt: Date | null;
  /** A named wait, when no task is open. */
  declare readonly waitsFor: string | null;
  declare readonly waitsUntil: Date | null;
  /** Number of the last committed rest. */
  declare readonly rest: number;
  declare readonly openedAt: Date;
  declare readonly changedAt: Date;
  declare readonly closedAt: Date | null;

  static attach(sequelize: Sequelize): void {
    Case.init(
      {
        id: id(),
        tenantId: tenantId(),
        processId: DataTypes.TEXT,
        number: DataTypes.TEXT,
        title: DataTypes.TEXT,
        applicantId: DataTypes.UUID,
        applicantName: DataTypes.TEXT,
        subjectId: DataTypes.UUID,
        status: DataTypes.TEXT,
        result: DataTypes.TEXT,
        suspended: DataTypes.BOOLEAN,
        values: json(),
        clock: DataTypes.JSONB,
        clockDueAt: DataTypes.DATE,
        waitsFor: DataTypes.TEXT,
        waitsUntil: DataTypes.DATE,
        rest: DataTypes.INTEGER,
        openedAt: DataTypes.DATE,
        changedAt: DataTypes.DATE,
        closedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'cases' },
    );
  }
}
