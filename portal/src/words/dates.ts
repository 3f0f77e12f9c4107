/** Days and moments in words, always in Prague: the office's time is the law's time, wherever the reader is. */
import type { Language } from '../../../processes/words';

const ZONE = 'Europe/Prague';
const locales: Readonly<Record<Language, string>> = { cs: 'cs-CZ', en: 'en-GB' };

/** `2026-11-21` or a moment -> `21. 11. 2026`, in English `21 November 2026`; the text itself when it is no date. */
export function formatDay(iso: string, language: Language): string {
  const date = new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: language === 'cs' ? 'numeric' : 'long',
    year: 'numeric',
    timeZone: ZONE,
  })
    .format(date)
    .replace(/[\u00a0 ]/g, '\u00a0');
}

/** A moment -> `11:05` of Prague; in Czech `8:05`, in English `08:05`. */
export function formatTime(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const clock = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });
  const time = clock.format(date);
  return language === 'cs' ? time.replace(/^0/, '') : time;
}

/** A moment -> `21. 11. 2026 11:05`. */
export function formatMoment(iso: string, language: Language): string {
  return `${formatDay(iso, language)} ${formatTime(iso, language)}`;
}

/** Minutes between a moment and now, never negative. */
export function minutesSince(iso: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000));
}
