import path from 'node:path';
import { openDataFolder } from './dataFolder';
import { FolderLock } from './folderLock';
import { Guardian } from './guardian';
import { startPostgres } from './postgres';
import type { Say } from './problem';
import { startTemporal } from './temporal';
import { findTemporalBinaries } from './temporalBinaries';
import { embeddedStore } from './temporalDatabase';

/** A real PostgreSQL and a real Temporal server, without worker and api. */
export interface Servers {
  /** Connection of the owner of an empty database. */
  readonly databaseUrl: string;
  /** The password that migrations give to the roles postup_app and postup_session. */
  readonly databaseAppPassword: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Numbers of the server processes, for those who want to kill them. */
  readonly processes: () => Readonly<Record<'postgres' | 'temporal', number | undefined>>;
  /** Stops both and gives the data folder back. */
  stop(): Promise<void>;
}

const silent: Say = () => undefined;

/**
 * Starts the servers of a one-machine start on a data folder, by the same code: for tests, measuring and the drill.
 * Servers that a killed earlier run left on the folder are ended first.
 * @throws StartProblem
 */
export async function startServers(options: { dataDir: string; namespace?: string; say?: Say }): Promise<Servers> {
  const { dataDir, namespace = 'postup', say = silent } = options;
  const data = openDataFolder(path.resolve(dataDir));
  const lock = FolderLock.take(data.root, data.state);
  await lock.endLeftovers(() => undefined);
  const guardian = new Guardian();
  const context = { lock, guardian, say, parts: [], stop: new AbortController().signal };
  const giveBack = (): void => {
    guardian.farewell();
    lock.release();
  };
  try {
    const [binaries, postgres] = await Promise.all([findTemporalBinaries({ say }), startPostgres(data, context)]);
    try {
      const temporal = await startTemporal(data, await embeddedStore(data, postgres), binaries, namespace, context);
      return {
        databaseUrl: postgres.databaseUrl,
        databaseAppPassword: data.secrets.databaseAppPassword,
        temporalAddress: temporal.address,
        namespace,
        processes: () => ({ postgres: postgres.part.pid, temporal: temporal.part.pid }),
        stop: async () => {
          await temporal.part.stop();
          await postgres.part.stop();
          giveBack();
        },
      };
    } catch (error) {
      await postgres.part.stop();
      throw error;
    }
  } catch (error) {
    giveBack();
    throw error;
  }
}
