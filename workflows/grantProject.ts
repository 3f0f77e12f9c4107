/** What follows a grant's approval: contract, payments, settlements, and beside them publication, changes and events. Figures are integers of haléř. */
import { startOfDay } from '../processes/calendar';
import { isPublished, publishContractBy, contractPublishedUntil } from '../processes/grant/publication';
import { partAmounts, partsFrom, type PaymentPart } from '../processes/grant/terms';
import type { grantProcess } from '../processes/grant/definition';
import type { Case, Done } from './kernel/case';
import { numberOf, textOf, textOrNull, textsOf } from './values';

export type GrantCase = Case<typeof grantProcess>;

/** The contract as it stands; amendments change it. Amounts are haléř. */
interface Agreement {
  readonly parts: readonly PaymentPart[];
  readonly twoReviews: boolean;
  readonly variableSymbol: string;
  readonly signedOn: string;
  awarded: number;
  settlementDueOn: string;
  paid: number;
  /** All documents of accepted settlements, and what of them was accepted as paid from the grant. */
  documents: number;
  accepted: number;
}

/** The contract and its signature. @returns null when it will not be concluded */
export async function conclude(c: GrantCase, decision: Done<string>): Promise<Agreement | null> {
  const awarded = numberOf(decision.values.amount);
  const { variableSymbol, settlementDueOn, parts, twoReviews } = await c.lookup('contractTerms');
  const terms = { parts: textsOf(parts), settlementDueOn: textOf(settlementDueOn), variableSymbol: textOf(variableSymbol) };
  c.status('contracting');
  c.record({ awarded, ...resolutionOf(decision), settlementDueOn: terms.settlementDueOn, state: 'awarded' });
  c.document('contract', { awarded, ...terms, ...resolutionOf(decision) });
  c.notify('approved', { amount: awarded, resolutionNumber: textOf(decision.values.resolutionNumber) });
  const signature = await c.task('signature', { params: { awarded } });
  if (signature.outcome === 'notSigned') {
    c.record({ state: 'ended' });
    c.notify('notConcluded', { submissionId: signature.submissionId });
    return null;
  }
  const signedOn = textOf(signature.values.signedOn);
  c.record({ contractNumber: textOf(signature.values.contractNumber), signedOn });
  return {
    ...terms,
    parts: partsFrom(terms.parts),
    awarded,
    signedOn,
    twoReviews: twoReviews === true,
    paid: 0,
    documents: 0,
    accepted: 0,
  };
}

/** Part after part is paid, each when its condition is met; in the end all is settled and what was not spent comes back. */
export async function carryOut(c: GrantCase, agreement: Agreement): Promise<void> {
  for (const [index, part] of agreement.parts.entries()) {
    if (part.when === 'settlement') await settle(c, agreement, false);
    if (part.on !== null && startOfDay(part.on) > c.now()) await c.waitUntil('instalment', startOfDay(part.on));
    await pay(c, agreement, index);
  }
  await settle(c, agreement, true);
  await getBack(c, agreement);
}

/** Pays a part: what is due by then and was not paid; nothing where an amendment has lowered the grant to less. */
async function pay(c: GrantCase, agreement: Agreement, index: number): Promise<void> {
  const due = partAmounts(agreement.awarded, agreement.parts).slice(0, index + 1);
  const amount = due.reduce((sum, part) => sum + part, 0) - agreement.paid;
  if (amount <= 0) return;
  const { variableSymbol, settlementDueOn, parts } = agreement;
  c.status('paying');
  const several = parts.length > 1 && { part: index + 1, parts: parts.length };
  const payment = await c.task('payment', { params: { amount, ...several, variableSymbol } });
  const now = numberOf(payment.values.amount);
  agreement.paid += now;
  c.record({ paid: agreement.paid, paidOn: textOf(payment.values.paidOn) });
  c.notify('paid', { amount: now, variableSymbol: textOf(payment.values.variableSymbol), until: settlementDueOn });
}

/** Settlement of what was paid so far, with as many returns as it takes. @param all whether it is the last one */
async function settle(c: GrantCase, agreement: Agreement, all: boolean): Promise<void> {
  c.record({ settlesAll: all });
  let until = agreement.settlementDueOn;
  for (;;) {
    c.status('running');
    const rest = agreement.paid - agreement.accepted;
    const settlement = await c.task('settlement', { due: { until }, params: { paid: rest, until } });
    const checked = await reviewed(c, agreement, rest);
    if (checked.accepted !== null) {
      agreement.documents += numberOf(settlement.values.documents);
      agreement.accepted += checked.accepted;
      c.record({ accepted: agreement.accepted, documents: agreement.documents });
      if (!all) c.notify('partSettled', { amount: checked.accepted });
      return;
    }
    until = checked.until;
    c.notify('settlementReturned', { submissionId: checked.submissionId, until });
  }
}

/** Content by one person and, where the programme wants it, sums by another one. @returns what is accepted, or until when the applicant completes it */
async function reviewed(
  c: GrantCase,
  { twoReviews }: Agreement,
  paid: number,
): Promise<{ accepted: number } | { accepted: null; until: string; submissionId: string | null }> {
  for (;;) {
    c.status('settling');
    const content = await c.task('settlementCheck', { params: { paid } });
    if (content.outcome === 'return') return { accepted: null, until: textOf(content.values.until), submissionId: content.submissionId };
    const accepted = numberOf(content.values.accepted);
    if (!twoReviews) return { accepted };
    const sums = await c.task('sumsCheck', { params: { paid } });
    if (sums.outcome === 'confirm') return { accepted };
  }
}

/** What was paid and not accepted comes back, in as many payments as it takes. */
async function getBack(c: GrantCase, { paid, accepted, variableSymbol }: Agreement): Promise<void> {
  let unspent = paid - accepted;
  if (unspent <= 0) return;
  let returned = 0;
  c.status('refunding');
  c.notify('refund', { amount: unspent, variableSymbol });
  while (unspent > 0) {
    const refund = await c.task('refund', { params: { unspent, variableSymbol } });
    const amount = numberOf(refund.values.amount);
    returned += amount;
    unspent -= amount;
    c.record({ returned });
    if (unspent > 0) c.notify('refundPart', { amount, unspent, variableSymbol });
  }
}

/** A contract above the limit goes to the official board (§ 10d zákona č. 250/2000 Sb.). */
export async function publish(c: GrantCase, { awarded, signedOn }: Agreement): Promise<void> {
  if (!isPublished(awarded)) return;
  const task = await c.task('publishContract', { due: { until: publishContractBy(signedOn) }, params: { signedOn } });
  const on = textOf(task.values.publishedOn);
  c.record({ contractPublishedOn: on, contractPublishedUntil: contractPublishedUntil(on) });
}

/** One request for a change after another. */
export async function changes(c: GrantCase, agreement: Agreement): Promise<void> {
  for (;;) {
    await c.task('changeRequest');
    const refusal = await change(c, agreement);
    if (refusal) c.notify('changeRefused', { submissionId: refusal.submissionId });
  }
}

/** Without an amendment by the office, with one by the body that approved the grant. @returns how it was refused; null where it was not */
async function change(c: GrantCase, agreement: Agreement): Promise<Done<string> | null> {
  const check = await c.task('changeCheck');
  if (check.outcome === 'refuse') return check;
  if (check.outcome === 'accept') {
    c.notify('changeAccepted');
    moveSettlement(c, agreement, check);
    return null;
  }
  const decision = await c.task('changeDecision', { params: { awarded: agreement.awarded } });
  if (decision.outcome === 'refuse') return decision;
  const awarded = decision.values.amount === undefined ? agreement.awarded : numberOf(decision.values.amount);
  const settlementDueOn = textOrNull(decision.values.settlementDueOn) ?? agreement.settlementDueOn;
  c.document('amendment', { awarded, settlementDueOn, changeIn: decision.submissionId, ...resolutionOf(decision) });
  c.notify('changeApproved', { resolutionNumber: textOf(decision.values.resolutionNumber) });
  const signature = await c.task('amendmentSignature', { params: { awarded, settlementDueOn } });
  if (signature.outcome === 'notSigned') return signature;
  agreement.awarded = awarded;
  c.record({ awarded, amendmentNumber: textOf(signature.values.amendmentNumber) });
  moveSettlement(c, agreement, decision);
  await publish(c, { ...agreement, signedOn: textOf(signature.values.signedOn) });
  return null;
}

/** Another day of settlement holds for the settlement that waits, and for those to come. */
function moveSettlement(c: GrantCase, agreement: Agreement, { values }: Done<string>): void {
  const until = textOrNull(values.settlementDueOn);
  if (until === null) return;
  agreement.settlementDueOn = until;
  c.record({ settlementDueOn: until });
  c.moveDue('settlement', until, 'changed');
}

/** Events of the applicant, as many as there are. */
export async function events(c: GrantCase): Promise<void> {
  for (;;) {
    await c.task('eventAnnouncement');
    c.notify('eventAnnounced', {}, { kind: 'role', role: 'grantOfficer' });
  }
}

export function resolutionOf(decision: Done<string>): { resolutionNumber: string; decidedOn: string } {
  return { resolutionNumber: textOf(decision.values.resolutionNumber), decidedOn: textOf(decision.values.decidedOn) };
}
