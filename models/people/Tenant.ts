import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, json, moment, version } from '../columns';

export interface Colours {
  readonly primary?: string;
  readonly accent?: string;
}

/** A municipality or association; every other row belongs to one. New ones are made by `createTenant`. */
export class Tenant extends Model<InferAttributes<Tenant>, InferCreationAttributes<Tenant>> {
  declare readonly id: CreationOptional<string>;
  declare slug: string;
  declare name: string;
  declare kind: CreationOptional<'municipality' | 'association' | 'platform'>;
  declare ico: CreationOptional<string | null>;
  declare address: CreationOptional<string>;
  /** A small SVG or PNG as a data address. */
  declare coatOfArms: CreationOptional<string | null>;
  declare colours: CreationOptional<Colours>;
  declare settings: CreationOptional<Record<string, unknown>>;
  declare createdAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Tenant.init(
      {
        id: id(),
        slug: DataTypes.TEXT,
        name: DataTypes.TEXT,
        kind: DataTypes.TEXT,
        ico: DataTypes.TEXT,
        address: DataTypes.TEXT,
        coatOfArms: DataTypes.TEXT,
        colours: json(),
        settings: json(),
        createdAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'tenants', version: true },
    );
  }
}
