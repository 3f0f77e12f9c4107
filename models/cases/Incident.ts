import { DataTypes, Model, type CreationOptional, type InferAttributes, type Sequelize } from 'sequelize';
import { id, tenantId } from '../columns';

/** Something that keeps failing in a case, in plain words for who mends it. */
export class Incident extends Model<InferAttributes<Incident>> {
  declare readonly id: string;
  declare readonly tenantId: CreationOptional<string>;
  declare readonly caseId: string;
  /** Of the letter or document; 'workflow' for a case that does not move. */
  declare readonly key: string;
  declare readonly what: string;
  declare readonly error: string;
  declare readonly state: 'open' | 'retrying' | 'resolved';
  declare readonly openedAt: Date;
  declare readonly lastAt: Date;
  declare readonly resolvedAt: Date | null;

  static attach(sequelize: Sequelize): void {
    Incident.init(
      {
        id: id(),
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        key: DataTypes.TEXT,
        what: DataTypes.TEXT,
        error: DataTypes.TEXT,
        state: DataTypes.TEXT,
        openedAt: DataTypes.DATE,
        lastAt: DataTypes.DATE,
        resolvedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'incidents' },
    );
  }
}
