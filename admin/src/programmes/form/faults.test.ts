import { formItem } from '../../../../api/forms/itemSchemas';
import { itemKinds, type FormItem } from '../../../../processes/formItems/items';
import { designed, opened } from './designer';
import { designFaults, faultsOfItem, firstFault, refusedFaults } from './faults';

const faultsIn = (...items: readonly FormItem[]): Readonly<Record<string, string>> =>
  designFaults(
    items,
    (key) => key.replace('postup.designer.fault.', ''),
    (words) => words.en,
  );

const text = (more: object = {}): FormItem => ({ id: 'q1', kind: 'text', title: 'Kde?', ...more });

it.each(itemKinds)('says what a new %s still needs, and what is filled in is taken by the server', (kind) => {
  const [item] = designed(opened([]), { do: 'add', kind }).items;
  expect(faultsIn(item!)).toHaveProperty(['0.title']);
  const filled = JSON.parse(
    JSON.stringify(item).replaceAll('"title":""', '"title":"x"').replace('"plus":[]', '"plus":["totalCost"]'),
  ) as FormItem;
  expect(faultsIn(filled)).toEqual({});
  expect(formItem.safeParse(filled).success).toBe(true);
});

it.each([
  ['a title of spaces', text({ title: '  ' }), '0.title', 'title.question'],
  ['a length of nothing', text({ maxLength: 0 }), '0.maxLength', 'upTo'],
  ['a longer text than there can be', text({ maxLength: 301 }), '0.maxLength', 'upTo'],
  ['what is no number', text({ maxLength: Number.NaN }), '0.maxLength', 'upTo'],
  ['too many files', { id: 'q1', kind: 'files', title: 'x', most: 21 }, '0.most', 'upTo'],
  ['what is no amount', { id: 'q1', kind: 'money', title: 'x', min: Number.NaN }, '0.min', 'money'],
  ['a negative number', { id: 'q1', kind: 'number', title: 'x', max: -1 }, '0.max', 'number'],
  ['a table without columns', { id: 'q1', kind: 'table', title: 'x', columns: [] }, '0.columns', 'noColumn'],
  ['a sum of nothing', { id: 'q1', kind: 'computed', title: 'x', plus: [] }, '0.plus', 'nothingToAdd'],
] as const)('finds %s', (_, item, path, key) => {
  expect(faultsIn(item as FormItem)).toEqual({ [path]: key });
});

it('says what does not go together in the words of the process', () => {
  const condition = text({ shownIf: { item: 'q2', is: true } });
  const faults = faultsIn(condition, { id: 'q2', kind: 'yesNo', title: '' });
  expect(Object.keys(faults)).toEqual(['0.shownIf', '1.title']);
  expect(faultsOfItem(faults, 0)).toEqual(['A condition can only ask of a choice or a yes/no that stands before.']);
  expect(firstFault(faults)).toBe(0);
  expect(firstFault({})).toBeNull();
});

it('reads what the server refused', () => {
  expect(refusedFaults({ 'items.2.title': 'Moc dlouhé' })).toEqual({ '2.title': 'Moc dlouhé' });
});
