/** By what applications of a programme are scored (kritéria pro hodnocení, § 10c odst. 2 písm. g) zákona č. 250/2000 Sb.). */
import type { FieldErrors } from '../rules';
import { words } from '../words';

export interface Criterion {
  /** Name of the field in the form of the evaluation; never meets a field that every evaluation has. */
  readonly id: string;
  readonly title: string;
  /** What the points are given for, shown to the evaluator. */
  readonly help?: string;
  /** The most points, a whole number; the least is 0. */
  readonly maxPoints: number;
  /** How much it counts against the others, a whole number. */
  readonly weight: number;
}

export const CRITERIA_LIMITS = { criteria: 20, title: 150, help: 2_000, maxPoints: 1_000, weight: 1_000 } as const;

/** The first three are those of a programme that says nothing else. */
export const CRITERION_ID = /^(k[a-z0-9]{1,12}|benefit|quality|economy)$/;

/** Of a programme that says nothing else. */
export const defaultCriteria: readonly Criterion[] = [
  { id: 'benefit', title: 'Přínos pro obyvatele', maxPoints: 40, weight: 40 },
  { id: 'quality', title: 'Kvalita a proveditelnost', maxPoints: 30, weight: 30 },
  { id: 'economy', title: 'Hospodárnost rozpočtu', maxPoints: 30, weight: 30 },
];

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What does not go together, by `<place>.<part>`; the shape of each is checked before. Empty: nothing. */
export function criteriaFaults(criteria: readonly Criterion[]): FieldErrors {
  const faults: FieldErrors = {};
  criteria.forEach(({ id, title }, place) => {
    const before = criteria.slice(0, place);
    if (before.some((other) => other.id === id))
      faults[`${place}.id`] = words('Toto označení už je u jiného kritéria.', 'The name is used.');
    if (before.some((other) => sameText(other.title, title)))
      faults[`${place}.title`] = words('Kritérium s tímto názvem tu už je.', 'There is a criterion of that name.');
  });
  return faults;
}
