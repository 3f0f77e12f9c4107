import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { compositionFaults, interpolate, isPinned, readComposition, type Composition } from './composeRules';

const text = readFileSync(path.join(__dirname, '..', 'docker-compose.yml'), 'utf8');
const secrets = [
  'POSTGRES_PASSWORD',
  'DATABASE_APP_PASSWORD',
  'TEMPORAL_DATABASE_PASSWORD',
  'SESSION_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
];
const values = {
  ...Object.fromEntries(secrets.map((name) => [name, 'x'.repeat(40)])),
  PUBLIC_URL: 'https://postup.mesto.example',
};
const queues = ['cases', 'effects'];

/** Our composition after a change of its text. */
function changed(from: string | RegExp, to: string): Composition {
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  const { composition, faults } = readComposition(parse(interpolate(after, values), { merge: true }));
  expect(faults).toEqual([]);
  return composition!;
}

const faultsAfter = (from: string | RegExp, to: string): string[] => compositionFaults(changed(from, to), queues, () => true);

test('our composition holds to the rules', () => {
  expect(faultsAfter('name: postup', 'name: another')).toEqual([]);
});

test.each([
  ['an image of no release', 'postgres:18.4', 'postgres:latest', 'postgres: image postgres:latest'],
  ['a misspelt variable', 'LOG_LEVEL: ${LOG_LEVEL:-info}', 'LOG_LEVL: info', 'nobody reads the variable LOG_LEVL'],
  ['a value the environment refuses', "TRUST_PROXY: '1'", 'TRUST_PROXY: yes', 'api: TRUST_PROXY'],
  ['half an object store', /S3_REGION: \$\{S3_REGION:-eu-central-1\}\n {2}S3_BUCKET/, 'S3_BUCKET', 'api: S3_REGION'],
  ['a service that is not there', 'api: { condition', 'apis: { condition', 'web: depends on apis'],
  [
    'a started server taken for a ready one',
    'postgres: { condition: service_healthy }',
    'postgres: { condition: service_started }',
    'started is not yet',
  ],
  ['a queue nobody serves', 'WORKER_QUEUES: effects', 'WORKER_QUEUES: cases', 'no worker serves the queue effects'],
  ['a network nobody declared', 'networks: [inside, outside]\n\n', 'networks: [inside, abroad]\n\n', 'network abroad'],
  ['a volume nobody declared', 'mail:/data', 'letters:/data', 'volume letters is not declared'],
  ['a lost reason', /x-no-healthcheck: It listens.*\n/, '', 'worker-cases: no healthcheck'],
])('finds %s', (_what, from, to, sentence) => {
  expect(faultsAfter(from, to)).toContainEqual(expect.stringContaining(sentence));
});

test('finds a circle of waiting', () => {
  const composition = changed('name: postup', 'name: another');
  const postgres = composition.services.postgres;
  if (!postgres) throw new Error('The composition has no database');
  postgres.depends_on = { web: { condition: 'service_healthy' } };
  const faults = compositionFaults(composition, queues, () => true);
  expect(faults).toContain('postgres: waits for itself through depends_on');
});

test('finds a mounted file that is not there', () => {
  const faults = compositionFaults(changed('name: postup', 'name: another'), queues, (file) => file !== './compose/Caddyfile');
  expect(faults).toEqual(['web: mounts ./compose/Caddyfile, which is not there']);
});

test.each(secrets)('does not start without %s', (name) => {
  expect(() => interpolate(text, { ...values, [name]: '' })).toThrow(`${name} has no value`);
});

test.each([
  ['postgres:18.4', true],
  ['versity/versitygw:v1.8.0', true],
  [`caddy:2.11.4-alpine@sha256:${'0'.repeat(64)}`, true],
  ['postgres:18', false],
  ['postgres', false],
  ['host:5000/postgres', false],
  ['caddy:alpine', false],
])('%s names one release: %s', (image, pinned) => {
  expect(isPinned(image)).toBe(pinned);
});
