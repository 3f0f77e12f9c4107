/** Small values that a procedure asks of the records. */
import type { SmallValues } from '../processes/changes';
import { Case, inTenant, query } from '../models';
import { withContext } from '../models/context';
import { awardedByYear } from '../models/registers/grant';
import type { LookupInput } from '../workflows/messages';

type Lookup = (input: LookupInput) => Promise<SmallValues>;

const lookups: Readonly<Record<string, Lookup>> = {
  /** `{ year }` -> `{ awarded }`: haléř awarded to the same applicant in other cases decided in that calendar year. */
  awardedThisYear: async ({ caseId, values }) => {
    if (typeof values.year !== 'number') throw new Error('awardedThisYear needs a year');
    return { awarded: (await awardedByYear(caseId))[values.year] ?? 0 };
  },
  /** What the programme of the case says now: `{ evaluators, settlementDueOn }`, of the evaluators those who can still act. */
  programme: async ({ caseId }) => {
    const [programme] = await query<{ evaluators: string[]; settlementDueOn: string }>(
      `select p.settlement_due_on::text as "settlementDueOn", array(
         select u.id::text from unnest(p.evaluator_ids) with ordinality as one (id, place) join users u on u.id = one.id
         where u.active and 'evaluator' = any(u.roles) order by one.place) as evaluators
       from cases c join programmes p on p.id = c.subject_id where c.id = $1`,
      [caseId],
    );
    if (!programme) throw new Error(`Case ${caseId} has no programme`);
    return { ...programme };
  },
  /** The variable symbol (variabilní symbol) of the case: the digits of its number, at most ten as the banks want it. */
  variableSymbol: async ({ caseId }) => {
    const found = await Case.findByPk(caseId, { attributes: ['number'], rejectOnEmpty: true });
    return { variableSymbol: found.number.replace(/\D/g, '').slice(0, 10) };
  },
};

/** Answers what the procedure asks. @throws Error when nobody knows the name, or the case is not there */
export async function lookup(input: LookupInput): Promise<SmallValues> {
  const { tenantId, caseId, name } = input;
  const answer = lookups[name];
  if (!answer) throw new Error(`Nobody knows how to look up '${name}'`);
  return withContext({ tenantId, caseId }, () => inTenant(tenantId, () => answer(input)));
}
