import { DataTypes, Model, type CreationOptional, type InferAttributes, type Sequelize } from 'sequelize';
import type { SmallValues } from '../../processes/changes';
import type { Clock } from '../../processes/clock';
import type { Role } from '../../processes/roles';
import { json, tenantId } from '../columns';

/**
 * A step that waits, or waited, for a person. The commit of the workflow writes it; only who has it (assignee, claim,
 * follow-up) is set by people directly.
 */
export class Task extends Model<InferAttributes<Task>> {
  /** `<case>.<step>.<ordinal>` */
  declare readonly id: string;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly caseId: string;
  declare readonly processId: string;
  declare readonly step: string;
  declare readonly ordinal: number;
  declare readonly role: Role;
  declare assigneeId: string | null;
  declare claimedBy: string | null;
  declare claimedAt: Date | null;
  declare followUpOn: string | null;
  declare readonly state: 'open' | 'done' | 'cancelled';
  declare readonly params: SmallValues;
  declare readonly clock: Clock | null;
  declare readonly dueAt: Date | null;
  declare readonly overdue: boolean;
  declare readonly openedAt: Date;
  declare readonly closedAt: Date | null;
  declare readonly doneBy: string | null;
  declare readonly doneOnBehalfOf: string | null;
  declare readonly outcome: string | null;
  declare readonly submissionId: string | null;

  static attach(sequelize: Sequelize): void {
    Task.init(
      {
        id: { type: DataTypes.TEXT, primaryKey: true },
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        processId: DataTypes.TEXT,
        step: DataTypes.TEXT,
        ordinal: DataTypes.INTEGER,
        role: DataTypes.TEXT,
        assigneeId: DataTypes.UUID,
        claimedBy: DataTypes.UUID,
        claimedAt: DataTypes.DATE,
        followUpOn: DataTypes.DATEONLY,
        state: DataTypes.TEXT,
        params: json(),
        clock: DataTypes.JSONB,
        dueAt: DataTypes.DATE,
        overdue: DataTypes.BOOLEAN,
        openedAt: DataTypes.DATE,
        closedAt: DataTypes.DATE,
        doneBy: DataTypes.UUID,
        doneOnBehalfOf: DataTypes.UUID,
        outcome: DataTypes.TEXT,
        submissionId: DataTypes.UUID,
      },
      { sequelize, tableName: 'tasks' },
    );
  }
}
