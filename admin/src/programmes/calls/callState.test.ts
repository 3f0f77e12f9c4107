import type { CallView } from '../../../../processes/programmeViews';
import { callState } from './callState';

const call: CallView = {
  id: 'c',
  ordinal: 1,
  title: '',
  intakeOpensAt: '2026-11-01T07:00:00Z',
  intakeClosesAt: '2026-11-30T22:59:59Z',
  decisionDays: 90,
  settlementDueOn: '2028-01-31',
  amount: null,
  publishedAt: '2026-09-01T07:00:00Z',
  closedAt: null,
  open: true,
  version: 1,
};
const inside = new Date('2026-11-15T12:00:00Z');

describe('where a call stands', () => {
  it.each([
    ['preparing', { publishedAt: null, open: false }, 'published', inside],
    ['announced', { open: false }, 'published', new Date('2026-10-15T12:00:00Z')],
    ['open', {}, 'published', inside],
    ['over', { open: false }, 'published', new Date('2026-12-01T12:00:00Z')],
    ['ended', { open: false, closedAt: '2026-11-10T12:00:00Z' }, 'published', inside],
    ['ended', { open: false }, 'closed', inside],
    ['over', { open: false }, 'closed', new Date('2026-12-01T12:00:00Z')],
  ] as const)('is %s', (expected, change, state, now) => {
    expect(callState({ ...call, ...change }, { state }, now)).toBe(expected);
  });
});
