/** What the house does by the calendar, outside of any case. */
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { DateTime } from 'luxon';
import { ZONE } from '../processes/calendar';
import type { HouseActivities } from '../activities/house';
import { EFFECTS_QUEUE } from './messages';

const { sealAllTenants } = proxyActivities<HouseActivities>({
  taskQueue: EFFECTS_QUEUE,
  startToCloseTimeout: '10 minutes',
  retry: { initialInterval: '10s', maximumInterval: '10 minutes' },
});

/** When the Schedule wanted this run to begin; a run that is caught up after days seals its own day, not today's. */
const WANTED_AT = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** Seals the day before in the audit trail of every tenant. */
export async function dailySeal(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const wanted = DateTime.fromJSDate(typedSearchAttributes.get(WANTED_AT) ?? startTime, { zone: ZONE });
  await sealAllTenants(wanted.minus({ days: 1 }).toFormat('yyyy-MM-dd'));
}
