/** What of a free text is published: all of it, all but what is blackened, or nothing. The public wording is always made of the original, never typed anew. */
import { BLACKED_OUT } from '../grant/contract/facts';
import { personalData } from './personalData';

export const textChoices = ['asIs', 'blackened', 'leftOut'] as const;
export type TextChoice = (typeof textChoices)[number];

/** From and to (not included), in UTF-16 units of the original. */
export type Span = readonly [from: number, to: number];

export interface PublicWording {
  readonly choice: TextChoice;
  /** What is blackened; empty with another choice. */
  readonly spans: readonly Span[];
}

/** Spans in their order, those that overlap or have nothing but spaces between them as one: how many words were there is nobody's business. */
export function joined(original: string, spans: readonly Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && (from <= last[1] || original.slice(last[1], from).trim() === '')) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

const splitsCharacter = (text: string, at: number): boolean => at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Are these parts of the text, none empty and none cutting a character in two? */
export const areSpansOf = (original: string, spans: readonly Span[]): boolean =>
  spans.every(
    ([from, to]) => from >= 0 && from < to && to <= original.length && !splitsCharacter(original, from) && !splitsCharacter(original, to),
  );

/** What everybody reads of the text; null: nothing. */
export function publicText(original: string, { choice, spans }: PublicWording): string | null {
  if (choice === 'leftOut') return null;
  if (choice === 'asIs') return original;
  let text = '';
  let end = 0;
  for (const [from, to] of joined(original, spans)) {
    text += original.slice(end, from) + BLACKED_OUT;
    end = to;
  }
  return text + original.slice(end);
}

/** What the officer begins with: recognisable personal data blackened. @param firstYear of the grant */
export function proposedSpans(original: string, firstYear: number): Span[] {
  return joined(
    original,
    personalData(original, firstYear).map(({ from, to }): Span => [from, to]),
  );
}

/** @param whole false for a text that is better left out unless the officer wants it */
export function proposedWording(original: string, firstYear: number, whole = true): PublicWording {
  if (!whole) return { choice: 'leftOut', spans: [] };
  const spans = proposedSpans(original, firstYear);
  return spans.length === 0 ? { choice: 'asIs', spans } : { choice: 'blackened', spans };
}
