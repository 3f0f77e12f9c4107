/**
 * Days as the Czech law counts them: Europe/Prague, working days, public holidays of zákon č. 245/2000 Sb.
 * Pure functions of the dates passed in; nothing here asks what time it is.
 */
import { DateTime } from 'luxon';

export const ZONE = 'Europe/Prague';

/** A length of time in days; `working` counts Monday to Friday without public holidays. */
export interface Duration {
  readonly days: number;
  readonly unit: 'working' | 'calendar';
}

export function workingDays(days: number): Duration {
  return { days, unit: 'working' };
}

export function calendarDays(days: number): Duration {
  return { days, unit: 'calendar' };
}

/** The first moment of a day of Prague. @param day `yyyy-MM-dd` */
export function startOfDay(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).startOf('day').toJSDate();
}

/** The calendar year in Prague. */
export function yearOf(moment: Date): number {
  return DateTime.fromJSDate(moment, { zone: ZONE }).year;
}

/** Fixed public holidays (§ 1 and § 2 zákona č. 245/2000 Sb.), month and day. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-08', '07-05', '07-06', '09-28', '10-28', '11-17', '12-24', '12-25', '12-26']);

/** Days since 1970-01-01: stepping from day to day needs no time zone, and asking one costs more than all the rest. */
type Day = number;

const DAY_MS = 86_400_000;

const plainDay = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY_MS;

/** The day in Prague. */
function dayOf(moment: DateTime): Day {
  const { year, month, day } = moment.setZone(ZONE);
  return plainDay(year, month, day);
}

/** The first moment of the day in Prague. */
function startOf(day: Day): DateTime {
  const date = new Date(day * DAY_MS);
  return DateTime.fromObject({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }, { zone: ZONE });
}

/** Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return plainDay(year, month, day);
}

/** Good Friday counts since 2016. */
function holiday(day: Day): boolean {
  const date = new Date(day * DAY_MS);
  if (FIXED_HOLIDAYS.has(date.toISOString().slice(5, 10))) return true;
  const year = date.getUTCFullYear();
  const fromEaster = day - easterSunday(year);
  return fromEaster === 1 || (fromEaster === -2 && year >= 2016);
}

function working(day: Day): boolean {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holiday(day);
}

/** Is the day (any moment of it, in Prague) a public holiday? */
export function isHoliday(moment: DateTime): boolean {
  return holiday(dayOf(moment));
}

export function isWorkingDay(moment: DateTime): boolean {
  return working(dayOf(moment));
}

/** Days of the unit in (from, to]: the day itself is not counted, the last one is (§ 40 odst. 1 písm. a) zákona č. 500/2004 Sb.). Zero when `to` is not after `from`. */
export function daysBetween(from: DateTime, to: DateTime, unit: Duration['unit']): number {
  const first = dayOf(from);
  const last = dayOf(to);
  if (last <= first) return 0;
  if (unit === 'calendar') return last - first;
  let count = 0;
  for (let day = first + 1; day <= last; day += 1) if (working(day)) count += 1;
  return count;
}

/**
 * The last day of a period of `duration` that begins on the day of `from` (not counted). A period of calendar days that
 * would end on a Saturday, Sunday or holiday ends on the next working day (§ 40 odst. 1 písm. c) zákona č. 500/2004 Sb.).
 * @returns the end of that day in Prague, the last moment in which it is still in time.
 */
export function endOfPeriod(from: DateTime, duration: Duration): DateTime {
  let day = dayOf(from);
  if (duration.unit === 'calendar') {
    day += duration.days;
    while (!working(day)) day += 1;
  } else {
    for (let left = duration.days; left > 0;) {
      day += 1;
      if (working(day)) left -= 1;
    }
  }
  return startOf(day).endOf('day');
}

/** The start of the day that lies `duration` before the day of `moment`: when a reminder is sent. */
export function daysBefore(moment: DateTime, duration: Duration): DateTime {
  let day = dayOf(moment);
  if (duration.unit === 'calendar') return startOf(day - duration.days);
  for (let left = duration.days; left > 0;) {
    day -= 1;
    if (working(day)) left -= 1;
  }
  return startOf(day);
}
