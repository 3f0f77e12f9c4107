/**
 * The drill: cases running, and the worker, then the whole system (database and Temporal too) killed by SIGKILL at
 * random moments. What was acknowledged must be there once. `npm run drill -- --seed 7 --cases 24 --worker-kills 3 --system-kills 2`.
 */
import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { closeDatabase, connectDatabase } from '../../models/index';
import { Chance } from '../random';
import { freePort, makeDataDir, removeDataDir, RunningSystem, type SystemOptions } from '../system';
import { checkAll, untilWorkedOff, type Check } from './checks';
import { runCase } from './clients';
import { gatherCrew, type Crew } from './crew';
import { DrillRecord, type Kill } from './record';
import { startMailSink } from './sink';

/** People at work at once. */
const LANES = 8;
/** Quiet time before a kill, seconds: long enough for some acts to get through. */
const LEAST_QUIET = 2;
const MOST_QUIET = 6;
const EFFECTS_PATIENCE_MS = 90_000;

interface Options {
  readonly seed: number;
  readonly cases: number;
  readonly workerKills: number;
  readonly systemKills: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The order of kills by the seed. */
function killsOf(options: Options, chance: Chance): Kill['what'][] {
  const left: Kill['what'][] = [
    ...Array<'worker'>(options.workerKills).fill('worker'),
    ...Array<'system'>(options.systemKills).fill('system'),
  ];
  const order: Kill['what'][] = [];
  while (left.length > 0) order.push(...left.splice(chance.whole(0, left.length - 1), 1));
  return order;
}

class Drill {
  readonly record = new DrillRecord();
  private killing = true;
  private serial = 0;

  constructor(
    private readonly options: Options,
    private readonly systemOptions: SystemOptions,
    public system: RunningSystem,
    private readonly crew: Crew,
  ) {}

  async run(): Promise<void> {
    await Promise.all([this.kills(), ...Array.from({ length: LANES }, () => this.lane())]);
  }

  /** One after another, new cases as long as something is still being killed, and until there are enough. */
  private async lane(): Promise<void> {
    while (this.killing || this.serial < this.options.cases) {
      this.serial += 1;
      await runCase(this.record, this.crew, this.options.seed, this.serial);
    }
  }

  private async kills(): Promise<void> {
    const chance = new Chance(this.options.seed);
    for (const what of killsOf(this.options, chance)) {
      await pause(1000 * (LEAST_QUIET + chance.next() * (MOST_QUIET - LEAST_QUIET)));
      await this.kill(what);
    }
    this.killing = false;
  }

  private async kill(what: Kill['what']): Promise<void> {
    if (what === 'worker') {
      // between two lives there is nobody to kill
      while (!this.system.killPart('worker')) await pause(50);
      this.note(what);
      return;
    }
    await this.system.killAll();
    this.note(what);
    this.system = await RunningSystem.start(this.systemOptions);
  }

  private note(what: Kill['what']): void {
    this.record.kills.push({ what, at: Date.now() });
    console.log(`  SIGKILL ${what}, ${this.record.acts.length} acts acknowledged so far`);
  }
}

function printTable(record: DrillRecord, checks: readonly Check[]): void {
  console.log('');
  for (const { what, ok, detail } of checks) console.log(`${ok ? '  ok  ' : 'FAILED'}  ${what.padEnd(42)} ${detail}`);
  console.log('\nFrom the kill to the first act acknowledged whose request was sent after it:');
  for (const kill of record.kills) {
    const recovery = record.recoveryOf(kill);
    console.log(`  ${kill.what.padEnd(8)} ${recovery === null ? 'the next kill came first' : `${(recovery / 1000).toFixed(1)} s`}`);
  }
  const waits = record.acts.map(({ waited }) => waited).sort((one, other) => one - other);
  const retried = record.acts.filter(({ attempts }) => attempts > 1).length;
  console.log(
    `Acts: ${waits.length}, half within ${waits[Math.floor(waits.length / 2)] ?? 0} ms, the longest ${((waits.at(-1) ?? 0) / 1000).toFixed(1)} s; ${retried} had to be sent again.`,
  );
}

/** @returns whether everything held. */
async function main(options: Options): Promise<boolean> {
  const began = Date.now();
  console.log(`Seed ${options.seed} (again: npm run drill -- --seed ${options.seed})`);
  const dataDir = makeDataDir('drill');
  const sink = await startMailSink();
  const systemOptions: SystemOptions = { port: await freePort(), dataDir, variables: { DEMO: 'off', SMTP_URL: sink.url } };
  let system: RunningSystem | undefined;
  try {
    system = await RunningSystem.start(systemOptions);
    for (const [name, value] of Object.entries(system.variables())) process.env[name] = value;
    await connectDatabase({ poolSize: 4 });
    const crew = await gatherCrew(system.url);
    console.log(`  system up after ${((Date.now() - began) / 1000).toFixed(1)} s; ${options.cases} cases or more, ${LANES} at once`);
    const drill = new Drill(options, systemOptions, system, crew);
    try {
      await drill.run();
    } finally {
      system = drill.system;
    }
    await untilWorkedOff(crew.tenantId, EFFECTS_PATIENCE_MS);
    const checks = await checkAll(drill.record, crew.tenantId, sink.received);
    printTable(drill.record, checks);
    const held = checks.every(({ ok }) => ok);
    console.log(
      `${held ? 'Everything held' : 'It did NOT hold'}: ${drill.record.cases.size} cases, ${drill.record.kills.length} kills, ${Math.round((Date.now() - began) / 1000)} s, seed ${options.seed}.`,
    );
    return held;
  } finally {
    await closeDatabase();
    await system?.stop();
    await sink.stop();
    if (process.env.KEEP_DATA === undefined) removeDataDir(dataDir);
    else console.log(`Data kept in ${dataDir}`);
  }
}

const program = new Command('drill')
  .option('--seed <number>', 'repeats the same order of kills and decisions', Number, randomInt(1_000_000))
  .option('--cases <number>', 'at least so many cases', Number, 24)
  .option('--worker-kills <number>', 'how often the worker is killed', Number, 3)
  .option('--system-kills <number>', 'how often everything is killed', Number, 2)
  .parse();

void main(program.opts<Options>()).then(
  (held) => {
    process.exitCode = held ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
