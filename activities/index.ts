/** What workflows may do to the world, by the names under which they ask for it. */
import type { KernelActivities } from '../workflows/messages';
import { bulkActivities } from './bulk/bulkActivities';
import type { BulkActivities } from './bulk/bulkWork';
import { commit } from './commit/commit';
import type { HouseActivities } from './house';
import { houseActivities } from './housekeeping';
import { closeMail } from './letters/mail';
import { lookup } from './lookup';
import { makeDocument } from './makeDocument';
import { sendLetter } from './sendLetter';

/** All activities; the database must be connected before any of them runs. */
export function createActivities(): KernelActivities & HouseActivities & BulkActivities {
  return { commit, lookup, sendLetter, makeDocument, ...houseActivities, ...bulkActivities };
}

/** Gives back what activities keep open between calls, other than the database. */
export function closeActivities(): void {
  closeMail();
}
