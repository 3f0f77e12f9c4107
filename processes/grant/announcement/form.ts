/** The form with which the holder of a grant announces an event (ohlášení akce), or says something new of one that was announced. */
import type { Form, JsonSchema } from '../../define';

/** The field that says which event it is about; its value for one that was not announced before. */
export const EVENT = 'event';
export const NEW_EVENT = 'new';

const hour = (title: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  title,
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  maxLength: 5,
  ...more,
});

/** Days and hours are those of Europe/Prague. Without an hour the event takes whole days. Earlier events are offered in `event` by withEarlier. */
export const eventForm: Form = {
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      [EVENT]: {
        type: 'string',
        title: 'O kterou akci jde',
        description: 'Už ohlášenou akci tu změníte nebo zrušíte.',
        oneOf: [{ const: NEW_EVENT, title: 'nová akce' }],
        default: NEW_EVENT,
      },
      cancelled: { type: 'boolean', title: 'Akce se nekoná, zrušte ji', default: false },
      title: { type: 'string', title: 'Název akce', minLength: 1, maxLength: 200 },
      day: { type: 'string', format: 'date', title: 'Den konání' },
      time: hour('Začátek (hodina, například 18:00)', { description: 'Bez hodiny je akce v kalendáři na celý den.' }),
      endDay: { type: 'string', format: 'date', title: 'Poslední den, když akce trvá víc dní' },
      endTime: hour('Konec (hodina, například 21:00)'),
      place: { type: 'string', title: 'Místo', minLength: 1, maxLength: 300 },
      text: {
        type: 'string',
        title: 'Pozvánka',
        description: 'Zveřejní se tak, jak ji napíšete. Nepište do ní telefon, e-mail ani adresu, které nemají být veřejné.',
        maxLength: 2000,
      },
      link: {
        type: 'string',
        title: 'Odkaz na stránku akce (začíná https://)',
        pattern: '^https?://[^\\s<>"\\\\]+\\.[^\\s<>"\\\\]+$',
        maxLength: 500,
      },
      invites: { type: 'boolean', title: 'Chci, aby obec akci zveřejnila ve svém kalendáři', default: false },
    },
    required: ['title', 'day', 'place'],
    // Only what was announced can be cancelled.
    if: { properties: { [EVENT]: { not: { const: NEW_EVENT } } }, required: [EVENT] },
    then: { properties: { cancelled: {} } },
  },
  ui: { text: { 'ui:widget': 'textarea', 'ui:options': { rows: 5 } } },
};
