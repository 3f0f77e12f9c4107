/** By what applications are scored: the criteria of a programme in their versions, and the form of an evaluation made of them. */
import type { Form } from '../../processes/define';
import { defaultCriteria, type Criterion } from '../../processes/grant/criteria';
import { evaluationForm, evaluationFormOf } from '../../processes/grant/forms';
import { select } from '../sql';

export interface CriteriaSet {
  /** 0: the common set, where the programme says nothing else. */
  readonly version: number;
  readonly criteria: readonly Criterion[];
  /** The same form for the same version, so that it is compiled once. */
  readonly form: Form;
}

/** Of a case: the programme and the version that held when it began. */
export interface ScoredBy {
  readonly subjectId: string | null;
  readonly criteriaVersion: number;
}

const COMMON: CriteriaSet = { version: 0, criteria: defaultCriteria, form: evaluationForm };

/** A version never changes. */
const known = new Map<string, CriteriaSet>();
const MOST_KNOWN = 500;

function keep(programmeId: string, version: number, criteria: readonly Criterion[]): CriteriaSet {
  const key = `${programmeId}/${version}`;
  const held = known.get(key);
  if (held) return held;
  const set = { version, criteria, form: evaluationFormOf(criteria) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, set);
  return set;
}

/** By what the case is scored; inside inTenant. @throws Error when its version is not there */
export async function criteriaOf({ subjectId, criteriaVersion }: ScoredBy): Promise<CriteriaSet> {
  if (subjectId === null || criteriaVersion === 0) return COMMON;
  const held = known.get(`${subjectId}/${criteriaVersion}`);
  if (held) return held;
  const [row] = await select<{ criteria: readonly Criterion[] }>(
    'select criteria from evaluation_criteria where programme_id = $1 and version = $2',
    [subjectId, criteriaVersion],
  );
  if (!row) throw new Error(`Programme ${subjectId} has no criteria ${criteriaVersion}`);
  return keep(subjectId, criteriaVersion, row.criteria);
}

/** The last version, with which the next application begins; inside inTenant. */
export async function lastCriteria(programmeId: string): Promise<CriteriaSet> {
  const [row] = await select<{ version: number; criteria: readonly Criterion[] }>(
    'select version, criteria from evaluation_criteria where programme_id = $1 order by version desc limit 1',
    [programmeId],
  );
  return row ? keep(programmeId, row.version, row.criteria) : COMMON;
}
