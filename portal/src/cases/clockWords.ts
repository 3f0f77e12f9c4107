/** The legal clock in words a citizen would use. */
import type { CaseView } from '../../../processes/views';
import type { Language } from '../../../processes/words';
import type { Texts } from '../words/cs';
import { formatDay } from '../words/dates';

/** How a case ends by the applicant's own will: there is no decision then, and the step it stood in was not finished. */
const WITHDRAWN = 'withdrawn';

type CaseClock = Pick<NonNullable<CaseView['clock']>, 'reading'> & { readonly raw: { readonly endedAt: string | null } };

interface About {
  /** It is the applicant for whom the clock stands. */
  readonly waitsForApplicant: boolean;
  readonly result: string | null;
}

/** What the clock of a case says now, in sentences. */
export function clockWords({ reading, raw }: CaseClock, { waitsForApplicant, result }: About, t: Texts, language: Language): string[] {
  const days = (count: number): string => t.common.days(count, reading.unit === 'working');
  const sentences = [main()];
  if (reading.stoppedDays > 0 && !reading.stopped) sentences.push(t.cases.clockStops(days(reading.stoppedDays)));
  return sentences;

  /** The day on which it ended; the day of the application itself is not counted. */
  function onDay(): string {
    if (reading.onStartDay) return t.cases.clockOnStart;
    return reading.day < 1 ? t.cases.clockBeforeFirst(reading.of) : t.cases.clockOnDay(reading.day, reading.of);
  }

  function main(): string {
    if (raw.endedAt !== null) {
      if (result === WITHDRAWN) return t.cases.clockEndedWithout(onDay());
      return reading.overdue ? t.cases.clockEndedLate(onDay()) : t.cases.clockEnded(onDay());
    }
    if (reading.stopped || reading.dueAt === null) {
      if (!waitsForApplicant) return t.cases.clockStoppedOffice(days(reading.day));
      return reading.day === 0 ? t.cases.clockStoppedAtOnce : t.cases.clockStopped(days(reading.day));
    }
    const until = formatDay(reading.dueAt, language);
    if (reading.overdue) return t.cases.clockOver(until);
    return reading.day === 0 ? t.cases.clockFirst(days(reading.of), until) : t.cases.clockRuns(reading.day, reading.of, until);
  }
}
