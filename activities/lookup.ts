/** Small values that a procedure asks of the records. */
import type { SmallValues } from '../processes/changes';
import { plainTerms, termsForProcedure, type GrantTerms } from '../processes/grant/terms';
import { processById } from '../processes/registry';
import { Case, inTenant, query } from '../models';
import { withContext } from '../models/context';
import { limitIsYearly } from '../models/grants/councilLimit';
import { readEvaluators } from '../models/grants/evaluators';
import { awardedByYear } from '../models/registers/grant';
import type { LookupInput } from '../workflows/messages';

type Lookup = (input: LookupInput) => Promise<SmallValues>;

const lookups: Readonly<Record<string, Lookup>> = {
  /** `{ year }` -> `{ awarded }`: haléř awarded to the same applicant in other cases decided in that calendar year; 0 where the office does not add them up. */
  awardedThisYear: async ({ caseId, values }) => {
    if (typeof values.year !== 'number') throw new Error('awardedThisYear needs a year');
    if (!(await limitIsYearly())) return { awarded: 0 };
    return { awarded: (await awardedByYear(caseId))[values.year] ?? 0 };
  },
  /** Who is asked to evaluate in the round that opens: `{ evaluators, byGroups }`. From here on an assignment waits for the next round. */
  evaluators: ({ tenantId, caseId }) => readEvaluators(tenantId, caseId),
  /** What a contract is made of, as the programme of the case and its call say now: `{ variableSymbol, settlementDueOn, parts, twoReviews }`. */
  contractTerms: async ({ caseId }) => {
    const [programme] = await query<{ number: string; processId: string; settlementDueOn: string; terms: Partial<GrantTerms> }>(
      `select c.number, c.process_id as "processId", k.settlement_due_on::text as "settlementDueOn", p.terms
       from cases c join programmes p on p.id = c.subject_id join calls k on k.id = coalesce(c.call_id, (select id from current_calls where programme_id = p.id))
       where c.id = $1`,
      [caseId],
    );
    if (!programme) throw new Error(`Case ${caseId} has no programme`);
    const { settlementDueOn, terms } = programme;
    return { variableSymbol: variableSymbolOf(programme), settlementDueOn, ...termsForProcedure({ ...plainTerms, ...terms }) };
  },
  /** `{ variableSymbol }` of the case. */
  variableSymbol: async ({ caseId }) => ({
    variableSymbol: variableSymbolOf(await Case.findByPk(caseId, { attributes: ['number', 'processId'], rejectOnEmpty: true })),
  }),
};

/**
 * The variable symbol (variabilní symbol) of a case: the digits of its number, at most ten as the banks want it; beside another case with a nine before them,
 * for each process numbers its cases from one and the money of two must not meet under one symbol.
 */
function variableSymbolOf({ number, processId }: Pick<Case, 'number' | 'processId'>): string {
  const lead = processById(processId).begunFrom === undefined ? '' : '9';
  return `${lead}${number.replace(/\D/g, '')}`.slice(0, 10);
}

/** Answers what the procedure asks. @throws Error when nobody knows the name, or the case is not there */
export async function lookup(input: LookupInput): Promise<SmallValues> {
  const { tenantId, caseId, name } = input;
  const answer = lookups[name];
  if (!answer) throw new Error(`Nobody knows how to look up '${name}'`);
  return withContext({ tenantId, caseId }, () => inTenant(tenantId, () => answer(input)));
}
