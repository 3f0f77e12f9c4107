import { ZONE } from '../../processes/calendar';

/** Made once: an export has tens of thousands of moments, and luxon takes ten times as long over each. Swedish writes `2026-05-20 14:05:00`. */
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** The wall clock in Prague at an ISO moment: `2026-05-20 14:05:00`. */
export function wallClock(moment: string): string {
  return clock.format(new Date(moment));
}

/** `2026-05-20` as `20.05.2026`, which a Czech Excel takes for a day. */
export function czechDay(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
