/** The proceedings on a breach by every outcome of every step, with skipped time; and no way of it undeclared or never taken. */
import { breachProcess } from '../processes/breach/definition';
import type { SmallValues } from '../processes/changes';
import { declaredWays, type Way } from '../processes/define';
import { actor, SkippedTime, type DrivenCase } from './testing/world';

let time: SkippedTime;
const taken: Way[] = [];
const inspector = actor('inspector');
const applicant = actor('applicant');
const accountant = actor('accountant');
const CZK = 100;

beforeAll(async () => {
  time = await SkippedTime.start();
}, 240_000);
afterAll(() => time.stop());

const day = async (plus: number): Promise<string> =>
  new Date((await time.env.currentTimeMs()) + plus * 86_400_000).toISOString().slice(0, 10);

const begun = (): Promise<DrivenCase> =>
  time.begin('breach', { parentCaseId: 'p', grantNumber: 'DOT-2026-0001', granted: 100_000 * CZK, suspected: 25_000 * CZK });
const found = (kase: DrivenCase, amount = 25_000 * CZK) =>
  kase.complete('inspection', 'breach', inspector, { amount, breachOn: '2026-01-31' });
async function levied(kase: DrivenCase, levy = 25_000 * CZK): Promise<void> {
  await found(kase);
  await kase.complete('statement', 'submit', applicant);
  await kase.complete('levyDecision', 'levy', inspector, { levy });
}
const paid = (kase: DrivenCase, amount: number, receivedOn: string, step = 'levyPayment') =>
  kase.complete(step, 'received', accountant, { amount, receivedOn });
async function remitted(kase: DrivenCase, values: SmallValues): Promise<void> {
  await kase.complete('remissionRequest', 'submit', applicant);
  await kase.complete('remissionDecision', 'remit', inspector, { resolutionNumber: 'ZM/1', ...values });
}
/** Ends the case and keeps the ways that it took. */
async function ended(kase: DrivenCase, result: string): Promise<void> {
  expect(await kase.result()).toBe(result);
  const standing = await kase.standing();
  expect(standing.undeclared).toEqual([]);
  taken.push(...standing.ways);
}
const recorded = (kase: DrivenCase): SmallValues => Object.assign({}, ...kase.of('recorded').map(({ values }) => values)) as SmallValues;
const letters = (kase: DrivenCase): string[] => kase.of('letterQueued').map(({ template }) => template);

it('ends where nothing was found, and tells the recipient', async () => {
  const kase = await begun();
  await kase.complete('inspection', 'nothing', inspector);
  await ended(kase, 'nothingFound');
  expect(letters(kase)).toEqual(['begun', 'nothingFound']);
});

it('calls first: what is put right is not levied, and the statement is awaited for 15 days only', async () => {
  const kase = await begun();
  await found(kase);
  await time.sleep('20 days');
  expect(kase.of('taskDone').at(-1)).toMatchObject({ step: 'statement', outcome: 'expired' });
  await kase.complete('levyDecision', 'call', inspector, { until: await day(20) });
  await kase.complete('remedy', 'notRemedied', inspector, { returned: 10_000 * CZK });
  expect(kase.of('taskOpened').at(-1)).toMatchObject({ step: 'levyDecision', params: { unlawful: 15_000 * CZK } });
  await kase.complete('levyDecision', 'call', inspector, { until: await day(20) });
  await time.sleep('30 days');
  expect(kase.of('taskOverdue')).toMatchObject([{ step: 'remedy' }]);
  await kase.complete('remedy', 'remedied', inspector, { returned: 15_000 * CZK });
  await ended(kase, 'remedied');
  expect(recorded(kase).unlawful).toBe(0);
});

it('is dropped with a reason', async () => {
  const kase = await begun();
  await found(kase);
  await kase.complete('statement', 'nothing', applicant);
  await kase.complete('levyDecision', 'drop', inspector);
  await ended(kase, 'dropped');
  expect(letters(kase).at(-1)).toBe('dropped');
});

it('collects the levy in parts and the penalty that grew on each', async () => {
  const kase = await begun();
  await levied(kase);
  await paid(kase, 10_000 * CZK, '2026-05-11'); // 100 days: 400 Kč
  await paid(kase, 15_000 * CZK, '2026-08-19'); // 200 days: 1 200 Kč
  expect(recorded(kase)).toMatchObject({ received: 25_000 * CZK, penalty: 1_600 * CZK });
  await paid(kase, 600 * CZK, '2026-09-01', 'penaltyPayment');
  await paid(kase, 1_000 * CZK, '2026-09-02', 'penaltyPayment');
  await ended(kase, 'paid');
  expect(kase.of('taskCancelled').map(({ step }) => step)).toEqual(['remissionRequest']);
  expect(letters(kase)).toEqual(['begun', 'finding', 'levy', 'levyPart', 'penalty', 'ended']);
});

it('imposes no penalty that is not above 1 000 Kč', async () => {
  const kase = await begun();
  await levied(kase);
  await paid(kase, 25_000 * CZK, '2026-05-11');
  await ended(kase, 'paid');
  expect(recorded(kase).penalty).toBe(0);
});

it('remits: refused, then in whole', async () => {
  const kase = await begun();
  await levied(kase);
  await kase.complete('remissionRequest', 'submit', applicant);
  await kase.complete('remissionDecision', 'refuse', inspector, { resolutionNumber: 'ZM/1' });
  await remitted(kase, { amount: 25_000 * CZK });
  await kase.complete('levyPayment', 'remitted', accountant);
  await ended(kase, 'remitted');
  expect(letters(kase).filter((name) => name.startsWith('remission'))).toEqual(['remissionRefused', 'remission']);
});

it('remits the rest of what was paid in part, and the penalty', async () => {
  const kase = await begun();
  await levied(kase);
  await paid(kase, 20_000 * CZK, '2026-08-19'); // 200 days: 1 600 Kč
  await remitted(kase, { amount: 5_000 * CZK });
  await kase.complete('levyPayment', 'remitted', accountant);
  expect(recorded(kase).penalty).toBe(1_600 * CZK);
  await kase.complete('remissionRequest', 'submit', applicant);
  await kase.complete('remissionDecision', 'remit', inspector, { resolutionNumber: 'ZM/2', penalty: 1_600 * CZK });
  await kase.complete('penaltyPayment', 'remitted', accountant);
  await ended(kase, 'paid');

  const early = await begun();
  await levied(early);
  await paid(early, 20_000 * CZK, '2026-02-10');
  await remitted(early, { amount: 5_000 * CZK });
  await early.complete('levyPayment', 'remitted', accountant);
  await ended(early, 'paid');
});

it('decides on a request that came before the last payment, and ends after that', async () => {
  const kase = await begun();
  await levied(kase);
  await kase.complete('remissionRequest', 'submit', applicant);
  await paid(kase, 25_000 * CZK, '2026-02-10');
  expect(await kase.openTasks('remissionDecision')).toHaveLength(1);
  await kase.complete('remissionDecision', 'refuse', inspector, { resolutionNumber: 'ZM/1' });
  await ended(kase, 'paid');
});

it('took every declared way, and no other', () => {
  const key = ({ from, to }: Way): string => `${from} -> ${to}`;
  expect([...new Set(taken.map(key))].sort()).toEqual([...new Set(declaredWays(breachProcess).map(key))].sort());
});
