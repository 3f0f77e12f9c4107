/** The link in an invitation to share an applicant: for whom, what it says, and how its token is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { words, type Language } from '../../processes/words';
import type { Message } from '../mail';

/** How long the link works, in milliseconds. */
export const INVITATION_LASTS = 30 * 24 * 3_600_000;

export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const token = /^[A-Za-z0-9_-]{43}$/;

const RIGHTS = {
  view: words('číst žádosti tohoto žadatele', 'read the applications of this applicant'),
  edit: words('psát a upravovat žádosti tohoto žadatele', 'write and edit the applications of this applicant'),
  submit: words(
    'psát, upravovat a podávat žádosti za tohoto žadatele',
    'write, edit and submit applications in the name of this applicant',
  ),
} as const;

interface Letter {
  readonly to: string;
  readonly language: Language;
  readonly tenantName: string;
  readonly identityName: string;
  readonly invitedBy: string;
  readonly may: keyof typeof RIGHTS;
  /** Where they go. */
  readonly link: string;
}

/** To who has an account: they have the right already. */
export function sharedLetter({ to, language, tenantName, identityName, invitedBy, may, link }: Letter): Message {
  const subject = words(`Sdílený žadatel: ${identityName}`, `A shared applicant: ${identityName}`);
  const text = words(
    `${invitedBy} s vámi u úřadu ${tenantName} sdílí žadatele „${identityName}“. Můžete ${RIGHTS[may].cs}.\n\nNajdete ho v portálu v Mých žadatelích:\n${link}`,
    `${invitedBy} shares the applicant “${identityName}” with you at ${tenantName}. You may ${RIGHTS[may].en}.\n\nYou will find it among My applicants:\n${link}`,
  );
  return { to, subject: subject[language], text: text[language] };
}

/** To who has none: they register with this e-mail and accept. */
export function invitationLetter({ to, language, tenantName, identityName, invitedBy, may, link }: Letter): Message {
  const subject = words(`Pozvánka: ${identityName}`, `An invitation: ${identityName}`);
  const text = words(
    `${invitedBy} vás zve, abyste u úřadu ${tenantName} mohli ${RIGHTS[may].cs}: „${identityName}“.\n\nZaložte si účet s tímto e-mailem (${to}), nebo se s ním přihlaste, a pozvánku přijměte na adrese\n${link}\n\nOdkaz platí 30 dní. Pokud pozvánce nerozumíte, nedělejte nic.`,
    `${invitedBy} invites you to ${RIGHTS[may].en} at ${tenantName}: “${identityName}”.\n\nRegister with this e-mail (${to}), or sign in with it, and accept at\n${link}\n\nThe link works for 30 days. If you do not know what this is about, do nothing.`,
  );
  return { to, subject: subject[language], text: text[language] };
}
