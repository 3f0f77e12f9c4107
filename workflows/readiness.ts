/** The smallest workflow there is: when it ends, Temporal, a worker and the database work together. */
import { proxyLocalActivities } from '@temporalio/workflow';
import type { HouseActivities } from '../activities/house';

const { touchDatabase } = proxyLocalActivities<HouseActivities>({ scheduleToCloseTimeout: '3s' });

/** @returns 'ready' when a worker has taken it and the database has answered */
export async function readiness(): Promise<'ready'> {
  await touchDatabase();
  return 'ready';
}
