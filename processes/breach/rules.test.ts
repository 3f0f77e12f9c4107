import { noRules, type StepContext } from '../rules';
import { daysAfter, penaltyOf } from './penalty';
import { breachRules } from './rules';

const CZK = 100;

describe('the penalty (§ 22 odst. 8 zákona č. 250/2000 Sb.)', () => {
  const paid = (amount: number, receivedOn: string) => [{ amount: amount * CZK, receivedOn }];

  it('is four tenths of a permille a day, from the day after the breach to the day of the payment', () => {
    expect(penaltyOf(100_000 * CZK, '2026-01-31', paid(100_000, '2026-03-02'))).toBe(1_200 * CZK); // 30 days
    expect(daysAfter('2026-01-31', '2026-02-01')).toBe(1);
  });
  it('counts calendar days over the end of February of a leap year and over the change of the hour', () => {
    expect(daysAfter('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysAfter('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysAfter('2026-10-24', '2026-10-26')).toBe(2);
  });
  it('is never more than the levy', () => {
    expect(penaltyOf(10_000 * CZK, '2019-01-01', paid(10_000, '2026-01-01'))).toBe(10_000 * CZK);
  });
  it('is not imposed up to 1 000 Kč', () => {
    expect(penaltyOf(25_000 * CZK, '2026-01-01', paid(25_000, '2026-04-11'))).toBe(0); // 100 days: exactly 1 000 Kč
    expect(penaltyOf(25_000 * CZK, '2026-01-01', paid(25_000, '2026-04-12'))).toBe(1_010 * CZK);
  });
  it('grows on each part until its own day, and is a whole haléř', () => {
    const parts = [...paid(125_000, '2026-01-11'), { amount: 125_000_01, receivedOn: '2026-01-21' }];
    expect(penaltyOf(250_000 * CZK + 1, '2026-01-01', parts)).toBe(1_500 * CZK); // 500 Kč + 1 000 Kč and 0,008 haléře
  });
  it('is nothing where the money came on the day of the breach or nothing was paid', () => {
    expect(penaltyOf(100_000 * CZK, '2026-01-01', paid(100_000, '2026-01-01'))).toBe(0);
    expect(penaltyOf(100_000 * CZK, '2026-01-02', paid(100_000, '2026-01-01'))).toBe(0);
    expect(penaltyOf(100_000 * CZK, '2026-01-01', [])).toBe(0);
  });
});

describe('checks of the steps', () => {
  const context = (values: StepContext['values'] = {}, params: StepContext['params'] = {}): StepContext => ({
    today: '2026-11-22',
    subject: null,
    params,
    values,
    application: {},
    openedOn: '2026-11-01',
    answers: {},
    awardedByYear: {},
  });
  const faults = (step: string, outcome: string, data: object, values: StepContext['values'] = {}, params: StepContext['params'] = {}) =>
    Object.keys(breachRules.validateStep(step, outcome, { ...data }, context(values, params))).sort();

  it('of the inspection: no day in the future, not more than was paid out', () => {
    const data = { inspectedOn: '2026-11-22', breachOn: '2026-11-22', amount: 40_000 * CZK };
    expect(faults('inspection', 'breach', data, { granted: 40_000 * CZK })).toEqual([]);
    expect(
      faults('inspection', 'breach', { inspectedOn: '2026-11-23', breachOn: '2026-11-23', amount: 40_000_01 }, { granted: 40_000 * CZK }),
    ).toEqual(['amount', 'breachOn', 'inspectedOn']);
  });
  it('of the call and the levy', () => {
    expect(faults('levyDecision', 'call', { until: '2026-11-23' })).toEqual([]);
    expect(faults('levyDecision', 'call', { until: '2026-11-22' })).toEqual(['until']);
    expect(faults('levyDecision', 'call', { until: '2027-11-23' })).toEqual(['until']);
    expect(faults('levyDecision', 'levy', { levy: 500 }, {}, { unlawful: 500 })).toEqual([]);
    expect(faults('levyDecision', 'levy', { levy: 501 }, {}, { unlawful: 500 })).toEqual(['levy']);
  });
  it('of the remedy: not more than was wanted, and all of it is a remedy', () => {
    expect(faults('remedy', 'remedied', { checkedOn: '2026-11-22', returned: 500 }, {}, { unlawful: 500 })).toEqual([]);
    expect(faults('remedy', 'remedied', { checkedOn: '2026-11-23', returned: 501 }, {}, { unlawful: 500 })).toEqual([
      'checkedOn',
      'returned',
    ]);
    expect(faults('remedy', 'notRemedied', { checkedOn: '2026-11-22', returned: 500 }, {}, { unlawful: 500 })).toEqual(['returned']);
  });
  it('of payments: not above what is left, not before the breach, nothing remitted that is not', () => {
    const values = { levy: 1000, received: 300, remitted: 200, breachOn: '2026-01-31' };
    expect(faults('levyPayment', 'received', { receivedOn: '2026-02-01', amount: 500 }, values)).toEqual([]);
    expect(faults('levyPayment', 'received', { receivedOn: '2026-01-30', amount: 501 }, values)).toEqual(['amount', 'receivedOn']);
    expect(faults('levyPayment', 'received', { receivedOn: '2026-11-23', amount: 500 }, values)).toEqual(['receivedOn']);
    expect(faults('levyPayment', 'remitted', {}, values)).toEqual(['amount']);
    expect(faults('levyPayment', 'remitted', {}, { ...values, remitted: 700 })).toEqual([]);
    expect(faults('penaltyPayment', 'received', { receivedOn: '2026-02-01', amount: 101 }, { ...values, penalty: 100 })).toEqual([
      'amount',
    ]);
  });
  it('of the remission: not above what is left, something at least, and by a majority', () => {
    const votes = { decidedOn: '2026-11-22', votesFor: 8, votesAgainst: 3, votesAbstained: 4 };
    const values = { levy: 1000, received: 300 };
    expect(faults('remissionDecision', 'remit', { ...votes, amount: 700 }, values)).toEqual([]);
    expect(faults('remissionDecision', 'remit', { ...votes, amount: 701, penalty: 1001 }, values)).toEqual(['amount', 'penalty']);
    expect(faults('remissionDecision', 'remit', { ...votes, penalty: 51 }, { ...values, penalty: 50 })).toEqual(['penalty']);
    expect(faults('remissionDecision', 'remit', votes, values)).toEqual(['amount']);
    expect(faults('remissionDecision', 'remit', { ...votes, votesFor: 7, amount: 1 }, values)).toEqual(['votesFor']);
    expect(faults('remissionDecision', 'refuse', { ...votes, votesFor: 0, decidedOn: '2026-11-23' }, values)).toEqual(['decidedOn']);
  });
  it('begins with the suspected amount and the number of the grant, nothing personal', () => {
    const data = { amount: 500, grantNumber: 'DOT-2026-0001', recipient: 'Spolek', finding: 'x' };
    expect(breachRules.start(data, null, {})).toEqual({ data: { suspected: 500, grantNumber: 'DOT-2026-0001' }, settings: {} });
    expect(noRules.applicantValues).toEqual([]);
  });
});
