import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { haler, tenantId } from '../columns';

/** One row of the register of grants a case, written by the commit from what the procedure recorded. Amounts in haléř. */
export class Grant extends Model<InferAttributes<Grant>, InferCreationAttributes<Grant>> {
  declare readonly caseId: string;
  declare readonly tenantId: CreationOptional<string>;
  declare programmeId: string;
  declare applicantId: string;
  declare applicantKind: 'natural' | 'legal';
  declare applicantName: string;
  declare ico: CreationOptional<string | null>;
  declare municipality: string;
  declare projectTitle: string;
  declare year: number;
  declare requested: number;
  /** Mean of the evaluators' points, hundredths at the finest. */
  declare points: CreationOptional<number | null>;
  declare proposed: CreationOptional<number | null>;
  declare awarded: CreationOptional<number | null>;
  declare resolutionNumber: CreationOptional<string | null>;
  declare decidedOn: CreationOptional<string | null>;
  declare decidedBy: CreationOptional<'council' | 'assembly' | null>;
  declare contractNumber: CreationOptional<string | null>;
  declare signedOn: CreationOptional<string | null>;
  declare paid: CreationOptional<number | null>;
  declare paidOn: CreationOptional<string | null>;
  declare accepted: CreationOptional<number | null>;
  declare returned: CreationOptional<number | null>;
  declare state: CreationOptional<'running' | 'awarded' | 'settled' | 'ended'>;

  static attach(sequelize: Sequelize): void {
    Grant.init(
      {
        caseId: { type: DataTypes.UUID, primaryKey: true },
        tenantId: tenantId(),
        programmeId: DataTypes.UUID,
        applicantId: DataTypes.UUID,
        applicantKind: DataTypes.TEXT,
        applicantName: DataTypes.TEXT,
        ico: DataTypes.TEXT,
        municipality: DataTypes.TEXT,
        projectTitle: DataTypes.TEXT,
        year: DataTypes.INTEGER,
        requested: haler,
        points: {
          type: DataTypes.DECIMAL(6, 2),
          get(): number | null {
            const text: unknown = this.getDataValue('points');
            return text === null || text === undefined ? null : Number(text);
          },
        },
        proposed: haler,
        awarded: haler,
        resolutionNumber: DataTypes.TEXT,
        decidedOn: DataTypes.DATEONLY,
        decidedBy: DataTypes.TEXT,
        contractNumber: DataTypes.TEXT,
        signedOn: DataTypes.DATEONLY,
        paid: haler,
        paidOn: DataTypes.DATEONLY,
        accepted: haler,
        returned: haler,
        state: DataTypes.TEXT,
      },
      { sequelize, tableName: 'grants' },
    );
  }
}
