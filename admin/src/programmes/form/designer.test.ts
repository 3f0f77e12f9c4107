import { itemKinds, LIMITS, type FormItem } from '../../../../processes/formItems/items';
import { designed, isSame, opened, type Design, type Designer } from './designer';
import { nextItemId, nextPartId } from './newItem';

const fee: FormItem = { id: 'q1', kind: 'yesNo', title: 'Vybíráte vstupné?' };
const price: FormItem = { id: 'q2', kind: 'money', title: 'Kolik?', shownIf: { item: 'q1', is: true } };
const budget: FormItem = {
  id: 'q3',
  kind: 'table',
  title: 'Rozpočet',
  columns: [
    { id: 'a', title: 'Co', kind: 'text' },
    { id: 'b', title: 'Cena', kind: 'money' },
  ],
};
const share: FormItem = { id: 'q4', kind: 'computed', title: 'Podíl', plus: ['requestedAmount', 'q2'], percentOf: 'q3.b', max: 70 };
const items = [fee, price, budget, share];

const after = (state: Designer, ...acts: readonly Design[]): Designer => acts.reduce(designed, state);
const ids = (state: Designer): string[] => state.items.map(({ id }) => id);
const start = opened(items);

describe('adding', () => {
  it.each(itemKinds)('puts a %s behind the selected item and selects it', (kind) => {
    const state = after(start, { do: 'select', id: 'q2' }, { do: 'add', kind });
    expect(ids(state)).toEqual(['q1', 'q2', 'q5', 'q3', 'q4']);
    expect(state.items[2]).toMatchObject({ id: 'q5', kind, title: '' });
    expect(state.selected).toBe('q5');
  });

  it('begins an empty form', () => {
    expect(after(opened([]), { do: 'add', kind: 'choice' }).items).toEqual([
      {
        id: 'q1',
        kind: 'choice',
        title: '',
        options: [
          { id: 'a', title: '' },
          { id: 'b', title: '' },
        ],
      },
    ]);
  });

  it('stops where a form is full', () => {
    const full = opened(Array.from({ length: LIMITS.items }, (_, index) => ({ id: `q${index}`, kind: 'day', title: 'x' })));
    expect(after(full, { do: 'add', kind: 'day' }, { do: 'duplicate', id: 'q0' })).toEqual(full);
  });
});

describe('ids', () => {
  it('are one more than the highest', () => {
    expect(nextItemId(new Set())).toBe('q1');
    expect(nextItemId(new Set(['q9', 'q10', 'q2', 'qbudget', 'q11.a']))).toBe('q11');
  });

  it('are never taken from what was removed', () => {
    const state = after(start, { do: 'remove', id: 'q4' }, { do: 'add', kind: 'day' });
    expect(ids(state)).toEqual(['q1', 'q5', 'q2', 'q3']);
  });

  it('are letters for options and columns, of each item anew', () => {
    expect(nextPartId(new Set(['q1.a', 'q2.b']), 'q1')).toBe('b');
    const letters = Array.from({ length: 26 }, (_, index) => `q1.${String.fromCharCode(97 + index)}`);
    expect(nextPartId(new Set(letters), 'q1')).toBe('aa');
    expect(nextPartId(new Set([...letters, 'q1.aa']), 'q1')).toBe('ab');
  });

  it('of a removed column do not come back with another', () => {
    const less: FormItem = { ...budget, columns: [budget.columns[0]!] };
    const state = after(start, { do: 'change', item: less }, { do: 'addPart', id: 'q3' });
    expect(state.items[2]).toMatchObject({ columns: [{ id: 'a' }, { id: 'c', title: '', kind: 'text' }] });
  });
});

describe('changing the order', () => {
  it('goes up and down by one', () => {
    expect(ids(after(start, { do: 'move', id: 'q3', by: -1 }))).toEqual(['q1', 'q3', 'q2', 'q4']);
    expect(ids(after(start, { do: 'move', id: 'q3', by: 1 }))).toEqual(['q1', 'q2', 'q4', 'q3']);
  });

  it('stops at both ends', () => {
    expect(after(start, { do: 'move', id: 'q1', by: -1 }, { do: 'move', id: 'q4', by: 1 }).items).toBe(items);
  });
});

it('changes one item and leaves the others', () => {
  const state = after(start, { do: 'change', item: { ...fee, title: 'Platí se vstup?', required: true } });
  expect(state.items[0]).toEqual({ ...fee, title: 'Platí se vstup?', required: true });
  expect(state.items.slice(1)).toEqual(items.slice(1));
});

it('duplicates with an id of its own, right behind the original', () => {
  const state = after(start, { do: 'duplicate', id: 'q3' });
  expect(state.items[3]).toEqual({ ...budget, id: 'q5' });
  expect(state.selected).toBe('q5');
  expect(nextPartId(state.names, 'q5')).toBe('c');
});

describe('removing', () => {
  it('frees the others of conditions and amounts that lead to it', () => {
    const state = after(start, { do: 'remove', id: 'q1' }, { do: 'remove', id: 'q2' });
    expect(state.items).toEqual([budget, { ...share, plus: ['requestedAmount'] }]);
    expect(state.thrown).toMatchObject({ title: 'Kolik?', cleaned: true });
  });

  it('drops a limit in per cent with what it was a share of', () => {
    const state = after(start, { do: 'remove', id: 'q3' });
    expect(state.items.at(-1)).toEqual({ ...share, percentOf: undefined, max: undefined });
  });

  it('leaves a condition that asks of something else', () => {
    const state = after(start, { do: 'remove', id: 'q4' });
    expect(state.items).toEqual([fee, price, budget]);
    expect(state.thrown?.cleaned).toBe(false);
  });

  it('selects the next one, the one before at the end, nothing in an empty form', () => {
    expect(after(start, { do: 'remove', id: 'q1' }).selected).toBe('q2');
    expect(after(start, { do: 'select', id: 'q4' }, { do: 'remove', id: 'q4' }).selected).toBe('q3');
    expect(after(opened([fee]), { do: 'remove', id: 'q1' }).selected).toBeNull();
    expect(after(start, { do: 'remove', id: 'q4' }).selected).toBe('q1');
  });

  it('is taken back with everything that went with it', () => {
    const state = after(start, { do: 'remove', id: 'q1' }, { do: 'restore' });
    expect(state).toMatchObject({ items, selected: 'q1', thrown: null });
  });

  it('can be taken back until something else is changed', () => {
    const gone = after(start, { do: 'remove', id: 'q1' });
    expect(after(gone, { do: 'select', id: 'q3' }).thrown).not.toBeNull();
    const later = after(gone, { do: 'change', item: { ...budget, title: 'Náklady' } });
    expect(after(later, { do: 'restore' })).toBe(later);
    expect(after(gone, { do: 'forget' }, { do: 'restore' }).items).toEqual(gone.items);
  });
});

describe('what the server has', () => {
  it('is put back when the changes are discarded, and they can be brought back', () => {
    const changed = after(start, { do: 'add', kind: 'day' }, { do: 'remove', id: 'q2' });
    const discarded = after(changed, { do: 'discard', items, what: 'changes' });
    expect(discarded).toMatchObject({ items, selected: 'q1' });
    expect(after(discarded, { do: 'restore' }).items).toEqual(changed.items);
  });

  it('is taken after saving, but not over what was typed meanwhile', () => {
    const trimmed = [{ ...fee, title: 'Vstupné?' }];
    expect(after(start, { do: 'load', items: trimmed, insteadOf: items }).items).toBe(trimmed);
    const typed = after(start, { do: 'change', item: { ...fee, title: 'Vstupné a' } });
    expect(after(typed, { do: 'load', items: trimmed, insteadOf: items })).toBe(typed);
  });

  it('is the same whatever the order of its parts, and without what is undefined', () => {
    expect(isSame([{ title: 'x', kind: 'day', id: 'q1', help: undefined }], [{ id: 'q1', kind: 'day', title: 'x' }])).toBe(true);
    expect(isSame([fee, price], [price, fee])).toBe(false);
    expect(isSame([fee], [{ ...fee, required: true }])).toBe(false);
  });
});
