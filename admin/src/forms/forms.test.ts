import { withoutEmpty } from './withoutEmpty';
import { errorTree } from './validator';

it('does not send what was left empty', () => {
  expect(withoutEmpty({ note: '', defects: [''], until: undefined, votes: 0, deep: { a: null, b: false } })).toEqual({
    defects: [],
    votes: 0,
    deep: { b: false },
  });
});

it('draws an error beside the field of its row', () => {
  expect(errorTree({ 'items.1.amount': 'Málo.', until: 'Kdy?' })).toEqual({
    items: { 1: { amount: { __errors: ['Málo.'] } } },
    until: { __errors: ['Kdy?'] },
  });
});
