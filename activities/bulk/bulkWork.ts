/** What the workflow of bulk acts asks of the world. Types only: it is read where neither Node nor a database exists. */
import type { BulkInput } from '../../workflows/messages';

export interface BulkItemInput extends BulkInput {
  readonly position: number;
}

export interface BulkActivities {
  /** Positions of the items that have not ended yet. */
  waitingBulkItems(input: BulkInput): Promise<readonly number[]>;
  /** Sends the item to its case, once, and notes how it ended. Throws what passes by itself, to be tried again. */
  sendBulkItem(input: BulkItemInput): Promise<void>;
  /** Notes that every item has ended. */
  endBulk(input: BulkInput): Promise<void>;
}
