/** Times of many clicks, and what is said of them. */
import { concurrently } from '../scripts/concurrently';

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

export interface Throughput {
  readonly casesPerSecond: number;
  readonly stepsPerSecond: number;
  readonly click: Times;
}

/** One case that has begun and is to be clicked through: each call is one human step. */
export type Clicks = readonly (() => Promise<unknown>)[];

export function percentiles(samples: readonly number[]): Times {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length };
}

/** How long one call took, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Clicks through one case after another, as one person would.
 * @param think milliseconds between clicks: nobody decides the next step in the moment in which the last one is done, and what the last one set off in the
 *   background (a letter, a contract) is over by then
 * @returns how long each click took, milliseconds
 */
export async function clickThrough(cases: readonly Clicks[], think = 0): Promise<number[]> {
  const samples: number[] = [];
  for (const clicks of cases) {
    for (const click of clicks) {
      samples.push(await timed(click));
      await new Promise((resolve) => setTimeout(resolve, think));
    }
  }
  return samples;
}

/** Clicks through all cases, `width` of them at once. */
export async function sideBySide(cases: readonly Clicks[], width: number): Promise<Throughput> {
  const samples: number[] = [];
  const seconds =
    (await timed(() =>
      concurrently(cases, width, async (clicks) => {
        for (const click of clicks) samples.push(await timed(click));
      }),
    )) / 1000;
  return { casesPerSecond: cases.length / seconds, stepsPerSecond: samples.length / seconds, click: percentiles(samples) };
}
