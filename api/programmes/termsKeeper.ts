/** On what terms a programme pays and settles: read, and changed until it is published. */
import { z } from 'zod';
import { query } from '../../models';
import { MOST_PARTS, PART_CONDITIONS, plainTerms, termsFaults, type GrantTerms } from '../../processes/grant/terms';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select } from '../sql';
import { countChange, lockedProgramme } from './callRecords';

/** Shares in whole per cent, days `yyyy-MM-dd`. */
export const grantTerms = z.strictObject({
  paymentParts: z
    .array(
      z.strictObject({
        share: z.int().min(1).max(100),
        when: z.enum(PART_CONDITIONS),
        on: z.iso.date().nullable(),
      }),
    )
    .min(1)
    .max(MOST_PARTS),
  twoReviews: z.boolean(),
  ownShare: z.int().min(0).max(99),
});

export const grantTermsView = z.object({ terms: grantTerms, editable: z.boolean(), version: z.int() });
type GrantTermsView = z.output<typeof grantTermsView>;

interface TermsRow {
  readonly terms: Partial<GrantTerms>;
  readonly state: string;
  readonly version: number;
}

async function rowOf(programmeId: string): Promise<TermsRow> {
  const [row] = await select<TermsRow>('select terms, state, version from programmes where id = $1', [programmeId]);
  if (!row) throw notFound();
  return row;
}

const viewOf = ({ terms, state, version }: TermsRow): GrantTermsView => ({
  terms: { ...plainTerms, ...terms, paymentParts: [...(terms.paymentParts ?? plainTerms.paymentParts)] },
  editable: state === 'draft',
  version,
});

/** @throws ProblemError 404 */
export function showTerms(context: Asking, programmeId: string): Promise<GrantTermsView> {
  return context.inTenant(async () => viewOf(await rowOf(programmeId)));
}

/** Inside inTenant. */
export async function termsOf(programmeId: string): Promise<GrantTerms> {
  return viewOf(await rowOf(programmeId)).terms;
}

/** Keeps the terms with no more questions: of a programme that is being made of another one. Inside inTenant. */
export async function writeTerms(programmeId: string, terms: GrantTerms): Promise<void> {
  await query('update programmes set terms = $2::jsonb where id = $1', [programmeId, JSON.stringify(terms)]);
}

/**
 * Changes the terms. They are a part of what was published (§ 10c zákona č. 250/2000 Sb.), so they stand from then on.
 * @param version of the programme that the writer saw @throws ProblemError 404, 409 after publication, 412, 422 naming the fields
 */
export function keepTerms(context: Asking, programmeId: string, terms: GrantTerms, version: number): Promise<GrantTermsView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    if (programme.version !== version) throw staleVersion();
    if (programme.state !== 'draft')
      throw notNow(words('Po zveřejnění už podmínky výplaty změnit nelze.', 'The terms of payment cannot be changed after publication.'));
    const faults = termsFaults(terms);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const before = viewOf(await rowOf(programmeId));
    const diff = difference({ ...before.terms }, { ...terms });
    if (!diff) return before;
    await writeTerms(programmeId, terms);
    await countChange(programme);
    const actor = actorFor(context.person, ['programmes', 'edit']);
    await record(context, { type: 'programmeChanged', what: { programmeId, title: programme.title }, ...diff, actor });
    return viewOf(await rowOf(programmeId));
  });
}
