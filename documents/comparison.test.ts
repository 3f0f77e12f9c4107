import fc from 'fast-check';
import { compareTexts } from './comparison';

it('shows a changed paragraph word by word, what came and what went', () => {
  expect(
    compareTexts(
      ['I. Účel', 'Dotace je 60 000 Kč a platí do 31. 1. 2027.', 'Konec'],
      ['I. Účel', 'Dotace je 60 000 Kč a platí do 31. 3. 2027.', 'Nové', 'Konec'],
    ),
  ).toEqual([
    { change: 'same', pieces: [{ change: 'same', text: 'I. Účel' }] },
    {
      change: 'changed',
      pieces: [
        { change: 'same', text: 'Dotace je 60 000 Kč a platí do 31. ' },
        { change: 'removed', text: '1' },
        { change: 'added', text: '3' },
        { change: 'same', text: '. 2027.' },
      ],
    },
    { change: 'added', pieces: [{ change: 'added', text: 'Nové' }] },
    { change: 'same', pieces: [{ change: 'same', text: 'Konec' }] },
  ]);
});

it('does not pair paragraphs that have nothing in common', () => {
  expect(compareTexts(['Zcela jiná věta o penězích'], ['Něco úplně odlišného, bez podobnosti']).map(({ change }) => change)).toEqual([
    'removed',
    'added',
  ]);
});

it('never loses a word: without what was removed it reads as the newer text, without what was added as the older', () => {
  const text = fc.array(
    fc
      .array(fc.constantFrom('smlouva', 'dotace', 'účel', 'rada', 'do', '1.'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' ')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const compared = compareTexts(before, after);
      const without = (kind: string): string[] =>
        compared
          .filter(({ change }) => change !== kind)
          .map(({ pieces }) =>
            pieces
              .filter(({ change }) => change !== kind)
              .map((piece) => piece.text)
              .join(''),
          );
      expect(without('removed')).toEqual(after);
      expect(without('added')).toEqual(before);
    }),
  );
});
