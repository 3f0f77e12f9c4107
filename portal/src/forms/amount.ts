/** Money between the keyboard and the form: the form holds an integer of haléř, or the text as typed while it is no amount. */
import { formatMoney, parseMoney } from '../../../processes/money';

/** What the field shows: `7 620,50` without the currency, which stands beside it. */
export function shownAmount(value: unknown): string {
  if (typeof value === 'number' && Number.isInteger(value)) return formatMoney(value).replace(/\u00a0Kč$/, '');
  return typeof value === 'string' ? value : '';
}

/** What the form gets: haléř, nothing, or the text itself, so that it is kept and can be shown as wrong. */
export function typedAmount(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  return parseMoney(text) ?? text;
}
