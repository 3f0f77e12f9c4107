import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback that keeps what it takes. */
export interface Mailbox {
  /** Waits for the letter to this address that came last. */
  lastTo(address: string): Promise<Email>;
  countTo(address: string): number;
  readonly url: string;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then(
          (letter) => {
            letters.push(letter);
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const of = (address: string) => letters.filter(({ to }) => to?.some((one) => one.address === address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    countTo: (address) => of(address).length,
    async lastTo(address) {
      for (let tries = 0; tries < 100; tries += 1) {
        const letter = of(address).at(-1);
        if (letter) return letter;
        await sleep(50);
      }
      throw new Error(`No letter came to ${address}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
