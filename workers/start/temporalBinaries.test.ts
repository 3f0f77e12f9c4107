import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findTemporalBinaries, TEMPORAL_VERSION, type TemporalBinaries } from './temporalBinaries';
import { archiveName } from './temporalRelease';

const PROGRAMS = ['temporal-server', 'temporal-sql-tool'];
const archive = archiveName(TEMPORAL_VERSION, process.platform, process.arch) ?? 'none.tar.gz';

let folder: string;
let cache: string;
let bin: string;
let server: Server | undefined;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postup-binaries-'));
  cache = path.join(folder, 'cache');
  bin = path.join(folder, 'bin');
  mkdirSync(bin);
  said = [];
  goSaying('go: no network', 1);
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function program(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function install(where: string, version: string): void {
  mkdirSync(where, { recursive: true });
  for (const name of PROGRAMS) program(path.join(where, name), `echo "${name} version ${version}"`);
}

/** A go command that says something and ends, in place of the machine's own. */
function goSaying(text: string, code: number): void {
  program(path.join(bin, 'go'), `echo "${text}" >&2; exit ${code}`);
}

/** A go command that leaves what `go install` leaves: programs named after their folders. */
function goBuilding(): void {
  const leave = ['server', 'sql'].map((name) => `echo built > "$GOBIN/${name}"; chmod 755 "$GOBIN/${name}"`);
  program(path.join(bin, 'go'), leave.join('\n'));
}

/** Publishes a release on loopback. Returns where. */
async function publish(options: { sum?: string; stall?: boolean } = {}): Promise<string> {
  const release = path.join(folder, 'release');
  install(release, TEMPORAL_VERSION);
  const file = path.join(folder, archive);
  execFileSync('tar', ['-czf', file, '-C', release, ...PROGRAMS]);
  const bytes = readFileSync(file);
  const sum = options.sum ?? createHash('sha256').update(bytes).digest('hex');
  const base = `/v${TEMPORAL_VERSION}`;
  server = createServer((request, response) => {
    if (request.url === `${base}/checksums.txt`) response.end(`${'0'.repeat(64)}  other.tar.gz\n${sum}  ${archive}\n`);
    else if (request.url !== `${base}/${archive}`) response.writeHead(404).end();
    else if (options.stall) response.write(bytes.subarray(0, 10));
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function find(releases: string): Promise<TemporalBinaries> {
  return findTemporalBinaries({ say: (sentence) => said.push(sentence.cs), searchPath: bin, cache, releases });
}

const NOWHERE = 'http://127.0.0.1:9';

describe('the programs of the Temporal server', () => {
  test('are taken from PATH when an administrator installed this version', async () => {
    install(bin, TEMPORAL_VERSION);
    const found = await find(NOWHERE);
    expect(found).toEqual({
      server: path.join(bin, 'temporal-server'),
      sqlTool: path.join(bin, 'temporal-sql-tool'),
      source: 'path',
    });
    expect(said).toEqual([]);
  });

  test('of another version on PATH are passed over', async () => {
    install(bin, '1.20.0');
    expect((await find(await publish())).source).toBe('release');
  });

  test('are downloaded once and kept for the next start', async () => {
    const releases = await publish();
    const first = await find(releases);
    expect(first.source).toBe('release');
    expect(execFileSync(first.server, { encoding: 'utf8' })).toContain(TEMPORAL_VERSION);
    expect(said.join('\n')).toContain('stahuji');

    said = [];
    const second = await find(NOWHERE);
    expect(second).toEqual({ ...first, source: 'cache' });
    expect(said).toEqual([]);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('are not used when the checksum differs: they are built instead', async () => {
    goBuilding();
    const found = await find(await publish({ sum: 'a'.repeat(64) }));
    expect(found.source).toBe('go');
    expect(readFileSync(found.server, 'utf8')).toBe('built\n');
    expect(said.join('\n')).toContain('kontrolní součet nesouhlasí');
  });

  test('are built within seconds of a download that falls silent', async () => {
    goBuilding();
    const began = Date.now();
    const found = await find(await publish({ stall: true }));
    expect(found.source).toBe('go');
    expect(Date.now() - began).toBeLessThan(9_000);
  });

  test('that cannot be had leave a sentence with both reasons and nothing half-done', async () => {
    await expect(find(NOWHERE)).rejects.toThrow(/stažení: 127\.0\.0\.1:9[^]*sestavení: go: no network[^]*TEMPORAL_ADDRESS/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('are obtained once by two starts at the same time', async () => {
    const releases = await publish();
    const found = await Promise.all([find(releases), find(releases)]);
    expect(found.map(({ source }) => source).sort()).toEqual(['cache', 'release']);
  });

  test('are obtained although an earlier start died while it was getting them', async () => {
    const kept = `temporal-${TEMPORAL_VERSION}-${process.platform}-${process.arch}`;
    mkdirSync(path.join(cache, `${kept}.new-abc`), { recursive: true });
    writeFileSync(path.join(cache, `${kept}.lock`), JSON.stringify({ pid: process.pid, began: 'long ago' }));
    expect((await find(await publish())).source).toBe('release');
    expect(readdirSync(cache)).toEqual([kept]);
  });
});
