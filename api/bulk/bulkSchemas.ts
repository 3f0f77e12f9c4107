/** What is sent to make a bulk act, and what is shown of one. */
import { z } from 'zod';
import { bulkActs, MAX_BULK, type BulkAct, type BulkRow, type BulkView, type DecisionPreparation } from '../../processes/bulk';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { day, line } from '../schemas';
import { wordsSchema } from '../viewSchemas';

const caseId = z.uuid();
/** Chosen cases. */
export const caseIds = z.array(caseId).min(1).max(MAX_BULK);
const reason = z.string().trim().min(3).max(1000);
const votes = z.int().min(0).max(200);

const decided = z.discriminatedUnion('outcome', [
  z.strictObject({ caseId, outcome: z.literal('approve'), amount: z.int().min(0).max(MAX_AMOUNT) }),
  z.strictObject({ caseId, outcome: z.literal('refuse'), reason: z.string().trim().min(1).max(3000) }),
  z.strictObject({ caseId, outcome: z.enum(['refer', 'defer']) }),
]);

/** A resolution of one body on many cases; amounts in haléř. */
export const decisionBody = z.strictObject({
  body: z.enum(['council', 'assembly']),
  resolutionNumber: line(1, 60),
  decidedOn: day,
  votesFor: votes,
  votesAgainst: votes,
  votesAbstained: votes,
  /** The resolution's document, uploaded to one of the cases. */
  documentId: z.uuid().optional(),
  items: z.array(decided).min(1).max(MAX_BULK),
});
export type Decision = z.output<typeof decisionBody>;

/** The step whose due day moves is open in every chosen case. */
export const deadlineBody = z.strictObject({ step: z.string().regex(/^\w{1,60}$/), until: day, reason, caseIds });
export type Deadline = z.output<typeof deadlineBody>;

export const messageBody = z.strictObject({ subject: line(3, 150), text: z.string().trim().min(3).max(5000), caseIds });
export type Message = z.output<typeof messageBody>;

export const accepted = z.object({ id: z.uuid() });

const act = z.enum(Object.keys(bulkActs) as [BulkAct, ...BulkAct[]]);
const smallValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

const row = z.object({
  id: z.string(),
  act,
  by: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  what: smallValues,
  all: z.int(),
  done: z.int(),
  refused: z.int(),
});
export const bulkRow: z.ZodType<BulkRow> = row;

export const bulkView: z.ZodType<BulkView> = row.extend({
  items: z.array(
    z.object({
      position: z.int(),
      caseId: z.string(),
      caseNumber: z.string(),
      caseTitle: z.string(),
      applicantName: z.string(),
      state: z.enum(['waiting', 'done', 'refused']),
      outcome: wordsSchema.nullable(),
      amount: z.int().nullable(),
      why: wordsSchema.nullable(),
      endedAt: z.string().nullable(),
    }),
  ),
});

export const preparation: z.ZodType<DecisionPreparation> = z.object({
  cases: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      title: z.string(),
      applicantName: z.string(),
      programmeId: z.string(),
      recipient: z.string(),
      requested: z.int(),
      proposed: z.int().nullable(),
      body: z.enum(['council', 'assembly']).nullable(),
      why: wordsSchema.nullable(),
      councilLimit: z.int(),
      givenByYear: z.record(z.string(), z.int()),
    }),
  ),
  programmes: z.array(z.object({ id: z.string(), title: z.string(), totalAmount: z.int(), awarded: z.int() })),
});
