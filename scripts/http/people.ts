/** People of one tenant, signed in over HTTP as they would be. */
import type { Role } from '../../processes/roles';
import { nothing, sessionAnswer } from './answers';
import { ApiClient } from './client';

/** Who signs in; a file of these serves a smoke run against a system without demo accounts. */
export interface Account {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly account: Account;
  readonly client: ApiClient;
}

/** @throws ApiRefusal when the account cannot sign in. */
export async function signIn(url: string, account: Account, timeout?: number): Promise<Person> {
  const client = new ApiClient(url, timeout);
  await client.post('api/session', { email: account.email, password: account.password, tenant: account.tenant }, nothing);
  const session = await client.get('api/session', sessionAnswer);
  return { id: session.user.id, name: session.user.name, roles: session.user.roles, account, client };
}

export class MissingPersonError extends Error {}

/** The first with the role. @throws MissingPersonError */
export function holder(people: readonly Person[], role: Role): Person {
  const found = people.find((person) => person.roles.includes(role));
  if (!found) throw new MissingPersonError(`Mezi účty chybí někdo s rolí ${role}.`);
  return found;
}
