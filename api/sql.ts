import { query } from '../models/database';
import { folded } from '../processes/folding';

/**
 * Rows of a statement inside inTenant; values go in as `$1`, never as text. Columns are named as the fields (`select a_b as "aB"`), moments come as Date,
 * bigint as number.
 */
export function select<Row extends object>(sql: string, bind: readonly unknown[] = []): Promise<Row[]> {
  return query<Row>(sql, bind);
}

/** The same for a list: its text holds the conditions, the order and the page, so it is another one nearly every time. */
export function selectWhere<Row extends object>(sql: string, where: Where): Promise<Row[]> {
  return query<Row>(sql, where.bind, { planned: false });
}

/** Conditions of a list, gathered with their values: `where.add('c.status = ?', status)`. */
export class Where {
  private readonly conditions: string[] = [];
  readonly bind: unknown[] = [];

  /** Adds a condition of our own making; each `?` in it stands for one of the values. */
  add(condition: string, ...values: readonly unknown[]): this {
    let next = 0;
    this.conditions.push(
      condition.replace(/\?/g, () => {
        this.bind.push(values[next]);
        next += 1;
        return `$${this.bind.length}`;
      }),
    );
    return this;
  }

  /** The same where the value is there. */
  addIf(condition: string, value: unknown): this {
    return value === undefined ? this : this.add(condition, value);
  }

  toString(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.map((condition) => `(${condition})`).join(' and ');
  }
}

/** A text for `fold(column) like ?`, or a column that is kept folded, found anywhere whatever its size and marks of letters, its own wildcards taken literally. */
export function anywhere(text: string): string {
  return `%${folded(text).replace(/[\\%_]/g, '\\$&')}%`;
}

/** A moment as the views say it. */
export function iso(moment: Date): string {
  return moment.toISOString();
}

export function isoOrNull(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}
