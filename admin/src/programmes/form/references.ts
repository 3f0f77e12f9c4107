/** What one item may ask of the others: answers that a condition waits for, numbers that a computation adds up. */
import type { FormItem } from '../../../../processes/formItems/items';

export interface Asker {
  /** Id of the item, or `applicantKind`. */
  readonly item: string;
  /** Empty where it is the kind of the applicant. */
  readonly title: string;
  readonly answers: readonly { readonly is: string | boolean; readonly title: string }[];
}

/** Answers that are worded by the word files, not by the officer. */
export const WORDED: ReadonlySet<string> = new Set(['legal', 'natural', 'true', 'false']);

const applicant: Asker = {
  item: 'applicantKind',
  title: '',
  answers: [
    { is: 'legal', title: '' },
    { is: 'natural', title: '' },
  ],
};

/** Whose answer the item at this place may depend on: the applicant's kind, and choices and yes/no before it. */
export function askersBefore(items: readonly FormItem[], place: number): Asker[] {
  const asking = items.slice(0, place).flatMap((item): Asker[] => {
    if (item.kind === 'yesNo') return [{ item: item.id, title: item.title, answers: [true, false].map((is) => ({ is, title: '' })) }];
    if (item.kind === 'choice')
      return [{ item: item.id, title: item.title, answers: item.options.map(({ id, title }) => ({ is: id, title })) }];
    return [];
  });
  return [applicant, ...asking];
}

export interface NumberRef {
  /** `totalCost`, `q2`, `q3.amount`. */
  readonly reference: string;
  /** Titles of the item and of its column; none where it is an amount of every application. */
  readonly titles: readonly string[];
  /** In haléř; otherwise a plain number. */
  readonly money: boolean;
}

/** Everything in the form that a computation may add up. */
export function numbersIn(items: readonly FormItem[]): NumberRef[] {
  const own = items.flatMap(({ id, title, ...item }): NumberRef[] => {
    if (item.kind === 'number' || item.kind === 'money') return [{ reference: id, titles: [title], money: item.kind === 'money' }];
    if (item.kind !== 'table') return [];
    return item.columns
      .filter(({ kind }) => kind === 'number' || kind === 'money')
      .map((column) => ({ reference: `${id}.${column.id}`, titles: [title, column.title], money: column.kind === 'money' }));
  });
  return [{ reference: 'totalCost', titles: [], money: true }, { reference: 'requestedAmount', titles: [], money: true }, ...own];
}
