/** Programmes' forms at random, with answers that fit them: for properties that hold for any form that an officer can make. */
import fc, { type GeneratorValue } from 'fast-check';
import { silentKinds, itemKinds, type FormItem, type ItemKind } from '../items';

type Answers = Record<string, unknown>;

const one = <T>(g: GeneratorValue, values: readonly T[]): T => values[g(fc.nat, { max: values.length - 1 })] as T;

const word = fc.constantFrom('Rozpočet', 'Kolik lidí přijde', 'Žlutý kůň', 'Popis <b>akce</b>', "Obec d'Or");
const DOCUMENT = '7a1e7b52-3b07-4f7e-9a54-3f6a1f1c2d10';

const options = [
  { id: 'a', title: 'první' },
  { id: 'b', title: 'druhá' },
  { id: 'c', title: 'třetí' },
];
const columns = [
  { id: 'a', title: 'Co', kind: 'text' },
  { id: 'b', title: 'Kolik kusů', kind: 'number' },
  { id: 'c', title: 'Částka', kind: 'money' },
  { id: 'd', title: 'Kdy', kind: 'day' },
] as const;

function partsOf(kind: ItemKind, before: readonly FormItem[]): object {
  switch (kind) {
    case 'choice':
    case 'choices':
      return { options };
    case 'table':
      return { columns };
    case 'computed': {
      const numbers = before.filter(({ kind: of }) => of === 'money').map(({ id }) => id);
      return { plus: [...numbers, 'totalCost'], minus: ['requestedAmount'] };
    }
    default:
      return {};
  }
}

/** Items that have no faults. */
export function randomItems(g: GeneratorValue, most = 10): FormItem[] {
  const items: FormItem[] = [];
  const count = g(fc.integer, { min: 1, max: most });
  for (let place = 1; place <= count; place += 1) {
    const kind = one(g, itemKinds);
    const askers = items.filter(({ kind: of }) => of === 'choice' || of === 'yesNo');
    const asker = kind !== 'section' && askers.length > 0 && g(fc.boolean) ? one(g, askers) : null;
    const is = asker?.kind === 'yesNo' ? g(fc.boolean) : g(fc.constantFrom, 'a', 'b');
    items.push({
      id: `q${place}`,
      kind,
      title: g(() => word),
      ...(silentKinds.has(kind) ? {} : { required: g(fc.boolean) }),
      ...(asker ? { shownIf: { item: asker.id, is } } : {}),
      ...partsOf(kind, items),
    } as FormItem);
  }
  return items;
}

/** An answer that the item takes; undefined of what asks nothing. */
function answerTo(g: GeneratorValue, item: FormItem): unknown {
  switch (item.kind) {
    case 'section':
    case 'note':
    case 'computed':
      return undefined;
    case 'text':
    case 'longText':
      return g(() => word);
    case 'number':
    case 'money':
      return g(fc.integer, { min: 0, max: 1_000_000 });
    case 'day':
      return '2027-02-28';
    case 'yesNo':
      return g(fc.boolean);
    case 'choice':
      return g(fc.constantFrom, 'a', 'b', 'c');
    case 'choices':
      return g(fc.constantFrom, ['a'], ['b', 'c']);
    case 'files':
      return [DOCUMENT];
    case 'table':
      return [{ a: 'židle', b: 2, c: g(fc.integer, { min: 0, max: 1_000_000 }), d: '2027-03-01' }];
    case 'ico':
      return '00006947';
    case 'bankAccount':
      return '19-2000145399/0800';
    case 'address':
      return { street: 'Dlouhá 1', municipality: 'Ukázkov', postcode: '110 00' };
  }
}

const applies = ({ shownIf }: FormItem, answers: Answers): boolean => !shownIf || answers[shownIf.item] === shownIf.is;

/** Answers to all items that apply (and to some only that need not be answered), and which of those answered had to be. */
export function randomAnswers(
  g: GeneratorValue,
  items: readonly FormItem[],
): { readonly answers: Answers; readonly needed: readonly string[] } {
  const answers: Answers = {};
  const needed: string[] = [];
  for (const item of items) {
    if (silentKinds.has(item.kind) || !applies(item, answers)) continue;
    if (item.required === true) needed.push(item.id);
    else if (g(fc.boolean)) continue;
    answers[item.id] = answerTo(g, item);
  }
  return { answers, needed };
}
