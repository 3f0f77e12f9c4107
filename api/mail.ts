import { createTransport } from 'nodemailer';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../models/environment';
import { log } from '../models/log';

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Sends what belongs to no case: links for a password. Letters of cases go through the worker, with their own proof. */
export interface Mailer {
  /** Takes the message and returns at once: how long it takes must not tell whether the address is known. */
  post(message: Message): void;
  /** Waits for what was taken; for the end of the process and for tests. */
  settled(): Promise<void>;
}

/** Milliseconds before each further try. */
const PAUSES = [0, 1_000, 5_000, 20_000];

/**
 * The mailer of this installation. Without SMTP_URL there is nobody to hand the message to, and no case to keep it in: it goes into
 * the log, where the administrator of a one-machine installation finds the link.
 */
export function createMailer(environment: Pick<Environment, 'smtpUrl' | 'mailFrom'>): Mailer {
  const { smtpUrl, mailFrom } = environment;
  const transport = smtpUrl === undefined ? undefined : createTransport(smtpUrl, { from: mailFrom });
  const underway = new Set<Promise<void>>();

  const send = async (message: Message): Promise<void> => {
    if (!transport) {
      log().info({ to: message.to, subject: message.subject, text: message.text }, 'no SMTP_URL: the message was not sent, here it is');
      return;
    }
    for (const pause of PAUSES) {
      await sleep(pause, undefined, { ref: false });
      try {
        await transport.sendMail({ ...message, headers: { 'Auto-Submitted': 'auto-generated' } });
        return;
      } catch (error) {
        log().warn({ err: error }, 'the mail server did not take a message');
      }
    }
    log().error({ subject: message.subject }, 'a message was given up; the person can ask for the link again');
  };

  return {
    post(message) {
      const sending = send(message).finally(() => underway.delete(sending));
      underway.add(sending);
    },
    async settled() {
      await Promise.all(underway);
    },
  };
}
