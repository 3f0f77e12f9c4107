/** An inspector begins proceedings on a breach of budget discipline from the case of a grant (§ 22 zákona č. 250/2000 Sb.). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { query, Submission } from '../../models';
import type { Actor } from '../../processes/changes';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { formatMoney } from '../../processes/money';
import { REASONS } from '../../processes/breach/forms';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import type { CaseInput } from '../../workflows/messages';
import { actId } from '../actKey';
import { kept, type Keyed } from '../cases/actSender';
import { keeperOf } from '../cases/caseActs';
import { findCase, type CaseRecord } from '../cases/caseRecords';
import { readableCase } from '../cases/reading';
import { formErrors } from '../forms/formCheck';
import { invalid, notFound, notNow } from '../problems';
import { ActRefused, beginCase } from '../temporal';
import { BREACH, breachesOf } from './breachRecords';

export const beginning = z.strictObject({
  reason: z.enum(REASONS),
  finding: z.string().trim().min(1).max(3000),
  /** Haléř. */
  amount: z.int().min(1).max(MAX_AMOUNT),
});
type Beginning = z.output<typeof beginning>;

export const begun = z.object({ caseId: z.string(), number: z.string() });
type Begun = z.output<typeof begun>;

/** One id for the n-th proceedings of a grant: two inspectors at once begin the same case. */
function caseIdOf(grantCaseId: string, ordinal: number): string {
  const hash = createHash('sha256').update(`${BREACH}:${grantCaseId}:${ordinal}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

const already = (number: string | null) =>
  notNow(
    number === null
      ? words('Řízení o porušení už zahájil někdo jiný.', 'Somebody else has begun the proceedings already.')
      : words(`Řízení o porušení už běží pod číslem ${number}.`, `Proceedings run already under number ${number}.`),
  );

const NOTHING_PAID = words(
  'Z dotace zatím nic nebylo vyplaceno, rozpočtovou kázeň porušit nešlo.',
  'Nothing of the grant was paid out yet; there was no discipline to breach.',
);

interface Prepared {
  readonly input: CaseInput;
  readonly submissionId: string;
  readonly actor: Actor;
  /** Was it begun by another request? Then this one only helps it through, and is told so. */
  readonly ours: boolean;
}

const paidIn = ({ values }: CaseRecord): number => (typeof values.paid === 'number' ? values.paid : 0);

/** Stores what the proceedings begin with, once for the n-th proceedings of the grant. Inside inTenant. @throws ProblemError 409, 422 */
async function prepare(context: Keyed, grant: CaseRecord, actor: Actor, body: Beginning): Promise<Prepared> {
  await query('select 1 from cases where id = $1 for no key update', [grant.id]);
  const paid = paidIn(grant);
  if (paid <= 0) throw notNow(NOTHING_PAID);
  const most = formatMoney(paid);
  if (body.amount > paid) throw invalid({ amount: words(`Vyplaceno bylo jen ${most}.`, `Paid out was only ${most}.`) });
  const data = { title: grant.title, recipient: grant.applicantName, grantNumber: grant.number, ...body };
  const errors = formErrors(processById(BREACH).application, data);
  if (Object.keys(errors).length > 0) throw invalid(errors);

  const submissionId = actId(context, { breachOf: grant.id, ...body });
  const own = await Submission.findByPk(submissionId);
  const others = await breachesOf(grant.id);
  const running = others.find(({ closedAt }) => closedAt === null);
  if (!own && running) throw already(running.number);
  const caseId = own?.caseId ?? caseIdOf(grant.id, others.length);
  const stored =
    own ??
    (await Submission.findOne({ where: { caseId, step: 'application' } })) ??
    (await Submission.create({ id: submissionId, caseId, step: 'application', userId: actor.id, data }));
  const start = rulesOf(BREACH).start(stored.data, null, {});
  return {
    input: {
      caseId,
      tenantId: context.tenantId,
      processId: BREACH,
      data: { ...start.data, parentCaseId: grant.id, granted: paid },
      settings: start.settings,
    },
    submissionId: stored.id,
    actor: stored.id === submissionId ? actor : { id: stored.userId, role: actor.role },
    ours: stored.id === submissionId,
  };
}

/**
 * Begins the proceedings; the recipient of the grant is their applicant. The same request again gets the same answer.
 * @throws ProblemError 403, 404, 409 where proceedings run already or nothing was paid, 422 naming fields
 */
export async function beginBreach(context: Keyed, grantCaseId: string, body: Beginning): Promise<Begun> {
  const { submissionId, input, actor, ours } = await context.inTenant(async () => {
    const { record, tasks, reading } = await readableCase(context.person, grantCaseId);
    if (record.processId !== processById(BREACH).begunFrom) throw notFound();
    const actor = keeperOf(context, { record: { ...record, processId: BREACH }, tasks, reading });
    return prepare(context, record, actor, body);
  });
  const { caseId, tenantId } = input;
  const updateId = `begin-${caseId}`;
  try {
    await beginCase(context.services.temporal, input, { kind: 'begin', submissionId, actor, requestId: context.requestId }, updateId);
    kept(tenantId, caseId, updateId);
  } catch (error) {
    // It has run and ended already: the answer is still the same.
    if (!(error instanceof ActRefused)) throw error;
  }
  const made = await context.inTenant(() => findCase(caseId));
  if (!ours) throw already(made?.number ?? null);
  if (!made)
    throw notNow(words('Řízení se zapisuje. Za chvíli ho najdete mezi spisy.', 'The proceedings are being recorded; look in a moment.'));
  return { caseId, number: made.number };
}
