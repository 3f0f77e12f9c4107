/** Grant (dotace): from the application to the settlement. Figures are integers of haléř. */
import { calendarDays, yearOf } from '../processes/calendar';
import { grantProcess } from '../processes/grant/definition';
import { defineCase, type Case, type Done } from './kernel/case';
import { numberOf, textOf, textsOf } from './values';

type GrantCase = Case<typeof grantProcess>;

export const grant = defineCase(grantProcess, async (c) => {
  c.startClock(calendarDays(numberOf(c.settings.decisionDays)));
  c.notify('received');

  const requested = await passesFormalCheck(c);
  if (requested === null) return c.close('rejected');

  c.status('evaluating');
  const evaluations = await Promise.all((await evaluatorsNow(c)).map((assignee) => c.task('evaluation', { assignee })));
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
  const settlementDueOn = textOf((await c.lookup('programme')).settlementDueOn);
  c.status('contracting');
  c.record({ awarded, ...resolutionOf(decision), state: 'awarded' });
  c.document('contract', { awarded, ...variableSymbol, ...resolutionOf(decision), settlementDueOn });
  c.notify('approved', { amount: awarded, resolutionNumber: textOf(decision.values.resolutionNumber) });
  const signature = await c.task('signature', { params: { awarded } });
  if (signature.outcome === 'notSigned') {
    c.record({ state: 'ended' });
    c.notify('notConcluded', { submissionId: signature.submissionId });
    return c.close('notConcluded');
  }
  c.record({ contractNumber: textOf(signature.values.contractNumber), signedOn: textOf(signature.values.signedOn) });

  c.status('paying');
  const payment = await c.task('payment', { params: { awarded, ...variableSymbol } });
  const paid = numberOf(payment.values.amount);
  c.record({ paid, paidOn: textOf(payment.values.paidOn) });
  c.notify('paid', { amount: paid, variableSymbol: textOf(payment.values.variableSymbol), until: settlementDueOn });

  const accepted = await settle(c, paid, settlementDueOn);
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

/**
 * Formal check with as many returns as it takes; while the applicant completes, the clock for the decision stands still.
 * @returns what is asked for in the end, haléř; null when the application is rejected
 */
async function passesFormalCheck(c: GrantCase): Promise<number | null> {
  let requested = numberOf(c.data.requested);
  for (;;) {
    c.status('checking');
    const check = await c.task('formalCheck');
    if (check.outcome === 'pass') return requested;
    if (check.outcome === 'reject') {
      c.record({ state: 'ended' });
      c.notify('rejected', { submissionId: check.submissionId });
      return null;
    }
    const until = textOf(check.values.until);
    c.status('returned');
    c.notify('returned', { submissionId: check.submissionId, until });
    const supplement = await c.task('supplement', { due: { until }, params: { until, defectsIn: check.submissionId } });
    if (supplement.outcome === 'submit') {
      requested = numberOf(supplement.values.requestedAmount);
      c.record({ requested });
    }
  }
}

/** Who evaluates in the programme now: it may have changed since the application came. */
async function evaluatorsNow(c: GrantCase): Promise<readonly string[]> {
  const evaluators = textsOf((await c.lookup('programme')).evaluators);
  return evaluators.length > 0 ? evaluators : textsOf(c.settings.evaluators);
}

/**
 * The council up to the limit to one applicant in a calendar year, above it the assembly (§ 85 písm. c) zákona č. 128/2000 Sb.). A deferred item comes
 * to the same body again, unless the applicant was given more elsewhere meanwhile.
 */
async function decide(c: GrantCase, proposed: number): Promise<Done<'approve' | 'refuse'>> {
  const councilLimit = numberOf(c.settings.councilLimit);
  let above = false;
  for (;;) {
    const before = await c.lookup('awardedThisYear', { year: yearOf(c.now()) });
    above ||= numberOf(before.awarded) + proposed > councilLimit;
    c.record({ decidedBy: above ? 'assembly' : 'council', councilLimit });
    const decision: Done<'approve' | 'refuse' | 'defer' | 'refer'> = above
      ? await c.task('assemblyDecision', { params: { proposed } })
      : await c.task('councilDecision', { params: { proposed } });
    const { outcome } = decision;
    if (outcome === 'approve' || outcome === 'refuse') return { ...decision, outcome };
    above ||= outcome === 'refer';
  }
}

/** Settlement with as many returns as it takes. @returns the accepted amount in haléř */
async function settle(c: GrantCase, paid: number, dueOn: string): Promise<number> {
  let until = dueOn;
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
