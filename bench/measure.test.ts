import { oneAtATime, percentiles, sideBySide } from './measure';

const sleep = (milliseconds: number) => () => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('reads percentiles off the sorted samples', () => {
  const samples = Array.from({ length: 100 }, (_one, index) => 100 - index);
  expect(percentiles(samples)).toEqual({ p50: 51, p95: 96, p99: 100, count: 100 });
});

it('clicks one after another, or several cases at once', async () => {
  const cases = Array.from({ length: 4 }, () => [sleep(20), sleep(20)]);
  const alone = await oneAtATime(cases);
  expect(alone.count).toBe(8);
  const together = await sideBySide(cases, 4);
  // one after another it would be 50 steps a second
  expect(together.stepsPerSecond).toBeGreaterThan(80);
  expect(together.casesPerSecond).toBeCloseTo(together.stepsPerSecond / 2);
});
