import type { RegisterRow } from '../../processes/views';
import { words, type Words } from '../../processes/words';
import { csvMoney, type Column } from '../lists';
import { selectWhere, Where } from '../sql';
import { AREA, PUBLIC, REGISTER_TABLES, registerOrder, registerWhere, type RegisterQuery } from './registerQuery';

/** Grants register (přehled poskytnutých dotací), readable by everybody: of natural persons the name and the municipality, nothing more. */

const PAGE_ROWS = 50;
export const MAX_DOWNLOADED = 100_000;

const COLUMNS = `
  g.case_id as "caseId", p.id as "programmeId", p.title as "programmeTitle", f.name as fund, ${AREA} as area, g.applicant_kind as "applicantKind",
  g.applicant_name as "applicantName", case when g.applicant_kind = 'legal' then g.ico end as ico, g.municipality, g.project_title as "projectTitle", g.year,
  g.awarded, g.paid, g.accepted, g.returned, g.state, g.decided_on::text as "decidedOn", g.resolution_number as "resolutionNumber",
  exists (select from public_settlements s where s.case_id = g.case_id and s.facts is not null) as "settlementsPublished"`;

type RegisterRecord = Omit<RegisterRow, 'settlementsUrl'> & { readonly settlementsPublished: boolean };

/** Where the register of a municipality is read; `publicUrl` is that of the installation. */
export const registerAddress = (publicUrl: string, slug: string): string => `${publicUrl}/${slug}/registr`;

const rowAt =
  (address: string) =>
  ({ settlementsPublished, ...row }: RegisterRecord): RegisterRow => ({
    ...row,
    settlementsUrl: settlementsPublished ? `${address}/${row.caseId}` : null,
  });

/**
 * One page with the number of all rows and the sum of what was given, in haléř: grants that came to no contract, or were withdrawn, are listed and not counted in.
 * Inside inTenant. @param address of the register
 */
export async function registerPage(
  query: RegisterQuery,
  page: number,
  address: string,
): Promise<{ rows: RegisterRow[]; total: number; sum: number }> {
  const where = await registerWhere(query);
  const [rows, [all]] = await Promise.all([
    selectWhere<RegisterRecord>(
      `select ${COLUMNS} from ${REGISTER_TABLES} where ${where.toString()}
       order by ${registerOrder(query)} limit ${PAGE_ROWS} offset ${(page - 1) * PAGE_ROWS}`,
      where,
    ),
    selectWhere<{ total: number; sum: number }>(
      `select count(*) as total, coalesce(sum(g.awarded) filter (where g.state <> 'ended'), 0)::bigint as sum
       from ${REGISTER_TABLES} where ${where.toString()}`,
      where,
    ),
  ]);
  return { rows: rows.map(rowAt(address)), total: all?.total ?? 0, sum: all?.sum ?? 0 };
}

/** Everything that fits the query. Inside inTenant. @param address of the register */
export async function wholeRegister(query: RegisterQuery, address: string): Promise<RegisterRow[]> {
  const where = await registerWhere(query);
  const rows = await selectWhere<RegisterRecord>(
    `select ${COLUMNS} from ${REGISTER_TABLES} where ${where.toString()} order by ${registerOrder(query)} limit ${MAX_DOWNLOADED}`,
    where,
  );
  return rows.map(rowAt(address));
}

/** One grant of the register; null for what is not in it. Inside inTenant. @param address of the register */
export async function registerRow(caseId: string, address: string): Promise<RegisterRow | null> {
  const where = new Where().add(PUBLIC).add('g.case_id = ?', caseId);
  const [row] = await selectWhere<RegisterRecord>(`select ${COLUMNS} from ${REGISTER_TABLES} where ${where.toString()}`, where);
  return row ? rowAt(address)(row) : null;
}

const STATES: Readonly<Record<RegisterRow['state'], Words>> = {
  awarded: words('schváleno', 'awarded'),
  settled: words('vyúčtováno', 'settled'),
  ended: words('ukončeno bez výplaty', 'ended without payment'),
};
const KINDS: Readonly<Record<RegisterRow['applicantKind'], Words>> = {
  legal: words('právnická osoba', 'legal person'),
  natural: words('fyzická osoba', 'natural person'),
};

export const registerColumns: readonly Column<RegisterRow>[] = [
  { title: words('Fond', 'Fund'), value: (row) => row.fund },
  { title: words('Oblast', 'Area'), value: (row) => row.area },
  { title: words('Program', 'Programme'), value: (row) => row.programmeTitle },
  { title: words('Příjemce', 'Recipient'), value: (row) => row.applicantName },
  { title: words('Druh příjemce', 'Kind of recipient'), value: (row, language) => KINDS[row.applicantKind][language] },
  { title: words('IČO', 'IČO'), value: (row) => row.ico },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  { title: words('Projekt', 'Project'), value: (row) => row.projectTitle },
  { title: words('Rok', 'Year'), value: (row) => row.year },
  { title: words('Schváleno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
  { title: words('Vyplaceno (Kč)', 'Paid (CZK)'), value: (row) => csvMoney(row.paid) },
  { title: words('Uznáno ve vyúčtování (Kč)', 'Recognised in the settlement (CZK)'), value: (row) => csvMoney(row.accepted) },
  { title: words('Vráceno (Kč)', 'Returned (CZK)'), value: (row) => csvMoney(row.returned) },
  { title: words('Stav', 'State'), value: (row, language) => STATES[row.state][language] },
  { title: words('Rozhodnuto', 'Decided'), value: (row) => row.decidedOn },
  { title: words('Usnesení', 'Resolution'), value: (row) => row.resolutionNumber },
  { title: words('Zveřejněná vyúčtování', 'Published settlements'), value: (row) => row.settlementsUrl },
];
