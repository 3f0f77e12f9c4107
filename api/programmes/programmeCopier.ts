/** A programme again: for the next year, or in another town. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { Programme, User } from '../../models';
import { ZONE } from '../../processes/calendar';
import type { FormItem } from '../../processes/formItems/items';
import type { ProgrammeView } from '../../processes/views';
import type { Asking } from '../context';
import { formItems } from '../forms/itemSchemas';
import { lastForm } from '../forms/applicationForms';
import { notFound } from '../problems';
import { keepForm } from './formKeeper';
import { createProgramme, fieldsOf, findProgramme, programmeFields } from './programmeEditor';

const { evaluatorIds: _people, ...settings } = programmeFields.shape;

/** A programme as a file: everything that another town can take over, and nothing of people. Amounts in haléř, moments in UTC. */
export const programmeFile = z.strictObject({
  format: z.literal('postup-programme'),
  formatVersion: z.literal(1),
  programme: z.strictObject(settings),
  items: formItems,
});
export type ProgrammeFile = z.output<typeof programmeFile>;

async function begin(
  context: Asking,
  fields: Omit<z.output<typeof programmeFields>, 'evaluatorIds'>,
  items: readonly FormItem[],
  evaluatorIds: string[],
  origin: object,
): Promise<ProgrammeView> {
  const { id } = await createProgramme(context, { ...fields, evaluatorIds }, origin);
  if (items.length > 0) await keepForm(context, id, items, 0);
  return findProgramme(id);
}

/** A year later at the same hour of Prague. */
const yearLater = (moment: string): string => DateTime.fromISO(moment, { zone: ZONE }).plus({ years: 1 }).toUTC().toISO() ?? moment;

/** `Kultura 2026` -> `Kultura 2027`; a title without a year stays. */
const nextTitle = (title: string): string => title.replace(/\b20\d{2}\b/g, (year) => String(Number(year) + 1));

/** Its settings apart from its people. Inside inTenant. @throws ProblemError 404 */
async function settingsOf(id: string): Promise<{ readonly settings: ProgrammeFile['programme']; readonly evaluatorIds: string[] }> {
  const programme = await Programme.findByPk(id);
  if (!programme) throw notFound();
  const { evaluatorIds, ...own } = fieldsOf(programme);
  return { settings: own, evaluatorIds };
}

/**
 * The same programme for the next year, as a draft: its dates a year later, its form, and its evaluators as far as they still evaluate.
 * @throws ProblemError 404
 */
export function copyProgramme(context: Asking, id: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const { settings: fields, evaluatorIds } = await settingsOf(id);
    const { items } = await lastForm(id);
    const people = await User.findAll({ where: { id: evaluatorIds, active: true } });
    const evaluators = people.filter(({ roles }) => roles.includes('evaluator')).map((person) => person.id);
    const next = {
      ...fields,
      title: nextTitle(fields.title),
      intakeOpensAt: yearLater(fields.intakeOpensAt),
      intakeClosesAt: yearLater(fields.intakeClosesAt),
      settlementDueOn: DateTime.fromISO(fields.settlementDueOn).plus({ years: 1 }).toFormat('yyyy-MM-dd'),
    };
    return begin(context, next, items, evaluators, { copyOf: id });
  });
}

/** @throws ProblemError 404 */
export function exportProgramme(context: Asking, id: string): Promise<ProgrammeFile> {
  return context.inTenant(async () => {
    const { settings: programme } = await settingsOf(id);
    const { items } = await lastForm(id);
    return { format: 'postup-programme', formatVersion: 1, programme, items };
  });
}

/** Makes a draft of a file, to be looked through and published like any other. @throws ProblemError 422 naming what does not fit */
export function importProgramme(context: Asking, { programme, items }: ProgrammeFile): Promise<ProgrammeView> {
  return context.inTenant(() => begin(context, programme, items, [], { imported: true }));
}
