/** From what an officer types about a support to what the api takes. */
import { centsOf, parseRate } from '../../../../processes/grant/deMinimis';
import { parseMoney } from '../../../../processes/money';

export interface TypedSupport {
  readonly by: 'office' | 'other';
  readonly grantedOn: string;
  /** CZK of one's own support, EUR of another provider's. */
  readonly amount: string;
  readonly rate: string;
  readonly rateSource: 'ecb' | 'cnb';
  readonly provider: string;
  /** Of another member of the undertaking; empty for the applicant. */
  readonly ico: string;
}

export type SupportBody =
  | {
      readonly by: 'office';
      readonly grantedOn: string;
      readonly amount: number;
      readonly rate: number;
      readonly rateSource: 'ecb' | 'cnb';
    }
  | { readonly by: 'other'; readonly grantedOn: string; readonly cents: number; readonly provider: string; readonly ico?: string };

/** An amount above zero, in hundredths; null for anything else. */
function hundredths(text: string): number | null {
  const amount = parseMoney(text.replace(/(EUR|€)\s*$/i, ''));
  return amount !== null && amount > 0 ? amount : null;
}

/** EUR cents of what is typed; null while it is not whole. */
export function typedCents({ by, amount, rate }: TypedSupport): number | null {
  const sum = hundredths(amount);
  if (by === 'other' || sum === null) return sum;
  const parsed = parseRate(rate);
  return parsed === null ? null : centsOf(sum, parsed);
}

/** Null while it is not whole. */
export function supportBody(typed: TypedSupport): SupportBody | null {
  const { by, grantedOn, rateSource } = typed;
  const sum = hundredths(typed.amount);
  const provider = typed.provider.trim();
  if (grantedOn === '' || sum === null) return null;
  if (by === 'other')
    return provider === '' ? null : { by, grantedOn, cents: sum, provider, ...(typed.ico.trim() !== '' && { ico: typed.ico.trim() }) };
  const rate = parseRate(typed.rate);
  return rate === null ? null : { by, grantedOn, amount: sum, rate, rateSource };
}

/** Lines of people, one a line; empty ones are left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
