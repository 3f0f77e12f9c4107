import { possibleDuplicates } from './duplicates';

const movement = (id: string, change: object = {}) => ({
  id,
  date: '2026-11-20',
  amount: 500_00,
  currency: 'CZK',
  variableSymbol: '20260001',
  counterAccount: '19-2000145399/0800',
  counterName: 'Spolek',
  message: null,
  reversal: false,
  ...change,
});

it('sees one movement in two sources, however they write its account, name and message', () => {
  const gpc = movement('2026-11-20/17', { counterAccount: '19-2000145399', counterName: 'SPOLEK', message: 'díky' });
  expect([...possibleDuplicates([movement('111')], [gpc])]).toEqual([['111', gpc.id]]);
});

it.each([
  ['date', { date: '2026-11-21' }],
  ['amount', { amount: 500_01 }],
  ['direction', { amount: -500_00 }],
  ['symbol', { variableSymbol: null }],
  ['account', { counterAccount: '2900201034/2010' }],
  ['no account', { counterAccount: null }],
  ['reversal', { reversal: true }],
])('another %s is another movement', (_what, change) => {
  expect(possibleDuplicates([movement('111')], [movement('x', change)]).size).toBe(0);
});

it('of equal payments each has its own twin, and the third has none', () => {
  const found = possibleDuplicates([movement('1'), movement('2'), movement('3')], [movement('a'), movement('b')]);
  expect([...found]).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
});
