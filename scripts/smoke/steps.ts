/** The steps of a smoke run: what was done, whether it held, how long it took. */

export interface SmokeStep {
  readonly name: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  /** What it showed, or where it fell short. */
  readonly detail: string;
}

/** A check did not hold. */
export class FellShortError extends Error {}

/** @throws FellShortError with the sentence when the condition does not hold. */
export function expectThat(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new FellShortError(otherwise);
}

export class SmokeRun {
  readonly steps: SmokeStep[] = [];

  constructor(private readonly say: (step: SmokeStep) => void) {}

  /** Does one step and notes it. @returns what the step gave. @throws what the step threw, after noting it. */
  async step<T>(name: string, work: () => Promise<T>, detail: (result: T) => string = () => ''): Promise<T> {
    const began = performance.now();
    try {
      const result = await work();
      this.note({ name, ok: true, milliseconds: performance.now() - began, detail: detail(result) });
      return result;
    } catch (error) {
      this.note({
        name,
        ok: false,
        milliseconds: performance.now() - began,
        detail: error instanceof Error ? error.message : String(error),
      });
      throw error;
    }
  }

  private note(step: SmokeStep): void {
    const rounded = { ...step, milliseconds: Math.round(step.milliseconds) };
    this.steps.push(rounded);
    this.say(rounded);
  }
}

/** Asks until the answer satisfies, at most `patience` milliseconds. @throws FellShortError */
export async function waitFor<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  patience: number,
  otherwise: string,
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > until) throw new FellShortError(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
