/** Grant (dotace): from the application to the decision; what follows it is in grantProject.ts. Figures are integers of haléř. */
import { calendarDays, yearOf } from '../processes/calendar';
import type { SmallValues } from '../processes/changes';
import { grantProcess } from '../processes/grant/definition';
import { meanOf } from '../processes/grant/evaluation';
import { carryOut, changes, conclude, events, publish, resolutionOf, type GrantCase } from './grantProject';
import { defineCase, type Done } from './kernel/case';
import { numberOf, textOf, textsOf } from './values';

export const grant = defineCase(grantProcess, async (c) => {
  c.startClock(calendarDays(numberOf(c.settings.decisionDays)));
  c.notify('received');

  const requested = await passesFormalCheck(c);
  if (requested === null) return c.close('rejected');

  const proposed = await evaluatedAndProposed(c, requested);
  c.record({ proposed });

  const decision = await decide(c, proposed);
  c.endClock();
  if (decision.outcome === 'refuse') {
    c.record({ awarded: 0, ...resolutionOf(decision) });
    c.notify('refused', { submissionId: decision.submissionId, resolutionNumber: textOf(decision.values.resolutionNumber) });
    return c.close('refused');
  }

  const agreement = await conclude(c, decision);
  if (agreement === null) return c.close('notConcluded');
  await c.beside(
    () => carryOut(c, agreement),
    (aside) => publish(aside, agreement),
    (aside) => changes(aside, agreement),
    (aside) => events(aside),
  );
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

/**
 * Evaluation by everybody who evaluates now, and the proposal that comes of it; where too few are left after conflicts of interest, the officer asks for more
 * as often as it takes. @returns what is proposed, haléř; 0 where refusal is
 */
async function evaluatedAndProposed(c: GrantCase, requested: number): Promise<number> {
  const asked = new Set<string>();
  const done: Done<'submit' | 'conflict'>[] = [];
  for (;;) {
    c.status('evaluating');
    const fresh = (await evaluatorsNow(c)).filter((id) => !asked.has(id));
    done.push(...(await Promise.all(fresh.map((assignee) => c.task('evaluation', { assignee })))));
    for (const id of [...fresh, ...done.flatMap(({ actor }) => actor?.onBehalfOf ?? actor?.id ?? [])]) asked.add(id);
    const points = averagePoints(done);
    if (points !== null) c.record({ points });
    c.status('deciding');
    const proposal = await c.task('proposal', { params: { requested, ...(points !== null && { points }) } });
    if (proposal.outcome === 'recommend') return numberOf(proposal.values.amount);
    if (proposal.outcome === 'decline') return 0;
  }
}

/**
 * Who evaluates the case now, by its own list, by the programme's, or by groups: they may have changed since the application came. Where groups give nobody,
 * nobody is asked, and the officer decides in the proposal what to do.
 */
async function evaluatorsNow(c: GrantCase): Promise<readonly string[]> {
  const found = await c.lookup('evaluators');
  const evaluators = textsOf(found.evaluators);
  return evaluators.length > 0 || found.byGroups === true ? evaluators : textsOf(c.settings.evaluators);
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

/** Mean of the points of those who scored, rounded to hundredths; null when all were in conflict. */
function averagePoints(evaluations: readonly Done<'submit' | 'conflict'>[]): number | null {
  return meanOf(evaluations.filter(({ outcome }) => outcome === 'submit').map(({ values }) => pointsOf(values)));
}

/** Counted by the api from the criteria of the case; cases evaluated before there were criteria carry the three scores themselves. */
function pointsOf(values: SmallValues): number {
  return values.points === undefined
    ? numberOf(values.benefit) + numberOf(values.quality) + numberOf(values.economy)
    : numberOf(values.points);
}
