import { DateTime } from 'luxon';
import { ZONE } from '../processes/calendar';

/** Today in Prague, `yyyy-MM-dd`. */
export function today(): string {
  return dayOf(new Date());
}

/** Day of Prague, `yyyy-MM-dd`. */
export function dayOf(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** `21. 11. 2026 11:05` in Prague. */
export function plainMoment(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('d. M. yyyy H:mm');
}
