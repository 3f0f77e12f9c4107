import { col, Op, where, type WhereOptions } from 'sequelize';
import { anywhere } from './sql';

/** `q` anywhere in what the table is searched in (its column `search`), whatever the size and the marks of its letters; what the person typed is no pattern. */
export function searchedFor(q: string): WhereOptions {
  return where(col('search'), { [Op.like]: anywhere(q) });
}
