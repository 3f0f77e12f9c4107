/** The views of processes/banking/views.ts as zod schemas. */
import { z } from 'zod';
import { whys } from '../../processes/banking/matching';
import {
  entryStates,
  orderFormats,
  type DueView,
  type EntryView,
  type OrderView,
  type PairResult,
  type StatementView,
} from '../../processes/banking/views';
import { personRef } from '../schemas';

const haler = z.int();

export const dueView = z
  .object({
    id: z.string(),
    kind: z.enum(['payment', 'refund']),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    name: z.string(),
    account: z.string().nullable(),
    amount: haler,
    variableSymbol: z.string().nullable(),
    dueAt: z.string().nullable(),
    orderIds: z.array(z.string()),
    obstacle: z.enum(['account', 'symbol', 'suspended']).nullable(),
  })
  .meta({ id: 'BankDue' }) satisfies z.ZodType<DueView>;

export const orderView: z.ZodType<OrderView> = z
  .object({
    id: z.string(),
    format: z.enum(orderFormats),
    account: z.string(),
    payOn: z.string(),
    total: haler,
    payments: z.int(),
    fileName: z.string(),
    sha256: z.string(),
    createdAt: z.string(),
    createdBy: personRef,
    cancelledAt: z.string().nullable(),
    cancelledBy: personRef.nullable(),
    cancelReason: z.string().nullable(),
    items: z.array(
      z.object({
        taskId: z.string(),
        caseId: z.string(),
        caseNumber: z.string(),
        name: z.string(),
        account: z.string(),
        amount: haler,
        variableSymbol: z.string(),
      }),
    ),
  })
  .meta({ id: 'BankOrder' });

export const statementView = z
  .object({
    id: z.string(),
    format: z.string(),
    account: z.string(),
    currency: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    firstOn: z.string().nullable(),
    lastOn: z.string().nullable(),
    entries: z.int(),
    newEntries: z.int(),
    takenAt: z.string(),
    takenBy: personRef,
  })
  .meta({ id: 'BankStatement' }) satisfies z.ZodType<StatementView>;

export const entryView = z
  .object({
    id: z.string(),
    entryId: z.string(),
    account: z.string(),
    date: z.string(),
    amount: haler,
    currency: z.string(),
    variableSymbol: z.string().nullable(),
    counterAccount: z.string().nullable(),
    counterName: z.string().nullable(),
    message: z.string().nullable(),
    reversal: z.boolean(),
    state: z.enum(entryStates),
    why: z.enum(whys).nullable(),
    taskId: z.string().nullable(),
    caseId: z.string().nullable(),
    caseNumber: z.string().nullable(),
    name: z.string().nullable(),
    dueAmount: haler.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'BankEntry' }) satisfies z.ZodType<EntryView>;

const stateSum = z.object({ count: z.int(), amount: haler });
export const entryCounts = z.object({ offered: stateSum, waiting: stateSum, matched: stateSum, part: stateSum, setAside: stateSum });

export const pairResults = z.array(
  z.object({ entryId: z.string(), taskId: z.string(), done: z.boolean(), why: z.string().nullable() }) satisfies z.ZodType<PairResult>,
);
