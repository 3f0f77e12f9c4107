/** The grant by every outcome of every step, with skipped time; and no way of it undeclared or never taken. */
import { declaredWays, type Way } from '../processes/define';
import { grantProcess } from '../processes/grant/definition';
import type { SmallValues } from '../processes/changes';
import { actor, SkippedTime, type DrivenCase } from './testing/world';

let time: SkippedTime;
const taken: Way[] = [];
const officer = actor('grantOfficer');
const applicant = actor('applicant');
const secretary = actor('councilSecretary');
const accountant = actor('accountant');
const CZK = 100;

beforeAll(async () => {
  time = await SkippedTime.start();
}, 240_000);
afterAll(() => time.stop());

const day = async (plus: number): Promise<string> =>
  new Date((await time.env.currentTimeMs()) + plus * 86_400_000).toISOString().slice(0, 10);

/** @param programme as it is now, which may differ from what it was when the application came @param asked who evaluates now, likewise */
async function application(requested = 40_000 * CZK, programme: SmallValues = {}, asked: SmallValues = {}): Promise<DrivenCase> {
  const settlementDueOn = await day(300);
  time.world.lookups.contractTerms = { variableSymbol: '20260001', settlementDueOn, parts: [], twoReviews: false, ...programme };
  time.world.lookups.evaluators = { evaluators: ['jana', 'petr'], byGroups: false, ...asked };
  return time.begin(
    'grant',
    { requested, programmeId: 'p' },
    {
      councilLimit: 50_000 * CZK,
      decisionDays: 90,
      evaluators: ['jana', 'petr'],
      settlementDueOn,
    },
  );
}
async function evaluated(kase: DrivenCase): Promise<void> {
  await kase.complete('formalCheck', 'pass', officer);
  await kase.complete('evaluation', 'submit', actor('evaluator', 'jana'), { points: 75, recommendedAmount: 1 });
  await kase.complete('evaluation', 'submit', actor('evaluator', 'petr'), { points: 60, recommendedAmount: 1 });
}
const resolution = { resolutionNumber: 'R/12/2026', decidedOn: '2026-11-30', votesFor: 7, votesAgainst: 1, votesAbstained: 1 };
async function approved(kase: DrivenCase, amount: number, body: 'councilDecision' | 'assemblyDecision'): Promise<void> {
  await kase.complete('proposal', 'recommend', officer, { amount });
  await kase.complete(body, 'approve', secretary, { ...resolution, amount });
}
async function paid(kase: DrivenCase, amount: number): Promise<void> {
  await kase.complete('signature', 'signed', officer, { contractNumber: 'S/1', signedOn: '2026-12-05' });
  await kase.complete('payment', 'paid', accountant, { amount, paidOn: '2026-12-10', variableSymbol: '20260001' });
}
/** @param accepted of what the applicant claims, in haléř */
async function settled(kase: DrivenCase, accepted: number, documents = accepted): Promise<void> {
  await kase.complete('settlement', 'submit', applicant, { documents, claimed: accepted });
  await kase.complete('settlementCheck', 'approve', officer, { accepted });
}
/** What is offered is open and is no step to wait for. */
const OFFERS = ['changeRequest', 'eventAnnouncement'];
async function openSteps(kase: DrivenCase): Promise<string[]> {
  return (await kase.standing()).openTasks
    .map((key) => key.split('.')[1] ?? '')
    .filter((step) => !OFFERS.includes(step))
    .sort();
}
/** Ends the case and keeps the ways that it took. */
async function ended(kase: DrivenCase, result: string): Promise<void> {
  expect(await kase.result()).toBe(result);
  const standing = await kase.standing();
  expect(standing.undeclared).toEqual([]);
  taken.push(...standing.ways);
}
const recorded = (kase: DrivenCase): SmallValues => Object.assign({}, ...kase.of('recorded').map(({ values }) => values)) as SmallValues;

it('goes from the application to the approved settlement', async () => {
  const kase = await application();
  await evaluated(kase);
  await approved(kase, 40_000 * CZK, 'councilDecision');
  expect(kase.of('clockEnded')).toHaveLength(1);
  await paid(kase, 40_000 * CZK);
  await settled(kase, 40_000 * CZK);
  await ended(kase, 'settled');
  expect(recorded(kase)).toMatchObject({
    points: 67.5,
    proposed: 40_000 * CZK,
    awarded: 40_000 * CZK,
    decidedBy: 'council',
    paid: 40_000 * CZK,
    accepted: 40_000 * CZK,
    state: 'settled',
  });
  const { sent, made } = time.world;
  const own = (keys: readonly string[]): string[] => keys.filter((key) => key.startsWith(kase.id)).map((key) => key.split('/')[1] ?? '');
  expect(own(sent).sort()).toEqual(['approved.1', 'paid.1', 'received.1', 'settled.1']);
  expect(own(made)).toEqual(['contract.1']);
});

it('returns the application, stands still meanwhile, and rejects it with its reason', async () => {
  const kase = await application();
  await kase.complete('formalCheck', 'return', officer, { until: await day(20) });
  expect(kase.of('statusSet').at(-1)?.status).toBe('returned');
  expect(kase.of('clockStopped')).toHaveLength(1);
  await kase.complete('supplement', 'submit', applicant, { requestedAmount: 30_000 * CZK });
  expect(kase.of('clockResumed')).toHaveLength(1);
  expect(recorded(kase).requested).toBe(30_000 * CZK);
  await kase.complete('formalCheck', 'return', officer, { until: await day(10) });
  await time.sleep('13 days');
  expect(kase.of('taskReminded')).toMatchObject([{ step: 'supplement' }]);
  expect(kase.of('taskDone').at(-1)).toMatchObject({ step: 'supplement', outcome: 'expired' });
  await kase.complete('formalCheck', 'reject', officer);
  await ended(kase, 'rejected');
});

it('goes to the assembly above the limit, counting what the applicant was given that year', async () => {
  time.world.lookups.awardedThisYear = { awarded: 20_000 * CZK };
  const kase = await application();
  await evaluated(kase);
  await approved(kase, 30_000 * CZK, 'councilDecision'); // exactly 50 000 Kč: still the council
  await kase.complete('signature', 'notSigned', officer);
  await ended(kase, 'notConcluded');
  expect(kase.of('letterQueued').map(({ template }) => template)).toEqual(['received', 'approved', 'notConcluded']);

  const above = await application();
  await evaluated(above);
  await above.complete('proposal', 'recommend', officer, { amount: 30_000 * CZK + 1 });
  await above.complete('assemblyDecision', 'defer', secretary);
  await above.complete('assemblyDecision', 'refuse', secretary, resolution);
  await ended(above, 'refused');
  expect(recorded(above)).toMatchObject({ decidedBy: 'assembly', awarded: 0 });

  const third = await application();
  await evaluated(third);
  await approved(third, 30_001 * CZK, 'assemblyDecision');
  await paid(third, 30_001 * CZK);
  await third.complete('settlement', 'submit', applicant, { documents: 1, claimed: 1 });
  await third.complete('settlementCheck', 'return', officer, { until: await day(10) });
  await settled(third, 25_000 * CZK);
  expect(third.of('taskOpened').at(-1)).toMatchObject({ step: 'refund', params: { unspent: 5_001 * CZK } });
  await third.complete('refund', 'received', accountant, { amount: 5_001 * CZK, receivedOn: '2027-01-02' });
  await ended(third, 'settled');

  const declined = await application();
  await evaluated(declined);
  await declined.complete('proposal', 'decline', officer);
  await declined.complete('councilDecision', 'defer', secretary);
  await declined.complete('councilDecision', 'refuse', secretary, resolution);
  await ended(declined, 'refused');

  time.world.lookups.awardedThisYear = { awarded: 50_000 * CZK + 1 };
  const spent = await application();
  await evaluated(spent);
  await spent.complete('proposal', 'decline', officer);
  await spent.complete('assemblyDecision', 'refuse', secretary, resolution);
  await ended(spent, 'refused');
  time.world.lookups.awardedThisYear = { awarded: 0 };
});

it('comes to the assembly when the applicant was given more while it waited, or when the council refers it', async () => {
  const waited = await application();
  await evaluated(waited);
  await waited.complete('proposal', 'recommend', officer, { amount: 30_000 * CZK });
  time.world.lookups.awardedThisYear = { awarded: 20_000 * CZK + 1 };
  await waited.complete('councilDecision', 'defer', secretary);
  time.world.lookups.awardedThisYear = { awarded: 0 };
  expect(recorded(waited).decidedBy).toBe('assembly');
  await waited.complete('assemblyDecision', 'defer', secretary);
  await waited.complete('assemblyDecision', 'refuse', secretary, resolution);
  await ended(waited, 'refused');

  const referred = await application();
  await evaluated(referred);
  await referred.complete('proposal', 'recommend', officer, { amount: 30_000 * CZK });
  await referred.complete('councilDecision', 'refer', secretary);
  expect(recorded(referred)).toMatchObject({ decidedBy: 'assembly', councilLimit: 50_000 * CZK });
  await referred.complete('assemblyDecision', 'approve', secretary, { ...resolution, amount: 90_000 * CZK });
  await referred.complete('signature', 'notSigned', officer);
  await ended(referred, 'notConcluded');
});

it('is evaluated by whom the programme names when it comes to that', async () => {
  const kase = await application(40_000 * CZK, {}, { evaluators: ['eva'] });
  await kase.complete('formalCheck', 'pass', officer);
  expect(kase.of('taskOpened').filter(({ step }) => step === 'evaluation')).toMatchObject([{ assignee: 'eva' }]);
  await kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'nekoná se' });
  await ended(kase, 'withdrawn');
  const none = await application(40_000 * CZK, {}, { evaluators: [] });
  await none.complete('formalCheck', 'pass', officer);
  expect(none.of('taskOpened').filter(({ step }) => step === 'evaluation')).toMatchObject([{ assignee: 'jana' }, { assignee: 'petr' }]);
  await none.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'nekoná se' });
  await ended(none, 'withdrawn');
});

it('is asked of nobody where groups give nobody, and the officer has it in the proposal', async () => {
  const kase = await application(40_000 * CZK, {}, { evaluators: [], byGroups: true });
  await kase.complete('formalCheck', 'pass', officer);
  expect(kase.of('taskOpened').filter(({ step }) => step === 'evaluation')).toEqual([]);
  expect(await kase.openTasks('proposal')).toHaveLength(1);
  time.world.lookups.evaluators = { evaluators: ['eva'], byGroups: true };
  await kase.complete('proposal', 'moreEvaluation', officer);
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'evaluation', assignee: 'eva' });
  await kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'nekoná se' });
  await ended(kase, 'withdrawn');
});

it('does not count the points of who is in conflict, and goes on when all are', async () => {
  const kase = await application();
  await kase.complete('formalCheck', 'pass', officer);
  await kase.complete('evaluation', 'conflict', actor('evaluator', 'jana'));
  await kase.complete('evaluation', 'conflict', actor('evaluator', 'petr'));
  expect(recorded(kase).points).toBeUndefined();
  await kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'nekoná se' });
  await ended(kase, 'withdrawn');
});

it('asks those who were added for another evaluation, and comes back where nobody was', async () => {
  const kase = await application();
  await kase.complete('formalCheck', 'pass', officer);
  await kase.complete('evaluation', 'conflict', actor('evaluator', 'jana'));
  await kase.complete('evaluation', 'submit', actor('evaluator', 'petr'), { points: 80, recommendedAmount: 1 });
  await kase.complete('proposal', 'moreEvaluation', officer);
  expect(await kase.openTasks('proposal')).toHaveLength(1);
  time.world.lookups.evaluators = { evaluators: ['petr', 'eva', 'jana'], byGroups: false };
  await kase.complete('proposal', 'moreEvaluation', officer);
  expect(kase.of('statusSet').at(-1)?.status).toBe('evaluating');
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'evaluation', assignee: 'eva' });
  await kase.complete('evaluation', 'submit', actor('evaluator', 'eva'), { points: 60.01, recommendedAmount: 1 });
  expect(recorded(kase).points).toBe(70.01); // 70.005, a half up
  await kase.complete('proposal', 'decline', officer);
  await kase.complete('councilDecision', 'refuse', secretary, resolution);
  await ended(kase, 'refused');
});

it('counts the three scores of a case evaluated before programmes had criteria', async () => {
  const kase = await application();
  await kase.complete('formalCheck', 'pass', officer);
  for (const who of ['jana', 'petr'])
    await kase.complete('evaluation', 'submit', actor('evaluator', who), { benefit: 30, quality: 20, economy: 25, recommendedAmount: 1 });
  expect(recorded(kase).points).toBe(75);
  await kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'nekoná se' });
  await ended(kase, 'withdrawn');
});

it('reminds and tells the officer when the settlement is late', async () => {
  const kase = await application(40_000 * CZK, { settlementDueOn: await day(60) });
  await evaluated(kase);
  await approved(kase, 40_000 * CZK, 'councilDecision');
  await paid(kase, 40_000 * CZK);
  await time.sleep('65 days');
  expect(kase.of('taskReminded').filter(({ step }) => step === 'settlement')).toHaveLength(2);
  expect(kase.of('taskOverdue').at(-1)).toMatchObject({ step: 'settlement', escalatedTo: 'grantOfficer' });
});

it('publishes a contract above fifty thousand in thirty days of its signing, for three years, and waits for it', async () => {
  const kase = await application(60_000 * CZK);
  await evaluated(kase);
  await approved(kase, 50_001 * CZK, 'assemblyDecision');
  const signedOn = await day(0);
  await kase.complete('signature', 'signed', officer, { contractNumber: 'S/1', signedOn });
  expect(await openSteps(kase)).toEqual(['payment', 'publishContract']);
  const due = kase.of('taskOpened').find(({ step }) => step === 'publishContract')?.dueAt ?? '';
  expect(Math.round((Date.parse(due) - Date.parse(`${signedOn}T00:00:00Z`)) / 86_400_000)).toBeGreaterThanOrEqual(30);
  await kase.complete('payment', 'paid', accountant, { amount: 50_001 * CZK, paidOn: signedOn, variableSymbol: '1' });
  await settled(kase, 50_001 * CZK);
  expect(await openSteps(kase)).toEqual(['publishContract']);
  await kase.complete('publishContract', 'published', officer, { publishedOn: '2028-02-29' });
  await ended(kase, 'settled');
  expect(recorded(kase)).toMatchObject({ contractPublishedOn: '2028-02-29', contractPublishedUntil: '2031-02-28' });

  const exactly = await application(50_000 * CZK);
  await evaluated(exactly);
  await approved(exactly, 50_000 * CZK, 'councilDecision');
  await exactly.complete('signature', 'signed', officer, { contractNumber: 'S/1', signedOn });
  expect(await openSteps(exactly)).toEqual(['payment']);
});

it('pays in parts: after a settlement, and on a day; two people check each settlement', async () => {
  const later = await day(40);
  const kase = await application(40_000 * CZK, { parts: ['60:signature', '30:settlement', `10:day:${later}`], twoReviews: true });
  await evaluated(kase);
  await approved(kase, 40_000 * CZK, 'councilDecision');
  await paid(kase, 24_000 * CZK);
  expect(kase.of('taskOpened').find(({ step }) => step === 'payment')?.params).toMatchObject({ amount: 24_000 * CZK, part: 1, parts: 3 });
  await settled(kase, 20_000 * CZK, 25_000 * CZK);
  await kase.complete('sumsCheck', 'back', accountant);
  await kase.complete('settlementCheck', 'approve', officer, { accepted: 19_000 * CZK });
  await kase.complete('sumsCheck', 'confirm', accountant);
  expect(recorded(kase)).toMatchObject({ accepted: 19_000 * CZK, documents: 25_000 * CZK, settlesAll: false });
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'payment', params: { amount: 12_000 * CZK, part: 2 } });
  await kase.complete('payment', 'paid', accountant, { amount: 12_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  expect(await openSteps(kase)).toEqual([]);
  await time.sleep('41 days');
  expect(await openSteps(kase)).toEqual(['payment']);
  await kase.complete('payment', 'paid', accountant, { amount: 4_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'settlement', params: { paid: 21_000 * CZK } });
  await settled(kase, 20_000 * CZK);
  await kase.complete('sumsCheck', 'confirm', accountant);
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'refund', params: { unspent: 1_000 * CZK } });
  await kase.complete('refund', 'received', accountant, { amount: 400 * CZK, receivedOn: '2027-01-02' });
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'refund', params: { unspent: 600 * CZK } });
  await kase.complete('refund', 'received', accountant, { amount: 600 * CZK, receivedOn: '2027-01-03' });
  await ended(kase, 'settled');
  expect(recorded(kase)).toMatchObject({ paid: 40_000 * CZK, accepted: 39_000 * CZK, returned: 1_000 * CZK });
  expect(kase.of('letterQueued').map(({ template }) => template)).toEqual([
    'received',
    'approved',
    'paid',
    'partSettled',
    'paid',
    'paid',
    'refund',
    'refundPart',
    'settled',
  ]);

  const years = await application(40_000 * CZK, { parts: [`50:day:${await day(5)}`, `50:day:${await day(20)}`], twoReviews: true });
  await evaluated(years);
  await approved(years, 40_000 * CZK, 'councilDecision');
  await years.complete('signature', 'signed', officer, { contractNumber: 'S/1', signedOn: '2026-12-05' });
  expect(await openSteps(years)).toEqual([]);
  await time.sleep('21 days');
  await years.complete('payment', 'paid', accountant, { amount: 20_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  await years.complete('payment', 'paid', accountant, { amount: 20_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  await settled(years, 40_000 * CZK);
  await years.complete('sumsCheck', 'confirm', accountant);
  await ended(years, 'settled');

  const part = await application(40_000 * CZK, { parts: ['50:signature', '50:settlement'] });
  await evaluated(part);
  await approved(part, 40_000 * CZK, 'councilDecision');
  await paid(part, 20_000 * CZK);
  await settled(part, 20_000 * CZK);
  await part.complete('payment', 'paid', accountant, { amount: 20_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  await settled(part, 20_000 * CZK);
  await ended(part, 'settled');
});

it('changes the contract while the project runs: one request at a time, each with its own decision', async () => {
  const kase = await application(90_000 * CZK, { settlementDueOn: await day(100), parts: ['50:signature', '50:settlement'] });
  await evaluated(kase);
  await approved(kase, 90_000 * CZK, 'assemblyDecision');
  await paid(kase, 45_000 * CZK);
  await kase.complete('publishContract', 'published', officer, { publishedOn: await day(0) });
  const ask = () => kase.complete('changeRequest', 'submit', applicant);
  const dueOfSettlement = () =>
    [...kase.of('taskMoved'), ...kase.of('taskOpened')].find(({ step }) => step === 'settlement')?.dueAt?.slice(0, 10);

  await ask();
  expect(await kase.openTasks('changeRequest')).toEqual([]);
  const moved = await day(160);
  await kase.complete('changeCheck', 'accept', officer, { settlementDueOn: moved });
  expect(dueOfSettlement()).toBe(moved);
  expect(
    kase
      .of('letterQueued')
      .slice(-2)
      .map(({ template, to }) => [template, to]),
  ).toEqual([
    ['changeAccepted', { kind: 'applicant' }],
    ['kernel.moved', { kind: 'applicant' }],
  ]);

  await ask();
  await kase.complete('changeCheck', 'refuse', officer);
  await ask();
  await kase.complete('changeCheck', 'propose', officer);
  await kase.complete('changeDecision', 'refuse', secretary, resolution);
  await ask();
  await kase.complete('changeCheck', 'propose', officer);
  await kase.complete('changeDecision', 'approve', secretary, { ...resolution, amount: 80_000 * CZK });
  await kase.complete('amendmentSignature', 'notSigned', officer);
  expect(recorded(kase).awarded).toBe(90_000 * CZK);
  await ask();
  await kase.complete('changeCheck', 'propose', officer);
  await kase.complete('changeDecision', 'approve', secretary, { ...resolution, amount: 80_000 * CZK, settlementDueOn: await day(200) });
  await kase.complete('amendmentSignature', 'signed', officer, { signedOn: await day(0), amendmentNumber: 'D/1' });
  expect(recorded(kase)).toMatchObject({ awarded: 80_000 * CZK, settlementDueOn: await day(200), amendmentNumber: 'D/1' });
  await kase.complete('publishContract', 'published', officer, { publishedOn: await day(1) });
  expect(time.world.made.filter((key) => key.startsWith(kase.id)).map((key) => key.split('/')[1])).toEqual([
    'contract.1',
    'amendment.1',
    'amendment.2',
  ]);

  await kase.complete('eventAnnouncement', 'submit', applicant);
  await kase.complete('eventAnnouncement', 'submit', applicant);
  await settled(kase, 45_000 * CZK);
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'payment', params: { amount: 35_000 * CZK } });
  await kase.complete('payment', 'paid', accountant, { amount: 35_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  await ask();
  await settled(kase, 35_000 * CZK);
  // What was begun is finished before the case ends; what was only offered is withdrawn.
  expect(await openSteps(kase)).toEqual(['changeCheck']);
  expect(kase.of('taskCancelled').map(({ step, reason }) => [step, reason])).toEqual([['eventAnnouncement', 'over']]);
  await kase.complete('changeCheck', 'accept', officer);
  await ended(kase, 'settled');

  const small = await application(40_000 * CZK);
  await evaluated(small);
  await approved(small, 40_000 * CZK, 'councilDecision');
  await small.complete('signature', 'signed', officer, { contractNumber: 'S/1', signedOn: await day(0) });
  await small.complete('changeRequest', 'submit', applicant);
  await small.complete('changeCheck', 'propose', officer);
  await small.complete('changeDecision', 'approve', secretary, resolution);
  await small.complete('amendmentSignature', 'signed', officer, { signedOn: await day(0), amendmentNumber: 'D/1' });
  await small.complete('payment', 'paid', accountant, { amount: 40_000 * CZK, paidOn: '2026-12-20', variableSymbol: '1' });
  await settled(small, 40_000 * CZK);
  await ended(small, 'settled');
});

it('took every declared way, and no other', () => {
  const key = ({ from, to }: Way): string => `${from} -> ${to}`;
  expect([...new Set(taken.map(key))].sort()).toEqual([...new Set(declaredWays(grantProcess).map(key))].sort());
});
