import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id (the library's default algorithm) with 19 MiB and two passes, as OWASP advises. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns the password as it is kept, with its salt and parameters */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Of no password: checked where there is no account, so that the answer takes as long as where there is one. */
let nobody: Promise<string> | undefined;

/** Does the password fit? Takes the same time where there is nothing to compare it with. @param kept null: no password was ever set */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const fits = await verify(kept ?? (await nobody), password);
  return fits && kept !== null;
}
