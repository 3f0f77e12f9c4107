import { judged, sumOf } from './judging';

const row = { description: 'F1: Sítě', fromGrant: 20_000_00, verdict: 'accepted', accepted: 20_000_00 };

it('keeps amount and reason in step with the verdict', () => {
  const refused = { ...judged(row, 'refused'), reason: 'není k projektu' };
  expect(refused).toEqual({ ...row, verdict: 'refused', accepted: 0, reason: 'není k projektu' });
  expect(judged(refused, 'partly')).toEqual({ ...row, verdict: 'partly', accepted: 0, reason: 'není k projektu' });
  expect(judged(refused, 'accepted')).toEqual(row);
});

it('adds up what is accepted and what was claimed', () => {
  const rows = [row, { ...row, verdict: 'partly', accepted: 1 }];
  expect(sumOf(rows, 'accepted')).toBe(20_000_01);
  expect(sumOf(rows, 'fromGrant')).toBe(40_000_00);
});
