import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import type { Role } from '../../processes/roles';
import type { Language } from '../../processes/words';
import { id, moment, tenantId, version } from '../columns';

/** A person in one tenant, applicant or officer. The e-mail is kept in small letters. */
export class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare email: string;
  declare name: string;
  declare phone: CreationOptional<string | null>;
  /** argon2id; null until a password is set. */
  declare passwordHash: CreationOptional<string | null>;
  declare roles: CreationOptional<Role[]>;
  declare language: CreationOptional<Language>;
  declare active: CreationOptional<boolean>;
  declare failedSignIns: CreationOptional<number>;
  declare lockedUntil: CreationOptional<Date | null>;
  declare resetTokenHash: CreationOptional<string | null>;
  declare resetExpiresAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    User.init(
      {
        id: id(),
        tenantId: tenantId(),
        email: DataTypes.TEXT,
        name: DataTypes.TEXT,
        phone: DataTypes.TEXT,
        passwordHash: DataTypes.TEXT,
        roles: DataTypes.ARRAY(DataTypes.TEXT),
        language: DataTypes.TEXT,
        active: DataTypes.BOOLEAN,
        failedSignIns: DataTypes.INTEGER,
        lockedUntil: DataTypes.DATE,
        resetTokenHash: DataTypes.TEXT,
        resetExpiresAt: DataTypes.DATE,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'users', timestamps: true, version: true },
    );
  }
}
