/** What the form of an announcement cannot say by itself. Days are `yyyy-MM-dd`, hours `HH:mm`, both of Europe/Prague. */
import { DateTime } from 'luxon';
import { ZONE } from '../../calendar';
import type { FieldErrors, StepContext } from '../../rules';
import { plainDate } from '../../waits';
import { words } from '../../words';
import { EVENT, NEW_EVENT } from './form';

type Data = Readonly<Record<string, unknown>>;

/** Further ahead a slip in the year is more likely than an event. */
const MOST_YEARS_AHEAD = 10;
const MOST_DAYS = 366;

const textIn = (data: Data, key: string): string | null => (typeof data[key] === 'string' && data[key] !== '' ? data[key] : null);

/** In the night in which the clocks go forward there is no half past two. */
function isOnTheClock(day: string, time: string): boolean {
  return DateTime.fromISO(`${day}T${time}`, { zone: ZONE }).toFormat('HH:mm') === time;
}

const noSuchHour = (day: string, time: string) =>
  words(
    `V noci na ${plainDate(day)} se hodiny posouvají dopředu a ${time} nebude.`,
    `The clocks go forward in the night of ${plainDate(day)} and there will be no ${time}.`,
  );

function checkDays(errors: FieldErrors, data: Data, day: string, today: string): void {
  const endDay = textIn(data, 'endDay');
  // Something new may be said of an event until its last day.
  const announced = (textIn(data, EVENT) ?? NEW_EVENT) === NEW_EVENT;
  const until = announced ? day : (endDay ?? day);
  if (until < today)
    errors.day = words(
      `Akce se ohlašuje předem; ${plainDate(until)} už byl.`,
      `An event is announced beforehand; ${plainDate(until)} has passed.`,
    );
  if (day > `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}${today.slice(4)}`)
    errors.day = words('Den konání je dál než za deset let.', 'The day is more than ten years ahead.');
  if (endDay === null) return;
  if (endDay < day) errors.endDay = words('Poslední den je před prvním.', 'The last day is before the first.');
  else if (DateTime.fromISO(endDay).diff(DateTime.fromISO(day), 'days').days > MOST_DAYS)
    errors.endDay = words(
      'Akce trvá nejvýš rok; delší ohlaste po částech.',
      'An event takes a year at most; announce a longer one in parts.',
    );
}

function checkHours(errors: FieldErrors, data: Data, day: string): void {
  const [time, endTime] = [textIn(data, 'time'), textIn(data, 'endTime')];
  const lastDay = textIn(data, 'endDay') ?? day;
  if (time === null) {
    if (endTime !== null) errors.time = words('Když znáte konec, vyplňte i začátek.', 'Where there is an end, fill in the beginning too.');
    return;
  }
  if (!isOnTheClock(day, time)) errors.time = noSuchHour(day, time);
  if (endTime === null) {
    if (lastDay > day)
      errors.endTime = words(
        'Akce trvá víc dní: vyplňte i hodinu konce, nebo nechte hodiny prázdné.',
        'The event takes several days: fill in the hour of its end too, or leave both hours empty.',
      );
    return;
  }
  if (lastDay === day && endTime <= time)
    errors.endTime = words(
      'Konec musí být po začátku. Končí-li akce po půlnoci, vyplňte i poslední den.',
      'The end must come after the beginning. Where it ends after midnight, fill in the last day too.',
    );
  else if (!isOnTheClock(lastDay, endTime)) errors.endTime = noSuchHour(lastDay, endTime);
}

/** An event is announced beforehand, ends after it begins, and only one that was announced can be cancelled. */
export function checkEvent(errors: FieldErrors, data: Data, { today }: Pick<StepContext, 'today'>): void {
  const day = textIn(data, 'day');
  if (day === null) return;
  if (data.cancelled === true && (textIn(data, EVENT) ?? NEW_EVENT) === NEW_EVENT)
    errors.cancelled = words('Zrušit lze jen akci, která už je ohlášená.', 'Only an event that was announced can be cancelled.');
  checkDays(errors, data, day, today);
  checkHours(errors, data, day);
}
