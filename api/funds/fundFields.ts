/** What an officer fills in of a fund and of an area of support. Amounts in haléř. */
import { UniqueConstraintError } from 'sequelize';
import { z } from 'zod';
import type { Area, Fund } from '../../models';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { words } from '../../processes/words';
import { invalid } from '../problems';
import { line } from '../schemas';

const name = line(2, 200);
const long = z.string().trim().max(20_000);
const budget = z.int().min(1).max(MAX_AMOUNT).nullable();

export const fundFields = z.strictObject({
  name,
  purpose: long.default(''),
  yearBudget: budget.default(null),
  active: z.boolean().default(true),
});
export type FundFields = z.output<typeof fundFields>;
export const fundChanges = z.strictObject({ name, purpose: long, yearBudget: budget, active: z.boolean() }).partial();
export type FundChanges = z.output<typeof fundChanges>;

export const areaFields = z.strictObject({ fundId: z.uuid(), name, description: long.default(''), active: z.boolean().default(true) });
export type AreaFields = z.output<typeof areaFields>;
/** An area stays in its fund: what was given in it was given from there. */
export const areaChanges = z.strictObject({ name, description: long, active: z.boolean() }).partial();
export type AreaChanges = z.output<typeof areaChanges>;

export const fundFieldsOf = ({ name: called, purpose, yearBudget, active }: Fund): FundFields => ({
  name: called,
  purpose,
  yearBudget,
  active,
});

export const areaFieldsOf = ({ fundId, name: called, description, active }: Area): AreaFields => ({
  fundId,
  name: called,
  description,
  active,
});

/** Runs the write; a name that is taken is said at the field. @throws ProblemError 422 naming `name` */
export async function named<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw invalid({ name: words('Tohle jméno už tu je.', 'This name is taken.') });
    throw error;
  }
}
