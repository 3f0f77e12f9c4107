/** Records of support de minimis and links of undertakings, as the tables hold them. */
import { countsUntil } from '../../processes/grant/deMinimis';
import type { DeMinimisView, SupportView, UndertakingLinkView } from '../../processes/officersSection/views';
import { notFound } from '../problems';
import { iso, isoOrNull, select } from '../sql';

export interface SupportRecord {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly ico: string | null;
  readonly name: string;
  readonly bornOn: string | null;
  readonly grantedOn: string;
  readonly cents: number;
  readonly amount: number | null;
  readonly rate: number | null;
  readonly rateSource: 'ecb' | 'cnb' | null;
  readonly provider: string | null;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly voidedBy: string | null;
  readonly voidedByName: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

export const SUPPORT_COLUMNS = `
  r.id, r.case_id as "caseId", c.number as "caseNumber", nullif(r.ico, '') as ico, r.name, r.born_on::text as "bornOn", r.granted_on::text as "grantedOn",
  r.cents, r.amount, r.rate, r.rate_source as "rateSource", nullif(r.provider, '') as provider, r.recorded_by as "recordedBy", u.name as "recordedByName",
  r.recorded_at as "recordedAt", r.voided_by as "voidedBy", v.name as "voidedByName", r.voided_at as "voidedAt", r.void_reason as "voidReason"`;
export const SUPPORT_TABLES = `
  de_minimis_records r join cases c on c.id = r.case_id join users u on u.id = r.recorded_by left join users v on v.id = r.voided_by`;

export function supportView(record: SupportRecord): SupportView {
  const { recordedBy, recordedByName, recordedAt, voidedBy, voidedByName, voidedAt, voidReason, ...support } = record;
  return {
    ...support,
    countsUntil: countsUntil(support.grantedOn),
    recordedBy: { id: recordedBy, name: recordedByName },
    recordedAt: iso(recordedAt),
    voided:
      voidedBy === null
        ? null
        : { by: { id: voidedBy, name: voidedByName ?? '' }, at: isoOrNull(voidedAt) ?? '', reason: voidReason ?? '' },
  };
}

export type Recipient = DeMinimisView['recipient'];

/** All recorded to the members of the undertaking, or to the natural person, in any case of the tenant; the newest first. Inside inTenant. */
export async function supportsOf(recipient: Recipient, members: readonly string[]): Promise<SupportView[]> {
  const rows = await select<SupportRecord>(
    `select ${SUPPORT_COLUMNS} from ${SUPPORT_TABLES}
     where r.ico = any($1::text[]) or (r.ico = '' and r.born_on = $2::date)
     order by r.granted_on desc, r.recorded_at desc, r.id`,
    [members, recipient.bornOn],
  );
  // In small letters by our own reckoning: a database in the C locale has none for Czech.
  const key = (name: string): string => name.toLocaleLowerCase('cs');
  return rows.filter(({ ico, name }) => ico !== null || key(name) === key(recipient.name)).map(supportView);
}

interface LinkRecord {
  readonly id: string;
  readonly ico: string;
  readonly otherIco: string;
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
}

/** The links that hold now; an office has few of them. Inside inTenant. */
export async function currentLinks(): Promise<UndertakingLinkView[]> {
  const rows = await select<LinkRecord>(
    `select k.id, k.ico, k.other_ico as "otherIco", k.reason, k.created_by as by, u.name as "byName", k.created_at as at
     from undertaking_links k join users u on u.id = k.created_by where k.ended_at is null order by k.created_at, k.id`,
  );
  return rows.map(({ by, byName, at, ...link }) => ({ ...link, by: { id: by, name: byName }, at: iso(at) }));
}

interface Facts {
  readonly recipient: Recipient;
  readonly applies: boolean;
  readonly awarded: number | null;
}

/** Who has the support of the case, and whether it is de minimis. Inside inTenant. @throws ProblemError 404 of a case that is no grant */
export async function factsOf(caseId: string): Promise<Facts> {
  const [row] = await select<{ ico: string | null; name: string; bornOn: string | null; applies: boolean; awarded: number | null }>(
    `select g.ico, g.applicant_name as name, p.de_minimis as applies, g.awarded,
       case when g.applicant_kind = 'natural' then coalesce(s.data ->> 'birthDate', s.data -> 'application' ->> 'birthDate') end as "bornOn"
     from grants g join programmes p on p.id = g.programme_id
       left join lateral (select data from submissions s where s.case_id = g.case_id and s.step in ('application', 'supplement')
         order by s.created_at desc limit 1) s on true
     where g.case_id = $1`,
    [caseId],
  );
  if (!row) throw notFound();
  const { ico, name, bornOn, applies, awarded } = row;
  return { recipient: { ico, name, bornOn }, applies, awarded };
}
