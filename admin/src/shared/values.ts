/** Small values of a case as people read them: which are money, days or words, and in what order. Others are for machines and are not shown. */
import type { SmallValue, SmallValues } from '../../../processes/changes';
import { formatMoney } from '../../../processes/money';
import { formatDate } from './dates';

const KINDS = {
  requested: 'money',
  points: 'number',
  proposed: 'money',
  decidedBy: 'word',
  resolutionNumber: 'text',
  decidedOn: 'date',
  awarded: 'money',
  contractNumber: 'text',
  signedOn: 'date',
  variableSymbol: 'text',
  amount: 'money',
  part: 'number',
  parts: 'number',
  paid: 'money',
  paidOn: 'date',
  accepted: 'money',
  unspent: 'money',
  returned: 'money',
  until: 'date',
  settlementDueOn: 'date',
  amendmentNumber: 'text',
  contractPublishedOn: 'date',
  contractPublishedUntil: 'date',
  grantNumber: 'text',
  granted: 'money',
  suspected: 'money',
  unlawful: 'money',
  breachOn: 'date',
  levy: 'money',
  received: 'money',
  remitted: 'money',
  penalty: 'money',
  penaltyReceived: 'money',
  penaltyRemitted: 'money',
} as const;

export interface ShownValue {
  /** Key of the word files: `postup.values.<name>`. */
  readonly name: string;
  readonly text: string;
  /** The text is itself a key of `postup.values`. */
  readonly word: boolean;
}

function textOf(kind: (typeof KINDS)[keyof typeof KINDS], value: SmallValue): string {
  if (typeof value === 'number') return kind === 'money' ? formatMoney(value) : String(value).replace('.', ',');
  if (typeof value === 'string') return kind === 'date' ? formatDate(value) : value;
  return '';
}

/** What of the values a person is shown; empty ones are left out. */
export function shownValues(values: SmallValues): ShownValue[] {
  return Object.entries(KINDS).flatMap(([name, kind]) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') return [];
    return [{ name, text: textOf(kind, value), word: kind === 'word' }];
  });
}

/** An amount among the values, in haléř; null where there is none. */
export function amountOf(values: SmallValues, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}
