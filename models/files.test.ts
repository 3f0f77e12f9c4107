import { randomBytes } from 'node:crypto';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type * as Files from './files';

/** The put, head and get of an object store, with its signatures only looked for. */
function standIn(objects: Map<string, Buffer>): Server {
  return createServer((request, response) => {
    if (!(request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=klic/')) {
      response.writeHead(403).end();
      return;
    }
    const name = new URL(request.url ?? '/', 'http://store').pathname;
    if (request.method === 'PUT') {
      void buffer(request).then((bytes) => {
        objects.set(name, bytes);
        response.writeHead(200).end();
      });
      return;
    }
    const found = objects.get(name);
    if (!found) {
      const body = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no</Message></Error>';
      response.writeHead(404, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found);
  });
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-files-'));
const objects = new Map<string, Buffer>();
const server = standIn(objects);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dataDir, { recursive: true });
});

/** The module as a process with these settings has it. */
async function filesWith(variables: Record<string, string>): Promise<typeof Files> {
  Object.assign(process.env, variables);
  let loaded: typeof Files | undefined;
  await jest.isolateModulesAsync(async () => {
    loaded = await import('./files');
  });
  return loaded!;
}

describe.each(['disk', 'S3'])('files on %s', (where) => {
  let files: typeof Files;
  const damage = (sha256: string): void => {
    const [a, b] = [sha256.slice(0, 2), sha256.slice(2, 4)];
    if (where === 'disk') writeFileSync(path.join(dataDir, 'files', a, b, sha256), randomBytes(300_000));
    else objects.set(`/kbelik/${a}/${b}/${sha256}`, randomBytes(300_000));
  };

  beforeAll(async () => {
    const { port } = server.address() as AddressInfo;
    files = await filesWith(
      where === 'disk'
        ? { DATA_DIR: dataDir }
        : {
            S3_ENDPOINT: `http://127.0.0.1:${port}`,
            S3_REGION: 'cz',
            S3_BUCKET: 'kbelik',
            S3_ACCESS_KEY_ID: 'klic',
            S3_SECRET_ACCESS_KEY: 'tajne-heslo',
          },
    );
  });

  it('gives back what was put in, named by its content, once', async () => {
    const bytes = randomBytes(300_000);
    const { sha256, size } = await files.put(bytes);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(size).toBe(300_000);
    expect((await files.put(bytes)).sha256).toBe(sha256);
    expect((await buffer(await files.get(sha256))).equals(bytes)).toBe(true);
    expect((await buffer(await files.get((await files.put(Buffer.alloc(0))).sha256))).length).toBe(0);
  });

  it('never gives a damaged file whole', async () => {
    const { sha256 } = await files.put(randomBytes(300_000));
    damage(sha256);
    let received = 0;
    const reading = async (): Promise<void> => {
      for await (const piece of await files.get(sha256)) received += (piece as Buffer).length;
    };
    await expect(reading()).rejects.toMatchObject({ name: 'FileDamagedError' });
    expect(received).toBeLessThan(300_000);
  });

  it('says which file is missing', async () => {
    await expect(files.get('0'.repeat(64))).rejects.toMatchObject({
      name: 'FileMissingError',
      message: expect.stringContaining('0'.repeat(64)),
    });
  });
});

it('leaves no half-written file behind', async () => {
  const names = readdirSync(path.join(dataDir, 'files'), { recursive: true }).map(String);
  expect(names.filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});
