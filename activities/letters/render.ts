/** Fills a letter: plain text in, plain text out. */
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import type { LetterTemplate } from '../../processes/define';
import { formatMoney } from '../../processes/money';
import type { Language } from '../../processes/words';

/** What a letter may speak of. Values are as the procedure and the forms have them; here they become words. */
export interface LetterFields {
  readonly [name: string]: unknown;
  /** The submission of the step that the letter tells about; empty where there is none. */
  readonly submission: Readonly<Record<string, unknown>>;
}

/** A letter asks for what nobody gave. It is not sent with a hole in it. */
export class LetterFieldMissingError extends Error {
  override readonly name = 'LetterFieldMissingError';

  constructor(field: string) {
    super(`Zprávu nejde sestavit: chybí údaj „${field}“`);
  }
}

/** Numbers under these names are amounts in haléř. */
const AMOUNTS = new Set(['amount', 'requested', 'proposed', 'awarded', 'paid', 'accepted', 'returned', 'unspent', 'rest', 'penalty']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

function inWords(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `– ${inWords(name, item)}`).join('\n');
  if (typeof value === 'number') return AMOUNTS.has(name) ? formatMoney(value) : String(value).replace('.', ',');
  if (typeof value !== 'string') throw new LetterFieldMissingError(name);
  if (DAY.test(value)) return DateTime.fromISO(value, { zone: ZONE }).toFormat('d. M. yyyy');
  if (MOMENT.test(value)) return DateTime.fromISO(value, { zone: ZONE }).toFormat('d. M. yyyy H:mm');
  return value;
}

function fill(text: string, fields: LetterFields): string {
  return text.replace(/\{\{(submission\.)?(\w+)\}\}/g, (_, of: string | undefined, name: string) => {
    const value = of === undefined ? fields[name] : fields.submission[name];
    return inWords(`${of ?? ''}${name}`, value);
  });
}

/**
 * Subject and body in the language. Amounts become `7 620 Kč`, days `21. 11. 2026`, lists lines with a dash.
 * @throws LetterFieldMissingError naming the field that has no value
 */
export function renderLetter(template: LetterTemplate, fields: LetterFields, language: Language): { subject: string; body: string } {
  // A line break in a subject would begin another header of the mail.
  const subject = fill(template.subject[language], fields).replace(/\s+/g, ' ');
  return { subject, body: fill(template.body[language], fields) };
}
