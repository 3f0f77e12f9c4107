/** Other cases of the same applicant, whoever of its people wrote them. */
import { query } from '../database';

/** By what the other case was found: the same record of identity, the same IČO, or the same name and birth date. */
export type SameBy = 'identity' | 'ico' | 'person';

export interface CaseOfSameApplicant {
  readonly caseId: string;
  readonly by: SameBy;
}

/**
 * Cases of the same tenant that the same applicant has, the last opened first; without the given one. Two accounts are not compared: one person may write for
 * two associations. Inside inTenant.
 */
export function casesOfSameApplicant(caseId: string): Promise<CaseOfSameApplicant[]> {
  return query<CaseOfSameApplicant>(
    `with mine as (
       select c.id, c.tenant_id, c.identity_id, g.ico, g.applicant_kind, g.applicant_folded as name, (
         select s.data ->> 'birthDate' from submissions s where s.case_id = c.id and s.step = 'application' order by s.created_at limit 1) as born
       from cases c left join grants g on g.case_id = c.id where c.id = $1
     ), found as (
       select other.id, 1 as rank, 'identity' as by from mine join cases other on other.tenant_id = mine.tenant_id and other.identity_id = mine.identity_id
       union all
       select g.case_id, 2, 'ico' from mine join grants g on g.tenant_id = mine.tenant_id and g.ico = mine.ico
       union all
       select g.case_id, 3, 'person' from mine join grants g on g.tenant_id = mine.tenant_id and g.applicant_kind = 'natural' and g.applicant_folded = mine.name
       where mine.applicant_kind = 'natural' and mine.born is not null and exists (
         select from submissions s where s.case_id = g.case_id and s.step = 'application' and s.data ->> 'birthDate' = mine.born)
     )
     select other.id as "caseId", (array_agg(found.by order by found.rank))[1] as by
     from found join cases other on other.id = found.id where other.id <> $1
     group by other.id order by other.opened_at desc, other.id`,
    [caseId],
  );
}
