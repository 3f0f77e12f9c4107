/** Names of sheets as Excel takes them. */

const MOST = 31;
/** Not in a name: `[ ] / \ : * ?` and control characters; an apostrophe not at an end. */
const FORBIDDEN = /[[\]/\\:*?\p{Cc}]+/gu;

const fitting = (name: string): string => {
  const plain = name
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  // A name that Excel keeps for itself.
  return plain.toLowerCase() === 'history' ? `${plain} 1` : plain;
};

/** Cut to whole characters: a half of a pair is no text. */
const cut = (text: string, most: number): string => {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.replace(/[\s']+$/, '');
};

/** The names, each fit for a sheet and no two of them the same (Excel does not tell capitals apart). */
export function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base = cut(fitting(name), MOST) || 'List';
    let made = base;
    for (let next = 2; used.has(made.toLowerCase()); next += 1) {
      const tail = ` (${next})`;
      made = cut(base, MOST - tail.length) + tail;
    }
    used.add(made.toLowerCase());
    return made;
  });
}
