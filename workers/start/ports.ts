import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './dataFolder';
import { errorCode, StartProblem } from './problem';
import { words } from './words';

/** Below the range from which systems lend ports to outgoing connections, so that a kept port stays free. */
const FIRST = 20_000;
const LAST = 31_999;

const LOOPBACK = '127.0.0.1';

/** Why one cannot listen on an address, as a system error code; undefined when one can. */
export function listenError(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errorCode(error) ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Checks that the address people will open is free.
 * @throws StartProblem naming the port and how to choose another.
 */
export async function checkPublicPort(host: string, port: number): Promise<void> {
  const error = await listenError(host, port);
  if (error === undefined) return;
  if (error !== 'EADDRINUSE') throw new StartProblem(words.portForbidden(host, port, error));
  let suggestion = port + 1;
  while (suggestion < 65_535 && (await listenError(host, suggestion)) !== undefined) suggestion += 1;
  throw new StartProblem(words.portTaken(host, port, suggestion));
}

async function pickPort(taken: ReadonlySet<number>): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(FIRST, LAST + 1);
    if (!taken.has(port) && (await listenError(LOOPBACK, port)) === undefined) return port;
  }
  throw new StartProblem(words.portForbidden(LOOPBACK, FIRST, 'EADDRINUSE'));
}

const keptSchema = z.record(z.string(), z.number().int());

/**
 * Loopback ports for our own servers, one a name. They are kept in `folder`, and chosen anew only when somebody else
 * has taken one: a restored connection string, a firewall rule or a monitoring probe stays valid over restarts.
 */
export async function keptPorts<Name extends string>(folder: string, set: string, names: readonly Name[]): Promise<Record<Name, number>> {
  const file = path.join(folder, `ports-${set}.json`);
  let kept: Record<string, number> = {};
  try {
    kept = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // none yet, or damaged: new ones do as well
  }
  const taken = new Set(Object.values(kept));
  const entries: [Name, number][] = [];
  for (const name of names) {
    const before = kept[name];
    const usable = before !== undefined && (await listenError(LOOPBACK, before)) === undefined;
    const port = usable ? before : await pickPort(taken);
    taken.add(port);
    entries.push([name, port]);
  }
  const ports = Object.fromEntries(entries) as Record<Name, number>;
  writePrivateFile(file, JSON.stringify(ports, null, 2));
  return ports;
}
