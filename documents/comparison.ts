/** Two texts beside each other, paragraph by paragraph and in changed paragraphs word by word. */
import { diffArrays, diffWordsWithSpace } from 'diff';

export type Change = 'same' | 'added' | 'removed';

export interface ComparedPiece {
  readonly change: Change;
  readonly text: string;
}

/** One paragraph: the same, only in one of the two, or changed (pieces of several kinds). */
export interface ComparedParagraph {
  readonly change: Change | 'changed';
  readonly pieces: readonly ComparedPiece[];
}

/** Paragraphs that have at least this share of words in common are one paragraph that changed. */
const ALIKE = 0.4;
/** Comparing takes time that grows with the product of the lengths. */
const MOST_PARAGRAPHS = 2_000;
const MOST_LETTERS = 20_000;

const whole =
  (change: Change) =>
  (text: string): ComparedParagraph => ({ change, pieces: [{ change, text }] });

const changeOf = ({ added, removed }: { readonly added: boolean; readonly removed: boolean }): Change =>
  added ? 'added' : removed ? 'removed' : 'same';

function changed(before: string, after: string): ComparedParagraph | null {
  if (before.length + after.length > MOST_LETTERS) return null;
  const pieces = diffWordsWithSpace(before, after).map((part) => ({ change: changeOf(part), text: part.value }));
  const kept = pieces.filter(({ change }) => change === 'same').reduce((sum, { text }) => sum + text.trim().length, 0);
  return kept >= ALIKE * Math.max(before.length, after.length) ? { change: 'changed', pieces } : null;
}

/** Removed paragraphs and those that came in their place: alike ones are paired, in their order. */
function paired(removed: readonly string[], added: readonly string[]): ComparedParagraph[] {
  const result: ComparedParagraph[] = [];
  let next = 0;
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= next && changed(before, after) !== null);
    const both = at < 0 ? null : changed(before, added[at] ?? '');
    if (both === null) {
      result.push(whole('removed')(before));
      continue;
    }
    result.push(...added.slice(next, at).map(whole('added')), both);
    next = at + 1;
  }
  return [...result, ...added.slice(next).map(whole('added'))];
}

/** @param before paragraphs of the older text @param after of the newer one */
export function compareTexts(before: readonly string[], after: readonly string[]): ComparedParagraph[] {
  const result: ComparedParagraph[] = [];
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]): void => {
    result.push(...paired(removed, added));
    removed = [];
  };
  for (const part of diffArrays(before.slice(0, MOST_PARAGRAPHS), after.slice(0, MOST_PARAGRAPHS))) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      result.push(...part.value.map(whole('same')));
    }
  }
  flush([]);
  return result;
}
