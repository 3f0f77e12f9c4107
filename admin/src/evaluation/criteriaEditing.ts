/** The list of criteria while it is changed: pure. */
import { CRITERIA_LIMITS, type Criterion } from '../../../processes/grant/criteria';

/** What stands in the fields: a number that is not one stays as it was typed, and the server names it. */
export interface Edited extends Omit<Criterion, 'maxPoints' | 'weight' | 'help'> {
  readonly help: string;
  readonly maxPoints: string;
  readonly weight: string;
}

export const edited = ({ id, title, help = '', maxPoints, weight }: Criterion): Edited => ({
  id,
  title,
  help,
  maxPoints: String(maxPoints),
  weight: String(weight),
});

/** As it is sent; what is no whole number goes as 0, which the server refuses by name. */
export function criterionOf({ id, title, help, maxPoints, weight }: Edited): Criterion {
  const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : 0);
  return { id, title: title.trim(), ...(help.trim() !== '' && { help: help.trim() }), maxPoints: whole(maxPoints), weight: whole(weight) };
}

/** A name of its own: the first that nothing in the list has. */
export function added(list: readonly Edited[]): Edited[] {
  let number = 1;
  while (list.some(({ id }) => id === `k${number}`)) number += 1;
  return [...list, { id: `k${number}`, title: '', help: '', maxPoints: '10', weight: '10' }];
}

export const isFull = (list: readonly Edited[]): boolean => list.length >= CRITERIA_LIMITS.criteria;

/** One place up or down; the same list where it cannot go further. */
export function moved(list: readonly Edited[], from: number, by: 1 | -1): readonly Edited[] {
  const to = from + by;
  const one = list[from];
  const other = list[to];
  if (!one || !other) return list;
  return list.map((each, place) => (place === from ? other : place === to ? one : each));
}

/** How much of the total each can bring, in whole per cent. */
export function shares(list: readonly Edited[]): number[] {
  const weights = list.map((one) => criterionOf(one).weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (sum === 0 ? 0 : Math.round((weight / sum) * 100)));
}
