import { createHash, randomBytes } from 'node:crypto';
import { query } from '../../models/database';
import type { User } from '../../models/people/User';
import { words, type Language, type Words } from '../../processes/words';
import type { Message } from '../mail';

const HOUR = 3_600_000;

/** Why somebody gets a link with which a password is set, and for how long it works (milliseconds). */
const purposes = {
  reset: {
    lasts: HOUR,
    subject: words('Nové heslo', 'New password'),
    opening: words(
      'Někdo, snad vy, si u úřadu {tenant} vyžádal nové heslo k tomuto e-mailu.',
      'Somebody, hopefully you, asked {tenant} for a new password for this e-mail.',
    ),
    closing: words(
      'Odkaz platí hodinu. Pokud jste o něj nežádali, nedělejte nic: heslo zůstává, jaké bylo.',
      'The link works for an hour. If you did not ask for it, do nothing: the password stays as it was.',
    ),
  },
  invitation: {
    lasts: 7 * 24 * HOUR,
    subject: words('Přístup do systému Postup', 'Access to Postup'),
    opening: words('Úřad {tenant} vám zřídil přístup do systému Postup.', '{tenant} has given you access to Postup.'),
    closing: words(
      'Odkaz platí sedm dní. Potom si nový vyžádáte na stránce přihlášení, volbou „Zapomenuté heslo“.',
      'The link works for seven days. After that, ask for a new one on the sign-in page under “Forgotten password”.',
    ),
  },
} as const satisfies Record<string, { lasts: number; subject: Words; opening: Words; closing: Words }>;

/** The tenant stands in the token, because the person is found by it before anybody is signed in. */
const TENANT_BYTES = 16;
const RANDOM_BYTES = 32;

const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

function newToken(tenantId: string): string {
  return Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(RANDOM_BYTES)]).toString('base64url');
}

/** What is looked for by a token: the tenant, and the hash under which the person keeps it. Null when it cannot be one of ours. */
export function readToken(token: string): { readonly tenantId: string; readonly hash: string } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== TENANT_BYTES + RANDOM_BYTES) return null;
  const hex = bytes.subarray(0, TENANT_BYTES).toString('hex');
  const tenantId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { tenantId, hash: tokenHash(token) };
}

/**
 * Gives the person a link with which they set a password; an older link stops working. Only its hash is kept.
 * @returns the letter with the link, to be posted after the transaction
 */
export async function makePasswordLink(
  user: Pick<User, 'id' | 'tenantId' | 'email' | 'language'>,
  purpose: keyof typeof purposes,
  { publicUrl, tenantName }: { readonly publicUrl: string; readonly tenantName: string },
): Promise<Message> {
  const { lasts, subject, opening, closing } = purposes[purpose];
  const token = newToken(user.tenantId);
  // Round the model: asking for a link is no edit of the person and must not make an administrator's form stale.
  await query('update users set reset_token_hash = $2, reset_expires_at = $3 where id = $1', [
    user.id,
    tokenHash(token),
    new Date(Date.now() + lasts),
  ]);
  const language: Language = user.language;
  const invitation = words('Heslo si nastavíte na adrese', 'Set your password at');
  const text = [
    opening[language].replace('{tenant}', tenantName),
    `${invitation[language]}\n${publicUrl}/nove-heslo/${token}`,
    closing[language],
  ].join('\n\n');
  return { to: user.email, subject: subject[language], text };
}
