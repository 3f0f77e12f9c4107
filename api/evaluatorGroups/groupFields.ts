/** What an officer fills in of a group of evaluators. */
import { z } from 'zod';
import { says } from '../http/zodWords';
import { day, line } from '../schemas';

const member = z
  .strictObject({ userId: z.uuid(), startsOn: day.nullable().default(null), endsOn: day.nullable().default(null) })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    ...says('Konec musí být v den začátku nebo po něm.', 'The end must not be before the start.'),
  });

const fields = {
  name: line(2, 100),
  active: z.boolean(),
  members: z.array(member).max(100),
  areaIds: z.array(z.uuid()).max(100),
  programmeIds: z.array(z.uuid()).max(100),
  question: line(1, 300).nullable(),
  answers: z.array(line(1, 300)).min(1).max(50).nullable(),
  labelId: z.uuid().nullable(),
} as const;

export const groupFields = z.strictObject({
  ...fields,
  active: fields.active.default(true),
  members: fields.members.default([]),
  areaIds: fields.areaIds.default([]),
  programmeIds: fields.programmeIds.default([]),
  question: fields.question.default(null),
  answers: fields.answers.default(null),
  labelId: fields.labelId.default(null),
});
export type GroupFields = z.output<typeof groupFields>;

export const groupChanges = z.strictObject(fields).partial();
export type GroupChanges = z.output<typeof groupChanges>;
