import { z } from 'zod';
import type { RegisterRow } from '../../processes/views';
import { words, type Words } from '../../processes/words';
import { csvMoney, type Column } from '../lists';
import { searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';

/** Grants register (přehled poskytnutých dotací), readable by everybody: of natural persons the name and the municipality, nothing more. */

export const registerQuery = z.strictObject({
  q: searchText,
  programme: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
});
export type RegisterQuery = z.output<typeof registerQuery>;

export const PAGE_ROWS = 50;
export const MAX_DOWNLOADED = 100_000;

const COLUMNS = `
  g.case_id as "caseId", p.title as "programmeTitle", g.applicant_name as "applicantName", case when g.applicant_kind = 'legal' then g.ico end as ico,
  g.municipality, g.project_title as "projectTitle", g.year, g.awarded, g.paid, g.state, g.decided_on::text as "decidedOn",
  g.resolution_number as "resolutionNumber"`;
export const REGISTER_TABLES = 'grants g join programmes p on p.id = g.programme_id';

export function registerConditions({ q, programme, year }: RegisterQuery): Where {
  const where = new Where().add(`g.awarded > 0 and g.state <> 'running'`).addIf('g.programme_id = ?', programme).addIf('g.year = ?', year);
  if (q !== undefined && q !== '') {
    const text = anywhere(q);
    where.add(
      `g.applicant_name ilike ? or g.project_title ilike ? or g.municipality ilike ? or (g.applicant_kind = 'legal' and g.ico = ?)`,
      text,
      text,
      text,
      q,
    );
  }
  return where;
}

const ORDER = 'g.decided_on desc nulls last, g.applicant_name, g.case_id';

/**
 * One page with the number of all rows and the sum of what was given, in haléř: grants that came to no contract, or were withdrawn, are listed and not counted in.
 * Inside inTenant.
 */
export async function registerPage(query: RegisterQuery, page: number): Promise<{ rows: RegisterRow[]; total: number; sum: number }> {
  const where = registerConditions(query);
  const rows = await selectWhere<RegisterRow>(
    `select ${COLUMNS} from ${REGISTER_TABLES} where ${where.toString()} order by ${ORDER} limit ${PAGE_ROWS} offset ${(page - 1) * PAGE_ROWS}`,
    where,
  );
  const [all] = await selectWhere<{ total: number; sum: number }>(
    `select count(*) as total, coalesce(sum(g.awarded) filter (where g.state <> 'ended'), 0)::bigint as sum from ${REGISTER_TABLES} where ${where.toString()}`,
    where,
  );
  return { rows, total: all?.total ?? 0, sum: all?.sum ?? 0 };
}

/** Everything that fits the query. Inside inTenant. */
export function wholeRegister(query: RegisterQuery): Promise<RegisterRow[]> {
  const where = registerConditions(query);
  return selectWhere<RegisterRow>(
    `select ${COLUMNS} from ${REGISTER_TABLES} where ${where.toString()} order by ${ORDER} limit ${MAX_DOWNLOADED}`,
    where,
  );
}

const STATES: Readonly<Record<RegisterRow['state'], Words>> = {
  awarded: words('schváleno', 'awarded'),
  settled: words('vyúčtováno', 'settled'),
  ended: words('ukončeno bez výplaty', 'ended without payment'),
};

export const registerColumns: readonly Column<RegisterRow>[] = [
  { title: words('Program', 'Programme'), value: (row) => row.programmeTitle },
  { title: words('Příjemce', 'Recipient'), value: (row) => row.applicantName },
  { title: words('IČO', 'IČO'), value: (row) => row.ico },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  { title: words('Projekt', 'Project'), value: (row) => row.projectTitle },
  { title: words('Rok', 'Year'), value: (row) => row.year },
  { title: words('Schváleno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
  { title: words('Vyplaceno (Kč)', 'Paid (CZK)'), value: (row) => csvMoney(row.paid) },
  { title: words('Stav', 'State'), value: (row, language) => STATES[row.state][language] },
  { title: words('Rozhodnuto', 'Decided'), value: (row) => row.decidedOn },
  { title: words('Usnesení', 'Resolution'), value: (row) => row.resolutionNumber },
];
