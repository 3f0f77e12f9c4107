/** The views of processes/banking/views.ts as zod schemas. */
import { z } from 'zod';
import { moneyKinds } from '../../processes/banking/bankSteps';
import { whys } from '../../processes/banking/matching';
import {
  entryStates,
  orderFormats,
  type BankAccountView,
  type DueView,
  type EntryView,
  type FetchedView,
  type OrderView,
  type PairResult,
  type StatementView,
} from '../../processes/banking/views';
import { personRef } from '../schemas';

const haler = z.int();

export const dueView = z
  .object({
    id: z.string(),
    kind: z.enum(moneyKinds),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    name: z.string(),
    account: z.string().nullable(),
    amount: haler,
    variableSymbol: z.string().nullable(),
    dueAt: z.string().nullable(),
    ownAccountId: z.string().nullable(),
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
    takenBy: personRef.nullable(),
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
    duplicateOf: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'BankEntry' }) satisfies z.ZodType<EntryView>;

const stateSum = z.object({ count: z.int(), amount: haler });
export const entryCounts = z.object({ offered: stateSum, waiting: stateSum, matched: stateSum, part: stateSum, setAside: stateSum });

export const pairResults = z.array(
  z.object({ entryId: z.string(), taskId: z.string(), done: z.boolean(), why: z.string().nullable() }) satisfies z.ZodType<PairResult>,
);

export const taskMovementsView = z.object({ entries: z.array(entryView) });

export const accountView = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    isDefault: z.boolean(),
    retiredAt: z.string().nullable(),
    fio: z
      .strictObject({
        setAt: z.string(),
        setBy: personRef.nullable(),
        fetchedAt: z.string().nullable(),
        failure: z.object({ cs: z.string(), en: z.string() }).nullable(),
        failedAt: z.string().nullable(),
      })
      .nullable(),
    version: z.int(),
  })
  .meta({ id: 'BankAccount' }) satisfies z.ZodType<BankAccountView>;

export const fetchedView = z.object({ entries: z.int(), newEntries: z.int(), doubtful: z.int() }) satisfies z.ZodType<FetchedView>;
