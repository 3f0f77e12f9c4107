/** Words of a text that a person blackens one by one, over the parts that are blackened. */
import { joined, type Span } from '../../../processes/publicSettlement/blackening';

export interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** A word or a number; what stands between them cannot be blackened by itself. */
  readonly isWord: boolean;
}

/** All of the text in pieces: words (an address of mail, a number with slashes is one), and what is between them. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[@._/+:-][\p{L}\p{N}]+)*|[^\p{L}\p{N}]+/gu)].map(({ 0: piece, index }) => ({
    from: index,
    to: index + piece.length,
    text: piece,
    isWord: /[\p{L}\p{N}]/u.test(piece),
  }));
}

export const isMarked = ({ from, to }: Token, spans: readonly Span[]): boolean => spans.some(([start, end]) => start < to && end > from);

/** Blackens the word, or shows it again. A part of which only marks and spaces would be left is given up whole. */
export function toggled(text: string, spans: readonly Span[], token: Token): Span[] {
  const { from, to } = token;
  if (!isMarked(token, spans)) return joined(text, [...spans, [from, to]]);
  return spans
    .flatMap(([start, end]): Span[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end],
    ])
    .filter(([start, end]) => start < end)
    .map(([start, end]): Span => {
      const part = text.slice(start, end);
      const before = /^[^\p{L}\p{N}]*/u.exec(part)?.[0].length ?? 0;
      const after = /[^\p{L}\p{N}]*$/u.exec(part)?.[0].length ?? 0;
      return [start + before, Math.max(start + before, end - after)];
    })
    .filter(([start, end]) => start < end);
}
