import { useRef } from 'react';
import type { TaskView } from '../../../processes/views';

type Data = Record<string, unknown>;
type StartsBy = TaskView['startsBy'];

const chosenIn = ({ field }: NonNullable<StartsBy>, data: Data): string => (typeof data[field] === 'string' ? data[field] : '');

/** The answers of one of the things to start from; null where there is no such thing. */
export function startOf(startsBy: StartsBy, choice: string): Readonly<Data> | null {
  return startsBy !== null && Object.hasOwn(startsBy.starts, choice) ? (startsBy.starts[choice] ?? null) : null;
}

/**
 * What the form holds after a change: where another thing was chosen to start from, that thing's answers, or what was typed of it before.
 * @param left what was typed of things chosen before, by the choice; the one that is left now is put there
 */
export function afterChoice(startsBy: StartsBy, before: Data, next: Data, left: Map<string, Data>): Data {
  if (startsBy === null) return next;
  const [was, is] = [chosenIn(startsBy, before), chosenIn(startsBy, next)];
  if (was === is) return next;
  left.set(was, before);
  const start = left.get(is) ?? startOf(startsBy, is) ?? {};
  return { ...start, [startsBy.field]: is };
}

/** The same for a form on the screen. */
export function useStarts(startsBy: StartsBy): (before: Data, next: Data) => Data {
  const left = useRef(new Map<string, Data>());
  return (before, next) => afterChoice(startsBy, before, next, left.current);
}
