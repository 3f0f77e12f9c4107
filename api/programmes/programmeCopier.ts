/** A programme again: for the next year, or in another town. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { Programme, User } from '../../models';
import { ZONE } from '../../processes/calendar';
import type { FormItem } from '../../processes/formItems/items';
import type { ProgrammeView } from '../../processes/views';
import type { Asking } from '../context';
import { formItems } from '../forms/itemSchemas';
import { evaluationSettingsOf, takeEvaluationSettings, type EvaluationSettings } from '../evaluations/criteriaKeeper';
import { criteriaList } from '../evaluations/schemas';
import { lastForm } from '../forms/applicationForms';
import { invalid, notFound } from '../problems';
import { plainTerms, termsFaults, type GrantTerms } from '../../processes/grant/terms';
import { keepForm } from './formKeeper';
import { grantTerms, termsOf, writeTerms } from './termsKeeper';

import { areaByName, findArea } from '../funds/areaEditor';
import { line } from '../schemas';
import { currentCall } from './callRecords';
import { createProgramme, findProgramme } from './programmeEditor';
import { fieldsOf, programmeFields } from './programmeFields';

const { evaluatorIds: _people, areaId: _record, ...settings } = programmeFields.shape;

/** A programme as a file: everything that another town can take over, and nothing of people. Amounts in haléř, moments in UTC. */
export const programmeFile = z.strictObject({
  format: z.literal('postup-programme'),
  formatVersion: z.literal(1),
  programme: z.strictObject(settings),
  /** Name of the fund that the programme's `area` belongs to; null where the area has no record. */
  fund: line(2, 200).nullable().default(null),
  items: formItems,
  terms: grantTerms.default({ ...plainTerms, paymentParts: [...plainTerms.paymentParts] }),
  /** By what its applications are scored; null: by the common criteria. */
  criteria: criteriaList.nullable().default(null),
  evaluationsNeeded: z.int().min(1).max(30).default(1),
});
export type ProgrammeFile = z.output<typeof programmeFile>;

async function begin(
  context: Asking,
  fields: Omit<z.output<typeof programmeFields>, 'evaluatorIds'>,
  items: readonly FormItem[],
  terms: GrantTerms,
  evaluation: EvaluationSettings,
  evaluatorIds: string[],
  origin: object,
): Promise<ProgrammeView> {
  const { id } = await createProgramme(context, { ...fields, evaluatorIds }, origin);
  await writeTerms(id, terms);
  await takeEvaluationSettings(context, id, evaluation);
  if (items.length > 0) await keepForm(context, id, items, 0);
  return findProgramme(id);
}

/** A year later at the same hour of Prague. */
const yearLater = (moment: string): string => DateTime.fromISO(moment, { zone: ZONE }).plus({ years: 1 }).toUTC().toISO() ?? moment;

/** `Kultura 2026` -> `Kultura 2027`; a title without a year stays. */
const nextTitle = (title: string): string => title.replace(/\b20\d{2}\b/g, (year) => String(Number(year) + 1));

/** Parts paid on a day are paid a year later. */
const yearsLater = (terms: GrantTerms): GrantTerms => ({
  ...terms,
  paymentParts: terms.paymentParts.map((part) => (part.on === null ? part : { ...part, on: dayLater(part.on) })),
});

const dayLater = (day: string): string => DateTime.fromISO(day).plus({ years: 1 }).toFormat('yyyy-MM-dd');

interface Settings {
  readonly settings: ProgrammeFile['programme'];
  readonly fund: string | null;
  readonly areaId: string | null;
  readonly evaluatorIds: string[];
}

/** Its settings apart from its people, with the times of the call that it presents. Inside inTenant. @throws ProblemError 404 */
async function settingsOf(id: string): Promise<Settings> {
  const programme = await Programme.findByPk(id);
  if (!programme) throw notFound();
  const { evaluatorIds, areaId, ...own } = fieldsOf(programme, await currentCall(id));
  if (areaId === null) return { settings: own, fund: null, areaId, evaluatorIds };
  const area = await findArea(areaId);
  return { settings: { ...own, area: area.name }, fund: area.fundName, areaId, evaluatorIds };
}

/**
 * The same programme for the next year, as a draft: its dates a year later, its form, and its evaluators as far as they still evaluate.
 * @throws ProblemError 404
 */
export function copyProgramme(context: Asking, id: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const { settings: fields, areaId, evaluatorIds } = await settingsOf(id);
    const area = areaId === null ? null : await findArea(areaId);
    const { items } = await lastForm(id);
    const people = await User.findAll({ where: { id: evaluatorIds, active: true } });
    const evaluators = people.filter(({ roles }) => roles.includes('evaluator')).map((person) => person.id);
    const next = {
      ...fields,
      areaId: area?.active === true ? areaId : null,
      title: nextTitle(fields.title),
      intakeOpensAt: yearLater(fields.intakeOpensAt),
      intakeClosesAt: yearLater(fields.intakeClosesAt),
      settlementDueOn: dayLater(fields.settlementDueOn),
    };
    return begin(context, next, items, yearsLater(await termsOf(id)), await evaluationSettingsOf(id), evaluators, { copyOf: id });
  });
}

/** @throws ProblemError 404 */
export function exportProgramme(context: Asking, id: string): Promise<ProgrammeFile> {
  return context.inTenant(async () => {
    const { settings: programme, fund } = await settingsOf(id);
    const { items } = await lastForm(id);
    const { paymentParts, ...terms } = await termsOf(id);
    const { criteria, needed } = await evaluationSettingsOf(id);
    return {
      format: 'postup-programme',
      formatVersion: 1,
      programme,
      fund,
      items,
      terms: { ...terms, paymentParts: [...paymentParts] },
      criteria: criteria && [...criteria],
      evaluationsNeeded: needed,
    };
  });
}

/** Makes a draft of a file, with its fund and area where they are not here yet, to be looked through and published like any other. @throws ProblemError 422 naming what does not fit */
export function importProgramme(
  context: Asking,
  { programme, fund, items, terms, criteria, evaluationsNeeded }: ProgrammeFile,
): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const areaId = fund === null || programme.area === '' ? null : await areaByName(context, fund, programme.area);
    const faults = termsFaults(terms);
    if (Object.keys(faults).length > 0)
      throw invalid(Object.fromEntries(Object.entries(faults).map(([path, what]) => [`terms.${path}`, what])));
    return begin(context, { ...programme, areaId }, items, terms, { criteria, needed: evaluationsNeeded }, [], { imported: true });
  });
}
