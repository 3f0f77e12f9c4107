import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { errorText, StartProblem } from './problem';
import { words } from './words';

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
/** Indexed value type KEYWORD: compared as a whole, never split into words. */
const KEYWORD = 2;

/** By these cases are found in Temporal: ids and codes only, never personal data. */
export const SEARCH_ATTRIBUTES = ['TenantId', 'ProcessId'] as const;

/** How long the history of a closed case stays in Temporal; the archive is our own database. */
const RETENTION = '90 days';

/** All services of our server reread namespaces every second (temporalConfig.ts). */
const SERVER_CACHE_MS = 1_200;
const PATIENCE_MS = 30_000;

function hasCode(error: unknown, code: number): boolean {
  if (!isGrpcServiceError(error)) return false;
  const actual: number = error.code;
  return actual === code;
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function namespaceExists(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch (error) {
    if (hasCode(error, NOT_FOUND)) return false;
    throw error;
  }
}

async function missingAttributes(connection: Connection, namespace: string): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return SEARCH_ATTRIBUTES.filter((name) => customAttributes[name] === undefined);
}

/** Tries until a query by our attributes is understood, which is when they may be written as well. */
async function waitUntilSearchable(connection: Connection, namespace: string): Promise<void> {
  const query = SEARCH_ATTRIBUTES.map((name) => `${name} = 'none'`).join(' AND ');
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

async function prepare(connection: Connection, namespace: string): Promise<void> {
  if (!(await namespaceExists(connection, namespace))) {
    try {
      await connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(RETENTION),
      });
    } catch (error) {
      if (!hasCode(error, ALREADY_EXISTS)) throw error;
    }
  }
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const missing = await missingAttributes(connection, namespace);
      if (missing.length === 0) return;
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
      });
      break;
    } catch (error) {
      // a namespace just registered is not known to all services at once
      if (Date.now() > until || hasCode(error, PERMISSION_DENIED)) throw error;
      await sleep(300);
    }
  }
  await waitUntilSearchable(connection, namespace);
  // the front end knows them now; the other services learn of them by their own clocks
  await sleep(SERVER_CACHE_MS);
}

/**
 * Registers the namespace (90 days of retention) and its search attributes where they are missing.
 * @throws StartProblem when the server cannot be reached, or does not let us.
 */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  let connection: Connection;
  try {
    connection = await Connection.connect({ address, connectTimeout: 5_000 });
  } catch (error) {
    throw new StartProblem(words.temporalUnreachable(address, errorText(error)), { cause: error });
  }
  try {
    await prepare(connection, namespace);
  } catch (error) {
    throw new StartProblem(words.namespaceNotAllowed(namespace, errorText(error)), { cause: error });
  } finally {
    await connection.close();
  }
}
