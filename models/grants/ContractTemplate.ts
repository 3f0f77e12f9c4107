import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import type { TemplateKind } from '../../processes/grant/contract/fields';
import type { Lack } from '../../processes/grant/contract/obligatory';
import type { Words } from '../../processes/words';
import { id, moment, tenantId } from '../columns';

/** One version of a template of contracts or of amendments; none is ever changed. Its bytes are in the file store under `sha256`. */
export class ContractTemplate extends Model<InferAttributes<ContractTemplate>, InferCreationAttributes<ContractTemplate>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  /** Null: the municipality's own default, for programmes without one. */
  declare readonly programmeId: string | null;
  declare readonly documentKind: TemplateKind;
  /** From 1 for each programme and kind. */
  declare readonly version: number;
  /** Nothing holds from this version on: the default does again. */
  declare readonly withdrawn: CreationOptional<boolean>;
  declare readonly fileName: string;
  /** Null where withdrawn. */
  declare readonly sha256: CreationOptional<string | null>;
  /** Bytes. */
  declare readonly size: CreationOptional<number>;
  declare readonly fields: CreationOptional<string[]>;
  declare readonly lacks: CreationOptional<Lack[]>;
  declare readonly notes: CreationOptional<Words[]>;
  declare readonly createdBy: string;
  declare readonly createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    ContractTemplate.init(
      {
        id: id(),
        tenantId: tenantId(),
        programmeId: DataTypes.UUID,
        documentKind: DataTypes.TEXT,
        version: DataTypes.INTEGER,
        withdrawn: DataTypes.BOOLEAN,
        fileName: DataTypes.TEXT,
        sha256: { type: DataTypes.TEXT, field: 'sha256' },
        size: DataTypes.INTEGER,
        fields: DataTypes.ARRAY(DataTypes.TEXT),
        lacks: DataTypes.JSONB,
        notes: DataTypes.JSONB,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
      },
      { sequelize, tableName: 'contract_templates' },
    );
  }
}

/** The template that holds for the programme now: its own, or the municipality's; null: none. Inside inTenant. */
export async function currentTemplate(programmeId: string | null, documentKind: TemplateKind): Promise<ContractTemplate | null> {
  for (const of of programmeId === null ? [null] : [programmeId, null]) {
    const last = await ContractTemplate.findOne({ where: { programmeId: of, documentKind }, order: [['version', 'desc']] });
    if (last && !last.withdrawn) return last;
  }
  return null;
}
