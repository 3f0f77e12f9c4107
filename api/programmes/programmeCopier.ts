/** A programme again: for the next year, or in another town. */
import type { z } from 'zod';
import { Programme, User } from '../../models';
import type { FormItem } from '../../processes/formItems/items';
import type { GrantTerms } from '../../processes/grant/terms';
import { dayYearsLater, momentLater, titleLater } from '../../processes/programmeFile/choices';
import type { ProgrammeView } from '../../processes/views';
import type { Asking } from '../context';
import { copyTemplates } from '../contracts/templateCopier';
import { evaluationSettingsOf, takeEvaluationSettings, type EvaluationSettings } from '../evaluations/criteriaKeeper';
import { lastForm } from '../forms/applicationForms';
import { findArea } from '../funds/areaEditor';
import { notFound } from '../problems';
import { copyAccount } from './bankAccountKeeper';
import { currentCall } from './callRecords';
import { keepForm } from './formKeeper';
import { createProgramme, findProgramme } from './programmeEditor';
import { fieldsOf, type programmeFields } from './programmeFields';
import { termsOf, writeTerms } from './termsKeeper';

/** Makes a programme with everything that it is set up by. Inside inTenant. @param origin of what it was made, for the audit trail */
export async function begin(
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

/** Parts paid on a day are paid a year later. */
const yearLater = (terms: GrantTerms): GrantTerms => ({
  ...terms,
  paymentParts: terms.paymentParts.map((part) => (part.on === null ? part : { ...part, on: dayYearsLater(part.on, 1) })),
});

/**
 * The same programme for the next year, as a draft: its dates a year later, its form, its templates of contracts, and its evaluators as far as they still evaluate.
 * @throws ProblemError 404
 */
export function copyProgramme(context: Asking, id: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(id);
    if (!programme) throw notFound();
    const { evaluatorIds, ...fields } = fieldsOf(programme, await currentCall(id));
    const area = fields.areaId === null ? null : await findArea(fields.areaId);
    const { items } = await lastForm(id);
    const people = await User.findAll({ where: { id: evaluatorIds, active: true } });
    const evaluators = people.filter(({ roles }) => roles.includes('evaluator')).map((person) => person.id);
    const next = {
      ...fields,
      areaId: area?.active === true ? area.id : null,
      area: area?.name ?? fields.area,
      title: titleLater(fields.title, 1),
      intakeOpensAt: momentLater(fields.intakeOpensAt, 1),
      intakeClosesAt: momentLater(fields.intakeClosesAt, 1),
      settlementDueOn: dayYearsLater(fields.settlementDueOn, 1),
    };
    const copy = await begin(context, next, items, yearLater(await termsOf(id)), await evaluationSettingsOf(id), evaluators, {
      copyOf: id,
    });
    await copyAccount(id, copy.id);
    await copyTemplates(context, id, copy.id);
    return copy;
  });
}
