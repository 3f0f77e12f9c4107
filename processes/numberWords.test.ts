import fc from 'fast-check';
import { moneyInWords, numberInWords } from './numberWords';

it.each([
  [0, 'nula'],
  [1, 'jedna'],
  [2, 'dvě'],
  [11, 'jedenáct'],
  [14, 'čtrnáct'],
  [19, 'devatenáct'],
  [21, 'dvacet jedna'],
  [100, 'sto'],
  [200, 'dvě stě'],
  [202, 'dvě stě dvě'],
  [300, 'tři sta'],
  [500, 'pět set'],
  [1_000, 'tisíc'],
  [1_001, 'tisíc jedna'],
  [2_000, 'dva tisíce'],
  [5_000, 'pět tisíc'],
  [22_000, 'dvacet dva tisíc'],
  [21_000, 'dvacet jedna tisíc'],
  [102_000, 'sto dva tisíc'],
  [266_667, 'dvě stě šedesát šest tisíc šest set šedesát sedm'],
  [1_000_000, 'jeden milion'],
  [2_000_000, 'dva miliony'],
  [5_000_000, 'pět milionů'],
  [1_000_000_000, 'jedna miliarda'],
  [2_000_000_000, 'dvě miliardy'],
  [5_000_000_000, 'pět miliard'],
])('says %d as %s', (count, said) => {
  expect(numberInWords(count)).toBe(said);
});

it.each([
  [100, 'jedna koruna česká'],
  [200, 'dvě koruny české'],
  [500, 'pět korun českých'],
  [101, 'jedna koruna česká a jeden haléř'],
  [2, 'nula korun českých a dva haléře'],
  [4_000_000, 'čtyřicet tisíc korun českých'],
  [7_620_050, 'sedmdesát šest tisíc dvě stě korun českých a padesát haléřů'],
  [2_100, 'dvacet jedna korun českých'],
])('says %d haléř as %s', (haler, said) => {
  expect(moneyInWords(haler)).toBe(said);
});

/** Reads the words back: another way than they were written, by the value of each word. */
function read(text: string): number {
  const values: Record<string, number> = {
    nula: 0,
    jeden: 1,
    jedna: 1,
    dva: 2,
    dvě: 2,
    tři: 3,
    čtyři: 4,
    pět: 5,
    šest: 6,
    sedm: 7,
    osm: 8,
    devět: 9,
    deset: 10,
    jedenáct: 11,
    dvanáct: 12,
    třináct: 13,
    čtrnáct: 14,
    patnáct: 15,
    šestnáct: 16,
    sedmnáct: 17,
    osmnáct: 18,
    devatenáct: 19,
    dvacet: 20,
    třicet: 30,
    čtyřicet: 40,
    padesát: 50,
    šedesát: 60,
    sedmdesát: 70,
    osmdesát: 80,
    devadesát: 90,
  };
  let total = 0;
  let group = 0;
  for (const word of text.split(' ')) {
    const scale = word.startsWith('tisíc')
      ? 1e3
      : word.startsWith('milion')
        ? 1e6
        : word.startsWith('miliard')
          ? 1e9
          : word.startsWith('bilion')
            ? 1e12
            : 0;
    if (scale > 0) {
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
    } else if (/^(stě|sta|set)$/.test(word)) group *= 100;
    else if (word === 'sto') group += 100;
    else if (word in values) group += values[word]!;
    else throw new Error(`'${word}' is no numeral`);
  }
  return total + group;
}

it('can be read back, whatever the number', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (count) => expect(read(numberInWords(count))).toBe(count)));
  for (let count = 0; count <= 3000; count += 1) expect(read(numberInWords(count))).toBe(count);
});

it('has no words for what is no amount', () => {
  for (const wrong of [-1, 0.5, Number.NaN, 1e15]) expect(() => numberInWords(wrong)).toThrow(RangeError);
  expect(() => moneyInWords(-100)).toThrow(RangeError);
});
