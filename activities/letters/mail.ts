/** Hands a letter over to the mail server, and says in plain words why it was not taken. */
import { ApplicationFailure } from '@temporalio/activity';
import { createTransport, type Transporter } from 'nodemailer';
import { environment } from '../../models/environment';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly messageId: string;
}

/** Well under the time in which the database gives up on the open transaction. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** `type` of the failure when the server will not take the letter however often it is offered. */
export const MAIL_REFUSED = 'MailRefused';

let transport: Transporter | undefined;

function mailServer(url: string): Transporter {
  transport ??= createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  return transport;
}

/** Ends the connections to the mail server. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
}

function plainly(error: SmtpError): Error {
  const { responseCode, response, message } = error;
  const said = response ?? message;
  if (responseCode !== undefined && responseCode >= 500) {
    return ApplicationFailure.create({
      type: MAIL_REFUSED,
      nonRetryable: true,
      message: `Poštovní server zprávu odmítl natrvalo. Zkontrolujte adresu příjemce a nastavení pošty. Server řekl: ${said}`,
      cause: error,
    });
  }
  const reason = responseCode === undefined ? 'Poštovní server neodpovídá' : 'Poštovní server zprávu teď nepřijal';
  return new Error(`${reason}. Server řekl: ${said}`, { cause: error });
}

/**
 * Offers the letter to the server of SMTP_URL.
 * @returns false where no mail server is set: the letter is then kept in the case
 * @throws ApplicationFailure of type MailRefused (not to be retried by itself) for a permanent refusal, Error for a passing one
 */
export async function post(mail: Mail): Promise<boolean> {
  const { smtpUrl, mailFrom } = environment();
  if (smtpUrl === undefined) return false;
  try {
    await mailServer(smtpUrl).sendMail({
      from: mailFrom,
      to: [...mail.to],
      subject: mail.subject,
      text: mail.body,
      messageId: mail.messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return true;
  } catch (error) {
    throw plainly(error as SmtpError);
  }
}
