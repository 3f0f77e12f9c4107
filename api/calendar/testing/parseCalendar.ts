/** Reads a calendar file back as a program for calendars would: by RFC 5545 alone, with nothing of the code that wrote it. */
import { DateTime } from 'luxon';

interface Property {
  readonly parameters: Readonly<Record<string, string>>;
  /** As it stands in the file. */
  readonly raw: string;
}

export interface Component {
  readonly name: string;
  readonly properties: Readonly<Record<string, Property>>;
  readonly components: readonly Component[];
}

/** Content lines: unfolded (3.1). @throws Error where a line is longer than 75 octets, does not end with CRLF, or holds a control character */
function contentLines(file: string): string[] {
  if (!file.endsWith('\r\n')) throw new Error('The last line is not ended');
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (Buffer.byteLength(line) > 75) throw new Error(`Longer than 75 octets: ${line}`);
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error(`A control character: ${JSON.stringify(line)}`);
  }
  return lines.reduce<string[]>((unfolded, line) => {
    if (/^[ \t]/.test(line) && unfolded.length > 0) unfolded.push((unfolded.pop() ?? '') + line.slice(1));
    else unfolded.push(line);
    return unfolded;
  }, []);
}

function propertyOf(line: string): [string, Property] {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/.exec(line);
  if (!match) throw new Error(`No content line: ${line}`);
  const [, name = '', parameters = '', raw = ''] = match;
  const parts = parameters.split(';').slice(1);
  return [name, { raw, parameters: Object.fromEntries(parts.map((part) => part.split('=') as [string, string])) }];
}

export function parseCalendar(file: string): Component {
  const lines = contentLines(file);
  const read = (name: string): Component => {
    const properties: Record<string, Property> = {};
    const components: Component[] = [];
    for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
      const [key, property] = propertyOf(line);
      if (key === 'BEGIN') components.push(read(property.raw));
      else if (key === 'END') {
        if (property.raw !== name) throw new Error(`${name} ended as ${property.raw}`);
        return { name, properties, components };
      } else if (key in properties) throw new Error(`${key} twice in ${name}`);
      else properties[key] = property;
    }
    throw new Error(`${name} is not ended`);
  };
  const [, begin] = propertyOf(lines.shift() ?? '');
  const calendar = read(begin.raw);
  if (lines.length > 0) throw new Error(`After the end: ${lines.join()}`);
  return calendar;
}

/** A text as a reader sees it (3.3.11). */
export const textOf = ({ properties }: Component, name: string): string | null =>
  properties[name]?.raw.replace(/\\([\\;,nN])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign)) ?? null;

/** Minutes from UTC that hold in the zone on the clocks of a place, by the rules in the file itself. */
function offsetIn(zone: Component, local: DateTime): number {
  const changes = zone.components.map(({ properties }) => {
    const rule = properties.RRULE?.raw ?? '';
    const month = Number(/BYMONTH=(\d+)/.exec(rule)?.[1]);
    if (!rule.includes('FREQ=YEARLY') || !rule.includes('BYDAY=-1SU')) throw new Error(`Not read here: ${rule}`);
    const first = DateTime.fromFormat(properties.DTSTART?.raw ?? '', "yyyyMMdd'T'HHmmss", { zone: 'utc' });
    const last = DateTime.utc(local.year, month).endOf('month').startOf('day');
    const at = last.minus({ days: last.weekday % 7 }).set({ hour: first.hour });
    const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(properties.TZOFFSETTO?.raw ?? '') ?? [];
    return { at, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
  });
  const ordered = changes.sort((one, other) => one.at.toMillis() - other.at.toMillis());
  const holding = ordered.filter(({ at }) => at <= local).at(-1) ?? ordered.at(-1);
  if (!holding) throw new Error('A zone without rules');
  return holding.offset;
}

/** The moment (ISO in UTC) or the day (`yyyy-MM-dd`) of DTSTART or DTEND; null where it is not there. @throws Error where its zone is not in the file */
export function timeOf(calendar: Component, event: Component, name: 'DTSTART' | 'DTEND'): string | null {
  const property = event.properties[name];
  if (!property) return null;
  if (property.parameters.VALUE === 'DATE') return DateTime.fromFormat(property.raw, 'yyyyMMdd').toFormat('yyyy-MM-dd');
  const zone = calendar.components.find(
    (one) => one.name === 'VTIMEZONE' && one.properties.TZID?.raw === (property.parameters.TZID ?? 'none'),
  );
  if (!zone) throw new Error(`The zone of ${property.raw} is not in the file`);
  const local = DateTime.fromFormat(property.raw, "yyyyMMdd'T'HHmmss", { zone: 'utc' });
  return local.minus({ minutes: offsetIn(zone, local) }).toISO();
}

export const eventsIn = (calendar: Component): readonly Component[] => calendar.components.filter(({ name }) => name === 'VEVENT');
