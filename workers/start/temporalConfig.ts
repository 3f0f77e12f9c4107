import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writePrivateFile, type DataFolder } from './dataFolder';

/** Names under which the ports of Temporal's services are kept. */
export const TEMPORAL_PORTS = [
  'frontend',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

export type TemporalPorts = Record<(typeof TEMPORAL_PORTS)[number], number>;

/** The two databases of the server, and the version of their tables that server 1.29.1 brings. */
export const TEMPORAL_SCHEMAS = [
  { database: 'temporal', schema: 'postgresql/v12/temporal', version: '1.18' },
  { database: 'temporal_visibility', schema: 'postgresql/v12/visibility', version: '1.9' },
] as const;

/** The PostgreSQL server that holds Temporal's databases, and who signs in to it. */
export interface TemporalStore {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly tls: boolean;
}

const HOST = '127.0.0.1';
const TEMPORAL_ENVIRONMENT = 'postup';

/** Can never be changed for a data folder; four suffice for one machine and keep a start short. */
const HISTORY_SHARDS = 4;

function dataStore(databaseName: string, store: TemporalStore, connections: number): object {
  return {
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${store.host}:${store.port}`,
      connectProtocol: 'tcp',
      user: store.user,
      password: store.password,
      ...(store.tls ? { tls: { enabled: true, enableHostVerification: false } } : {}),
      // each of the four services opens this many at most; PostgreSQL allows 200 in all
      maxConns: connections,
      maxIdleConns: connections,
      maxConnLifetime: '1h',
    },
  };
}

function service(grpcPort: number, membershipPort: number): object {
  return { rpc: { grpcPort, membershipPort, bindOnIP: HOST } };
}

/** The server's settings: all four services in one process, reachable from this machine only. */
function serverConfig(store: TemporalStore, ports: TemporalPorts, dynamicFile: string): object {
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      numHistoryShards: HISTORY_SHARDS,
      datastores: {
        main: dataStore(TEMPORAL_SCHEMAS[0].database, store, 20),
        visibility: dataStore(TEMPORAL_SCHEMAS[1].database, store, 5),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: HOST } },
    services: {
      frontend: service(ports.frontend, ports.frontendMembership),
      history: service(ports.history, ports.historyMembership),
      matching: service(ports.matching, ports.matchingMembership),
      worker: service(ports.worker, ports.workerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `${HOST}:${ports.frontend}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    namespaceDefaults: { archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } } },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '60s' },
  };
}

/** Settings that may change while the server runs. */
function dynamicConfig(): object {
  return {
    // a namespace or an attribute just registered is known to all services this much later (2 s by default)
    'system.namespaceCacheRefreshInterval': [{ value: '1s' }],
    // with one matching service, several partitions of a queue only pass tasks to one another
    'matching.numTaskqueueReadPartitions': [{ value: 1 }],
    'matching.numTaskqueueWritePartitions': [{ value: 1 }],
  };
}

/** Writes the configuration files (JSON, which is YAML too) and returns the server's command line. */
export function writeTemporalConfig(data: DataFolder, store: TemporalStore, ports: TemporalPorts): string[] {
  const folder = path.join(data.temporal, 'config');
  mkdirSync(folder, { recursive: true });
  const dynamicFile = path.join(folder, 'dynamic.yaml');
  writePrivateFile(dynamicFile, JSON.stringify(dynamicConfig(), null, 2));
  const file = path.join(folder, `${TEMPORAL_ENVIRONMENT}.yaml`);
  writePrivateFile(file, JSON.stringify(serverConfig(store, ports, dynamicFile), null, 2));
  return ['--root', data.temporal, '--config', 'config', '--env', TEMPORAL_ENVIRONMENT, 'start'];
}
