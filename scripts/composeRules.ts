/** What docker-compose.yml must hold to, beyond being well formed: rules whose breach shows only when somebody installs. */
import { z } from 'zod';
import { EnvironmentError, loadEnvironment, VARIABLES } from '../models/environment';

const scalars = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable());
const service = z.looseObject({
  image: z.string(),
  build: z.unknown().optional(),
  restart: z.string().optional(),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: scalars.optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  networks: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z
    .object({ test: z.array(z.string()).min(2) })
    .loose()
    .optional(),
  'x-no-healthcheck': z.string().min(10).optional(),
});
const composition = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.unknown()).optional(),
  volumes: z.record(z.string(), z.unknown()).optional(),
});

export type Composition = z.infer<typeof composition>;
type Service = z.infer<typeof service>;

/** Reads a composition; `faults` says where it is not one. */
export function readComposition(document: unknown): { composition?: Composition; faults: string[] } {
  const read = composition.safeParse(document);
  if (read.success) return { composition: read.data, faults: [] };
  return { faults: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}

/** Our own image is built here; every other one is somebody's release and is named by it. */
const isOurs = (image: string): boolean => image.startsWith('postup:');

/** A tag that names one release (18.4, v1.8.0, 2.11.4-alpine): neither `latest` nor a line of releases. */
export function isPinned(image: string): boolean {
  const tag = /:([^/:@]+)(@sha256:[0-9a-f]{64})?$/.exec(image)?.[1];
  return tag !== undefined && /^v?\d+\.\d+/.test(tag);
}

/** Ends by itself: nothing waits for its health, but for its success. */
const isOneShot = (name: string, all: Composition): boolean =>
  Object.values(all.services).some(({ depends_on: needs }) => needs?.[name]?.condition === 'service_completed_successfully');

function needsFaults(name: string, { depends_on: needs = {} }: Service, all: Composition): string[] {
  return Object.entries(needs).flatMap(([other, { condition }]) => {
    const target = all.services[other];
    if (!target) return [`${name}: depends on ${other}, which is not there`];
    if (condition === 'service_healthy' && !target.healthcheck)
      return [`${name}: waits until ${other} is healthy, which has no healthcheck`];
    if (condition === 'service_started') return [`${name}: ${other} started is not yet ${other} ready`];
    return [];
  });
}

/** Cycles of depends_on: compose refuses them only when somebody starts it. */
function circleFaults(all: Composition): string[] {
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    Object.keys(all.services[from]?.depends_on ?? {}).some((next) => {
      if (next === wanted) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, wanted, seen);
    });
  return Object.keys(all.services)
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => `${name}: waits for itself through depends_on`);
}

function referenceFaults(name: string, { networks = [], volumes = [] }: Service, all: Composition): string[] {
  const unknownNetworks = networks.filter((network) => !(network in (all.networks ?? {})));
  const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => /^[a-z]/.test(source));
  const unknownVolumes = named.filter((volume) => !(volume in (all.volumes ?? {})));
  return [
    ...unknownNetworks.map((network) => `${name}: network ${network} is not declared`),
    ...unknownVolumes.map((volume) => `${name}: volume ${volume} is not declared`),
  ];
}

/** The variables of our own services: each known, and together what an Environment accepts. */
function environmentFaults(name: string, { environment = {} }: Service): string[] {
  const unknown = Object.keys(environment).filter((variable) => !VARIABLES.includes(variable));
  const faults = unknown.map((variable) => `${name}: nobody reads the variable ${variable}`);
  const values = Object.entries(environment).map(([variable, value]) => [variable, String(value ?? '')] as const);
  try {
    loadEnvironment({ ...Object.fromEntries(values), POSTUP_LANG: 'en' });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    faults.push(...error.faults.map(({ variable, expected }) => `${name}: ${variable} ${expected.en}`));
  }
  return faults;
}

/**
 * Every breach of the rules as a sentence that begins with the service's name; none when all is well.
 * @param all after interpolation: environment values are what the service would get.
 * @param queues the task queues that workers must serve among them.
 * @param fileExists whether a path of the checkout (a command's program, a mounted file) is there.
 */
export function compositionFaults(all: Composition, queues: readonly string[], fileExists: (path: string) => boolean): string[] {
  const faults = circleFaults(all);
  for (const [name, one] of Object.entries(all.services)) {
    faults.push(...needsFaults(name, one, all), ...referenceFaults(name, one, all));
    if (!isOneShot(name, all) && !one.healthcheck && !one['x-no-healthcheck'])
      faults.push(`${name}: no healthcheck, and no reason in x-no-healthcheck`);
    if (one.restart === undefined) faults.push(`${name}: does not say when to restart`);
    for (const volume of one.volumes ?? []) {
      const source = volume.split(':')[0] ?? '';
      if (source.startsWith('./') && !fileExists(source)) faults.push(`${name}: mounts ${source}, which is not there`);
    }
    if (isOurs(one.image)) {
      faults.push(...environmentFaults(name, one));
      const program = one.command?.[0];
      if (!program?.endsWith('.ts') || !fileExists(program))
        faults.push(`${name}: its command ${program ?? '(none)'} is not a program of ours`);
    } else if (!isPinned(one.image)) faults.push(`${name}: image ${one.image} does not name one release`);
  }
  const served = Object.values(all.services).flatMap(({ environment }) =>
    String(environment?.WORKER_QUEUES ?? '')
      .split(',')
      .map((queue) => queue.trim()),
  );
  for (const queue of queues) if (!served.includes(queue)) faults.push(`no worker serves the queue ${queue}`);
  for (const queue of served)
    if (queue !== '' && !queues.includes(queue)) faults.push(`a worker serves the queue ${queue}, which nobody uses`);
  return faults;
}

/**
 * Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?why}` as compose does.
 * @throws Error naming a variable without a value and without a default.
 */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{([A-Z0-9_]+)(?:(:-|:\?)([^}]*))?\}/g, (_whole, name: string, kind?: string, rest = '') => {
    const value = values[name];
    if (value !== undefined && value !== '') return value;
    if (kind === ':-') return String(rest);
    throw new Error(`${name} has no value${kind === ':?' ? `: ${String(rest)}` : ' and no default'}`);
  });
}
