/** Announced events as a calendar file (iCalendar, RFC 5545), for programs that people plan their days in. Czech, as the events are. */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import type { FeedEvent } from './calendarQuery';
import { PRAGUE_ZONE } from './pragueZone';

/** How soon programs ask again, in seconds. */
const REFRESH_SECONDS = 3600;

/** Without control characters, which such a file must not hold; lines stay. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n\r\t]/gu, '');

/** An address as the library takes it: it escapes commas and semicolons like those of a text, which in an address they are not. */
const address = (link: string): string => plain(link).replace(/[,;]/g, (sign) => encodeURIComponent(sign));

const moment = (day: string, time = '00:00'): DateTime => DateTime.fromISO(`${day}T${time}`, { zone: ZONE });

/** The times of an entry: whole days up to the day after the last one, hours as they are on the clocks of Prague, an open end where nobody said one. */
function timesOf({ startsOn, startsAt, endsOn, endsAt }: FeedEvent): { start: DateTime; end: DateTime | null; allDay: boolean } {
  if (startsAt === null) return { start: moment(startsOn), end: moment(endsOn).plus({ days: 1 }), allDay: true };
  return { start: moment(startsOn, startsAt), end: endsAt === null ? null : moment(endsOn, endsAt), allDay: false };
}

function descriptionOf({ invitation, organiser, link, cancelled }: FeedEvent): string {
  const by = `Pořádá ${organiser.name}, ${organiser.municipality}.`;
  return [
    ...(cancelled ? ['Akce se nekoná.'] : []),
    ...(invitation === null ? [] : [invitation]),
    by,
    ...(link === null ? [] : [link]),
  ].join('\n\n');
}

interface Calendar {
  readonly name: string;
  /** Its page in the portal. */
  readonly page: string;
  /** Where the whole of it is read again; null for a file of one event. */
  readonly source: string | null;
}

/**
 * The file. An event keeps its UID for good, and SEQUENCE grows each time when it was announced anew; one that will not take place stays in it as CANCELLED.
 * The same events give the same file.
 */
export function calendarFile({ name, page, source }: Calendar, events: readonly FeedEvent[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'otevrenamesta.cz', product: 'Postup', language: 'CS' },
    method: ICalCalendarMethod.PUBLISH,
    // No zone of the whole file: its stamps would be written in it, and they must be in UTC. Each event names its own.
    timezone: { name: null, generator: () => PRAGUE_ZONE },
    url: page,
    ...(source !== null && { source, ttl: REFRESH_SECONDS }),
  });
  for (const event of events) {
    const { start, end, allDay } = timesOf(event);
    const changed = DateTime.fromISO(event.changedAt, { zone: 'utc' });
    calendar.createEvent({
      id: event.id,
      sequence: event.sequence,
      start,
      end,
      allDay,
      timezone: ZONE,
      stamp: changed,
      lastModified: changed,
      created: DateTime.fromISO(event.announcedAt, { zone: 'utc' }),
      summary: plain(event.cancelled ? `Zrušeno: ${event.title}` : event.title),
      location: plain(event.place),
      description: plain(descriptionOf(event)),
      url: event.link === null ? `${page}?mesic=${event.startsOn.slice(0, 7)}#akce-${event.id}` : address(event.link),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // What the town does is not what keeps the reader busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString().replace(/\r\n$/, '')}\r\n`;
}
