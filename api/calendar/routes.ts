import { z } from 'zod';
import { announcedStates, type AnnouncedEventRow, type AnnouncedState } from '../../processes/calendarViews';
import { words, type Words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import { list, type Column } from '../lists';
import { addOfficersCases } from '../officersSection/access';
import { route, type Route } from '../route';
import { day, idParams, ids, searchText } from '../schemas';
import { anywhere, Where } from '../sql';
import { announcedEvents, countAnnounced, eventsOfCase, isState } from './announced';
import { hideEvent, showEvent } from './hider';
import { announcedEventRow, ownEvent } from './schemas';

const reason = z.strictObject({ reason: z.string().trim().min(3).max(1000) });

const STATES: Readonly<Record<AnnouncedState, Words>> = {
  shown: words('v kalendáři', 'in the calendar'),
  cancelled: words('v kalendáři jako zrušená', 'in the calendar as cancelled'),
  hidden: words('skrytá úřadem', 'hidden by the office'),
  notWished: words('jen ohlášená', 'announced only'),
};

const columns: readonly Column<AnnouncedEventRow>[] = [
  { title: words('Akce', 'Event'), value: (row) => row.title },
  { title: words('Od', 'From'), value: (row) => row.startsOn },
  { title: words('Začátek', 'Beginning'), value: (row) => row.startsAt },
  { title: words('Do', 'To'), value: (row) => row.endsOn },
  { title: words('Konec', 'End'), value: (row) => row.endsAt },
  { title: words('Místo', 'Place'), value: (row) => row.place },
  { title: words('Pořádá', 'Held by'), value: (row) => row.applicantName },
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Stav', 'State'), value: (row, language) => STATES[row.state][language] },
  { title: words('Nekoná se', 'Cancelled'), value: (row, language) => (row.cancelled ? words('ano', 'yes')[language] : null) },
  { title: words('Důvod skrytí', 'Why hidden'), value: (row) => row.hiddenReason },
  { title: words('Ohlášeno', 'Announced'), value: (row) => row.announcedAt },
  { title: words('Odkaz', 'Link'), value: (row) => row.link },
];

const ORDER = { startsOn: 'e.starts_on', announcedAt: 'e.announced_at', changedAt: 'e.changed_at', title: 'e.title' } as const;

/** Announced events for the office, and the applicant's own. */
export const calendarRoutes: readonly Route[] = [
  list({
    name: 'calendar-events',
    path: '/api/calendar-events',
    summary: 'Events that applicants announced; of cases that the person reads whole',
    may: ['calendar', 'list'],
    sortable: ['startsOn', 'announcedAt', 'changedAt', 'title'],
    defaultSort: ['startsOn', 'ASC'],
    filter: z.strictObject({
      id: ids,
      q: searchText,
      from: day.optional(),
      to: day.optional(),
      state: z.enum(announcedStates).optional(),
      caseId: z.uuid().optional(),
    }),
    row: announcedEventRow,
    columns,
    find: ({ sort, offset, limit, filter }, { person, inTenant }) =>
      inTenant(async () => {
        const where = addOfficersCases(new Where(), person);
        where.addIf('e.id = any(?::uuid[])', filter.id).addIf('e.case_id = ?', filter.caseId);
        where
          .addIf('e.ends_on >= ?', filter.from)
          .addIf('e.starts_on <= ?', filter.to)
          .addIf(...isState(filter.state));
        if (filter.q !== undefined && filter.q !== '') {
          const text = anywhere(filter.q);
          where.add(
            'fold(e.title) like ? or fold(e.place) like ? or fold(c.applicant_name) like ? or fold(c.number) like ?',
            text,
            text,
            text,
            text,
          );
        }
        const [rows, total] = await Promise.all([
          announcedEvents(where, `${ORDER[sort.field]} ${sort.direction}`, limit, offset),
          countAnnounced(where),
        ]);
        return { rows, total };
      }),
  }),
  route({
    method: 'post',
    path: '/api/calendar-events/:id/hide',
    summary: 'Put an event away from the public calendar',
    auth: 'session',
    may: ['calendar', 'edit'],
    params: idParams,
    body: reason,
    ifMatch: true,
    response: announcedEventRow,
    handler: (context) => hideEvent(context, { id: context.params.id, version: context.version, reason: context.body.reason }),
  }),
  route({
    method: 'post',
    path: '/api/calendar-events/:id/show',
    summary: 'Show an event in the public calendar again',
    auth: 'session',
    may: ['calendar', 'edit'],
    params: idParams,
    body: reason,
    ifMatch: true,
    response: announcedEventRow,
    handler: (context) => showEvent(context, { id: context.params.id, version: context.version, reason: context.body.reason }),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/calendar-events',
    summary: 'Events that were announced in the case',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    response: z.array(ownEvent),
    handler: ({ person, inTenant, params }) =>
      inTenant(async () => {
        const { reading } = await readableCase(person, params.id);
        return reading === 'part' ? [] : eventsOfCase(params.id);
      }),
  }),
];
