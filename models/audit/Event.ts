import { DataTypes, Model, type InferAttributes, type Sequelize } from 'sequelize';
import type { EventType } from '../../processes/changes';
import type { Role } from '../../processes/roles';

/** A row of the audit trail. Read here, written by `writeEvents` only, changed by nobody. */
export class Event extends Model<InferAttributes<Event>> {
  declare readonly tenantId: string;
  /** The case; for events outside of cases the tenant. */
  declare readonly chainId: string;
  /** From 1 in each chain, without gaps. */
  declare readonly seq: number;
  declare readonly caseId: string | null;
  declare readonly type: EventType;
  declare readonly at: Date;
  declare readonly actorId: string | null;
  declare readonly role: Role | null;
  declare readonly onBehalfOf: string | null;
  declare readonly what: Record<string, unknown>;
  declare readonly before: Record<string, unknown> | null;
  declare readonly after: Record<string, unknown> | null;
  declare readonly requestId: string | null;
  declare readonly prevHash: string;
  declare readonly hash: string;

  static attach(sequelize: Sequelize): void {
    Event.init(
      {
        tenantId: DataTypes.UUID,
        chainId: { type: DataTypes.UUID, primaryKey: true },
        seq: { type: DataTypes.INTEGER, primaryKey: true },
        caseId: DataTypes.UUID,
        type: DataTypes.TEXT,
        at: DataTypes.DATE,
        actorId: DataTypes.UUID,
        role: DataTypes.TEXT,
        onBehalfOf: DataTypes.UUID,
        what: DataTypes.JSONB,
        before: DataTypes.JSONB,
        after: DataTypes.JSONB,
        requestId: DataTypes.TEXT,
        prevHash: DataTypes.TEXT,
        hash: DataTypes.TEXT,
      },
      { sequelize, tableName: 'events' },
    );
  }
}
