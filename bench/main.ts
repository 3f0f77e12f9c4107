/**
 * What a click costs, in one run on the same servers: a bare Temporal workflow, the kernel's Update, the whole HTTP
 * click; one user, then 20 at once. `npm run bench -- --cases 40 --wide 120 --json`. `--lists` measures lists of ten thousand
 * applications instead, `--bulk` the decision on 233 of them at once.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client, Connection } from '@temporalio/client';
import { Command } from 'commander';
import { closeDatabase, connectDatabase } from '../models/index';
import { gatherCrew, type Crew } from '../scripts/drill/crew';
import { freePort, makeDataDir, removeDataDir, RunningSystem } from '../scripts/system';
import { measureCommit } from './commitCost';
import { clickThrough, percentiles, sideBySide, type Clicks, type Throughput, type Times } from './measure';
import { measureBulk } from './bulk';
import { measureLists } from './lists';
import { measurePdfs, printPdfs } from './pdfs';
import { printReport } from './report';
import { bareCase, httpCase, kernelCase, measuredOn, prepareCase, STEPS_A_CASE } from './ways';

const WIDTH = 20;
const WARM_UP = 5;
const SETTLING_MS = 5_000;

interface Options {
  readonly cases: number;
  readonly wide: number;
  /** Milliseconds between the clicks of one user. */
  readonly think: number;
  readonly pdfs?: boolean;
  readonly json?: boolean;
  readonly lists?: boolean;
  readonly bulk?: boolean;
}

export interface Way {
  readonly alone: Times;
  readonly together: Throughput;
}

/** Figures of one run; milliseconds, and per second. */
export interface Figures {
  readonly measuredOn: string;
  readonly stepsACase: number;
  readonly width: number;
  readonly bare: Way;
  readonly kernel: Way;
  readonly http: Way;
  /** The transaction of a rest alone. */
  readonly commit: Times;
}

async function begun<T>(count: number, begin: () => Promise<T>): Promise<T[]> {
  const cases: T[] = [];
  for (let left = count; left > 0; left -= 1) cases.push(await begin());
  return cases;
}

/** Ways of clicking through the same case: each begins one. */
type Ways = Readonly<Record<'bare' | 'kernel' | 'http', () => Promise<Clicks>>>;

/**
 * One user: a case in one way, the next one in another, and round again, so that what else goes on on the machine touches all ways alike. Beginning is not
 * measured: only what a person does afterwards.
 */
async function measureAlone(ways: Ways, { cases, think }: Options): Promise<Record<keyof Ways, Times>> {
  const names = Object.keys(ways) as (keyof Ways)[];
  for (const name of names) await clickThrough(await begun(WARM_UP, ways[name]));
  const rounds = await begun(cases, async () => Promise.all(names.map(async (name) => ({ name, clicks: await ways[name]() }))));
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS)); // letters of the beginnings
  const samples: Record<keyof Ways, number[]> = { bare: [], kernel: [], http: [] };
  for (const { name, clicks } of rounds.flat()) samples[name].push(...(await clickThrough([clicks], think)));
  return { bare: percentiles(samples.bare), kernel: percentiles(samples.kernel), http: percentiles(samples.http) };
}

async function withBareWorker<T>(address: string, namespace: string, work: () => Promise<T>): Promise<T> {
  const worker = fork(require.resolve('./bareWorker'), [address, namespace], { execArgv: process.execArgv });
  const ended = once(worker, 'exit');
  await Promise.race([once(worker, 'message'), ended.then(() => Promise.reject(new Error('The bare worker did not start')))]);
  try {
    return await work();
  } finally {
    worker.disconnect();
    await ended;
  }
}

async function measureAll(client: Client, crew: Crew, options: Options, address: string, namespace: string): Promise<Figures> {
  const say = (what: string): void => {
    if (options.json !== true) console.log(`  measuring: ${what}`);
  };
  const ways: Ways = { bare: () => bareCase(client), kernel: () => kernelCase(client, crew), http: () => httpCase(crew) };
  const together = async (way: () => Promise<Clicks>): Promise<Throughput> => sideBySide(await begun(options.wide, way), WIDTH);
  const { alone, bareTogether } = await withBareWorker(address, namespace, async () => {
    say('one user, in all three ways by turns');
    const alone = await measureAlone(ways, options);
    say('many at once, a bare workflow');
    return { alone, bareTogether: await together(ways.bare) };
  });
  say('many at once, the kernel’s Update');
  const kernelTogether = await together(ways.kernel);
  say('many at once, over HTTP');
  const httpTogether = await together(ways.http);
  return {
    measuredOn,
    stepsACase: STEPS_A_CASE,
    width: WIDTH,
    bare: { alone: alone.bare, together: bareTogether },
    kernel: { alone: alone.kernel, together: kernelTogether },
    http: { alone: alone.http, together: httpTogether },
    commit: await measureCommit(await prepareCase(crew), options.cases * STEPS_A_CASE),
  };
}

/** Measures what was asked for beside clicks. @returns false when nothing was */
async function measureOthers(crew: Crew, { lists, bulk }: Options): Promise<boolean> {
  if (bulk === true) console.log(JSON.stringify({ bulk: await measureBulk(crew) }, null, 2));
  if (lists === true) console.log(JSON.stringify({ lists: await measureLists(crew) }, null, 2));
  return bulk === true || lists === true;
}

async function main(options: Options): Promise<void> {
  if (options.pdfs === true) {
    printPdfs(await measurePdfs(options.cases));
    return;
  }
  const dataDir = makeDataDir('bench');
  const system = await RunningSystem.start({ port: await freePort(), dataDir, variables: { DEMO: 'off' } });
  try {
    for (const [name, value] of Object.entries(system.variables())) process.env[name] = value;
    const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = process.env;
    await connectDatabase({ poolSize: 4 });
    const connection = await Connection.connect({ address });
    try {
      const crew = await gatherCrew(system.url);
      if (await measureOthers(crew, options)) return;
      const figures = await measureAll(new Client({ connection, namespace }), crew, options, address, namespace);
      if (options.json === true) console.log(JSON.stringify(figures, null, 2));
      else printReport(figures);
    } finally {
      await connection.close();
      await closeDatabase();
    }
  } finally {
    await system.stop();
    removeDataDir(dataDir);
  }
}

const program = new Command('bench')
  .option('--cases <number>', 'cases of one user', Number, 40)
  .option('--wide <number>', 'cases for 20 at once', Number, 120)
  .option('--think <milliseconds>', 'pause of one user between clicks', Number, 250)
  .option('--lists', 'lists of 10 000 applications instead')
  .option('--bulk', 'the decision on 233 applications at once instead')
  .option('--pdfs', 'contracts a minute instead; starts no servers')
  .option('--json', 'figures as JSON')
  .parse();

void main(program.opts<Options>()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
