/**
 * Columns that many tables share. What may be null, what is unique and what refers to what is said once, by the
 * migrations; the models only name the columns and their types. Functions, because Sequelize writes the name of the
 * column into the description it is given.
 */
import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';
import { currentTenantId } from './scope';

export const id = (): ModelAttributeColumnOptions => ({ type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 });

/** Filled by itself inside inTenant; a policy of the database refuses any other tenant. */
export const tenantId = (): ModelAttributeColumnOptions => ({ type: DataTypes.UUID, defaultValue: currentTenantId });

/** Counted up by every save; a save of an older reading throws OptimisticLockError. */
export const version = (): ModelAttributeColumnOptions => ({ type: DataTypes.INTEGER, defaultValue: 1 });

/** A document as JSON, an empty object where nothing is said. */
export const json = (): ModelAttributeColumnOptions => ({ type: DataTypes.JSONB, defaultValue: {} });

/** Now, where nothing is said. */
export const moment = (): ModelAttributeColumnOptions => ({ type: DataTypes.DATE, defaultValue: DataTypes.NOW });

/** Haléř, a whole number. */
export const haler = DataTypes.BIGINT;
