import { Op } from 'sequelize';

/** `q` anywhere in a text column, letters of any size; what the person typed is no pattern. */
export function containing(q: string): { readonly [Op.iLike]: string } {
  return { [Op.iLike]: `%${q.replace(/[\\%_]/g, '\\$&')}%` };
}
