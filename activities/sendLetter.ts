/**
 * Sends a queued letter, once.
 *
 * What can and cannot be promised: the row is locked while the letter is handed over, so two runs at once send one
 * letter, and a run that finds the row sent does nothing. But a mail server and a database cannot agree in one step: a
 * worker that dies after the server took the letter and before the row says so leaves the row queued, and the next run
 * sends it again. Then both have the same Message-ID, by which mail programs recognise a second copy, and `attempts` in
 * the row, counted before each handing over, tells the office that the letter may have arrived twice. A letter that
 * never arrives would be worse.
 */
import { inTenant, query, writeEvents } from '../models';
import { withContext } from '../models/context';
import { log } from '../models/log';
import type { EffectInput } from '../workflows/messages';
import { beating } from './beating';
import { composeLetter } from './letters/compose';
import { lockLetter } from './letters/lockLetter';
import { post } from './letters/mail';

/** `received.1` of a case -> an address that stays the same however often the letter is sent. */
function messageIdOf({ key, caseId }: EffectInput): string {
  return `<${key.replace(/[^\w.-]/g, '_')}.${caseId}@postup>`;
}

/** Counts the attempt where a crash cannot take it back. @returns null when the letter was sent before, or is not there */
async function countAttempt({ caseId, key }: EffectInput): Promise<number | null> {
  const [counted] = await query<{ attempts: number }>(
    "update letters set attempts = attempts + 1 where case_id = $1 and key = $2 and state = 'queued' returning attempts",
    [caseId, key],
  );
  return counted?.attempts ?? null;
}

async function send(input: EffectInput): Promise<void> {
  const { tenantId, caseId, key } = input;
  const letter = await lockLetter(caseId, key);
  if (letter.state !== 'queued') return;
  const { to, subject, body } = await composeLetter(letter);
  const messageId = messageIdOf(input);
  const sent = await post({ to, subject, body, messageId });
  const at = new Date().toISOString();
  const state = sent ? 'sent' : 'kept';
  await query(
    'update letters set to_addresses = $3, subject = $4, body = $5, message_id = $6, state = $7, sent_at = $8 where case_id = $1 and key = $2',
    [caseId, key, to, subject, body, sent ? messageId : null, state, at],
  );
  await writeEvents(tenantId, [{ chainId: caseId, caseId, type: 'letterSent', at, what: { key, ...(sent ? {} : { kept: true }) } }]);
  log().info({ letter: key, state, to: to.length }, 'letter handed over');
}

/**
 * Sends the queued letter of the case with this key; where no mail server is set, fills it in and keeps it in the case.
 * The event that it went out is written in the transaction that says so.
 * @throws ApplicationFailure of type MailRefused, NoRecipientError, LetterFieldMissingError, or Error of a passing
 *   fault, each with a sentence for who mends it
 */
export async function sendLetter(input: EffectInput): Promise<void> {
  const { tenantId, caseId, requestId } = input;
  await withContext({ tenantId, caseId, requestId }, () =>
    beating(async () => {
      const attempt = await inTenant(tenantId, () => countAttempt(input));
      if (attempt !== null && attempt > 1) log().warn({ letter: input.key, attempt }, 'letter is handed over again');
      await inTenant(tenantId, () => send(input));
    }),
  );
}
