/** What the tools read from the api's answers: less than processes/views.ts promises, and checked at run time. */
import { z } from 'zod';
import { roleNames, type Role } from '../../processes/roles';

const id = z.string();
const role = z.enum(roleNames as [Role, ...Role[]]);
const person = z.object({ id, name: z.string() });

export const nothing = z.unknown();

export const sessionAnswer = z.object({
  user: z.object({ id, name: z.string(), roles: z.array(role) }),
  tenant: z.object({ id, slug: z.string(), name: z.string() }),
});

export const taskAnswer = z.object({
  id: z.string(),
  caseId: id,
  step: z.string(),
  role,
  assignee: person.nullable(),
  claimedBy: person.nullable(),
  state: z.enum(['open', 'done', 'cancelled']),
  dueAt: z.string().nullable(),
  /** Offered only. */
  optional: z.boolean(),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

export const caseAnswer = z.object({
  id,
  number: z.string(),
  title: z.string(),
  status: z.string(),
  result: z.string().nullable(),
  applicantId: z.string(),
  closedAt: z.string().nullable(),
  openTasks: z.array(taskAnswer),
});

export const completedAnswer = z.object({ case: caseAnswer.omit({ openTasks: true }), openTasks: z.array(taskAnswer) });

export const programmeAnswer = z.object({
  id,
  title: z.string(),
  state: z.enum(['draft', 'published', 'closed']),
  open: z.boolean(),
  maxAmount: z.number().int(),
  totalAmount: z.number().int(),
  intakeOpensAt: z.string(),
  version: z.number().int().optional(),
});
export type ProgrammeAnswer = z.infer<typeof programmeAnswer>;

export const draftAnswer = z.object({ id, version: z.number().int() });
export const submittedAnswer = z.object({ caseId: id, number: z.string() });

export const documentAnswer = z.object({
  id,
  title: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string().nullable(),
  state: z.enum(['queued', 'ready']),
});

export const letterAnswer = z.object({ id, subject: z.string().nullable(), state: z.enum(['queued', 'sent', 'kept']) });

export const eventAnswer = z.object({
  seq: z.number().int(),
  type: z.string(),
  at: z.string(),
  actor: person.nullable(),
});

export const caseChainAnswer = z.object({ ok: z.boolean(), events: z.number().int() });
export const auditAnswer = z.object({ ok: z.boolean(), chains: z.number().int(), events: z.number().int() });

export const registerAnswer = z.object({
  rows: z.array(
    z.object({
      caseId: id,
      projectTitle: z.string(),
      awarded: z.number().int(),
      paid: z.number().int().nullable(),
      state: z.string(),
    }),
  ),
  total: z.number().int(),
});
