import { publicText, type Span } from '../../../processes/publicSettlement/blackening';
import { isMarked, toggled, tokensOf } from './marks';

const TEXT = 'Honorář Jan Novák, nar. 12. 4. 1985 (jan@posta.example)';
const X = '[anonymizováno]';
const word = (text: string) => tokensOf(TEXT).find((token) => token.text === text)!;
const read = (spans: readonly Span[]) => publicText(TEXT, { choice: 'blackened', spans });

it('cuts a text into words and what is between them, and loses nothing', () => {
  const tokens = tokensOf(TEXT);
  expect(tokens.map(({ text }) => text).join('')).toBe(TEXT);
  expect(tokens.filter(({ isWord }) => isWord).map(({ text }) => text)).toEqual([
    'Honorář',
    'Jan',
    'Novák',
    'nar',
    '12',
    '4',
    '1985',
    'jan@posta.example',
  ]);
});

it('blackens word after word into one part, and shows one again', () => {
  const one = toggled(TEXT, [], word('Jan'));
  const two = toggled(TEXT, one, word('Novák'));
  expect(read(two)).toBe(`Honorář ${X}, nar. 12. 4. 1985 (jan@posta.example)`);
  expect(read(toggled(TEXT, two, word('Jan')))).toBe(`Honorář Jan ${X}, nar. 12. 4. 1985 (jan@posta.example)`);
  expect(toggled(TEXT, one, word('Jan'))).toEqual([]);
});

it('takes a word out of the middle of what was proposed', () => {
  const proposed: Span[] = [[24, 35]];
  expect(TEXT.slice(24, 35)).toBe('12. 4. 1985');
  expect([isMarked(word('4'), proposed), isMarked(word('nar'), proposed)]).toEqual([true, false]);
  const shown = toggled(TEXT, proposed, word('4'));
  expect(read(shown)).toBe(`Honorář Jan Novák, nar. ${X}. 4. ${X} (jan@posta.example)`);
  expect(toggled(TEXT, toggled(TEXT, shown, word('12')), word('1985'))).toEqual([]);
});
