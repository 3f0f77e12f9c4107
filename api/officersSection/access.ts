/** Who gets to the officers' own section of a case. */
import { allows, type Action, type Resource } from '../../processes/policy';
import { words } from '../../processes/words';
import type { CaseRecord } from '../cases/caseRecords';
import { isApplicantOf, readableCase, wholeProcesses } from '../cases/reading';
import type { Person } from '../context';
import { ownCases } from '../identities/ownership';
import { forbidden } from '../problems';
import type { Where } from '../sql';

/**
 * The case, where the person reads all of it and is not one of its applicant's people, whatever other roles they hold; an evaluator reads a part only. What
 * the role allows is asked by the route. Inside inTenant.
 * @throws ProblemError 404, 403
 */
export async function officersCase(person: Person, caseId: string): Promise<CaseRecord> {
  const { record, reading } = await readableCase(person, caseId);
  if (reading !== 'whole' || isApplicantOf(person, record))
    throw forbidden(words('Úřední část spisu je jen pro úřad.', 'The officers’ section of a case is for the office only.'));
  return record;
}

/** May the person do this in the officers' section of any case at all? */
export function mayInSections(person: Person, resource: Resource, action: Action): boolean {
  return allows(person.roles, resource, action) && wholeProcesses(person).length > 0;
}

/** Does the person read the officers' section of this case? */
export function readsSection(person: Person, record: CaseRecord): boolean {
  return (
    allows(person.roles, 'officersSection', 'list') && wholeProcesses(person).includes(record.processId) && !isApplicantOf(person, record)
  );
}

/** A further condition that holds only for cases whose officers' section the person reads: what is in it must not be guessed by searching. */
export function inSections(person: Person, condition: string, values: readonly unknown[], c = 'c'): [string, ...unknown[]] {
  const own = ownCases(person, c);
  return [
    `${c}.process_id = any(?::text[]) and not (${own.condition}) and (${condition})`,
    mayInSections(person, 'officersSection', 'list') ? wholeProcesses(person) : [],
    ...own.values,
    ...values,
  ];
}

/** Limits a list to cases whose officers' section the person reads. @param c alias of cases in the statement */
export function addOfficersCases(where: Where, person: Person, c = 'c'): Where {
  const own = ownCases(person, c);
  return where.add(`${c}.process_id = any(?::text[]) and not (${own.condition})`, wholeProcesses(person), ...own.values);
}
