/** The bare measure: a workflow with so many human steps that writes nothing. What Temporal itself costs, and nothing else. */
import { allHandlersFinished, condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** Does the next step. @returns the number of the step that waits then. */
export const stepDone = defineUpdate<number, [number]>('stepDone');

/** Waits for `steps` updates, one after another. */
export async function bare(steps: number): Promise<void> {
  let done = 0;
  let waiting = 1; // an update may come with the beginning
  setHandler(
    stepDone,
    async (step) => {
      done = step;
      await condition(() => waiting > step || done >= steps);
      return waiting;
    },
    {
      validator: (step) => {
        if (step !== waiting) throw new Error(`Step ${waiting} waits, not ${step}`);
      },
    },
  );
  for (let step = 1; step <= steps; step += 1) {
    waiting = step;
    await condition(() => done >= step);
  }
  await condition(allHandlersFinished);
}
