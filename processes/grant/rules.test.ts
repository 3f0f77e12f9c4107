import type { StepContext, SubjectForRules } from '../rules';
import { earliestIntake, publishedInTime, publishedUntil } from './publication';
import { COUNCIL_LIMIT, grantRules } from './rules';
import { verdictsFor } from './settlement';

const programme: SubjectForRules = {
  id: 'p',
  totalAmount: 500_000_00,
  maxAmount: 100_000_00,
  awardedToOthers: 420_000_00,
  decisionDays: 90,
  settlementDueOn: '2027-12-31',
  evaluatorIds: ['e1', 'e2'],
};
const context: StepContext = {
  today: '2026-11-21',
  params: {},
  subject: programme,
  values: {
    requested: 90_000_00,
    awarded: 60_000_00,
    paid: 60_000_00,
    accepted: 50_000_00,
    decidedOn: '2026-10-01',
    signedOn: '2026-10-15',
    paidOn: '2026-11-01',
  },
  application: { requestedAmount: 90_000_00 },
  openedOn: '2026-09-01',
  answers: { settlement: { items: [{ fromGrant: 45_000_00 }, { fromGrant: 15_000_00 }] } },
  awardedByYear: {},
};
const step = (id: string, outcome: string, data: Record<string, unknown>, more: Partial<StepContext> = {}) =>
  Object.keys(grantRules.validateStep(id, outcome, data, { ...context, ...more }));

describe('an application', () => {
  const application = { requestedAmount: 100_000_00, totalCost: 150_000_00, from: '2027-01-01', to: '2027-06-30' };
  it.each([
    ['as it should be', {}, []],
    ['a haléř over the maximum', { requestedAmount: 100_000_01 }, ['requestedAmount']],
    ['more asked for than it costs', { totalCost: 99_999_99 }, ['totalCost']],
    ['an end before the beginning', { to: '2026-12-31' }, ['to']],
    ['a day long', { to: '2027-01-01' }, []],
    ['over before it is asked for', { from: '2026-01-01', to: '2026-11-20' }, ['to']],
    ['begun before it is asked for', { from: '2026-01-01', to: '2026-11-21' }, []],
    ['born tomorrow', { birthDate: '2026-11-22' }, ['birthDate']],
  ])('%s', (_, change, fields) => {
    expect(Object.keys(grantRules.validateApplication({ ...application, ...change }, context))).toEqual(fields);
  });

  it('says the maximum in words', () => {
    expect(grantRules.validateApplication({ ...application, requestedAmount: 200_000_00 }, context).requestedAmount?.cs).toBe(
      'Program dovoluje nejvýše 100\u00a0000\u00a0Kč v jednom případě.',
    );
  });

  it('names the field of a completed application by its path in the form', () => {
    expect(step('supplement', 'submit', { application: { ...application, requestedAmount: 140_000_00 }, whatChanged: 'x' })).toEqual([
      'application.requestedAmount',
    ]);
  });
});

describe('a step', () => {
  const votes = { votesFor: 5, votesAgainst: 1, votesAbstained: 1, decidedOn: '2026-11-20' };
  it.each([
    ['a return until today is too late', 'formalCheck', 'return', { until: '2026-11-21' }, ['until']],
    ['a return until tomorrow', 'formalCheck', 'return', { until: '2026-11-22' }, []],
    ['more recommended than asked for', 'evaluation', 'submit', { recommendedAmount: 90_000_01 }, ['recommendedAmount']],
    ['a conflict of interest recommends nothing', 'evaluation', 'conflict', {}, []],
    ['a proposal of nothing', 'proposal', 'recommend', { amount: 0 }, ['amount']],
    ['a proposal over the maximum', 'proposal', 'recommend', { amount: 100_000_01 }, ['amount']],
    ['a return of a hundred years', 'formalCheck', 'return', { until: '2126-11-22' }, ['until']],
    ['a return of a year', 'settlementCheck', 'return', { until: '2027-11-21' }, []],
    ['a decision that fits', 'assemblyDecision', 'approve', { ...votes, amount: 80_000_00 }, []],
    ['all that the council may give', 'councilDecision', 'approve', { ...votes, amount: COUNCIL_LIMIT }, []],
    ['a haléř more than the council may give', 'councilDecision', 'approve', { ...votes, amount: COUNCIL_LIMIT + 1 }, ['amount']],
    ['a decision from before the application', 'councilDecision', 'refuse', { ...votes, decidedOn: '2026-08-31' }, ['decidedOn']],
    ['a decision over what is left', 'assemblyDecision', 'approve', { ...votes, amount: 80_000_01 }, ['amount']],
    ['a decision without a majority', 'assemblyDecision', 'approve', { ...votes, votesFor: 2, amount: 1_00 }, ['votesFor']],
    ['a decision of tomorrow', 'assemblyDecision', 'refuse', { ...votes, decidedOn: '2026-11-22' }, ['decidedOn']],
    ['a refusal needs no majority', 'councilDecision', 'refuse', { ...votes, votesFor: 0 }, []],
    ['signed before the decision', 'signature', 'signed', { signedOn: '2026-09-30' }, ['signedOn']],
    ['paid before the signature', 'payment', 'paid', { paidOn: '2026-10-14', amount: 1_00 }, ['paidOn']],
    ['returned before it was paid', 'refund', 'received', { receivedOn: '2026-10-20', amount: 10_000_00 }, ['receivedOn']],
    ['signed tomorrow', 'signature', 'signed', { signedOn: '2026-11-22' }, ['signedOn']],
  ])('%s', (_, id, outcome, data, fields) => {
    expect(step(id, outcome, data)).toEqual(fields);
  });

  it('counts what the council gave the same applicant in the year of the decision', () => {
    const decide = (amount: number, awardedByYear: Record<string, number>, values = {}) =>
      step('councilDecision', 'approve', { ...votes, amount }, { awardedByYear, values: { ...context.values, ...values } });
    expect(decide(10_000_00, { 2026: 40_000_00, 2025: 50_000_00 })).toEqual([]);
    expect(decide(10_000_01, { 2026: 40_000_00 })).toEqual(['amount']);
    expect(decide(1_00, { 2026: COUNCIL_LIMIT })).toEqual(['amount']);
    expect(decide(80_000_00, {}, { councilLimit: 100_000_00 })).toEqual([]);
  });

  const adopted = { votesFor: 9, votesAgainst: 0, votesAbstained: 0 };

  it.each([
    ['paid more than is due now', 'payment', 'paid', { paidOn: '2026-11-21', amount: 60_000_01 }, ['amount']],
    ['paid what is due now', 'payment', 'paid', { paidOn: '2026-11-21', amount: 60_000_00 }, []],
    ['returned a part of what is left', 'refund', 'received', { receivedOn: '2026-11-20', amount: 9_999_99 }, []],
    ['returned all that is left', 'refund', 'received', { receivedOn: '2026-11-20', amount: 10_000_00 }, []],
    ['returned more than is left', 'refund', 'received', { receivedOn: '2026-11-20', amount: 10_000_01 }, ['amount']],
    ['published before the signature', 'publishContract', 'published', { publishedOn: '2026-10-14' }, ['publishedOn']],
    ['published tomorrow', 'publishContract', 'published', { publishedOn: '2026-11-22' }, ['publishedOn']],
    ['another day asked for without a day', 'changeRequest', 'submit', { kind: 'deadline' }, ['settlementDueOn']],
    ['a day that has passed', 'changeRequest', 'submit', { kind: 'other', settlementDueOn: '2026-11-21' }, ['settlementDueOn']],
    ['a day in another century', 'changeCheck', 'accept', { settlementDueOn: '2127-01-01' }, ['settlementDueOn']],
    ['an amendment about nothing', 'changeDecision', 'approve', { decidedOn: '2026-11-01', ...adopted }, ['subject']],
    ['an amendment that gives more', 'changeDecision', 'approve', { amount: 60_000_00, ...adopted }, ['amount']],
    ['an amendment below what was paid', 'changeDecision', 'approve', { amount: 59_999_99, ...adopted }, ['amount']],
    [
      'an amendment without a majority',
      'changeDecision',
      'approve',
      { subject: 'x', votesFor: 6, votesAgainst: 5, votesAbstained: 1 },
      ['votesFor'],
    ],
    [
      'an amendment decided before the contract',
      'changeDecision',
      'approve',
      { subject: 'x', decidedOn: '2026-10-14', ...adopted },
      ['decidedOn'],
    ],
    ['a refused amendment', 'changeDecision', 'refuse', { reason: 'x' }, []],
    ['an amendment signed before the contract', 'amendmentSignature', 'signed', { signedOn: '2026-10-14' }, ['signedOn']],
    ['an event that was', 'eventAnnouncement', 'submit', { day: '2026-11-20' }, ['day']],
    ['an event today', 'eventAnnouncement', 'submit', { day: '2026-11-21' }, []],
  ])('%s', (_, id, outcome, data, fields) => {
    const params = { amount: 60_000_00, unspent: 10_000_00 };
    expect(step(id, outcome, data, { params })).toEqual(fields);
  });

  describe('the check of a settlement', () => {
    const documents = [
      { documentNumber: 'F1', description: 'Sítě', amount: 30_000_00, fromGrant: 20_000_00 },
      { documentNumber: 'F2', description: 'Míče', amount: 5_000_00, fromGrant: 5_000_00 },
    ];
    const answers = { settlement: { items: documents } };
    const start = grantRules.startsFrom('settlementCheck', answers);
    const [first, second] = verdictsFor(answers.settlement);
    const check = (items: readonly unknown[]) => step('settlementCheck', 'approve', { items }, { answers });

    it('starts with every document accepted as it was claimed', () => {
      expect(start).toEqual({
        items: [
          { description: 'F1: Sítě', fromGrant: 20_000_00, verdict: 'accepted', accepted: 20_000_00 },
          { description: 'F2: Míče', fromGrant: 5_000_00, verdict: 'accepted', accepted: 5_000_00 },
        ],
      });
      expect(check([first, second])).toEqual([]);
      expect(grantRules.derived('settlementCheck', 'approve', start ?? {}, context)).toEqual({ accepted: 25_000_00 });
    });

    it('starts again from the verdicts given before, and not from those of another settlement', () => {
      const before = { items: [first, { ...second, verdict: 'refused', accepted: 0, reason: 'není k projektu' }] };
      expect(grantRules.startsFrom('settlementCheck', { ...answers, settlementCheck: before })).toEqual(before);
      const another = { settlement: { items: [{ ...documents[0], fromGrant: 1 }, documents[1]] } };
      expect(grantRules.startsFrom('settlementCheck', { ...another, settlementCheck: before })).not.toEqual(before);
    });

    it.each([
      ['a document left out', [first], ['items']],
      ['a document that is not there', [first, { ...second, description: 'F9: Auto' }], ['items.1.description']],
      ['a document made dearer', [{ ...first, fromGrant: 21_000_00, accepted: 21_000_00 }, second], ['items.0.description']],
      ['accepted with less', [{ ...first, accepted: 19_999_99 }, second], ['items.0.accepted']],
      ['in part with all', [{ ...first, verdict: 'partly', reason: 'x' }, second], ['items.0.accepted']],
      ['in part without a reason', [{ ...first, verdict: 'partly', accepted: 1 }, second], ['items.0.reason']],
      ['refused with money', [{ ...first, verdict: 'refused', accepted: 1, reason: 'x' }, second], ['items.0.accepted']],
      ['refused as it should be', [{ ...first, verdict: 'refused', accepted: 0, reason: 'x' }, second], []],
    ])('%s', (_, items, fields) => {
      expect(check(items)).toEqual(fields);
    });

    it('lets the accountant’s sum meet the officer’s, or none', () => {
      const judged = { ...answers, settlementCheck: { items: [first, second] } };
      expect(step('sumsCheck', 'confirm', { total: 25_000_00 }, { answers: judged })).toEqual([]);
      expect(step('sumsCheck', 'confirm', { total: 25_000_01 }, { answers: judged })).toEqual(['total']);
      expect(step('sumsCheck', 'back', { reason: 'x' }, { answers: judged })).toEqual([]);
    });
  });

  it('wants the own share of all settlements together, and only at the last one', () => {
    const settles = (fromGrant: number, values: Record<string, number | boolean>) =>
      step(
        'settlement',
        'submit',
        { items: [{ amount: 30_000_00, fromGrant, paidOn: '2026-11-01' }] },
        { subject: { ...programme, ownShare: 20 }, values: { ...context.values, accepted: 0, ...values } },
      );
    expect(settles(24_000_00, {})).toEqual([]);
    expect(settles(24_000_01, {})).toEqual(['items']);
    expect(settles(30_000_00, { settlesAll: false })).toEqual([]);
    expect(settles(30_000_00, { accepted: 10_000_00, documents: 20_000_00 })).toEqual([]);
    expect(settles(30_000_00, { accepted: 10_000_01, documents: 20_000_00 })).toEqual(['items']);
  });

  it('checks each row of a settlement and their sum', () => {
    const row = { amount: 5_000_00, fromGrant: 5_000_00, paidOn: '2026-11-01' };
    expect(step('settlement', 'submit', { items: [row, row] })).toEqual([]);
    expect(step('settlement', 'submit', { items: [row, { ...row, fromGrant: 5_000_01 }] })).toEqual(['items.1.fromGrant', 'items']);
    expect(step('settlement', 'submit', { items: [{ ...row, paidOn: '2026-11-22' }] })).toEqual(['items.0.paidOn']);
    expect(step('settlement', 'submit', { items: [{ ...row, paidOn: '2025-12-31' }] })).toEqual(['items.0.paidOn']);
    expect(step('settlement', 'submit', { items: [{ ...row, paidOn: '2026-01-01' }] })).toEqual([]);
  });
});

describe('the start of the case', () => {
  it('takes small values only, and the law’s limit where the tenant set none', () => {
    const start = grantRules.start({ requestedAmount: 5, applicantKind: 'legal', name: 'Spolek' }, programme, {
      councilLimit: '1',
    });
    expect(start).toEqual({
      data: { programmeId: 'p', requested: 5, applicantKind: 'legal' },
      settings: {
        councilLimit: COUNCIL_LIMIT,
        decisionDays: 90,
        settlementDueOn: '2027-12-31',
        evaluators: ['e1', 'e2'],
      },
    });
    expect(grantRules.start({}, programme, { councilLimit: 0 }).settings.councilLimit).toBe(0);
  });
});

describe('publication', () => {
  const now = new Date('2026-11-21T22:30:00Z'); // 23:30 in Prague
  it('needs thirty whole days of Prague before the intake', () => {
    expect(earliestIntake(now)).toBe('2026-12-21');
    expect(publishedInTime(now, '2026-12-20T23:00:00Z')).toBe(true); // midnight of 21 December in Prague
    expect(publishedInTime(now, '2026-12-20T22:59:59Z')).toBe(false);
  });

  it('lasts ninety days', () => {
    expect(publishedUntil('2026-11-21T12:00:00Z')).toBe('2027-02-19');
  });
});
