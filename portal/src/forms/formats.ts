import { isBankAccount, isIco } from '../../../processes/identifiers';
import type { FlawCode } from './check';

/** Does the day exist (`yyyy-MM-dd`), in the years that people's papers speak of? */
export function isDate(text: string): boolean {
  const match = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Formats of texts, and what is said of one that does not fit. */
export const formats: Readonly<Record<string, { readonly code: FlawCode; readonly fits: (text: string) => boolean }>> = {
  date: { code: 'date', fits: isDate },
  ico: { code: 'ico', fits: isIco },
  bankAccount: { code: 'bankAccount', fits: isBankAccount },
};
