import { z } from 'zod';
import { announcedStates, type AnnouncedEventRow, type OwnEvent, type PublicCalendar } from '../../processes/calendarViews';
import { personRef } from '../schemas';

const text = z.string();
const times = { startsOn: text, startsAt: text.nullable(), endsOn: text, endsAt: text.nullable() };

export const publicCalendarView: z.ZodType<PublicCalendar> = z.object({
  from: text,
  to: text,
  events: z.array(
    // Strict: what is not named here is not published.
    z.strictObject({
      id: text,
      title: text,
      ...times,
      place: text,
      invitation: text.nullable(),
      link: text.nullable(),
      organiser: z.strictObject({ name: text, municipality: text }),
      cancelled: z.boolean(),
      changedAt: text,
    }),
  ),
  total: z.int(),
  previousMonth: text.nullable(),
  nextMonth: text.nullable(),
});

const own = z.object({
  id: text,
  title: text,
  ...times,
  place: text,
  state: z.enum(announcedStates),
  cancelled: z.boolean(),
  hiddenReason: text.nullable(),
});

export const ownEvent: z.ZodType<OwnEvent> = own;

export const announcedEventRow: z.ZodType<AnnouncedEventRow> = own.extend({
  caseId: text,
  caseNumber: text,
  applicantName: text,
  invitation: text.nullable(),
  link: text.nullable(),
  announcedAt: text,
  changedAt: text,
  hiddenAt: text.nullable(),
  hiddenBy: personRef.nullable(),
  version: z.int(),
});
