/** Columns of what the office did: evaluation, decision and contract, payments, settlement, and its own section. Amounts in crowns. */
import { DateTime } from 'luxon';
import { formatMoney } from '../../processes/money';
import { words } from '../../processes/words';
import { column, dayCell, moneyCell, numberCell, textCell, type Column } from './column';
import type { CaseFacts } from './facts';

const evaluation = { needs: ['evaluation'], may: ['evaluations', 'list'] } as const;
const grant = { needs: ['grant'] } as const;
const acts = { needs: ['acts'] } as const;

/** Of how far the evaluations are; what they came to is empty as long as one is open. */
const standing = (
  id: string,
  title: readonly [string, string],
  value: (of: NonNullable<CaseFacts['standing']>) => number | null | undefined,
): Column => column(`evaluation.${id}`, title, 'short', (facts) => numberCell(facts.standing && value(facts.standing)), evaluation);

export const evaluationColumns: readonly Column[] = [
  standing('mean', ['Body (průměr)', 'Points (mean)'], ({ mean }) => mean),
  standing('least', ['Nejméně bodů', 'Least points'], ({ spread }) => spread?.min),
  standing('most', ['Nejvíce bodů', 'Most points'], ({ spread }) => spread?.max),
  standing('deviation', ['Směrodatná odchylka', 'Standard deviation'], ({ spread }) => spread?.deviation),
  column(
    'evaluation.recommended',
    ['Doporučeno (Kč)', 'Recommended (CZK)'],
    'money',
    (facts) => moneyCell(facts.standing?.recommended),
    evaluation,
  ),
  standing('in', ['Hodnocení odevzdáno', 'Evaluations in'], ({ in: given }) => given),
  standing('needed', ['Hodnocení potřeba', 'Evaluations needed'], ({ needed }) => needed),
  standing('open', ['Hodnocení otevřeno', 'Evaluations open'], ({ open }) => open),
  standing('conflicts', ['Podjatých', 'In conflict'], ({ conflicts }) => conflicts),
];

const money = (id: string, key: string, title: readonly [string, string]): Column =>
  column(id, title, 'money', (facts) => moneyCell(facts.grant?.figures[key]), grant);
const text = (id: string, key: string, title: readonly [string, string]): Column =>
  column(id, title, 'name', (facts) => textCell(facts.grant?.figures[key]), grant);
const day = (id: string, key: string, title: readonly [string, string]): Column =>
  column(id, title, 'day', (facts) => dayCell(facts.grant?.figures[key]), grant);

const BODIES: Readonly<Record<string, ReturnType<typeof words>>> = {
  council: words('rada', 'council'),
  assembly: words('zastupitelstvo', 'assembly'),
};

const textIn = (data: Readonly<Record<string, unknown>>, key: string): string => (typeof data[key] === 'string' ? data[key] : '');

/** Why it was not given: of the body, or of the formal check. */
function refusalReason({ acts: done }: CaseFacts): string | null {
  const refusal = done.filter(({ step }) => step !== 'payment' && step !== 'refund').at(-1);
  return refusal ? textIn(refusal.data, 'reason') || null : null;
}

export const decisionColumns: readonly Column[] = [
  money('decision.requested', 'requested', ['Požadováno (Kč)', 'Requested (CZK)']),
  money('decision.proposed', 'proposed', ['Navrženo (Kč)', 'Proposed (CZK)']),
  money('decision.awarded', 'awarded', ['Schváleno (Kč)', 'Awarded (CZK)']),
  column(
    'decision.decidedBy',
    ['Rozhodoval', 'Decided by'],
    'moment',
    ({ grant: of }, language) => {
      const body = of?.figures.decidedBy;
      return typeof body === 'string' ? (BODIES[body]?.[language] ?? body) : null;
    },
    grant,
  ),
  day('decision.decidedOn', 'decidedOn', ['Rozhodnuto', 'Decided on']),
  text('decision.resolution', 'resolutionNumber', ['Usnesení', 'Resolution']),
  column('decision.reason', ['Důvod nevyhovění', 'Reason of refusal'], 'long', refusalReason, acts),
  text('decision.contractNumber', 'contractNumber', ['Číslo smlouvy', 'Contract']),
  day('decision.signedOn', 'signedOn', ['Smlouva podepsána', 'Contract signed on']),
  column('decision.publishedOn', ['Smlouva zveřejněna', 'Contract published on'], 'day', ({ values }) =>
    dayCell(values.contractPublishedOn),
  ),
];

/** `20. 5. 2026: 25 000 Kč (VS 2026001)`, a line a payment. */
function movements({ acts: done }: CaseFacts, wanted: string, dayKey: string): string | null {
  const lines = done.flatMap(({ step, data }) => {
    const { amount } = data;
    if (step !== wanted || typeof amount !== 'number') return [];
    const on = DateTime.fromISO(textIn(data, dayKey));
    const symbol = textIn(data, 'variableSymbol');
    return `${on.isValid ? `${on.toFormat('d. M. yyyy')}: ` : ''}${formatMoney(amount)}${symbol === '' ? '' : ` (VS ${symbol})`}`;
  });
  return lines.length === 0 ? null : lines.join('\n');
}

/** What of the award was not paid yet. */
function unpaid({ grant: of }: CaseFacts): number | null {
  const { awarded, paid } = of?.figures ?? {};
  return typeof awarded === 'number' ? awarded - (typeof paid === 'number' ? paid : 0) : null;
}

export const paymentColumns: readonly Column[] = [
  money('payments.paid', 'paid', ['Vyplaceno (Kč)', 'Paid (CZK)']),
  day('payments.paidOn', 'paidOn', ['Vyplaceno naposledy', 'Last paid on']),
  column('payments.unpaid', ['Zbývá vyplatit (Kč)', 'To be paid (CZK)'], 'money', (facts) => moneyCell(unpaid(facts)), grant),
  column('payments.parts', ['Platby', 'Payments'], 'name', (facts) => movements(facts, 'payment', 'paidOn'), acts),
];

/** What was paid and is not accepted, once the settlement is checked: to be returned, or returned already. */
function toReturn({ grant: of }: CaseFacts): number | null {
  const { paid, accepted } = of?.figures ?? {};
  return typeof paid === 'number' && typeof accepted === 'number' ? Math.max(0, paid - accepted) : null;
}

export const settlementColumns: readonly Column[] = [
  column('settlement.dueOn', ['Vyúčtovat do', 'To be settled by'], 'day', ({ values }) => dayCell(values.settlementDueOn)),
  column('settlement.documents', ['Náklady podle dokladů (Kč)', 'Costs by documents (CZK)'], 'money', ({ values }) =>
    moneyCell(values.documents),
  ),
  money('settlement.accepted', 'accepted', ['Uznáno (Kč)', 'Recognised (CZK)']),
  column(
    'settlement.unspent',
    ['Neuznáno či nevyčerpáno (Kč)', 'Not recognised or spent (CZK)'],
    'money',
    (facts) => moneyCell(toReturn(facts)),
    grant,
  ),
  money('settlement.returned', 'returned', ['Vráceno (Kč)', 'Returned (CZK)']),
  column('settlement.returns', ['Vratky', 'Returns'], 'name', (facts) => movements(facts, 'refund', 'receivedOn'), acts),
];

const section = { needs: ['section'], may: ['officersSection', 'list'] } as const;

export const sectionColumns: readonly Column[] = [
  column('section.ownNumber', ['Vlastní číslo', 'Own number'], 'name', (facts) => textCell(facts.section?.ownNumber), section),
  column(
    'section.labels',
    ['Štítky', 'Labels'],
    'name',
    (facts) => (facts.section?.labels ?? []).map(({ name }) => name).join(', ') || null,
    section,
  ),
  column(
    'section.deMinimis',
    ['De minimis (EUR)', 'De minimis (EUR)'],
    'money',
    ({ deMinimis }) => (deMinimis === null ? null : { money: deMinimis }),
    { needs: ['deMinimis'], may: ['deMinimis', 'list'] },
  ),
];
