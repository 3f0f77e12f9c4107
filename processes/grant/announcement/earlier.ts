/** Events that were announced in a case, read off what was filled in. Days are `yyyy-MM-dd`. */
import type { Form } from '../../define';
import { isRecord, propertiesOf } from '../../formSchema';
import { plainDate } from '../../waits';
import { EVENT, NEW_EVENT } from './form';

/** What was filled in at a step, with the id under which it is kept. */
export interface Answer {
  readonly id: string;
  readonly step: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AnnouncedEvent {
  /** Of the answer that announced it first. */
  readonly id: string;
  readonly title: string;
  readonly lastDay: string;
  /** What was said of it last. */
  readonly data: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Each event once, as it stands after the last word on it, in the order in which they were announced. @param answers in their order */
export function announcedEvents(step: string, answers: readonly Answer[]): AnnouncedEvent[] {
  const events = new Map<string, AnnouncedEvent>();
  for (const { id: answerId, step: at, data } of answers) {
    if (at !== step) continue;
    const said = text(data[EVENT]);
    const id = said === '' || said === NEW_EVENT ? answerId : said;
    events.set(id, { id, title: text(data.title), lastDay: text(data.endDay) || text(data.day), data });
  }
  return [...events.values()];
}

/** The form with a choice of these events beside a new one; without the question where there are none. */
export function withEarlier(form: Form, events: readonly AnnouncedEvent[]): Form {
  const { [EVENT]: question, ...others } = propertiesOf(form.schema);
  if (!question) return form;
  if (events.length === 0) return { ...form, schema: { ...form.schema, properties: others } };
  const offered = Array.isArray(question.oneOf) ? question.oneOf.filter(isRecord) : [];
  const choices = events.map(({ id, title, data }) => ({ const: id, title: `${title}, ${plainDate(text(data.day))}` }));
  const asked = { ...question, oneOf: [...offered, ...choices] };
  return { ...form, schema: { ...form.schema, properties: { [EVENT]: asked, ...others } } };
}
