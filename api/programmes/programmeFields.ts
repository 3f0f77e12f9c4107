/** What an officer fills in of a programme: its own terms, and the times of its call. Amounts in haléř. */
import { z } from 'zod';
import type { Call, Programme } from '../../models';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { day, line } from '../schemas';

const text = z.string().trim().min(1).max(20_000);
export const money = z.int().min(1).max(MAX_AMOUNT);
const decisionDays = z.int().min(1).max(730);

/** When a call takes applications, and the periods that hold for what came in it. */
export const callTimes = {
  intakeOpensAt: z.iso.datetime({ offset: true }),
  intakeClosesAt: z.iso.datetime({ offset: true }),
  decisionDays: decisionDays.default(90),
  settlementDueOn: day,
} as const;

/** Contents of a programme by § 10c odst. 2 zákona č. 250/2000 Sb., with the times of its (first) call. */
export const programmeFields = z.strictObject({
  title: line(3, 200),
  areaId: z.uuid().nullable().default(null),
  area: line(0, 200).default(''),
  purpose: text,
  reasons: text,
  totalAmount: money,
  maxAmount: money,
  eligible: text,
  criteria: text,
  conditions: text,
  attachments: z.string().trim().max(20_000).default(''),
  /** Is its support de minimis (nařízení Komise (EU) 2023/2831)? */
  deMinimis: z.boolean().default(false),
  /** Does its application ask what the applicant got elsewhere? Not asked where the town does not want to know. */
  asksPastSupport: z.boolean().default(false),
  ...callTimes,
  evaluatorIds: z.array(z.uuid()).max(30).default([]),
  /** Do groups of evaluators say who evaluates, in the place of evaluatorIds? */
  evaluatorsByGroups: z.boolean().default(false),
});
export type Fields = z.output<typeof programmeFields>;

/** What may be changed; defaults are for a new one only. */
export const programmeChanges = z
  .strictObject({
    ...programmeFields.shape,
    areaId: z.uuid().nullable(),
    area: line(0, 200),
    attachments: z.string().trim().max(20_000),
    deMinimis: z.boolean(),
    asksPastSupport: z.boolean(),
    decisionDays,
    evaluatorIds: z.array(z.uuid()).max(30),
    evaluatorsByGroups: z.boolean(),
  })
  .partial();
export type Changes = z.output<typeof programmeChanges>;

/** A further call. */
export const callFields = z.strictObject({ title: line(0, 200).default(''), ...callTimes, amount: money.nullable().default(null) });
export type CallFields = z.output<typeof callFields>;

export const callChanges = z.strictObject({ ...callFields.shape, title: line(0, 200), decisionDays, amount: money.nullable() }).partial();
export type CallChanges = z.output<typeof callChanges>;

export type Times = Pick<CallFields, keyof typeof callTimes>;

export const timesOf = (call: Call): Times => ({
  intakeOpensAt: call.intakeOpensAt.toISOString(),
  intakeClosesAt: call.intakeClosesAt.toISOString(),
  decisionDays: call.decisionDays,
  settlementDueOn: call.settlementDueOn,
});

export const callFieldsOf = (call: Call): CallFields => ({ title: call.title, ...timesOf(call), amount: call.amount });

/** What an officer fills in, as it stands. @param call that the programme presents */
export const fieldsOf = (programme: Programme, call: Call): Fields => ({
  title: programme.title,
  areaId: programme.areaId,
  area: programme.area,
  purpose: programme.purpose,
  reasons: programme.reasons,
  totalAmount: programme.totalAmount,
  maxAmount: programme.maxAmount,
  eligible: programme.eligible,
  criteria: programme.criteria,
  conditions: programme.conditions,
  attachments: programme.attachments,
  deMinimis: programme.deMinimis,
  asksPastSupport: programme.asksPastSupport,
  ...timesOf(call),
  evaluatorIds: [...programme.evaluatorIds],
  evaluatorsByGroups: programme.evaluatorsByGroups,
});

/** Moments as the database keeps them. */
export const momentsOf = ({ intakeOpensAt, intakeClosesAt }: Pick<Times, 'intakeOpensAt' | 'intakeClosesAt'>) => ({
  intakeOpensAt: new Date(intakeOpensAt),
  intakeClosesAt: new Date(intakeClosesAt),
});

/** Moments written in one way, so that the same one does not look changed. */
export const plainTimes = <F extends Times>(fields: F): F => ({
  ...fields,
  intakeOpensAt: new Date(fields.intakeOpensAt).toISOString(),
  intakeClosesAt: new Date(fields.intakeClosesAt).toISOString(),
});

/** The programme's own terms, and the times that belong to its call. */
export function parted({ intakeOpensAt, intakeClosesAt, decisionDays: days, settlementDueOn, ...terms }: Fields) {
  const times: Times = { intakeOpensAt, intakeClosesAt, decisionDays: days, settlementDueOn };
  // What has a record of its area is called by the record.
  return { times, terms: { ...terms, area: terms.areaId === null ? terms.area : '' } };
}
