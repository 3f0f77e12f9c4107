import { dueInWords } from './due';

const now = new Date('2026-11-20T09:00:00Z');

describe('when a task is due, in words', () => {
  it.each([
    ['2026-11-20T22:59:59.999Z', 'today', 0, 'soon'],
    ['2026-11-21T22:59:59.999Z', 'tomorrow', 1, 'soon'],
    ['2026-11-23T22:59:59.999Z', 'left', 3, 'soon'],
    ['2026-12-10T22:59:59.999Z', 'left', 20, 'calm'],
    ['2026-11-18T22:59:59.999Z', 'overdue', 2, 'late'],
    ['2026-11-20T08:00:00.000Z', 'overdueToday', 0, 'late'],
  ])('%s is %s %i', (dueAt, key, count, tone) => {
    expect(dueInWords(dueAt, now)).toEqual({ key, count, tone });
  });

  it('an hour before midnight the last day is still today', () => {
    expect(dueInWords('2026-11-20T22:59:59.999Z', new Date('2026-11-20T22:00:00Z')).key).toBe('today');
  });

  it('says that the clock stands whatever the date, and nothing where nothing is due', () => {
    expect(dueInWords('2026-11-18T22:59:59Z', now, true).key).toBe('stopped');
    expect(dueInWords(null, now).key).toBe('none');
  });
});
