import { findMunicipality } from '../../models/places/municipalities';
import type { PlacedSum, RegisterChoices, RegisterFigures, RegisterSum, UnplacedSum } from '../../processes/registerViews';
import { select, selectWhere } from '../sql';
import { AREA, municipalityNames, PUBLIC, REGISTER_TABLES, registerWhere, type RegisterFilter } from './registerQuery';

/** Grants that came to no contract, or were withdrawn, are counted; their money is not. */
const SUMS = `count(*) as count, coalesce(sum(g.awarded) filter (where g.state <> 'ended'), 0)::bigint as awarded, coalesce(sum(g.paid), 0)::bigint as paid`;

const titled = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name);

/** What may be chosen in the register. Inside inTenant. */
export async function registerChoices(): Promise<Omit<RegisterChoices, 'tilesUrl' | 'tilesBy'>> {
  const from = `from ${REGISTER_TABLES} where ${PUBLIC}`;
  const [years, programmes, funds, areas, municipalities] = await Promise.all([
    select<{ year: number }>(`select distinct g.year ${from} order by 1 desc`),
    select<{ id: string; title: string }>(`select distinct p.id, p.title ${from} order by 2, 1`),
    select<{ name: string }>(`select distinct f.name ${from} and f.name is not null order by 1`),
    select<{ name: string }>(`select distinct ${AREA} as name ${from} and ${AREA} <> '' order by 1`),
    municipalityNames(),
  ]);
  const found = municipalities.flatMap((name) => {
    const place = findMunicipality(name);
    return place.kind === 'found' ? [place.municipality] : [];
  });
  const choices = (pairs: readonly (readonly [string, string])[]) =>
    [...new Map(pairs)].map(([id, title]) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title, 'cs'));
  return {
    years: years.map(({ year }) => year),
    programmes: programmes.map(({ id, title }) => ({ id, title })),
    funds: titled(funds),
    areas: titled(areas),
    municipalities,
    districts: choices(found.map(({ districtCode, district }) => [districtCode, district])),
    regions: choices(found.map(({ regionCode, region }) => [regionCode, region])),
  };
}

/** One sum out of two of the same thing. */
function added<S extends RegisterSum>(one: S, { count, awarded, paid }: RegisterSum): S {
  return { ...one, count: one.count + count, awarded: one.awarded + awarded, paid: one.paid + paid };
}

const byMoney = (a: RegisterSum, b: RegisterSum): number =>
  b.awarded - a.awarded || b.count - a.count || a.name.localeCompare(b.name, 'cs');

function gathered<S extends RegisterSum & { readonly code: string }>(sums: readonly S[]): S[] {
  const groups = new Map<string, S>();
  for (const sum of sums) {
    const known = groups.get(sum.code);
    groups.set(sum.code, known ? added(known, sum) : sum);
  }
  return [...groups.values()].sort(byMoney);
}

/** Sums by the name of a municipality, put on the map where the name belongs to one municipality only. */
export function placed(sums: readonly RegisterSum[]): Pick<RegisterFigures, 'places' | 'districts' | 'unplaced'> {
  const found: PlacedSum[] = [];
  const unplaced: UnplacedSum[] = [];
  for (const sum of sums) {
    const place = findMunicipality(sum.name);
    if (place.kind === 'found') {
      const { name, code, district, districtCode, latitude, longitude } = place.municipality;
      found.push({ ...sum, name, code, district, districtCode, latitude, longitude });
    } else unplaced.push({ ...sum, why: place.kind });
  }
  return {
    places: gathered(found),
    districts: gathered(
      found.map(({ count, awarded, paid, district, districtCode }) => ({ name: district, code: districtCode, count, awarded, paid })),
    ),
    unplaced: unplaced.sort(byMoney),
  };
}

/** What fits the filter, by year, by area and by place. Inside inTenant. */
export async function registerFigures(filter: RegisterFilter): Promise<RegisterFigures> {
  const where = await registerWhere(filter);
  const by = (key: string): Promise<RegisterSum[]> =>
    selectWhere<RegisterSum>(
      `select ${key} as name, ${SUMS} from ${REGISTER_TABLES} where ${where.toString()} group by 1 order by 1`,
      where,
    );
  const [years, areas, municipalities] = await Promise.all([by('g.year::text'), by(AREA), by('g.municipality')]);
  return { years, areas: [...areas].sort(byMoney), ...placed(municipalities) };
}
