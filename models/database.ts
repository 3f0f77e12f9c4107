/**
 * The connections. Everything people read and write goes through `inTenant`, as the role postup_app, which the policies
 * of row-level security hold to one tenant; sessions go through a role of their own that sees nothing else.
 */
import pg, { Client, Pool, types, type ClientBase, type ClientConfig, type QueryConfig } from 'pg';
import { Sequelize, type Options } from 'sequelize';
import { environment } from './environment';
import { availably, isLostConnection } from './problems';
import { defineModels } from './register';
import { scope, TenantScopeError, transactionOfScope } from './scope';
import { TenantTransaction } from './TenantTransaction';

export { DatabaseUnavailableError } from './problems';
export { TenantScopeError } from './scope';

/** A request that waits longer for the database than this is worse than one that is refused. */
const STATEMENT_TIMEOUT_MS = 20_000;
/** For a server that is frozen rather than dead, and so cannot keep the limits above. The connection is given up with it. */
const ANSWER_TIMEOUT_MS = 25_000;
const LOCK_TIMEOUT_MS = 10_000;
/** Longer than a letter takes to hand over, for its transaction stays open meanwhile. */
const IDLE_IN_TRANSACTION_MS = 90_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** After a restart of the server every connection of the pool may be dead; no pool of ours is larger. */
const BEGIN_ATTEMPTS = 50;

const INT8 = 20;

/** Amounts and counts are `bigint` in the database and numbers here; one that a number cannot hold exactly is an error. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit an exact number`);
  return value;
}
types.setTypeParser(INT8, safeInteger);

Sequelize.useCLS(transactionOfScope);

export interface PoolOptions {
  /** Most connections of this process as postup_app; 10 where nothing is said. */
  readonly poolSize?: number;
}

let application: Sequelize | undefined;
let sessions: Pool | undefined;

/** Sends statements one behind another without waiting for the answers of those before, so that many go in one trip. */
class PipeliningClient extends Client {
  constructor(config: ClientConfig) {
    super({ ...config, pipeline: true });
  }
}
const pipelining: unknown = Object.create(pg, { Client: { value: PipeliningClient } });

function options(poolSize: number, name: string): Options {
  return {
    dialect: 'postgres',
    dialectModule: pipelining as object,
    logging: false,
    define: { underscored: true, timestamps: false },
    pool: { max: poolSize, min: 0, idle: 30_000, acquire: CONNECT_TIMEOUT_MS },
    dialectOptions: {
      application_name: name,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
  };
}

/**
 * Connects as the role postup_app and makes the models usable. Called again it only asks whether the database answers,
 * so a start may try until it does.
 * @throws DatabaseUnavailableError
 * @throws EnvironmentError when DATABASE_URL or DATABASE_APP_PASSWORD is missing
 */
export async function connectDatabase({ poolSize = 10 }: PoolOptions = {}): Promise<void> {
  if (!application) {
    const sequelize = new Sequelize(environment().databaseUrlAs('postup_app'), options(poolSize, 'postup'));
    sequelize.addHook('beforeQuery', () => {
      if (!scope.getStore()) throw new TenantScopeError('Records are read and written inside inTenant only');
    });
    defineModels(sequelize);
    application = sequelize;
  }
  await ping();
}

/**
 * Asks the database for a sign of life.
 * @throws DatabaseUnavailableError
 */
export async function ping(): Promise<void> {
  await withoutTenant(() => query('select 1'));
}

/** Ends all connections of this process; afterwards `connectDatabase` may be called again. */
export async function closeDatabase(): Promise<void> {
  const [sequelize, pool] = [application, sessions];
  application = undefined;
  sessions = undefined;
  await Promise.all([sequelize?.close(), pool?.end()]);
}

function database(): Sequelize {
  if (!application) throw new Error('connectDatabase has not been called');
  return application;
}

/** Texts of statements, with the names under which each connection keeps its plan for them. */
const plans = new Map<string, string>();
/** Each plan keeps memory on each connection. Far more than our code has; the writes of a commit are put together in many ways. */
const MOST_PLANS = 300;

function planOf(sql: string): string | undefined {
  const known = plans.get(sql);
  if (known !== undefined || plans.size >= MOST_PLANS) return known;
  const name = `postup-${plans.size + 1}`;
  plans.set(sql, name);
  return name;
}

export interface Statement {
  /** False for a text that will hardly come again: it is planned each time, and nothing is kept of it. */
  readonly planned?: boolean;
}

const statementOf = (sql: string, bind: readonly unknown[], planned: boolean): QueryConfig => ({
  name: planned ? planOf(sql) : undefined,
  text: sql,
  values: [...bind],
});

/**
 * Runs a statement of our own, inside inTenant or withoutTenant. Past the ORM, because these stand in the way of every
 * click: planned once for each connection (unless told otherwise), and nothing is done around it.
 * @param bind values for `$1`, `$2`; never a part of the text
 * @returns its rows; columns are named as the fields (`select a_b as "aB"`), moments come as Date, bigint as number
 * @throws TenantScopeError, DatabaseError of pg
 */
export async function query<Row extends object>(
  sql: string,
  bind: readonly unknown[] = [],
  { planned = true }: Statement = {},
): Promise<Row[]> {
  const around = scope.getStore();
  if (!around) throw new TenantScopeError('Records are read and written inside inTenant only');
  const statement = statementOf(sql, bind, planned);
  if (around.transaction) return (await around.transaction.connection.query<Row>(statement)).rows;
  const { connectionManager } = database();
  const connection = (await connectionManager.getConnection({ type: 'write' })) as ClientBase;
  try {
    return (await connection.query<Row>(statement)).rows;
  } finally {
    connectionManager.releaseConnection(connection);
  }
}

/**
 * Sends a statement whose rows nobody reads, inside inTenant, without waiting for it: what is sent next goes in the same
 * trip. Where it fails, the whole work fails with its error.
 * @throws TenantScopeError
 */
export function send(sql: string, bind: readonly unknown[] = []): void {
  const transaction = scope.getStore()?.transaction;
  if (!transaction) throw new TenantScopeError('Records are written inside inTenant only');
  transaction.send(statementOf(sql, bind, true));
}

export interface TenantWork {
  /** A snapshot that does not move while a long reading goes on. */
  readonly snapshot?: boolean;
}

async function within<T>(transaction: TenantTransaction, tenantId: string, work: () => Promise<T>): Promise<T> {
  return scope.run({ tenantId, transaction }, async () => {
    let result: T;
    try {
      result = await work();
    } catch (error) {
      await transaction.rollback().catch(() => undefined); // the connection may be the thing that failed
      throw transaction.failure ?? error;
    }
    await transaction.commit();
    return result;
  });
}

/**
 * Runs the work in one transaction that sees and writes this tenant's rows only. Models inside need no transaction
 * passed; an error rolls everything back. Inside another inTenant of the same tenant it joins that transaction.
 * Statements of one transaction run one after another in the order in which they were sent; those that do not need each
 * other's answers are sent together with Promise.all, in one trip to the database.
 * @param work is begun again where its first question finds a dead connection, so it does nothing elsewhere before that
 * @throws TenantScopeError inside another tenant's work
 * @throws DatabaseUnavailableError when the connection is refused or lost; then nothing of the work is recorded,
 *   unless it was lost in the very moment of the commit, which is why every command carries a key of its own
 */
export async function inTenant<T>(tenantId: string, work: () => Promise<T>, { snapshot = false }: TenantWork = {}): Promise<T> {
  const around = scope.getStore();
  if (around?.transaction) {
    if (around.tenantId !== tenantId) throw new TenantScopeError('One tenant at a time');
    return work();
  }
  return availably(async () => {
    for (let attempt = 1; ; attempt += 1) {
      let transaction: TenantTransaction | undefined;
      try {
        transaction = await TenantTransaction.begin(database(), tenantId, snapshot);
        return await within(transaction, tenantId, work);
      } catch (error) {
        // A pooled connection may have died in its sleep (the server was restarted): as long as nothing was done, take another.
        // Without a transaction there was no connection to be had at all.
        if (!transaction || transaction.opened || attempt === BEGIN_ATTEMPTS || !isLostConnection(error)) throw error;
      }
    }
  });
}

/**
 * Runs work that no tenant is known for yet: only the definer functions of models/tenancy.ts answer there; tables show
 * nothing and take nothing.
 * @throws DatabaseUnavailableError
 */
export async function withoutTenant<T>(work: () => Promise<T>): Promise<T> {
  return availably(() => scope.run({ tenantId: null, transaction: null }, work));
}

/** Connections of the role postup_session, for the session store and the sign-in limits. Made at the first call. */
export function sessionPool(): Pool {
  if (!sessions) {
    sessions = new Pool({
      connectionString: environment().databaseUrlAs('postup_session'),
      max: 5,
      application_name: 'postup-session',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      idleTimeoutMillis: 30_000,
    });
    // An idle connection that the server ended is replaced by the pool; without a listener it would end the process.
    sessions.on('error', () => undefined);
  }
  return sessions;
}

/**
 * The owner of the tables, whom no policy holds: for the command line and checks across tenants, never for a request.
 * The caller closes it.
 */
export function ownerSequelize(): Sequelize {
  const owner = new Sequelize(environment().databaseUrl, options(2, 'postup-owner'));
  owner.addHook('beforeQuery', () => {
    if (scope.getStore()?.transaction) throw new TenantScopeError('The owner does not work inside a tenant');
  });
  return owner;
}
