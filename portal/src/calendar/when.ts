/** When an event is, in words. Its days and hours are those of Prague already, so nothing is counted over between zones here. */
import type { EventTimes } from '../../../processes/calendarViews';
import type { Language } from '../../../processes/words';
import { formatDay } from '../words/dates';

const locales: Readonly<Record<Language, string>> = { cs: 'cs-CZ', en: 'en-GB' };

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const inWords = (day: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(noon(day));

/** `2027-05` -> `květen 2027`. */
export function monthName(month: string, language: Language): string {
  return inWords(`${month}-01`, language, { month: 'long', year: 'numeric' });
}

const dayName = (day: string, language: Language): string => `${inWords(day, language, { weekday: 'long' })} ${formatDay(day, language)}`;

/** `sobota 1. 5. 2027, 18:00–21:00`; of several days both ends; the hour without its zero in front. */
export function whenInWords({ startsOn, startsAt, endsOn, endsAt }: EventTimes, language: Language): string {
  const hour = (time: string): string => time.replace(/^0/, '');
  const start = startsAt === null ? '' : `, ${hour(startsAt)}`;
  const end = endsAt === null ? '' : hour(endsAt);
  if (startsOn === endsOn) return `${dayName(startsOn, language)}${start}${end === '' ? '' : `–${end}`}`;
  return `${dayName(startsOn, language)}${start} – ${dayName(endsOn, language)}${end === '' ? '' : `, ${end}`}`;
}

export interface Month<T> {
  /** `yyyy-MM`. */
  readonly month: string;
  readonly events: readonly T[];
}

/** Events under the months in which they begin; one that began before the first day under the month of that day. */
export function byMonth<T extends EventTimes>(events: readonly T[], from: string): Month<T>[] {
  const months = new Map<string, T[]>();
  for (const event of events) {
    const month = (event.startsOn < from ? from : event.startsOn).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([month, held]) => ({ month, events: held }));
}

/** A month that somebody may have typed into the address; null where it is none. */
export function monthIn(text: string | null): string | null {
  return text !== null && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}
