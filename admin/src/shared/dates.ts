/** Dates as people write them here, always of Europe/Prague, wherever the browser stands. */
const ZONE = 'Europe/Prague';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

interface Reading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function inPrague(moment: Date): Reading {
  const found: Record<string, number> = {};
  for (const { type, value } of parts.formatToParts(moment)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

const two = (value: number): string => String(value).padStart(2, '0');

const DAY_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2026-11-21` or an ISO moment -> `21. 11. 2026`; empty for nothing. */
export function formatDate(iso: string | null | undefined): string {
  if (!iso) return '';
  const day = DAY_ONLY.exec(iso);
  if (day) return `${Number(day[3])}. ${Number(day[2])}. ${day[1]}`;
  const at = inPrague(new Date(iso));
  return `${at.day}. ${at.month}. ${at.year}`;
}

/** ISO moment -> `21. 11. 2026 11:05`; empty for nothing. */
export function formatDateTime(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = inPrague(new Date(iso));
  return `${at.day}. ${at.month}. ${at.year} ${at.hour}:${two(at.minute)}`;
}

/** ISO moment -> `11:05`. */
export function formatTime(iso: string): string {
  const at = inPrague(new Date(iso));
  return `${at.hour}:${two(at.minute)}`;
}

/** The day of a moment in Prague, `yyyy-MM-dd`. */
export function dayOf(moment: Date): string {
  const at = inPrague(moment);
  return `${at.year}-${two(at.month)}-${two(at.day)}`;
}

/** Calendar days from one moment's day to the other's; negative when `to` is earlier. */
export function daysApart(from: Date, to: Date): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
}

/** `2026-11-21` and a number of days -> the day so much later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO moment -> `2026-11-21T11:05`, what a date-and-time input shows. */
export function toLocalInput(iso: string): string {
  const at = inPrague(new Date(iso));
  return `${at.year}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}`;
}

/** `2026-11-21T11:05` of a Prague clock -> ISO moment; null for anything else. A time that the spring change skips moves on by the hour. */
export function fromLocalInput(text: string): string | null {
  const asUtc = Date.parse(`${text}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || Number.isNaN(asUtc)) return null;
  const offsetAt = (moment: number): number => {
    const at = inPrague(new Date(moment));
    return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - moment;
  };
  // The offset of the guess decides, looked at once more where the guess fell on the other side of a change of the clock.
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
}

/** `21. 11. 2026`, `21.11.2026` or `2026-11-21` -> `2026-11-21`; null for a day that does not exist. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const czech = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(trimmed);
  const iso = czech ? `${czech[3]}-${two(Number(czech[2]))}-${two(Number(czech[1]))}` : trimmed;
  if (!DAY_ONLY.test(iso)) return null;
  const moment = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== iso ? null : iso;
}
