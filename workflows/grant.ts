/** Grant (dotace): from the application to the settlement. Figures are integers of haléř. */
import { calendarDays, yearOf } from '../processes/calendar';
import { grantProcess } from '../processes/grant/definition';
import { defineCase, type Case, type Done } from './kernel/case';
import { numberOf, textOf, textsOf } from './values';

type GrantCase = Case<typeof grantProcess>;

export const grant = defineCase(grantProcess, async (c) => {
  const requested = numberOf(c.data.requested);
  c.startClock(calendarDays(numberOf(c.settings.decisionDays)));
  c.notify('received');

  if (!(await passesFormalCheck(c))) return c.close('rejected');

  c.status('evaluating');
  const evaluations = await Promise.all(textsOf(c.settings.evaluators).map((assignee) => c.task('evaluation', { assignee })));
  const points = averagePoints(evaluations);
  if (points !== null) c.record({ points });

  c.status('deciding');
  const proposal = await c.task('proposal', { params: { requested, ...(points !== null && { points }) } });
  const proposed = proposal.outcome === 'recommend' ? numberOf(proposal.values.amount) : 0;
  c.record({ proposed });

  const decision = await decide(c, proposed);
  c.endClock();
  if (decision.outcome === 'refuse') {
    c.record({ awarded: 0, ...resolutionOf(decision) });
    c.notify('refused', { submissionId: decision.submissionId, resolutionNumber: textOf(decision.values.resolutionNumber) });
    return c.close('refused');
  }

  const awarded = numberOf(decision.values.amount);
  const variableSymbol = await c.lookup('variableSymbol');
  c.status('contracting');
  c.record({ awarded, ...resolutionOf(decision), state: 'awarded' });
  c.document('contract', { awarded, ...variableSymbol, ...resolutionOf(decision), settlementDueOn: textOf(c.settings.settlementDueOn) });
  c.notify('approved', { amount: awarded, resolutionNumber: textOf(decision.values.resolutionNumber) });
  const signature = await c.task('signature', { params: { awarded } });
  if (signature.outcome === 'notSigned') {
    c.record({ state: 'ended' });
    return c.close('notConcluded');
  }
  c.record({ contractNumber: textOf(signature.values.contractNumber), signedOn: textOf(signature.values.signedOn) });

  c.status('paying');
  const payment = await c.task('payment', { params: { awarded, ...variableSymbol } });
  const paid = numberOf(payment.values.amount);
  c.record({ paid, paidOn: textOf(payment.values.paidOn) });
  c.notify('paid', { amount: paid, variableSymbol: textOf(payment.values.variableSymbol), until: textOf(c.settings.settlementDueOn) });

  const accepted = await settle(c, paid);
  const unspent = Math.max(0, paid - accepted);
  c.record({ accepted });
  if (unspent > 0) {
    c.status('refunding');
    c.notify('refund', { amount: unspent, ...variableSymbol });
    const refund = await c.task('refund', { params: { unspent, ...variableSymbol } });
    c.record({ returned: numberOf(refund.values.amount) });
  }
  c.record({ state: 'settled' });
  c.notify('settled');
  return c.close('settled');
});

/** Formal check with as many returns as it takes; while the applicant completes, the clock for the decision stands still. */
async function passesFormalCheck(c: GrantCase): Promise<boolean> {
  for (;;) {
    c.status('checking');
    const check = await c.task('formalCheck');
    if (check.outcome === 'pass') return true;
    if (check.outcome === 'reject') {
      c.record({ state: 'ended' });
      c.notify('rejected', { submissionId: check.submissionId });
      return false;
    }
    const until = textOf(check.values.until);
    c.status('returned');
    c.notify('returned', { submissionId: check.submissionId, until });
    await c.task('supplement', { due: { until }, params: { until, defectsIn: check.submissionId } });
  }
}

/**
 * The council up to the limit to one applicant in a calendar year, above it the assembly (§ 85 písm. c) zákona č. 128/2000 Sb.). A deferred item
 * comes to the same body again.
 */
async function decide(c: GrantCase, proposed: number): Promise<Done<'approve' | 'refuse' | 'defer'>> {
  const before = await c.lookup('awardedThisYear', { year: yearOf(c.now()) });
  const overLimit = numberOf(before.awarded) + proposed > numberOf(c.settings.councilLimit);
  c.record({ decidedBy: overLimit ? 'assembly' : 'council' });
  for (;;) {
    const decision = overLimit
      ? await c.task('assemblyDecision', { params: { proposed } })
      : await c.task('councilDecision', { params: { proposed } });
    if (decision.outcome !== 'defer') return decision;
  }
}

/** Settlement with as many returns as it takes. @returns the accepted amount in haléř */
async function settle(c: GrantCase, paid: number): Promise<number> {
  let until = textOf(c.settings.settlementDueOn);
  for (;;) {
    c.status('running');
    await c.task('settlement', { due: { until }, params: { paid, until } });
    c.status('settling');
    const check = await c.task('settlementCheck', { params: { paid } });
    if (check.outcome === 'approve') return numberOf(check.values.acceptedAmount);
    until = textOf(check.values.until);
    c.notify('settlementReturned', { submissionId: check.submissionId, until });
  }
}

/** Mean of the sums of points of those who scored, rounded to hundredths; null when all were in conflict. */
function averagePoints(evaluations: readonly Done<'submit' | 'conflict'>[]): number | null {
  const sums = evaluations
    .filter(({ outcome }) => outcome === 'submit')
    .map(({ values }) => numberOf(values.benefit) + numberOf(values.quality) + numberOf(values.economy));
  if (sums.length === 0) return null;
  return Math.round((sums.reduce((a, b) => a + b, 0) / sums.length) * 100) / 100;
}

function resolutionOf(decision: Done<string>): { resolutionNumber: string; decidedOn: string } {
  return { resolutionNumber: textOf(decision.values.resolutionNumber), decidedOn: textOf(decision.values.decidedOn) };
}
