import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RUNNING_ENVIRONMENT_FILE, type Environment } from '../../models/environment';
import { checkDataVersion, knownMigrations, openDataFolder, recordDataVersion, writePrivateFile, type DataFolder } from './dataFolder';
import { watchDisk } from './diskWatch';
import { buildFaces, devFace, FACES } from './faces';
import { FolderLock } from './folderLock';
import { Guardian } from './guardian';
import { localUrl, waitForHttp } from './httpReady';
import { Part, type PartContext, type PartPlan } from './part';
import { checkPublicPort, keptPorts } from './ports';
import { startPostgres } from './postgres';
import { StartProblem, type Say } from './problem';
import { nodeArguments, ROOT, runNode, spawnNode, type Variables } from './program';
import { RotatingLog } from './rotatingLog';
import { startTemporal } from './temporal';
import { findTemporalBinaries } from './temporalBinaries';
import { embeddedStore, externalStore } from './temporalDatabase';
import { prepareNamespace } from './temporalNamespace';
import { words } from './words';

const MIGRATIONS = path.join(ROOT, 'models', 'migrations');
const CLI = 'scripts/postup.ts';
const DEMO_PENDING = 'demo-pending';

/** The first readiness bundles the workflows and runs one, which on a slow machine takes its time. */
const READY_SECONDS = 120;
/** Acknowledged work is in the database, so this is for requests and activities in hand. */
const CHILD_PATIENCE_MS = 20_000;

/** A running one-machine system. */
export class Supervisor {
  private readonly aborter = new AbortController();
  private data: DataFolder | undefined;
  private context: PartContext | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly dev: boolean,
    private readonly say: Say,
    private readonly print: (text: string) => void,
  ) {}

  /**
   * Brings the whole system up and says where it is.
   * @throws StartProblem when it cannot; what was started meanwhile is to be stopped by `stop`.
   */
  async start(): Promise<void> {
    const began = Date.now();
    const { environment, say } = this;
    const migrations = knownMigrations(MIGRATIONS);
    checkDataVersion(environment.dataDir, migrations);
    const data = openDataFolder(environment.dataDir);
    this.data = data;
    const lock = FolderLock.take(data.root, data.state);
    const context: PartContext = { lock, guardian: new Guardian(), say, parts: [], stop: this.aborter.signal };
    this.context = context;
    say(words.starting());
    if (lock.crashedBefore) say(words.crashedEarlier());
    await lock.endLeftovers((left) => say(words.leftoverEnded(left.name, left.pid)));
    await checkPublicPort(environment.host, environment.port);

    const devPorts = this.dev ? await keptPorts(data.state, 'dev', FACES) : undefined;
    const [variables] = await Promise.all([
      this.startServers(data, context, migrations),
      this.dev ? undefined : buildFaces(context, data.logs),
    ]);
    const all: Variables = devPorts
      ? {
          ...variables,
          ADMIN_DEV_URL: `http://127.0.0.1:${devPorts.admin}`,
          PORTAL_DEV_URL: `http://127.0.0.1:${devPorts.portal}`,
        }
      : variables;
    say(words.startingParts());
    if (devPorts) {
      const own = {
        API_URL: localUrl(environment.host, environment.port),
        PORT: String(environment.port),
        NODE_ENV: 'development',
      };
      await Promise.all(FACES.map((face) => this.startPart(devFace(face, devPorts[face], own, this.log(face)))));
    }
    await Promise.all([this.startPart(this.node('worker', 'workers/main.ts', all)), this.startPart(this.node('api', 'api/main.ts', all))]);
    const isLoaded = !existsSync(path.join(data.state, DEMO_PENDING));
    const [early] = await Promise.all([isLoaded ? this.demoAccounts(context, all) : undefined, this.waitUntilReady(data)]);
    if (!isLoaded) await this.loadDemo(data, context, all);
    const accounts = early ?? (await this.demoAccounts(context, all));
    say(words.ready(Math.round((Date.now() - began) / 1000)));
    say(words.addresses(environment.publicUrl, data.logs));
    if (accounts !== '') {
      say(words.demoAccounts());
      this.print(`${accounts}\n\n`);
    }
    say(words.howToStop());
    watchDisk(data.root, say, this.aborter.signal);
  }

  /** Stops everything in order: no new work, then the servers, then the folder is given back. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  /** Ends everything at once. The database recovers at the next start. */
  kill(): void {
    for (const part of this.context?.parts ?? []) part.kill();
  }

  private async stopAll(): Promise<void> {
    this.aborter.abort(new StartProblem(words.stopped()));
    const { context, data } = this;
    // without a context the folder is not ours
    if (!context || !data) return;
    const isServer = (part: Part): boolean => part.name === 'postgres' || part.name === 'temporal';
    await Promise.all(context.parts.filter((part) => !isServer(part)).map((part) => part.stop()));
    for (const part of context.parts.filter(isServer).reverse()) await part.stop();
    rmSync(path.join(data.root, RUNNING_ENVIRONMENT_FILE), { force: true });
    context.guardian.farewell();
    context.lock.release();
  }

  /** Database, tables and Temporal, as far as they are ours to start. Returns the variables for the parts. */
  private async startServers(data: DataFolder, context: PartContext, migrations: readonly string[]): Promise<Variables> {
    const { environment, say } = this;
    const external = environment.givenTemporalAddress;
    const binaries = external === undefined ? findTemporalBinaries({ say, stop: context.stop }) : undefined;
    // its failure is reported where it is awaited, also when the database fails first
    binaries?.catch(() => undefined);

    const postgres = environment.givenDatabaseUrl === undefined ? await startPostgres(data, context) : undefined;
    if (postgres?.isNew && environment.demo) writeFileSync(path.join(data.state, DEMO_PENDING), '');

    const base: Record<string, string> = {
      NODE_ENV: this.dev ? 'development' : environment.nodeEnv,
      HOST: environment.host,
      PORT: String(environment.port),
      PUBLIC_URL: environment.publicUrl,
      DATA_DIR: data.root,
      DATABASE_URL: environment.givenDatabaseUrl ?? postgres?.databaseUrl ?? '',
      DATABASE_APP_PASSWORD: environment.givenDatabaseAppPassword ?? data.secrets.databaseAppPassword,
      SESSION_SECRET: environment.givenSessionSecret ?? data.secrets.sessionSecret,
      SECRETS_KEY: environment.secretsKey ?? data.secrets.secretsKey,
      TEMPORAL_NAMESPACE: environment.temporalNamespace,
      // one worker, so it serves everything
      WORKER_QUEUES: '',
    };
    const startOrReach = async (): Promise<string> => {
      if (!binaries) {
        await prepareNamespace(external ?? '', environment.temporalNamespace);
        return external ?? '';
      }
      const store = postgres ? await embeddedStore(data, postgres) : externalStore(environment.databaseUrl);
      return (await startTemporal(data, store, await binaries, environment.temporalNamespace, context)).address;
    };
    const [address] = await Promise.all([startOrReach(), this.migrate(data, context, base, migrations)]);
    const variables = { ...base, TEMPORAL_ADDRESS: address };
    writePrivateFile(path.join(data.root, RUNNING_ENVIRONMENT_FILE), JSON.stringify(variables, null, 2));
    return variables;
  }

  private async migrate(data: DataFolder, context: PartContext, variables: Variables, migrations: readonly string[]): Promise<void> {
    this.say(words.migrating());
    const log = this.log('migrate');
    const { ok } = await runNode('migrate', nodeArguments(CLI, ['migrate']), variables, context, log);
    if (!ok) throw new StartProblem(words.migrationFailed(log.tail()));
    recordDataVersion(data.root, migrations);
  }

  private async startPart(plan: PartPlan): Promise<void> {
    if (!this.context) return;
    await new Part(plan, this.context).start();
  }

  /** One of our own processes: it counts as started when it runs; whether it serves is asked of the api. */
  private node(name: string, program: string, variables: Variables): PartPlan {
    return {
      name,
      log: this.log(name),
      stopSignal: 'SIGTERM',
      patience: CHILD_PATIENCE_MS,
      spawn: () => spawnNode(nodeArguments(program, [], this.dev), variables),
      ready: async () => undefined,
    };
  }

  private log(name: string): RotatingLog {
    const folder = this.data?.logs ?? this.environment.dataDir;
    return new RotatingLog(path.join(folder, `${name}.log`), this.dev ? this.print : undefined);
  }

  private async waitUntilReady(data: DataFolder): Promise<void> {
    const url = `${localUrl(this.environment.host, this.environment.port)}/api/ready`;
    const fault = await waitForHttp(url, READY_SECONDS, () => !this.aborter.signal.aborted);
    this.aborter.signal.throwIfAborted();
    if (fault !== undefined) throw new StartProblem(words.notReady(READY_SECONDS, fault, data.logs));
  }

  /** Demo data is loaded once, into a database that this start has made. */
  private async loadDemo(data: DataFolder, context: PartContext, variables: Variables): Promise<void> {
    if (!this.environment.demo) return;
    this.say(words.demoLoading());
    const log = this.log('demo');
    const { ok } = await runNode('demo', nodeArguments(CLI, ['demo', 'load']), variables, context, log);
    rmSync(path.join(data.state, DEMO_PENDING), { force: true });
    if (!ok) this.say(words.demoFailed(log.tail()));
  }

  /** Names and passwords of the demo, as lines; empty without demo. */
  private async demoAccounts(context: PartContext, variables: Variables): Promise<string> {
    if (!this.environment.demo) return '';
    // passwords stand in no log
    const { ok, output } = await runNode('accounts', nodeArguments(CLI, ['demo', 'accounts']), variables, context, undefined);
    return ok ? output.trimEnd() : '';
  }
}
