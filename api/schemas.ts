/** Schemas that many routes share; each piece of text is trimmed where it enters. */
import { z } from 'zod';
import { isBankAccount, isDay, isIco } from '../processes/identifiers';
import { roleNames, type Role } from '../processes/roles';
import type { PersonRef } from '../processes/views';
import { says } from './http/zodWords';

export const id = z.uuid();

/** A record's id in the path: `/api/users/:id`. */
export const idParams = z.strictObject({ id });

/** How react-admin asks a list for named records. */
export const ids = z.array(id).max(200).optional();

/** What a person typed to search by. */
export const searchText = z.string().trim().max(200).optional();

/** One line of text: no line breaks or control characters, which have no place in a name, a subject or a file. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (text) => !/\p{Cc}/u.test(text),
      says('Má to být jeden řádek bez zvláštních znaků.', 'It should be one line without control characters.'),
    );

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const password = z
  .string()
  .min(10)
  // Enough for any sentence; beyond it hashing would only be a way to keep the server busy.
  .max(200);

export const personName = line(2, 200);

export const phone = line(0, 20)
  .refine(
    (text) => text === '' || /^\+?[0-9 ]{6,20}$/.test(text),
    says('Telefon jsou číslice a mezery, třeba +420 601 234 567.', 'A phone number is digits and spaces, for example +420 601 234 567.'),
  )
  .transform((text) => (text === '' ? null : text))
  .nullable();

export const language = z.enum(['cs', 'en']);

export const role = z.enum(roleNames as readonly [Role, ...Role[]]);

/** A day that is in the calendar, `yyyy-MM-dd`. */
export const day = z
  .string()
  .refine(
    isDay,
    says(
      'Zadejte skutečné datum mezi lety 1900 a 2199 (rok-měsíc-den).',
      'Enter a real date between the years 1900 and 2199 (year-month-day).',
    ),
  );

/** Amount: a whole number of haléř, not negative. */
export const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const ico = z
  .string()
  .trim()
  .refine(
    isIco,
    says('IČO má osm číslic a tyto k sobě nepatří; zkontrolujte je.', 'The identification number has eight digits; check them.'),
  );

export const bankAccount = z
  .string()
  .trim()
  .refine(isBankAccount, says('Takové číslo účtu není; zkontrolujte ho.', 'There is no such bank account; check it.'));

export const personRef: z.ZodType<PersonRef> = z.object({ id, name: z.string() }).meta({ id: 'PersonRef' });
