import fc from 'fast-check';
import { matchMovements, type Due } from './matching';

const ACCOUNT = '19-2000145399/0800';
const OTHER = '2900201034/2010';
const due = (change: Partial<Due> = {}): Due => ({
  taskId: 't1',
  kind: 'payment',
  amount: 40_000_00,
  variableSymbol: '20260001',
  account: ACCOUNT,
  paid: false,
  ...change,
});
const out = (change: object = {}) => ({
  id: 'e1',
  date: '2026-11-20',
  amount: -40_000_00,
  currency: 'CZK',
  variableSymbol: '20260001',
  counterAccount: 'CZ6508000000192000145399',
  reversal: false,
  ...change,
});
const verdict = (movement: ReturnType<typeof out>, ...dues: Due[]) => matchMovements([movement], dues).get(movement.id);

it('offers what fits by symbol, amount and account, however they are written', () => {
  expect(verdict(out(), due({ variableSymbol: '0020260001' }))).toEqual({ offer: 't1' });
  expect(verdict(out({ amount: 40_000_00 }), due({ kind: 'refund' }))).toEqual({ offer: 't1' });
});

it.each<[string, ReturnType<typeof out>, Due[], object]>([
  ['a reversal', out({ reversal: true }), [due()], { why: 'reversal', near: 't1' }],
  ['euros', out({ currency: 'EUR' }), [due()], { why: 'currency', near: 't1' }],
  ['no symbol', out({ variableSymbol: null }), [due()], { why: 'noSymbol', near: null }],
  ['letters for a symbol', out({ variableSymbol: 'A12' }), [due()], { why: 'noSymbol', near: null }],
  ['an unknown symbol', out({ variableSymbol: '7' }), [due()], { why: 'unknownSymbol', near: null }],
  ['money that came back from a wrong account', out({ amount: 40_000_00 }), [due()], { why: 'otherWay', near: 't1' }],
  ['too much', out({ amount: -40_000_01 }), [due()], { why: 'over', near: 't1' }],
  ['too little', out({ amount: -1 }), [due()], { why: 'under', near: 't1' }],
  ['paid before', out(), [due({ paid: true })], { why: 'double', near: 't1' }],
  ['another amount when all is paid', out({ amount: -5 }), [due({ paid: true })], { why: 'double', near: 't1' }],
  ['another account', out({ counterAccount: OTHER }), [due()], { why: 'account', near: 't1' }],
  ['no account', out({ counterAccount: null }), [due()], { why: 'account', near: 't1' }],
])('says why of %s', (_name, movement, dues, expected) => {
  expect(verdict(movement, ...dues)).toEqual(expected);
});

it('tells of less beside an offer that it is less, takes a levy from the recipient only, and of what came before from another source that it did', () => {
  const levy = due({ kind: 'levy' });
  const paid = [out({ id: 'a', amount: 40_000_00 }), out({ id: 'b', amount: 1 }), out({ id: 'c', amount: 40_000_00, duplicate: true })];
  expect(Object.fromEntries(matchMovements(paid, [levy]))).toEqual({
    a: { offer: 't1' },
    b: { why: 'under', near: 't1' },
    c: { why: 'duplicate', near: 't1' },
  });
  expect(verdict(out({ amount: 40_000_00, counterAccount: OTHER }), levy)).toEqual({ why: 'account', near: 't1' });
  expect(verdict(out(), levy)).toEqual({ why: 'otherWay', near: 't1' });
});

it('pays equal parts one after another, and the same payment twice only once', () => {
  const parts = [due({ amount: 20_000_00 }), due({ taskId: 't2', amount: 20_000_00 })];
  const paid = [
    out({ id: 'b', date: '2026-11-21', amount: -20_000_00 }),
    out({ id: 'a', amount: -20_000_00 }),
    out({ id: 'c', date: '2026-11-22', amount: -20_000_00 }),
  ];
  expect(Object.fromEntries(matchMovements(paid, parts))).toEqual({
    a: { offer: 't1' },
    b: { offer: 't2' },
    c: { why: 'double', near: 't1' },
  });
});

it('gives every movement one verdict, no task two movements, and offers sums that agree', () => {
  const symbol = fc.constantFrom('1', '2', '3', null);
  const amount = fc.constantFrom(100, 200, 300);
  const movements = fc.array(
    fc.record({
      date: fc.constantFrom('2026-11-20', '2026-11-21'),
      amount: fc.tuple(amount, fc.boolean()).map(([sum, gone]) => (gone ? -sum : sum)),
      currency: fc.constantFrom('CZK', 'EUR'),
      variableSymbol: symbol,
      counterAccount: fc.constantFrom(ACCOUNT, OTHER, null),
      reversal: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  const dues = fc.array(
    fc.record({
      kind: fc.constantFrom('payment' as const, 'refund' as const),
      amount,
      variableSymbol: symbol,
      account: fc.constantFrom(ACCOUNT, null),
      paid: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(movements, dues, (moved, waiting) => {
      const named = moved.map((movement, index) => ({ id: `e${index}`, ...movement }));
      const tasks = waiting.map((one, index) => ({ taskId: `t${index}`, ...one }));
      const verdicts = matchMovements(named, tasks);
      expect([...verdicts.keys()].sort()).toEqual(named.map(({ id }) => id).sort());
      const offers = named.flatMap((movement) => {
        const said = verdicts.get(movement.id);
        return said && 'offer' in said ? [{ movement, task: tasks.find(({ taskId }) => taskId === said.offer) }] : [];
      });
      expect(new Set(offers.map(({ task }) => task?.taskId)).size).toBe(offers.length);
      for (const { movement, task } of offers) {
        expect(task).toMatchObject({
          paid: false,
          variableSymbol: movement.variableSymbol,
          kind: movement.amount < 0 ? 'payment' : 'refund',
        });
        expect(movement).toMatchObject({ currency: 'CZK', reversal: false });
      }
      const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
      expect(sum(offers.map(({ movement }) => Math.abs(movement.amount)))).toBe(sum(offers.map(({ task }) => task?.amount ?? NaN)));
    }),
  );
});
