import { areSpansOf, joined, proposedWording, publicText, type Span } from './blackening';
import { personalData } from './personalData';

const YEAR = 2026;
const published = (text: string): string | null => publicText(text, proposedWording(text, YEAR));
const X = '[anonymizováno]';

it.each([
  ['Honorář Jan Novák, r. č. 850412/1234', `Honorář Jan Novák, r. č. ${X}`],
  ['DPP 855412/123 zpěv', `DPP ${X} zpěv`],
  ['DPP 8504120015', 'DPP 8504120015'],
  ['DPP 8504121230 zpěv', `DPP ${X} zpěv`],
  ['RČ: 8504121234', `RČ: ${X}`],
  ['Lektorka (nar. 12. 4. 1985)', `Lektorka (nar. ${X})`],
  ['Startovné Eva Malá 3.4.2016', `Startovné Eva Malá ${X}`],
  ['narozena dne 5. března 1978, Brno', `narozena dne ${X}, Brno`],
  ['Závodník roč. 2012', `Závodník roč. ${X}`],
  ['Pozvánky, jan.novak@posta.example', `Pozvánky, ${X}`],
  ['Ozvučení, tel. 541 123 456', `Ozvučení, tel. ${X}`],
  ['Ozvučení +420 601123456', `Ozvučení ${X}`],
  ['Ozvučení 601 123 456, pódium', `Ozvučení ${X}, pódium`],
  ['Ozvučení 601123456', `Ozvučení ${X}`],
  ['Převod na 19-2000145399/0800', `Převod na ${X}`],
  ['Převod na účet 123456/0100', `Převod na účet ${X}`],
  ['Převod CZ65 0800 0000 1920 0014 5399', `Převod ${X}`],
  ['Květiny, Dlouhá 12, Brno', `Květiny, ${X}, Brno`],
  ['Květiny, Husova 123/4a', `Květiny, ${X}`],
  ['Nájem Lhota č. p. 45', `Nájem Lhota ${X}`],
  ['Nájem ul. Boženy Němcové 5', `Nájem ${X}`],
  ['Doprava, Lhota 45, 679 61 Letovice', `Doprava, ${X} Letovice`],
  ['Jan Novák, bytem Lhota 45', `Jan Novák, bytem ${X}`],
])('blackens in %j what can be recognised', (text, expected) => expect(published(text)).toBe(expected));

it.each([
  'Faktura 2026001',
  'FV-2026/0012',
  '2026/0012',
  '202600123',
  'Ozvučení 3 hodiny',
  'Ubytování 12 osob',
  'Nájem sálu dne 12. 6. 2026',
  'Nájem sálu 5. 11. 2026, 12 500 Kč',
  'Technika celkem 250 000 000 Kč',
  'Trička Sportovní klub 12 ks',
  'Smlouva 123456/2026',
  'Dodavatel IČO 00000027',
  'Pronájem haly 8:00–16:30',
])('lets %j be', (text) => expect(published(text)).toBe(text));

it('looks through a long text in no time, whatever stands in it', () => {
  const began = performance.now();
  for (const piece of ['a', '1', '1 ', 'a.', 'Á ', 'ulice ', '1.', '@', 'Aá ']) personalData(piece.repeat(10_000 / piece.length), YEAR);
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('hides how many words there were', () => {
  expect(
    publicText('Honorář Jan Adam Novák a Petr', {
      choice: 'blackened',
      spans: [
        [12, 16],
        [8, 11],
        [17, 22],
      ],
    }),
  ).toBe(`Honorář ${X} a Petr`);
  expect(
    joined('ab cd', [
      [3, 5],
      [0, 4],
    ]),
  ).toEqual([[0, 5]]);
});

it.each<[string, Span[], boolean]>([
  ['ab', [[0, 2]], true],
  ['ab', [[0, 3]], false],
  ['ab', [[1, 1]], false],
  ['ab', [[-1, 1]], false],
  ['a😀b', [[0, 2]], false],
  ['a😀b', [[2, 4]], false],
  ['a😀b', [[1, 3]], true],
])('of %j knows %j for parts: %s', (text, spans, fits) => expect(areSpansOf(text, spans)).toBe(fits));

it('leaves a report out until the officer wants it', () =>
  expect(proposedWording('Přišlo 200 lidí.', YEAR, false)).toEqual({ choice: 'leftOut', spans: [] }));
