/** What the api shows of money. Dates `yyyy-MM-dd`, moments ISO; amounts integers of haléř, of movements negative where the money went out. */
import type { PersonRef } from '../views';
import type { MoneyKind } from './bankSteps';
import type { StatementEntry } from './statement';
import type { Words } from '../words';
import type { Why } from './matching';

export const orderFormats = ['abo', 'pain.001.001.03', 'pain.001.001.09'] as const;
export type OrderFormat = (typeof orderFormats)[number];

/** A task that waits for money to go out (payment), to come back (refund), or for a levy. */
export interface DueView {
  /** The id of the task. */
  readonly id: string;
  readonly kind: MoneyKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly name: string;
  /** Of the applicant; null where the application has none. */
  readonly account: string | null;
  readonly amount: number;
  readonly variableSymbol: string | null;
  readonly dueAt: string | null;
  /** From which account of the office it is paid, or to which it comes. */
  readonly ownAccountId: string | null;
  /** Live orders that have it already. */
  readonly orderIds: readonly string[];
  /** Why it cannot be ordered now; null: it can. */
  readonly obstacle: 'account' | 'symbol' | 'suspended' | null;
}

export interface OrderItemView {
  readonly taskId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly account: string;
  readonly amount: number;
  readonly variableSymbol: string;
}

export interface OrderView {
  readonly id: string;
  readonly format: OrderFormat;
  readonly account: string;
  readonly payOn: string;
  readonly total: number;
  readonly payments: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly createdAt: string;
  readonly createdBy: PersonRef;
  readonly cancelledAt: string | null;
  readonly cancelledBy: PersonRef | null;
  readonly cancelReason: string | null;
  readonly items: readonly OrderItemView[];
}

export interface StatementView {
  readonly id: string;
  readonly format: string;
  readonly account: string;
  readonly currency: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly entries: number;
  readonly newEntries: number;
  readonly takenAt: string;
  /** Null: the system itself, from Fio. */
  readonly takenBy: PersonRef | null;
}

/**
 * Where a movement stands: `offered` fits a task exactly and waits for a click; `waiting` waits for a person; `matched` is the payment of a task, `part` one of
 * several movements that are; `setAside` was put away with a reason.
 */
export const entryStates = ['offered', 'waiting', 'matched', 'part', 'setAside'] as const;
export type EntryState = (typeof entryStates)[number];

export interface EntryView extends Omit<StatementEntry, 'id'> {
  readonly id: string;
  /** As the bank names it. */
  readonly entryId: string;
  readonly account: string;
  readonly state: EntryState;
  /** Why it fits nothing exactly; null unless it is waiting. */
  readonly why: Why | null;
  /** The task that it pays, is offered to, or comes nearest to. */
  readonly taskId: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly name: string | null;
  /** What the task is about, haléř. */
  readonly dueAmount: number | null;
  /** The movement of another source that it may be; null where it is none, or a person said that it is another one. */
  readonly duplicateOf: string | null;
  /** Of the person who put it away, matched it, or said that it is no duplicate. */
  readonly reason: string | null;
}

export interface PairResult {
  readonly entryId: string;
  readonly taskId: string;
  readonly done: boolean;
  /** Why not, in the reader's language. */
  readonly why: string | null;
}

/** An account of the office. Of its token only that there is one. */
export interface BankAccountView {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** It is used where nothing else is chosen: that of the settings, or the oldest one. */
  readonly isDefault: boolean;
  readonly retiredAt: string | null;
  readonly fio: {
    readonly setAt: string;
    readonly setBy: PersonRef | null;
    readonly fetchedAt: string | null;
    /** Of the last try; null: it went well. */
    readonly failure: Words | null;
    readonly failedAt: string | null;
  } | null;
  readonly version: number;
}

/** What Fio gave. */
export interface FetchedView {
  readonly entries: number;
  readonly newEntries: number;
  /** Of the new ones: that may be known from another source. */
  readonly doubtful: number;
}
