import os from 'node:os';
import type { Figures, Way } from './main';

/** What the project aims at: docs/performance.md. */
const AIM = { kernelToBare: 1.6, httpToBare: 2, throughputToBare: 0.6 };

const ms = (value: number): string => value.toFixed(1).padStart(7);

function row(name: string, { alone, together }: Way): string {
  const { click, stepsPerSecond, casesPerSecond } = together;
  return `${name.padEnd(22)}${ms(alone.p50)}${ms(alone.p95)}${ms(alone.p99)}   |${ms(click.p50)}${ms(click.p95)}${ms(stepsPerSecond)}${ms(casesPerSecond)}`;
}

function aim(what: string, value: number, limit: number, atMost: boolean): string {
  const held = atMost ? value <= limit : value >= limit;
  return `${held ? '  met   ' : '  MISSED'}  ${what.padEnd(52)} ${value.toFixed(2)} (aim: ${atMost ? 'at most' : 'at least'} ${limit})`;
}

/** Prints the figures as a table, with what of a click is whose, and the aims. */
export function printReport(figures: Figures): void {
  const { bare, kernel, http, commit, width } = figures;
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `\n${figures.measuredOn}, ${os.cpus().length} cores (${cpu.trim()}), Node ${process.version}; ${figures.stepsACase} human steps a case, ${bare.alone.count} clicks of one user`,
  );
  console.log(`\n${''.padEnd(22)}${'one user (ms)'.padEnd(24)}| ${width} at once (ms)   per second`);
  console.log(`${''.padEnd(22)}    p50    p95    p99   |    p50    p95  steps  cases`);
  console.log(row('bare workflow', bare));
  console.log(row('kernel’s Update', kernel));
  console.log(row('click over HTTP', http));
  const kernelOwn = kernel.alone.p50 - bare.alone.p50 - commit.p50;
  console.log('\nOf one user’s click at the median (ms):');
  console.log(`  Temporal (a bare Update)          ${ms(bare.alone.p50)}`);
  console.log(`  Postgres (the commit of a rest)   ${ms(commit.p50)}   p95 ${commit.p95.toFixed(1)}`);
  console.log(`  kernel and the local activity     ${ms(kernelOwn)}`);
  console.log(`  api                               ${ms(http.alone.p50 - kernel.alone.p50)}`);
  console.log('\nAims:');
  console.log(aim('kernel’s Update to the bare one, p50', kernel.alone.p50 / bare.alone.p50, AIM.kernelToBare, true));
  console.log(aim('HTTP click to the bare Update, p50', http.alone.p50 / bare.alone.p50, AIM.httpToBare, true));
  console.log(
    aim(
      `HTTP steps a second to the bare ones, ${width} at once`,
      http.together.stepsPerSecond / bare.together.stepsPerSecond,
      AIM.throughputToBare,
      false,
    ),
  );
}
