import { linesOf, supportBody, typedCents, type TypedSupport } from './support';

const typed: TypedSupport = {
  by: 'office',
  grantedOn: '2026-11-21',
  amount: '24 315',
  rate: '24,315',
  rateSource: 'cnb',
  provider: '',
  ico: '',
};

describe('a support as it is typed', () => {
  it('is shown in EUR while it is typed, and sent as whole numbers', () => {
    expect(typedCents(typed)).toBe(1_000_00);
    expect(supportBody(typed)).toEqual({ by: 'office', grantedOn: '2026-11-21', amount: 24_315_00, rate: 243_150, rateSource: 'cnb' });
  });

  it('of another provider is in EUR already', () => {
    const other: TypedSupport = { ...typed, by: 'other', amount: '1 500,50 EUR', provider: ' Kraj ', ico: ' 00000027 ' };
    expect(typedCents(other)).toBe(1_500_50);
    expect(supportBody(other)).toEqual({ by: 'other', grantedOn: '2026-11-21', cents: 1_500_50, provider: 'Kraj', ico: '00000027' });
    expect(supportBody({ ...other, ico: '' })).not.toHaveProperty('ico');
    expect(supportBody({ ...other, provider: ' ' })).toBeNull();
  });

  it.each<[string, Partial<TypedSupport>]>([
    ['no day', { grantedOn: '' }],
    ['no amount', { amount: '' }],
    ['words', { amount: 'sto' }],
    ['nothing', { amount: '0' }],
    ['a negative amount', { amount: '-5' }],
    ['no rate', { rate: '' }],
    ['a rate of nothing', { rate: '0' }],
    ['a rate in words', { rate: 'dvacet' }],
  ])('is not whole with %s', (_what, change) => {
    expect(supportBody({ ...typed, ...change })).toBeNull();
  });
});

it('reads people one a line', () => {
  expect(linesOf(' Jan Novák, referent \n\n Eva Malá\n')).toEqual(['Jan Novák, referent', 'Eva Malá']);
  expect(linesOf('  ')).toEqual([]);
});
