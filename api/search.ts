import { col, fn, Op, where, type WhereOptions } from 'sequelize';
import { anywhere } from './sql';

/** `q` anywhere in a text column, whatever the size and the marks of its letters; what the person typed is no pattern. */
export function containing(column: string, q: string): WhereOptions {
  return where(fn('fold', col(column)), { [Op.like]: anywhere(q) });
}
