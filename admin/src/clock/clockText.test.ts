import polyglotI18nProvider from 'ra-i18n-polyglot';
import { calendarDays, workingDays } from '../../../processes/calendar';
import { endClock, readClock, resumeClock, startClock, stopClock, type Clock } from '../../../processes/clock';
import { cs } from '../i18n/cs';
import { clockText } from './clockText';

const day = (text: string): Date => new Date(`${text}T09:00:00Z`);
const { translate } = polyglotI18nProvider(() => cs as never, 'cs');
const started = startClock(day('2026-11-02'), calendarDays(90), '§ 1');

const say = (clock: Clock, on: string, result: string | null = null): string =>
  clockText({ reading: readClock(clock, day(on)), raw: clock }, result, translate);

describe('the legal clock in words', () => {
  it('does not count the day of the application', () => {
    expect(say(started, '2026-11-02')).toBe('den podání, pak 90 dní, do 1. 2. 2027');
    expect(say(started, '2026-11-03')).toBe('den 1 z 90, do 1. 2. 2027');
    expect(say(startClock(day('2026-11-02'), workingDays(3), '§'), '2026-11-02')).toBe('den podání, pak 3 pracovní dny, do 5. 11. 2026');
  });

  it('says of a decision in time on which day it came, never that the period ran out', () => {
    expect(say(endClock(started, day('2026-11-02')), '2026-12-24')).toBe('rozhodnuto v den podání (2. 11. 2026)');
    expect(say(endClock(started, day('2026-11-14')), '2027-12-24')).toBe('rozhodnuto 12. den z 90 (14. 11. 2026)');
    const stood = resumeClock(stopClock(started, day('2026-11-02'), 'doplnění', '§ 2'), day('2026-11-05'));
    expect(say(endClock(stood, day('2026-11-05')), '2026-12-24')).toBe('rozhodnuto před 1. dnem z 90 (5. 11. 2026), stála 3 dny');
  });

  it('says what was late, and what ended without a decision', () => {
    expect(say(endClock(started, day('2027-02-04')), '2027-02-09')).toBe('rozhodnuto 94. den z 90 (4. 2. 2027), po lhůtě');
    expect(say(endClock(started, day('2026-11-14')), '2026-12-24', 'withdrawn')).toBe(
      'skončila 12. den z 90 (14. 11. 2026), bez rozhodnutí',
    );
    expect(say(started, '2027-02-04')).toBe('den 94 z 90, lhůta uplynula, do 1. 2. 2027');
    expect(say(stopClock(started, day('2026-11-02'), 'x', 'y'), '2026-11-02')).toBe('den 0 z 90, lhůta stojí');
  });
});
