import { z } from 'zod';
import { findMunicipality, liesIn } from '../../models/places/municipalities';
import { words } from '../../processes/words';
import { says } from '../http/zodWords';
import { invalid } from '../problems';
import { line, searchText } from '../schemas';
import { anywhere, select, Where } from '../sql';

/** What of the register is asked for, the same for the page, its figures and every download. */

const haler = z
  .string()
  .regex(/^\d{1,15}$/, says('Částka je celé číslo haléřů, třeba 5000000 za 50 000 Kč.', 'An amount is a whole number of haléř.'))
  .transform(Number);

export const registerSorts = [
  'decidedOn',
  'year',
  'awarded',
  'paid',
  'applicantName',
  'municipality',
  'projectTitle',
  'programmeTitle',
] as const;
type RegisterSort = (typeof registerSorts)[number];

export const registerFilter = z.strictObject({
  q: searchText,
  programme: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  fund: line(1, 200).optional(),
  area: line(1, 200).optional(),
  municipality: line(1, 100).optional(),
  /** Codes of LAU 1 and NUTS 3. */
  district: z
    .string()
    .regex(/^CZ0[0-9A-Z]{3}$/, says('Kód okresu má tvar CZ0641.', 'The code of a district looks like CZ0641.'))
    .optional(),
  region: z
    .string()
    .regex(/^CZ0\d{2}$/, says('Kód kraje má tvar CZ064.', 'The code of a region looks like CZ064.'))
    .optional(),
  state: z.enum(['awarded', 'settled', 'ended']).optional(),
  kind: z.enum(['natural', 'legal']).optional(),
  min: haler.optional(),
  max: haler.optional(),
});
export type RegisterFilter = z.output<typeof registerFilter>;

export const registerQuery = registerFilter.extend({
  sort: z.enum(registerSorts).default('decidedOn'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type RegisterQuery = z.output<typeof registerQuery>;

export const AREA = `coalesce(a.name, p.area)`;
export const REGISTER_TABLES =
  'grants g join programmes p on p.id = g.programme_id left join areas a on a.id = p.area_id left join funds f on f.id = a.fund_id';
/** What was decided and given: running cases and refused ones are nobody's business. */
export const PUBLIC = `g.awarded > 0 and g.state <> 'running'`;

const ORDER: Readonly<Record<RegisterSort, string>> = {
  decidedOn: 'g.decided_on',
  year: 'g.year',
  awarded: 'g.awarded',
  paid: 'g.paid',
  applicantName: 'g.applicant_name',
  municipality: 'g.municipality',
  projectTitle: 'g.project_title',
  programmeTitle: 'p.title',
};

/** Ties are always in the same order, so that pages do not overlap. */
export function registerOrder({ sort, order }: Pick<RegisterQuery, 'sort' | 'order'>): string {
  return `${ORDER[sort]} ${order} nulls last, g.decided_on desc nulls last, g.applicant_name, g.case_id`;
}

/** Municipalities as applicants wrote them, in what is public. Inside inTenant. */
export async function municipalityNames(): Promise<string[]> {
  const rows = await select<{ name: string }>(`select distinct g.municipality as name from grants g where ${PUBLIC} order by 1`);
  return rows.map(({ name }) => name);
}

/** Other ways in which the same municipality is written; of a name that leads nowhere only itself. */
function sameMunicipality(wanted: string, name: string): boolean {
  if (name === wanted) return true;
  const [one, other] = [findMunicipality(wanted), findMunicipality(name)];
  return one.kind === 'found' && other.kind === 'found' && one.municipality.code === other.municipality.code;
}

/**
 * The conditions of a statement over REGISTER_TABLES. Inside inTenant.
 * @throws ProblemError 422 where the least amount is above the most
 */
export async function registerWhere(filter: RegisterFilter): Promise<Where> {
  const { q, programme, year, fund, area, municipality, district, region, state, kind, min, max } = filter;
  if (min !== undefined && max !== undefined && min > max) {
    throw invalid({ max: words('Nejvyšší částka je menší než nejnižší.', 'The highest amount is below the lowest.') });
  }
  const where = new Where()
    .add(PUBLIC)
    .addIf('g.programme_id = ?', programme)
    .addIf('g.year = ?', year)
    .addIf('f.name = ?', fund)
    .addIf(`${AREA} = ?`, area)
    .addIf('g.state = ?', state)
    .addIf('g.applicant_kind = ?', kind)
    .addIf('g.awarded >= ?', min)
    .addIf('g.awarded <= ?', max);
  if (municipality !== undefined || district !== undefined || region !== undefined) {
    const names = (await municipalityNames()).filter(
      (name) =>
        (municipality === undefined || sameMunicipality(municipality, name)) &&
        (district === undefined || liesIn(name, district)) &&
        (region === undefined || liesIn(name, region)),
    );
    where.add('g.municipality = any(?::text[])', names);
  }
  if (q !== undefined && q !== '') {
    where.add(`g.search like ? or (g.applicant_kind = 'legal' and g.ico = ?)`, anywhere(q), q);
  }
  return where;
}
