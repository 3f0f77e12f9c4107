import type { Recipient } from '../../processes/changes';
import type { LetterView } from '../../processes/views';
import { iso, isoOrNull } from '../sql';

export interface LetterRecord {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly recipient: Recipient;
  readonly toAddresses: readonly string[];
  readonly subject: string | null;
  readonly body: string | null;
  readonly state: 'queued' | 'sent' | 'kept';
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
}

export const LETTER_COLUMNS = `
  l.id, l.case_id as "caseId", c.number as "caseNumber", l.recipient, l.to_addresses as "toAddresses", l.subject, l.body, l.state,
  l.queued_at as "queuedAt", l.sent_at as "sentAt"`;
export const LETTER_TABLES = 'letters l join cases c on c.id = l.case_id';

export function letterView({ recipient, ...letter }: LetterRecord): LetterView {
  return { ...letter, to: recipient, queuedAt: iso(letter.queuedAt), sentAt: isoOrNull(letter.sentAt) };
}
