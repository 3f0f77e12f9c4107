import { amountTyped, isComplete, pointsTyped, sentRow, stepOf } from './cells';

it('takes whole points, and keeps what is not as it was typed', () => {
  expect([' 12 ', '', '1,5', '-3', 'x'].map(pointsTyped)).toEqual([12, undefined, '1,5', '-3', 'x']);
});

it('takes amounts in Kč', () => {
  expect([amountTyped('12 000'), amountTyped('12 000,50'), amountTyped(''), amountTyped('moc')]).toEqual([
    12_000_00,
    12_000_50,
    undefined,
    'moc',
  ]);
});

it('knows a row that may be submitted', () => {
  const criteria = [{ id: 'k1', title: 'a', maxPoints: 5, weight: 1 }];
  const whole = { k1: 5, recommendedAmount: 10, comment: 'Ano' };
  expect(isComplete(criteria, whole, 10)).toBe(true);
  for (const wrong of [{ k1: 6 }, { k1: '5' }, { k1: undefined }, { recommendedAmount: 11 }, { recommendedAmount: '10' }, { comment: ' ' }])
    expect(isComplete(criteria, { ...whole, ...wrong }, 10)).toBe(false);
  expect(sentRow({ k1: 0, comment: '', internalComment: undefined })).toEqual({ k1: 0 });
});

it('moves by keys as a spreadsheet does', () => {
  const all = { start: 0, end: 2, length: 2 };
  const end = { start: 2, end: 2, length: 2 };
  expect(stepOf('Enter', false, end)).toEqual({ row: 1, column: 0 });
  expect(stepOf('Enter', true, end)).toEqual({ row: -1, column: 0 });
  expect(stepOf('ArrowUp', false, end)).toEqual({ row: -1, column: 0 });
  expect(stepOf('ArrowRight', false, all)).toEqual({ row: 0, column: 1 });
  expect(stepOf('ArrowRight', false, { start: 0, end: 0, length: 2 })).toBeNull();
  expect(stepOf('ArrowLeft', false, end)).toBeNull();
  expect(stepOf('a', false, end)).toBeNull();
});
