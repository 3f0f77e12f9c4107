/** Temporal Schedules: whatever the house does by the calendar and with effect. A run that was missed is made up for. */
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import { ZONE } from '../processes/calendar';
import { CASES_QUEUE } from '../workflows/messages';

const schedules: readonly ScheduleOptions[] = [
  {
    scheduleId: 'daily-seal',
    // A quarter past midnight: the events of the last minutes are committed by then.
    spec: { calendars: [{ hour: 0, minute: 15 }], timezone: ZONE },
    action: { type: 'startWorkflow', workflowType: 'dailySeal', taskQueue: CASES_QUEUE, args: [], workflowId: 'daily-seal' },
    policies: {
      // After an outage of days every day gets its seal, one after another: skipping would leave days without one.
      overlap: ScheduleOverlapPolicy.BUFFER_ALL,
      catchupWindow: '365 days',
      pauseOnFailure: false,
    },
  },
];

/** Sets up the schedules, or brings those that are there to what this version says. Safe to call at every start. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const wanted of schedules) {
    try {
      await client.schedule.create(wanted);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action, policies } = wanted;
      await client.schedule
        .getHandle(wanted.scheduleId)
        .update((known) => ({ ...known, spec, action: { ...known.action, ...action }, policies }));
    }
  }
}
