/** A real mail server on the loopback that keeps what it accepts: how often each Message-ID arrived. */
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../system';

export interface MailSink {
  readonly url: string;
  /** Message-ID -> how many times it was accepted. */
  readonly received: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** @param gate while it answers false, mail is refused for the time being (451), as by a server that is down for maintenance. */
export async function startMailSink(gate: () => boolean = () => true): Promise<MailSink> {
  const received = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => {
      if (gate()) done();
      else done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('latin1')));
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '(none)';
        received.set(id, (received.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  server.on('error', () => undefined); // a sender that is killed cuts its connection
  const port = await freePort();
  const listener = server.listen(port, '127.0.0.1');
  if (!listener.listening) await once(listener, 'listening');
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
