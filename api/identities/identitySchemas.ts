/** What is taken in of an identity, and its views as schemas; each piece of text is trimmed where it enters. */
import { z } from 'zod';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { IDENTITY_LIMITS, identityRights } from '../../processes/identities/identity';
import type * as view from '../../processes/identities/views';
import { says } from '../http/zodWords';
import { bankAccount, day, ico, line } from '../schemas';

const { rows, name, ground, share, years } = IDENTITY_LIMITS;

const list = <S extends z.ZodType>(row: S) => z.array(row).max(rows).default([]);
const shares = list(z.strictObject({ name: line(1, name), share: line(0, share).default('') }));
const postcode = z
  .string()
  .trim()
  .refine((text) => /^[1-7]\d{2} ?\d{2}$/.test(text), says('PSČ má pět číslic, třeba 100 00.', 'A postcode has five digits.'))
  .transform((text) => `${text.slice(0, 3)} ${text.slice(-2)}`);

export const right = z.enum(identityRights);
const kind = z.enum(['natural', 'legal']);

export const identityFields = z.strictObject({
  kind,
  name: line(1, name),
  ico: ico.nullable().default(null),
  birthDate: day.nullable().default(null),
  legalForm: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .default(null),
  street: line(1, 200),
  municipality: line(1, 100),
  postcode,
  representatives: list(z.strictObject({ name: line(1, name), ground: line(0, ground).default('') })),
  owners: shares,
  holdings: shares,
  bankAccount: bankAccount.nullable().default(null),
  pastSupport: list(
    z.strictObject({
      provider: line(1, name),
      purpose: line(1, 200),
      year: z.int().min(years[0]).max(years[1]),
      amount: z.int().min(0).max(MAX_AMOUNT),
    }),
  ),
});
export type IdentityFields = z.output<typeof identityFields>;

const person = z.object({ id: z.string(), name: z.string() });
const moment = z.string();
const text = z.string();

export const identityRow = z.object({
  id: text,
  kind,
  name: text,
  ico: text.nullable(),
  municipality: text,
  may: right,
  manages: z.boolean(),
  version: z.int(),
}) satisfies z.ZodType<view.IdentityRow>;

const granted = z.object({
  caseId: text,
  number: text,
  title: text,
  programmeTitle: text.nullable(),
  year: z.int(),
  requested: z.int(),
  awarded: z.int().nullable(),
  paid: z.int().nullable(),
}) satisfies z.ZodType<view.GrantedHere>;

const data = z.object({
  kind,
  name: text,
  ico: text.nullable(),
  birthDate: text.nullable(),
  legalForm: text.nullable(),
  street: text,
  municipality: text,
  postcode: text,
  representatives: z.array(z.object({ name: text, ground: text })),
  owners: z.array(z.object({ name: text, share: text })),
  holdings: z.array(z.object({ name: text, share: text })),
  bankAccount: text.nullable(),
  pastSupport: z.array(z.object({ provider: text, purpose: text, year: z.int(), amount: z.int() })),
});
const people = z.array(z.object({ person, email: text, may: right, since: moment }));

export const identityView: z.ZodType<view.IdentityView> = data.extend({
  id: text,
  may: right,
  manages: z.boolean(),
  version: z.int(),
  updatedAt: moment,
  manager: person,
  people,
  invitations: z.array(z.object({ id: text, email: text, may: right, expiresAt: moment })),
  granted: z.array(granted),
});

export const invitationView: z.ZodType<view.InvitationView> = z.object({
  identityName: text,
  may: right,
  invitedBy: text,
  email: text,
});

export const identityDocumentView: z.ZodType<view.IdentityDocumentView> = z.object({
  id: text,
  title: text,
  fileName: text,
  mediaType: text,
  size: z.int(),
  validUntil: text.nullable(),
  expired: z.boolean(),
  createdAt: moment,
});

export const applicantIdentityRow: z.ZodType<view.ApplicantIdentityRow> = z.object({
  id: text,
  kind,
  name: text,
  ico: text.nullable(),
  municipality: text,
  people: z.int(),
  cases: z.int(),
  awarded: z.int(),
});

export const applicantIdentityView: z.ZodType<view.ApplicantIdentityView> = data.extend({
  id: text,
  manager: person,
  people,
  granted: z.array(granted),
});
