import type { JsonSchema } from '../../../processes/define';
import { columnSum } from '../../../processes/formItems/amounts';

export interface Sum {
  readonly key: string;
  readonly title: string;
  /** Haléř. */
  readonly sum: number;
}

/** Sums of the amounts of a list's rows, one for each field of money; what is no amount yet counts as nothing. */
export function sumsOf(properties: Readonly<Record<string, JsonSchema>>, rows: readonly unknown[]): Sum[] {
  return Object.entries(properties)
    .filter(([, schema]) => schema.format === 'money')
    .map(([key, schema]) => ({
      key,
      title: typeof schema.title === 'string' ? schema.title : key,
      sum: columnSum(rows, key),
    }));
}
