/** The items of a programme's form while an officer puts them together. */
import { LIMITS, type FormItem, type ItemKind } from '../../../../processes/formItems/items';
import { namesOf, newItem, nextItemId, nextPartId, withPart } from './newItem';

/** What was just thrown away; it can be brought back until the next change. */
export interface Thrown {
  /** An item, the changes since the last saving, or the changes because somebody else had saved. */
  readonly what: 'item' | 'changes' | 'overtaken';
  /** Title of the item that was removed. */
  readonly title: string;
  /** Conditions or computations of other items went with it. */
  readonly cleaned: boolean;
  readonly items: readonly FormItem[];
  readonly selected: string | null;
}

export interface Designer {
  readonly items: readonly FormItem[];
  readonly selected: string | null;
  /** Every id that was ever here (`q3`, `q3.b`): what is new never takes the name of what was removed. */
  readonly names: ReadonlySet<string>;
  readonly thrown: Thrown | null;
}

export type Design =
  | { readonly do: 'select'; readonly id: string }
  | { readonly do: 'add'; readonly kind: ItemKind }
  | { readonly do: 'change'; readonly item: FormItem }
  /** Another option of a choice, another column of a table. */
  | { readonly do: 'addPart'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; readonly by: 1 | -1 }
  | { readonly do: 'duplicate'; readonly id: string }
  | { readonly do: 'remove'; readonly id: string }
  /** These items stand instead, with a way back. */
  | { readonly do: 'discard'; readonly items: readonly FormItem[]; readonly what: 'changes' | 'overtaken' }
  | { readonly do: 'restore' }
  /** The way back is closed. */
  | { readonly do: 'forget' }
  /** What the server has now, without a way back; not where something was changed since `insteadOf` was sent to it. */
  | { readonly do: 'load'; readonly items: readonly FormItem[]; readonly insteadOf: readonly FormItem[] };

/** The item without its condition and amounts that lead to what is gone. */
function cleaned(item: FormItem, gone: string): FormItem {
  const stays = (reference: string): boolean => reference !== gone && !reference.startsWith(`${gone}.`);
  const free: FormItem = item.shownIf?.item === gone ? { ...item, shownIf: undefined } : item;
  if (free.kind !== 'computed') return free;
  const { plus, minus, percentOf } = free;
  if ([...plus, ...(minus ?? []), percentOf ?? ''].every(stays)) return free;
  const share = percentOf !== undefined && stays(percentOf);
  const limits = share === (percentOf !== undefined) ? {} : { min: undefined, max: undefined };
  return { ...free, ...limits, plus: plus.filter(stays), minus: minus?.filter(stays), percentOf: share ? percentOf : undefined };
}

/** The items with this one at its place, behind the one that is selected, and selected itself. */
function placed(state: Designer, item: FormItem, behind: string | null): Designer {
  if (state.items.length >= LIMITS.items) return state;
  const found = state.items.findIndex(({ id }) => id === behind);
  const at = found < 0 ? state.items.length : found + 1;
  return { ...state, items: [...state.items.slice(0, at), item, ...state.items.slice(at)], selected: item.id };
}

function moved(state: Designer, id: string, by: 1 | -1): Designer {
  const from = state.items.findIndex((item) => item.id === id);
  const [item, other] = [state.items[from], state.items[from + by]];
  if (!item || !other) return state;
  const items = [...state.items];
  items[from] = other;
  items[from + by] = item;
  return { ...state, items };
}

function removed(state: Designer, id: string): Designer {
  const place = state.items.findIndex((item) => item.id === id);
  const item = state.items[place];
  if (!item) return state;
  const others = state.items.filter((one) => one !== item);
  const items = others.map((one) => cleaned(one, id));
  const thrown: Thrown = {
    what: 'item',
    title: item.title,
    cleaned: items.some((one, index) => one !== others[index]),
    items: state.items,
    selected: state.selected,
  };
  const next = items[place] ?? items.at(-1);
  return { ...state, items, thrown, selected: state.selected === id ? (next?.id ?? null) : state.selected };
}

/** Other items stand instead of these; what was selected stays selected where it can. */
function replaced(state: Designer, items: readonly FormItem[]): Designer {
  const kept = items.some(({ id }) => id === state.selected);
  return { ...state, items, selected: kept ? state.selected : (items[0]?.id ?? null) };
}

function next(state: Designer, act: Design): Designer {
  switch (act.do) {
    case 'select':
      return { ...state, selected: act.id };
    case 'add':
      return placed(state, newItem(act.kind, nextItemId(state.names)), state.selected);
    case 'change':
      return { ...state, items: state.items.map((item) => (item.id === act.item.id ? act.item : item)) };
    case 'addPart':
      return {
        ...state,
        items: state.items.map((item) => (item.id === act.id ? withPart(item, nextPartId(state.names, act.id)) : item)),
      };
    case 'move':
      return moved(state, act.id, act.by);
    case 'duplicate': {
      const original = state.items.find(({ id }) => id === act.id);
      return original ? placed(state, { ...original, id: nextItemId(state.names) }, act.id) : state;
    }
    case 'remove':
      return removed(state, act.id);
    case 'discard': {
      const thrown: Thrown = { what: act.what, title: '', cleaned: false, items: state.items, selected: state.selected };
      return { ...replaced(state, act.items), thrown };
    }
    case 'restore':
      return state.thrown ? { ...state, items: state.thrown.items, selected: state.thrown.selected, thrown: null } : state;
    case 'forget':
      return { ...state, thrown: null };
    case 'load':
      return state.items === act.insteadOf ? { ...replaced(state, act.items), thrown: null } : state;
  }
}

/** What stands after the act. The same state where there is nothing to do. */
export function designed(state: Designer, act: Design): Designer {
  const after = next(state, act);
  if (after.items === state.items) return after;
  const thrown = after.thrown === state.thrown ? null : after.thrown;
  return { ...after, thrown, names: new Set([...state.names, ...namesOf(after.items)]) };
}

/** The designer as it opens: the first item selected. */
export function opened(items: readonly FormItem[]): Designer {
  return { items, selected: items[0]?.id ?? null, names: new Set(namesOf(items)), thrown: null };
}

/** With sorted names of parts and without those that are undefined: the database keeps no order of them. */
const plain = (items: readonly FormItem[]): string =>
  JSON.stringify(items, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Would saving one over the other change nothing? */
export function isSame(some: readonly FormItem[], others: readonly FormItem[]): boolean {
  return some === others || plain(some) === plain(others);
}
