import type { AreaView, FundView } from '../../processes/programmeViews';
import { selectWhere, Where } from '../sql';

const AREA_COLUMNS = `
  a.id, a.fund_id as "fundId", f.name as "fundName", a.name, a.description, a.active, a.position, a.version,
  (select count(*) from programmes p where p.area_id = a.id) as programmes`;
export const AREA_TABLES = 'areas a join funds f on f.id = a.fund_id';
/** As the office ordered them. */
export const AREA_ORDER = 'f.position, f.name, a.position, a.name, a.id';

/** Inside inTenant. @param order of our own making */
export function findAreas(where: Where, order = AREA_ORDER, limit = 1000, offset = 0): Promise<AreaView[]> {
  return selectWhere<AreaView>(
    `select ${AREA_COLUMNS} from ${AREA_TABLES} where ${where.toString()} order by ${order} limit ${limit} offset ${offset}`,
    where,
  );
}

/** Funds with their areas. Inside inTenant. @param order of our own making */
export async function findFunds(where: Where, order: string, limit: number, offset: number): Promise<FundView[]> {
  const funds = await selectWhere<Omit<FundView, 'areas'>>(
    `select f.id, f.name, f.purpose, f.year_budget as "yearBudget", f.active, f.position, f.version
     from funds f where ${where.toString()} order by ${order}, f.id limit ${limit} offset ${offset}`,
    where,
  );
  const areas = await areasOf(funds.map(({ id }) => id));
  return funds.map((fund) => ({ ...fund, areas: areas.filter(({ fundId }) => fundId === fund.id) }));
}

async function areasOf(fundIds: readonly string[]): Promise<AreaView[]> {
  if (fundIds.length === 0) return [];
  return findAreas(new Where().add('a.fund_id = any(?::uuid[])', fundIds));
}
