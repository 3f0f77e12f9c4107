import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { id, json, moment, tenantId, version } from '../columns';

/** An application being written. Its id becomes the id of the case, so submitting twice is submitting once. */
export class Draft extends Model<InferAttributes<Draft>, InferCreationAttributes<Draft>> {
  declare readonly id: CreationOptional<string>;
  declare readonly tenantId: CreationOptional<string>;
  declare userId: string;
  declare processId: string;
  /** What is applied in: the programme of a grant. */
  declare subjectId: CreationOptional<string | null>;
  /** The call of the programme in which it was begun, and whose deadline holds for it. */
  declare callId: CreationOptional<string | null>;
  /** Which version of the programme's form it is written in; 0 asks nothing beyond the law. */
  declare formVersion: CreationOptional<number>;
  /** In whose name it is written; null: of the account itself. */
  declare identityId: CreationOptional<string | null>;
  /** Did the programme want to know of support from elsewhere when the draft began? */
  declare asksPastSupport: CreationOptional<boolean>;
  declare data: CreationOptional<Record<string, unknown>>;
  /** Set by the commit that opens the case. */
  declare submittedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    Draft.init(
      {
        id: id(),
        tenantId: tenantId(),
        userId: DataTypes.UUID,
        processId: DataTypes.TEXT,
        subjectId: DataTypes.UUID,
        callId: DataTypes.UUID,
        formVersion: { type: DataTypes.INTEGER, defaultValue: 0 },
        identityId: DataTypes.UUID,
        asksPastSupport: { type: DataTypes.BOOLEAN, defaultValue: false },
        data: json(),
        submittedAt: DataTypes.DATE,
        createdAt: moment(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'drafts', timestamps: true, version: true },
    );
  }
}
