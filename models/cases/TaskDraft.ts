import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';
import { json, moment, tenantId, version } from '../columns';

/** What a person typed into a step's form and did not send yet; gone when the task is done. */
export class TaskDraft extends Model<InferAttributes<TaskDraft>, InferCreationAttributes<TaskDraft>> {
  declare taskId: string;
  declare readonly tenantId: CreationOptional<string>;
  declare userId: string;
  declare data: Record<string, unknown>;
  declare updatedAt: CreationOptional<Date>;
  declare version: CreationOptional<number>;

  static attach(sequelize: Sequelize): void {
    TaskDraft.init(
      {
        taskId: { type: DataTypes.TEXT, primaryKey: true },
        tenantId: tenantId(),
        userId: { type: DataTypes.UUID, primaryKey: true },
        data: json(),
        updatedAt: moment(),
        version: version(),
      },
      { sequelize, tableName: 'task_drafts', timestamps: true, createdAt: false, version: true },
    );
  }
}
