/**
 * Amounts in Czech words, as contracts say them beside the figures. Numerals are written apart (Internetová jazyková příručka ÚJČ, „Základní číslovky“):
 * tens before ones, `dva` with masculine and `dvě` with feminine nouns, the noun in the plural after two to four and in the genitive after five and more.
 */

type Gender = 'masculine' | 'feminine';
/** After one; after two, three and four; after five and more, and after none. */
type Forms = readonly [string, string, string];

const ONES = ['', 'jedna', 'dvě', 'tři', 'čtyři', 'pět', 'šest', 'sedm', 'osm', 'devět'] as const;
const TEENS = ['deset', 'jedenáct', 'dvanáct', 'třináct', 'čtrnáct', 'patnáct', 'šestnáct', 'sedmnáct', 'osmnáct', 'devatenáct'] as const;
const TENS = ['', '', 'dvacet', 'třicet', 'čtyřicet', 'padesát', 'šedesát', 'sedmdesát', 'osmdesát', 'devadesát'] as const;
const HUNDREDS = ['', 'sto', 'dvě stě', 'tři sta', 'čtyři sta', 'pět set', 'šest set', 'sedm set', 'osm set', 'devět set'] as const;

const GROUPS: readonly { readonly size: number; readonly gender: Gender; readonly forms: Forms }[] = [
  { size: 1e12, gender: 'masculine', forms: ['bilion', 'biliony', 'bilionů'] },
  { size: 1e9, gender: 'feminine', forms: ['miliarda', 'miliardy', 'miliard'] },
  { size: 1e6, gender: 'masculine', forms: ['milion', 'miliony', 'milionů'] },
  { size: 1e3, gender: 'masculine', forms: ['tisíc', 'tisíce', 'tisíc'] },
];
const CROWNS: Forms = ['koruna česká', 'koruny české', 'korun českých'];
const HALER: Forms = ['haléř', 'haléře', 'haléřů'];

/** The form of the noun that stands after the whole number. After compound numbers (21, 102) the genitive is used, as in `dvacet jedna korun`. */
function formAfter(count: number, [one, few, many]: Forms): string {
  if (count === 1) return one;
  return count >= 2 && count <= 4 ? few : many;
}

/** 1 to 999 in words. A lone one, or two, agrees with its noun; inside a compound number `jedna` stays, as in `dvacet jedna tisíc`. */
function belowThousand(count: number, gender: Gender): string {
  const rest = count % 100;
  const ones = rest % 10;
  const alone = count === 1;
  const word = ones === 1 && alone && gender === 'masculine' ? 'jeden' : ones === 2 && gender === 'masculine' ? 'dva' : (ONES[ones] ?? '');
  const below = rest >= 10 && rest < 20 ? [TEENS[rest - 10]] : [TENS[Math.floor(rest / 10)], word];
  return [HUNDREDS[Math.floor(count / 100)], ...below].filter((part) => part !== undefined && part !== '').join(' ');
}

/**
 * A whole number from 0 up to 999 999 999 999 999 in Czech words: 2 205 -> `dva tisíce dvě stě pět`.
 * @param gender of the noun that follows
 * @throws RangeError for anything else
 */
export function numberInWords(count: number, gender: Gender = 'feminine'): string {
  if (!Number.isSafeInteger(count) || count < 0 || count >= 1e15) throw new RangeError(`No words for ${count}`);
  if (count === 0) return 'nula';
  const parts: string[] = [];
  let rest = count;
  for (const group of GROUPS) {
    const many = Math.floor(rest / group.size);
    rest %= group.size;
    if (many === 0) continue;
    // `tisíc`, `milion`: a lone one is not said of a thousand, and said of a million and more.
    const said = many === 1 && group.size === 1e3 ? '' : `${belowThousand(many, group.gender)} `;
    parts.push(`${said}${formAfter(many, group.forms)}`);
  }
  if (rest > 0) parts.push(count === rest ? belowThousand(rest, gender) : compoundEnd(rest, gender));
  return parts.join(' ');
}

/** After thousands a one is part of a compound number: `tisíc jedna`. */
function compoundEnd(count: number, gender: Gender): string {
  return count === 1 ? 'jedna' : belowThousand(count, gender);
}

/**
 * An amount of CZK in words: 4 000 000 haléř -> `čtyřicet tisíc korun českých`, 150 -> `jedna koruna česká a padesát haléřů`.
 * @param haler whole haléř, not negative
 * @throws RangeError for anything else
 */
export function moneyInWords(haler: number): string {
  if (!Number.isSafeInteger(haler) || haler < 0) throw new RangeError(`No words for ${haler} haléř`);
  const crowns = Math.floor(haler / 100);
  const rest = haler % 100;
  const whole = `${numberInWords(crowns)} ${formAfter(crowns, CROWNS)}`;
  return rest === 0 ? whole : `${whole} a ${numberInWords(rest, 'masculine')} ${formAfter(rest, HALER)}`;
}
