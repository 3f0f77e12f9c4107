import { DataTypes, Model, type CreationOptional, type InferAttributes, type Sequelize } from 'sequelize';
import type { Recipient, SmallValues } from '../../processes/changes';
import { id, json, tenantId } from '../columns';

/** A letter of a case: queued by the commit, filled in and sent (or kept, where there is no mail server) once. */
export class Letter extends Model<InferAttributes<Letter>> {
  declare readonly id: string;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly caseId: string;
  declare readonly key: string;
  declare readonly template: string;
  declare readonly recipient: Recipient;
  declare readonly values: SmallValues;
  declare toAddresses: string[];
  declare subject: string | null;
  declare body: string | null;
  declare state: 'queued' | 'sent' | 'kept';
  declare messageId: string | null;
  /** How many times it was handed to the mail server; more than one means that it may have arrived twice. */
  declare attempts: number;
  declare readonly queuedAt: Date;
  declare sentAt: Date | null;

  static attach(sequelize: Sequelize): void {
    Letter.init(
      {
        id: id(),
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        key: DataTypes.TEXT,
        template: DataTypes.TEXT,
        recipient: DataTypes.JSONB,
        values: json(),
        toAddresses: DataTypes.ARRAY(DataTypes.TEXT),
        subject: DataTypes.TEXT,
        body: DataTypes.TEXT,
        state: DataTypes.TEXT,
        messageId: DataTypes.TEXT,
        attempts: DataTypes.INTEGER,
        queuedAt: DataTypes.DATE,
        sentAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'letters' },
    );
  }
}
