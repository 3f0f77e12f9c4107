/**
 * Secrets of a tenant at somebody else's (a token of its bank), sealed before they are stored: AES-256-GCM under a key derived from SECRETS_KEY. A copy of the database
 * alone opens none of them, and a sealed text moved to another place does not open either.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of the form, so that another one can come after it. */
const FORM = 'v1';

/** The sealed text does not open: another key, another place, or damage. */
export class SecretUnreadableError extends Error {
  override readonly name = 'SecretUnreadableError';
}

const keyOf = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'postup', 'secrets of tenants', 32));

/**
 * @param key SECRETS_KEY @param place what it belongs to, such as `bank_accounts:<tenant>:<id>`
 * @returns text for a column
 */
export function sealSecret(key: string, place: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(key), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${FORM}.${sealed.toString('base64url')}`;
}

/** @throws SecretUnreadableError */
export function openSecret(key: string, place: string, sealed: string): string {
  const [form, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  if (form !== FORM || bytes.length <= NONCE_BYTES + TAG_BYTES) throw new SecretUnreadableError('The secret has another form');
  try {
    const decipher = createDecipheriv(ALGORITHM, keyOf(key), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // Nothing of the cause is passed on: it may hold what is secret.
    throw new SecretUnreadableError('The secret does not open with this key');
  }
}
