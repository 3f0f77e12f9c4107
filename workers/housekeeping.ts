/** Jobs of the house that may be missed, each on one worker at a time. What may not be missed is in schedules.ts. */
import { schedule, type ScheduledTask } from 'node-cron';
import { ZONE } from '../processes/calendar';
import { log } from '../models/log';
import { Leadership } from './leadership';

export interface Job {
  readonly name: string;
  /** In the manner of cron, in Prague. */
  readonly when: string;
  readonly run: () => Promise<void>;
}

/** Starts the jobs. @returns stops them and gives the leadership up, after the ones that run have ended */
export function keepHouse(jobs: readonly Job[]): () => Promise<void> {
  const leadership = new Leadership();
  const running = new Map<string, Promise<void>>();

  const attend = async ({ name, run }: Job): Promise<void> => {
    if (!(await leadership.held())) return;
    try {
      await run();
    } catch (error) {
      // It may be missed; the next time comes.
      log().warn({ err: error, job: name }, 'a job of the house failed');
    }
  };

  const tasks: ScheduledTask[] = jobs.map((job) =>
    schedule(
      job.when,
      async () => {
        if (running.has(job.name)) return;
        const run = attend(job).finally(() => running.delete(job.name));
        running.set(job.name, run);
        await run;
      },
      { timezone: ZONE, name: job.name },
    ),
  );
  return async () => {
    for (const task of tasks) await task.stop();
    await Promise.all(running.values());
    await leadership.release();
  };
}
