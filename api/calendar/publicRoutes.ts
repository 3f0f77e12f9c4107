import { z } from 'zod';
import { inTenant } from '../../models/database';
import { notFound } from '../problems';
import { sendPublic, sendPublicJson } from '../public/publicData';
import { params, tenantOf } from '../public/publicTenant';
import { route, type Route } from '../route';
import { today } from '../today';
import { calendarQuery, daysOf, feedEvents, oneEvent, publicCalendar } from './calendarQuery';
import { calendarFile } from './feed';
import { publicCalendarView } from './schemas';

const BASE = '/api/public/:slug/calendar';
const TYPE = 'text/calendar; charset=utf-8';

export const publicCalendarRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: BASE,
    summary: 'Events of a month, of the days from and to (a year at most), or of the coming year',
    auth: 'public',
    params,
    query: calendarQuery,
    response: publicCalendarView,
    handler: async (context) => {
      const { from, to } = daysOf(context.query, today());
      const { id } = await tenantOf(context.params.slug);
      return sendPublicJson(context, await inTenant(id, () => publicCalendar(from, to)));
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.ics`,
    summary: 'The calendar for subscribing: what is to come and what was in the last year',
    auth: 'public',
    params,
    produces: 'text/calendar',
    handler: async (context) => {
      const { id, slug, name } = await tenantOf(context.params.slug);
      const { publicUrl } = context.services.environment;
      const events = await inTenant(id, () => feedEvents(today()));
      const calendar = {
        name: `Kalendář akcí: ${name}`,
        page: `${publicUrl}/${slug}/kalendar`,
        source: `${publicUrl}/api/public/${slug}/calendar.ics`,
      };
      return sendPublic(context, { body: calendarFile(calendar, events), type: TYPE, fileName: `kalendar-${slug}.ics` });
    },
  }),
  route({
    method: 'get',
    path: `${BASE}/:id.ics`,
    summary: 'One event as a file for a calendar',
    auth: 'public',
    params: params.extend({ id: z.uuid() }),
    produces: 'text/calendar',
    handler: async (context) => {
      const { id, slug, name } = await tenantOf(context.params.slug);
      const event = await inTenant(id, () => oneEvent(context.params.id));
      if (!event) throw notFound();
      const calendar = { name, page: `${context.services.environment.publicUrl}/${slug}/kalendar`, source: null };
      return sendPublic(context, { body: calendarFile(calendar, [event]), type: TYPE, fileName: `akce-${event.startsOn}.ics` });
    },
  }),
];
