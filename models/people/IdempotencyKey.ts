import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { moment, tenantId } from '../columns';

/** The answer a request got, kept so that the same request sent again gets the same one. Purged after some weeks. */
export class IdempotencyKey extends Model<InferAttributes<IdempotencyKey>, InferCreationAttributes<IdempotencyKey>> {
  declare readonly tenantId: CreationOptional<string>;
  declare userId: string;
  declare key: string;
  declare requestHash: string;
  /** Null while the first request is still being answered. */
  declare status: CreationOptional<number | null>;
  declare body: CreationOptional<unknown>;
  declare createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    IdempotencyKey.init(
      {
        tenantId: { ...tenantId(), primaryKey: true },
        userId: { type: DataTypes.UUID, primaryKey: true },
        key: { type: DataTypes.TEXT, primaryKey: true },
        requestHash: DataTypes.TEXT,
        status: DataTypes.INTEGER,
        body: DataTypes.JSONB,
        createdAt: moment(),
      },
      { sequelize, tableName: 'idempotency_keys' },
    );
  }
}
