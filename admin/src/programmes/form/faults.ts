/** What keeps the items from being saved, in words by `<place>.<part>`: what is not filled in yet, and what does not go together. */
import { isMoney } from '../../../../processes/formItems/amounts';
import { itemFaults } from '../../../../processes/formItems/itemFaults';
import { LIMITS, type FormItem, type ItemKind, type ItemOf } from '../../../../processes/formItems/items';
import { MAX_AMOUNT } from '../../../../processes/grant/forms';
import type { Words } from '../../../../processes/words';

export type Faults = Readonly<Record<string, string>>;

type Translate = (key: string, options?: Record<string, unknown>) => string;

interface Fault {
  /** Of the item: `title`, `options.1.title`. */
  readonly part: string;
  readonly key: string;
  readonly limit?: number;
}

/** What the title of such an item is: a heading and a computation ask nothing. */
export function titleWord(kind: ItemKind): 'question' | 'heading' | 'name' {
  if (kind === 'computed') return 'name';
  return kind === 'section' || kind === 'note' ? 'heading' : 'question';
}

const isBlank = (text: string): boolean => text.trim() === '';

function whole(part: string, value: number | undefined, most: number): Fault[] {
  const fits = value === undefined || (Number.isInteger(value) && value >= 1 && value <= most);
  return fits ? [] : [{ part, key: 'upTo', limit: most }];
}

/** A limit that was typed and is no number is kept as NaN. */
function amounts({ min, max }: { readonly min?: number; readonly max?: number }, least: number, key: string): Fault[] {
  const fits = (value: number | undefined): boolean =>
    value === undefined || (Number.isInteger(value) && value >= least && value <= MAX_AMOUNT);
  return [...(fits(min) ? [] : [{ part: 'min', key }]), ...(fits(max) ? [] : [{ part: 'max', key }])];
}

const untitled = (list: string, parts: readonly { readonly title: string }[], key: string): Fault[] =>
  parts.flatMap(({ title }, index) => (isBlank(title) ? [{ part: `${list}.${index}.title`, key }] : []));

/** Nothing is chosen yet: said plainer than that there is no such number. */
const sums = (item: ItemOf<'computed'>): Fault[] => (item.plus.length === 0 ? [{ part: 'plus', key: 'nothingToAdd' }] : []);

function unfinished(item: FormItem, items: readonly FormItem[]): Fault[] {
  switch (item.kind) {
    case 'text':
    case 'longText':
      return whole('maxLength', item.maxLength, LIMITS[item.kind]);
    case 'number':
      return amounts(item, 0, 'number');
    case 'money':
      return amounts(item, 0, 'money');
    case 'choice':
    case 'choices':
      return untitled('options', item.options, 'optionTitle');
    case 'files':
      return whole('most', item.most, LIMITS.files);
    case 'table':
      return [
        ...(item.columns.length === 0 ? [{ part: 'columns', key: 'noColumn' }] : []),
        ...untitled('columns', item.columns, 'columnTitle'),
      ];
    case 'computed':
      return [...sums(item), ...amounts(item, -MAX_AMOUNT, isMoney(item, items) ? 'money' : 'number')];
    default:
      return [];
  }
}

/** Empty: it can be saved. Where a part has more faults, what is not filled in yet is said first. */
export function designFaults(items: readonly FormItem[], translate: Translate, words: (text: Words) => string): Faults {
  const together = Object.entries(itemFaults(items)).map(([path, text]): [string, string] => [path, words(text)]);
  const own = items.flatMap((item, place) =>
    [...(isBlank(item.title) ? [{ part: 'title', key: `title.${titleWord(item.kind)}` }] : []), ...unfinished(item, items)].map(
      ({ part, key, limit }: Fault): [string, string] => [`${place}.${part}`, translate(`postup.designer.fault.${key}`, { limit })],
    ),
  );
  return Object.fromEntries([...together, ...own]);
}

/** The faults of one item, each once, as its line says them. */
export function faultsOfItem(faults: Faults, place: number): string[] {
  const own = Object.entries(faults).filter(([path]) => path.startsWith(`${place}.`));
  return [...new Set(own.map(([, text]) => text))];
}

/** Place of the first item that has a fault; null where there is none. */
export function firstFault(faults: Faults): number | null {
  const places = Object.keys(faults).map((path) => Number.parseInt(path, 10));
  return places.length === 0 ? null : Math.min(...places);
}

/** What the server refused (`items.2.title`), by the same paths. */
export function refusedFaults(errors: Readonly<Record<string, string>>): Faults {
  return Object.fromEntries(Object.entries(errors).map(([path, text]) => [path.replace(/^items\./, ''), text]));
}
