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

/** The calendar year in Prague. */
export function yearOf(moment: Date): number {
  return DateTime.fromJSDate(moment, { zone: ZONE }).year;
}

/** Fixed public holidays (§ 1 and § 2 zákona č. 245/2000 Sb.), month and day. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-08', '07-05', '07-06', '09-28', '10-28', '11-17', '12-24', '12-25', '12-26']);

/** Easter Sunday of a Gregorian year (the anonymous algorithm of Meeus, Jones and Butcher), as `yyyy-MM-dd`. */
function easterSunday(year: number): DateTime {
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
  return DateTime.fromObject({ year, month, day }, { zone: ZONE });
}

/** Is the day (any moment of it, in Prague) a public holiday? Good Friday counts since 2016. */
export function isHoliday(moment: DateTime): boolean {
  const day = moment.setZone(ZONE).startOf('day');
  if (FIXED_HOLIDAYS.has(day.toFormat('MM-dd'))) return true;
  const fromEaster = Math.round(day.diff(easterSunday(day.year), 'days').days);
  return fromEaster === 1 || (fromEaster === -2 && day.year >= 2016);
}

export function isWorkingDay(moment: DateTime): boolean {
  return moment.setZone(ZONE).weekday <= 5 && !isHoliday(moment);
}

/** Days of the unit in (from, to]: the day itself is not counted, the last one is (§ 40 odst. 1 písm. a) zákona č. 500/2004 Sb.). Zero when `to` is not after `from`. */
export function daysBetween(from: DateTime, to: DateTime, unit: Duration['unit']): number {
  const first = from.setZone(ZONE).startOf('day');
  const last = to.setZone(ZONE).startOf('day');
  if (last <= first) return 0;
  if (unit === 'calendar') return Math.round(last.diff(first, 'days').days);
  let count = 0;
  for (let day = first.plus({ days: 1 }); day <= last; day = day.plus({ days: 1 })) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

/**
 * The last day of a period of `duration` that begins on the day of `from` (not counted). A period of calendar days that
 * would end on a Saturday, Sunday or holiday ends on the next working day (§ 40 odst. 1 písm. c) zákona č. 500/2004 Sb.).
 * @returns the end of that day in Prague, the last moment in which it is still in time.
 */
export function endOfPeriod(from: DateTime, duration: Duration): DateTime {
  let day = from.setZone(ZONE).startOf('day');
  if (duration.unit === 'calendar') {
    day = day.plus({ days: duration.days });
    while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  } else {
    for (let left = duration.days; left > 0;) {
      day = day.plus({ days: 1 });
      if (isWorkingDay(day)) left -= 1;
    }
  }
  return day.endOf('day');
}

/** The start of the day that lies `duration` before the day of `moment`: when a reminder is sent. */
export function daysBefore(moment: DateTime, duration: Duration): DateTime {
  let day = moment.setZone(ZONE).startOf('day');
  if (duration.unit === 'calendar') return day.minus({ days: duration.days });
  for (let left = duration.days; left > 0;) {
    day = day.minus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
