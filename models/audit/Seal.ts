import { DataTypes, Model, type InferAttributes, type Sequelize } from 'sequelize';

/** Where chains stood at the end of a day, chained to the seal before. Read here, written by `sealDay` only. */
export class Seal extends Model<InferAttributes<Seal>> {
  declare readonly tenantId: string;
  /** `yyyy-MM-dd` in Prague. */
  declare readonly day: string;
  /** Chain -> [number, hash] of its last row; only chains that changed since the seal before. */
  declare readonly heads: Readonly<Record<string, readonly [number, string]>>;
  declare readonly prevHash: string;
  declare readonly hash: string;
  declare readonly sealedAt: Date;

  static attach(sequelize: Sequelize): void {
    Seal.init(
      {
        tenantId: { type: DataTypes.UUID, primaryKey: true },
        day: { type: DataTypes.DATEONLY, primaryKey: true },
        heads: DataTypes.JSONB,
        prevHash: DataTypes.TEXT,
        hash: DataTypes.TEXT,
        sealedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'seals' },
    );
  }
}
