/** New items, options and columns, and ids for them: the officer never types one. */
import type { FormItem, FormOption, ItemKind } from '../../../../processes/formItems/items';

const partsOf = (item: FormItem): readonly FormOption[] => ('options' in item ? item.options : 'columns' in item ? item.columns : []);

/** Ids of the items, and of their options and columns as `q3.b`. */
export const namesOf = (items: readonly FormItem[]): string[] =>
  items.flatMap((item) => [item.id, ...partsOf(item).map(({ id }) => `${item.id}.${id}`)]);

/** One more than the highest number that was ever here: `q4`. */
export function nextItemId(names: ReadonlySet<string>): string {
  const numbers = [...names].map((name) => Number(/^q(\d{1,9})$/.exec(name)?.[1] ?? 0));
  return `q${Math.max(0, ...numbers) + 1}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** 0 -> `a`, 25 -> `z`, 26 -> `aa`. */
const letters = (index: number): string =>
  (index < LETTERS.length ? '' : letters(Math.floor(index / LETTERS.length) - 1)) + (LETTERS[index % LETTERS.length] ?? '');

/** The first of `a`, `b` ... that no option or column of the item has ever had. */
export function nextPartId(names: ReadonlySet<string>, item: string): string {
  let index = 0;
  while (names.has(`${item}.${letters(index)}`)) index += 1;
  return letters(index);
}

/** An item that is still to be worded. */
export function newItem(kind: ItemKind, id: string): FormItem {
  const common = { id, title: '' };
  switch (kind) {
    case 'choice':
    case 'choices':
      return {
        ...common,
        kind,
        options: [
          { id: 'a', title: '' },
          { id: 'b', title: '' },
        ],
      };
    case 'table':
      return {
        ...common,
        kind,
        columns: [
          { id: 'a', title: '', kind: 'text' },
          { id: 'b', title: '', kind: 'money' },
        ],
      };
    case 'computed':
      return { ...common, kind, plus: [] };
    default:
      return { ...common, kind };
  }
}

/** With another option or column; the item itself where it has none. */
export function withPart(item: FormItem, id: string): FormItem {
  switch (item.kind) {
    case 'choice':
    case 'choices':
      return { ...item, options: [...item.options, { id, title: '' }] };
    case 'table':
      return { ...item, columns: [...item.columns, { id, title: '', kind: 'text' }] };
    default:
      return item;
  }
}
