/** Names of people of the tenant, and in whose roles a person stands today. */
import type { PersonRef } from '../processes/views';
import type { Role } from '../processes/roles';
import type { Person } from './context';
import { select } from './sql';

/** Ids to names, in one statement; an id that is not of this tenant is missing. */
export async function namesOf(ids: Iterable<string | null | undefined>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set([...ids].filter((id): id is string => typeof id === 'string' && id !== ''))];
  if (wanted.length === 0) return new Map();
  const rows = await select<PersonRef>('select id, name from users where id = any($1::uuid[])', [wanted]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function refTo(names: ReadonlyMap<string, string>, id: string | null): PersonRef | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

export interface Face {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** The person, and those in whose place they may act today in the process. */
export function facesOf(person: Person, processId: string): Face[] {
  return [person, ...person.substitutes.filter((other) => other.processId === null || other.processId === processId)];
}

/** The person as the policy of tasks asks for them: substitutions that hold for this process only. */
export function inProcess(person: Person, processId: string): Person {
  return { ...person, substitutes: person.substitutes.filter((other) => other.processId === null || other.processId === processId) };
}

export function rolesIn(person: Person, processId: string): readonly Role[] {
  return [...new Set(facesOf(person, processId).flatMap(({ roles }) => roles))];
}
