import { clickThrough, percentiles, sideBySide, type Clicks } from './measure';

/** Four cases of two clicks, and how many clicks went on at the same time at most. */
function counted(): { cases: Clicks[]; most: () => number } {
  let now = 0;
  let most = 0;
  const click = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
  };
  return { cases: Array.from({ length: 4 }, () => [click, click]), most: () => most };
}

it('reads percentiles off the sorted samples', () => {
  const samples = Array.from({ length: 100 }, (_one, index) => 100 - index);
  expect(percentiles(samples)).toEqual({ p50: 51, p95: 96, p99: 100, count: 100 });
});

it('clicks one after another', async () => {
  const { cases, most } = counted();
  expect(await clickThrough(cases)).toHaveLength(8);
  expect(most()).toBe(1);
});

it('clicks through several cases at once, each click after the one before it', async () => {
  const { cases, most } = counted();
  const together = await sideBySide(cases, 3);
  expect(most()).toBe(3);
  expect(together.click.count).toBe(8);
  expect(together.casesPerSecond).toBeCloseTo(together.stepsPerSecond / 2);
});
