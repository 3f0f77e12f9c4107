/** Signed contracts and where their duty to be published stands (§ 10d zákona č. 250/2000 Sb.). */
import type { ContractDutyRow, PublishedContractRow } from '../../processes/grant/contract/views';
import { contractDuty, contractPublishedUntil, isPublished, publishContractBy, PUBLISHED_ABOVE } from '../../processes/grant/publication';
import { select, selectWhere, Where } from '../sql';
import { today } from '../today';

const MOST = 1_000;
/** What the procedure recorded when the contract was put on the board. */
const PUBLISHED_ON = `c.values->>'contractPublishedOn'`;
const PUBLISHED_UNTIL = `coalesce(c.values->>'contractPublishedUntil', to_char(((${PUBLISHED_ON})::date + interval '3 years'), 'YYYY-MM-DD'))`;

type DutyRecord = Omit<ContractDutyRow, 'duty' | 'publishBy'>;

/** Those that must be published, the most urgent first; with `all` also those that are on the board. Inside inTenant. */
export async function contractDuties(programmeId: string | undefined, all: boolean): Promise<ContractDutyRow[]> {
  const where = new Where()
    .add(`g.signed_on is not null and g.awarded > ?`, PUBLISHED_ABOVE)
    .addIf('g.programme_id = ?', programmeId)
    .addIf(`${PUBLISHED_ON} is null`, all ? undefined : true);
  const rows = await selectWhere<DutyRecord>(
    `select g.case_id as "caseId", c.number as "caseNumber", g.programme_id as "programmeId", p.title as "programmeTitle", g.applicant_name as "applicantName",
       g.awarded as amount, g.contract_number as "contractNumber", g.signed_on::text as "signedOn", ${PUBLISHED_ON} as "publishedOn",
       case when ${PUBLISHED_ON} is null then null else ${PUBLISHED_UNTIL} end as "publishedUntil"
     from grants g join cases c on c.id = g.case_id join programmes p on p.id = g.programme_id
     where ${where.toString()} order by (${PUBLISHED_ON} is null) desc, g.signed_on, g.case_id limit ${MOST}`,
    where,
  );
  const now = today();
  return rows.map((row) => ({
    ...row,
    publishBy: row.signedOn !== null && isPublished(row.amount) ? publishContractBy(row.signedOn) : null,
    duty: contractDuty(row, now),
  }));
}

interface PublicDocument {
  readonly caseId: string;
  readonly id: string;
  readonly title: string;
  readonly size: number;
}

/** What of the files of a contract is on the board: the contract itself, and each amendment after whose signature something was published. */
const ON_BOARD = `
  d.state = 'ready' and d.key like '%.public' and (
    d.key like 'contract.%'
    or exists (
      select from tasks s join tasks p on p.case_id = s.case_id and p.step = 'publishContract' and p.state = 'done' and p.closed_at > s.closed_at
      where s.case_id = d.case_id and s.step = 'amendmentSignature' and s.outcome = 'signed' and d.key = 'amendment.' || s.ordinal || '.public'))`;

type PublishedRecord = Omit<PublishedContractRow, 'documents' | 'publishedUntil'> & { readonly publishedUntil: string | null };

const shown = (day: string): Where =>
  new Where().add(`${PUBLISHED_ON} <= ? and ${PUBLISHED_UNTIL} >= ?`, day, day).add(`c.process_id = 'grant'`);

/** Contracts that are on the board today, the newest first. Inside inTenant. */
export async function publishedContracts(): Promise<PublishedContractRow[]> {
  const where = shown(today());
  const rows = await selectWhere<PublishedRecord>(
    `select g.case_id as "caseId", g.contract_number as "contractNumber", p.title as "programmeTitle", g.applicant_name as "applicantName",
       case when g.applicant_kind = 'legal' then g.ico end as ico, g.municipality, g.project_title as "projectTitle", g.awarded as amount,
       g.signed_on::text as "signedOn", ${PUBLISHED_ON} as "publishedOn", c.values->>'contractPublishedUntil' as "publishedUntil"
     from grants g join cases c on c.id = g.case_id join programmes p on p.id = g.programme_id
     where ${where.toString()} order by ${PUBLISHED_ON} desc, g.case_id limit ${MOST}`,
    where,
  );
  const documents = await select<PublicDocument>(
    `select d.case_id as "caseId", d.id, d.title, d.size from documents d where d.case_id = any($1::uuid[]) and ${ON_BOARD} order by d.created_at, d.key`,
    [rows.map(({ caseId }) => caseId)],
  );
  return rows.map((row) => ({
    ...row,
    publishedUntil: row.publishedUntil ?? contractPublishedUntil(row.publishedOn),
    documents: documents.filter(({ caseId }) => caseId === row.caseId).map(({ id, title, size }) => ({ id, title, size })),
  }));
}

/** The file of a contract that is on the board today; null for anything else. Inside inTenant. */
export async function publishedFile(
  id: string,
): Promise<{ readonly sha256: string; readonly fileName: string; readonly size: number } | null> {
  const where = shown(today()).add('d.id = ?', id).add(ON_BOARD);
  const [file] = await selectWhere<{ sha256: string; fileName: string; size: number }>(
    `select d.sha256, d.file_name as "fileName", d.size from documents d join cases c on c.id = d.case_id where ${where.toString()}`,
    where,
  );
  return file ?? null;
}
