import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { checkPublicPort, keptPorts } from './ports';

let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postup-ports-'));
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(port: number): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('ports', () => {
  test('a public port in use is named, with a free one to choose', async () => {
    const port = await listen(0);
    await expect(checkPublicPort('127.0.0.1', port)).rejects.toThrow(
      new RegExp(`127\\.0\\.0\\.1:${port} už něco běží[^]*PORT=\\d+ npm start`),
    );
  });

  test('a free public port is accepted', async () => {
    const port = await listen(0);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    await expect(checkPublicPort('127.0.0.1', port)).resolves.toBeUndefined();
  });

  test('an address of another machine is refused with the reason', async () => {
    await expect(checkPublicPort('192.0.2.1', 3000)).rejects.toThrow(/EADDRNOTAVAIL/);
  });

  test('of our servers stay the same over restarts', async () => {
    const first = await keptPorts(folder, 'test', ['one', 'two']);
    expect(await keptPorts(folder, 'test', ['one', 'two'])).toEqual(first);
    expect(first.one).not.toBe(first.two);
  });

  test('of our servers change only where somebody else has taken one', async () => {
    const first = await keptPorts(folder, 'test', ['one', 'two']);
    await listen(first.one);
    const second = await keptPorts(folder, 'test', ['one', 'two']);
    expect(second.two).toBe(first.two);
    expect(second.one).not.toBe(first.one);
  });
});
