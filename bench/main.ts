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
import { oneAtATime, sideBySide, type Clicks, type Throughput, type Times } from './measure';
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

async function begun(count: number, begin: () => Promise<Clicks>): Promise<Clicks[]> {
  const cases: Clicks[] = [];
  for (let left = count; left > 0; left -= 1) cases.push(await begin());
  return cases;
}

/** Beginning is not measured: only what a person does afterwards. */
async function measure(name: string, options: Options, begin: () => Promise<Clicks>): Promise<Way> {
  if (options.json !== true) console.log(`  measuring: ${name}`);
  await oneAtATime(await begun(WARM_UP, begin));
  const cases = await begun(options.cases, begin);
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS)); // letters of the beginnings
  const alone = await oneAtATime(cases, options.think);
  const together = await sideBySide(await begun(options.wide, begin), WIDTH);
  return { alone, together };
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
  const bare = await withBareWorker(address, namespace, () => measure('a bare workflow', options, () => bareCase(client)));
  const kernel = await measure('the kernel’s Update', options, () => kernelCase(client, crew));
  const http = await measure('the click over HTTP', options, () => httpCase(crew));
  const commit = await measureCommit(await prepareCase(crew), options.cases * STEPS_A_CASE);
  return { measuredOn, stepsACase: STEPS_A_CASE, width: WIDTH, bare, kernel, http, commit };
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
