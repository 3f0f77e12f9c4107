import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import type { SmallValues } from '../../processes/changes';
import { id, json, moment, tenantId } from '../columns';

/** A document of a case, uploaded or made from a template. Its bytes are in the file store under `sha256`. */
export class Document extends Model<InferAttributes<Document>, InferCreationAttributes<Document>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  /** The case or, before it began, the draft with the same id. */
  declare caseId: CreationOptional<string | null>;
  /** Of a document made by the process; null for an uploaded one. */
  declare key: CreationOptional<string | null>;
  declare template: CreationOptional<string | null>;
  declare title: string;
  declare fileName: string;
  declare mediaType: string;
  /** Bytes. */
  declare size: CreationOptional<number>;
  /** Null until it is made. */
  declare sha256: CreationOptional<string | null>;
  declare state: 'queued' | 'ready';
  declare forApplicant: CreationOptional<boolean>;
  declare values: CreationOptional<SmallValues>;
  /** Null for a document made by the process. */
  declare createdBy: CreationOptional<string | null>;
  /** What it shows of an electronic signature, not verified. */
  declare signature: CreationOptional<'pdf' | 'detached' | 'container' | null>;
  /** Of a contract made from a template: the version. */
  declare contractTemplateId: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;

  static attach(sequelize: Sequelize): void {
    Document.init(
      {
        id: id(),
        tenantId: tenantId(),
        caseId: DataTypes.UUID,
        key: DataTypes.TEXT,
        template: DataTypes.TEXT,
        title: DataTypes.TEXT,
        fileName: DataTypes.TEXT,
        mediaType: DataTypes.TEXT,
        size: DataTypes.INTEGER,
        // Named, because the habit of underscores would make it sha_256.
        sha256: { type: DataTypes.TEXT, field: 'sha256' },
        state: DataTypes.TEXT,
        forApplicant: DataTypes.BOOLEAN,
        values: json(),
        createdBy: DataTypes.UUID,
        signature: DataTypes.TEXT,
        contractTemplateId: DataTypes.UUID,
        createdAt: moment(),
      },
      { sequelize, tableName: 'documents' },
    );
  }
}
