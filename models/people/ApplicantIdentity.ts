import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import type { IdentityData, PastSupport, Representative, Share } from '../../processes/identities/identity';
import { id, moment, tenantId, version } from '../columns';

/** In whose name applications are written: a person or an association, kept once (processes/identities/identity.ts). */
export class ApplicantIdentity extends Model<InferAttributes<ApplicantIdentity>, InferCreationAttributes<ApplicantIdentity>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  /** Who made it and gives rights to others. */
  declare managerId: string;
  declare applicantKind: IdentityData['kind'];
  declare name: string;
  declare ico: string | null;
  /** `yyyy-MM-dd`. */
  declare birthDate: string | null;
  declare legalForm: string | null;
  declare street: string;
  declare municipality: string;
  declare postcode: string;
  declare representatives: readonly Representative[];
  declare owners: readonly Share[];
  declare holdings: readonly Share[];
  declare bankAccount: string | null;
  declare pastSupport: readonly PastSupport[];
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    ApplicantIdentity.init(
      {
        id: id(),
        tenantId: tenantId(),
        managerId: DataTypes.UUID,
        applicantKind: DataTypes.TEXT,
        name: DataTypes.TEXT,
        ico: DataTypes.TEXT,
        birthDate: DataTypes.DATEONLY,
        legalForm: DataTypes.TEXT,
        street: DataTypes.TEXT,
        municipality: DataTypes.TEXT,
        postcode: DataTypes.TEXT,
        representatives: DataTypes.JSONB,
        owners: DataTypes.JSONB,
        holdings: DataTypes.JSONB,
        bankAccount: DataTypes.TEXT,
        pastSupport: DataTypes.JSONB,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'applicant_identities', timestamps: true, version: true },
    );
  }
}
