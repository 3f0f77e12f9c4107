import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { haler, id, moment, tenantId, version } from '../columns';

/** Grant programme (dotační program) with the contents of § 10c odst. 2 zákona č. 250/2000 Sb. Amounts in haléř. */
export class Programme extends Model<InferAttributes<Programme>, InferCreationAttributes<Programme>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare title: string;
  /** Its area of support; null in a town without funds. */
  declare areaId: CreationOptional<string | null>;
  /** What the area is called where there is no record of it; empty where there is. */
  declare area: CreationOptional<string>;
  declare purpose: string;
  declare reasons: string;
  declare totalAmount: number;
  /** The most in one case. */
  declare maxAmount: number;
  declare eligible: string;
  declare criteria: string;
  declare conditions: string;
  declare attachments: CreationOptional<string>;
  /** Is its support de minimis (nařízení Komise (EU) 2023/2831)? */
  declare deMinimis: CreationOptional<boolean>;
  /** Does its application ask what the applicant got elsewhere? */
  declare asksPastSupport: CreationOptional<boolean>;
  declare evaluatorIds: CreationOptional<string[]>;
  /** Applications are evaluated by groups of evaluators, not by those named in evaluatorIds. */
  declare evaluatorsByGroups: CreationOptional<boolean>;
  /** Of the programme itself: its terms stand from `published` on; once `closed`, none of its calls takes applications. When it takes them is said by its calls. */
  declare state: CreationOptional<'draft' | 'published' | 'closed'>;
  declare createdBy: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Programme.init(
      {
        id: id(),
        tenantId: tenantId(),
        title: DataTypes.TEXT,
        areaId: DataTypes.UUID,
        area: DataTypes.TEXT,
        purpose: DataTypes.TEXT,
        reasons: DataTypes.TEXT,
        totalAmount: haler,
        maxAmount: haler,
        eligible: DataTypes.TEXT,
        criteria: DataTypes.TEXT,
        conditions: DataTypes.TEXT,
        attachments: DataTypes.TEXT,
        deMinimis: DataTypes.BOOLEAN,
        asksPastSupport: DataTypes.BOOLEAN,
        evaluatorIds: DataTypes.ARRAY(DataTypes.UUID),
        evaluatorsByGroups: DataTypes.BOOLEAN,
        state: DataTypes.TEXT,
        createdBy: DataTypes.UUID,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'programmes', timestamps: true, version: true },
    );
  }
}
