/**
 * One movement told of twice. A source names a movement in its own way (Fio by an id, GPC by a document), so that the same one from two sources has two names; what it
 * says of itself is the same.
 */
import { sameAccount } from './accounts';
import type { StatementEntry } from './statement';

type Said = Pick<StatementEntry, 'date' | 'amount' | 'currency' | 'variableSymbol' | 'counterAccount' | 'reversal'>;

const sameSide = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : sameAccount(one, other);

const fits = (one: Said, other: Said): boolean =>
  one.date === other.date &&
  one.amount === other.amount &&
  one.currency === other.currency &&
  one.reversal === other.reversal &&
  one.variableSymbol === other.variableSymbol &&
  sameSide(one.counterAccount, other.counterAccount);

/**
 * Which of the new movements may be one that is known from a source of another kind. One to one: of two equal payments that both sources have, each has its own.
 * @param known of the same account, from sources of other kinds
 * @returns id of the known one by the name of the new one
 */
export function possibleDuplicates(
  fresh: readonly StatementEntry[],
  known: readonly (Said & { readonly id: string })[],
): ReadonlyMap<string, string> {
  const left = [...known];
  const found = new Map<string, string>();
  for (const entry of fresh) {
    const index = left.findIndex((one) => fits(entry, one));
    const [twin] = index < 0 ? [] : left.splice(index, 1);
    if (twin) found.set(entry.id, twin.id);
  }
  return found;
}
