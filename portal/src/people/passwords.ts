import type { Texts } from '../words/cs';

/** The least length the server takes. */
const LEAST = 10;

/** What is wrong with a new password, or null. */
export function passwordFlaw(password: string, t: Texts): string | null {
  if (password === '') return t.fault.required;
  return Array.from(password).length < LEAST ? t.password.tooShort : null;
}
