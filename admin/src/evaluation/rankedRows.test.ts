import type { RankedApplication } from '../../../processes/grant/evaluationViews';
import { rankedList } from './rankedRows';

const row = (id: string, change: Partial<RankedApplication>): RankedApplication => ({
  id,
  number: id,
  title: id,
  applicantName: '',
  statusTitle: { cs: '', en: '' },
  tone: 'working',
  needed: 1,
  in: 1,
  open: 0,
  conflicts: 0,
  mean: 50,
  spread: null,
  firstCriterion: 0,
  submittedAt: '2026-01-01T00:00:00.000Z',
  requested: 100,
  recommended: 40,
  proposed: null,
  awarded: null,
  ended: false,
  taskId: null,
  data: {},
  version: 0,
  mayAssign: false,
  ...change,
});

it('counts what was awarded and proposed, adds what is typed, and draws the line by what is wanted', () => {
  const rows = [
    row('a', { awarded: 30 }),
    row('b', { taskId: 't1', proposed: 99 }),
    row('c', { proposed: 20 }),
    row('d', { taskId: 't2' }),
    row('e', { mean: null, recommended: null }),
    row('f', { proposed: 70, ended: true }),
  ];
  const list = rankedList(rows, 120, ({ id }) => (id === 'b' ? 45 : undefined));
  expect([list.committed, list.typed, list.left]).toEqual([50, 45, 25]);
  expect(list.rows.map(({ running, reached }) => [running, reached])).toEqual([
    [30, true],
    [75, true],
    [95, true],
    [135, false],
    [135, false],
    [135, false],
  ]);
  expect(list.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, null, 6]);
});

it('takes no text for an amount', () => {
  expect(rankedList([row('a', { taskId: 't' })], 100, () => 'moc').typed).toBe(0);
});
