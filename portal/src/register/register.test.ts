import fc from 'fast-check';
import { placeIn, radiusOf, tilesOf, viewOf } from './mapView';
import {
  apiQuery,
  figuresQuery,
  filterFields,
  hasMore,
  isAmount,
  readQuery,
  registerOrders,
  registerViews,
  writeQuery,
  type RegisterQuery,
} from './query';

const none = readQuery(new URLSearchParams());

describe('the register in the address', () => {
  const text = fc.string({ maxLength: 20 }).map((one) => one.trim());
  const query: fc.Arbitrary<RegisterQuery> = fc.record({
    q: text,
    year: fc.constantFrom('', '2025', '2026'),
    programme: fc.constantFrom('', '3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0001'),
    fund: text,
    area: text,
    municipality: text,
    district: fc.constantFrom('', 'CZ0641'),
    region: fc.constantFrom('', 'CZ064'),
    state: fc.constantFrom('', 'awarded', 'settled', 'ended'),
    kind: fc.constantFrom('', 'legal', 'natural'),
    min: fc.constantFrom('', '50 000', '0'),
    max: fc.constantFrom('', '100000,50'),
    order: fc.constantFrom(...registerOrders),
    view: fc.constantFrom(...registerViews),
    page: fc.integer({ min: 1, max: 900 }),
  });

  it('is written and read back whole', () => {
    fc.assert(fc.property(query, (one) => expect(readQuery(new URLSearchParams(writeQuery(one).toString()))).toEqual(one)));
  });

  it('leaves out what is no value of its field', () => {
    const typed =
      'rok=loni&program=1%27or&okres=Blansko&kraj=x&stav=running&prijemce=oba&od=deset&do=-5&radit=awarded%3Bdrop&zobrazit=vše&strana=-3&cosi=1';
    expect(readQuery(new URLSearchParams(typed))).toEqual(none);
  });

  it('asks the api in haléř, and only for what is chosen', () => {
    const one: RegisterQuery = { ...none, min: '50 000', max: '70000,50', order: 'awarded.asc', view: 'mapa', page: 3 };
    expect(apiQuery(one, true)).toBe('?min=5000000&max=7000050&sort=awarded&order=asc&page=3');
    expect(apiQuery(one, false)).toBe('?min=5000000&max=7000050&sort=awarded&order=asc');
    expect(figuresQuery(one)).toBe('?min=5000000&max=7000050');
    expect(apiQuery(none, true)).toBe('');
  });

  it('knows what of it is out of sight', () => {
    expect(filterFields.filter((field) => hasMore({ ...none, [field]: 'x' }))).toEqual(
      filterFields.filter((field) => !['q', 'year', 'programme', 'area'].includes(field)),
    );
  });

  it.each([
    ['', true],
    ['50 000', true],
    ['deset', false],
    ['-5', false],
  ])('amount %p: %p', (typed, amount) => expect(isAmount(typed)).toBe(amount));
});

describe('the map', () => {
  const boskovice = { latitude: 49.4875, longitude: 16.66 };
  const brno = { latitude: 49.1952, longitude: 16.6069 };
  const cheb = { latitude: 50.0796, longitude: 12.374 };
  const inside = {
    latitude: fc.double({ min: 48.6, max: 51.1, noNaN: true }),
    longitude: fc.double({ min: 12.1, max: 18.9, noNaN: true }),
  };

  it('holds every place, wherever in the country they are', () => {
    fc.assert(
      fc.property(fc.array(fc.record(inside), { minLength: 1, maxLength: 20 }), (points) => {
        const view = viewOf(points, 720, 440);
        for (const { x, y } of points.map((point) => placeIn(view, point))) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(720);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(440);
        }
      }),
    );
  });

  it('has the north above, the west on the left, and one place in the middle', () => {
    const view = viewOf([boskovice, brno, cheb], 720, 440);
    expect(placeIn(view, boskovice).y).toBeLessThan(placeIn(view, brno).y);
    expect(placeIn(view, cheb).x).toBeLessThan(placeIn(view, brno).x);
    expect(placeIn(viewOf([brno], 720, 440), brno)).toEqual({ x: expect.closeTo(360), y: expect.closeTo(220) });
    expect(viewOf([boskovice, brno], 720, 440).zoom).toBeGreaterThan(view.zoom);
  });

  it('is covered by tiles as servers number them', () => {
    // Brno at zoom 11 lies in tile 1118/701 (https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames)
    const tiles = tilesOf(viewOf([brno], 256, 256), 'https://mapy.example/{z}/{x}/{y}.png');
    expect(tiles.map(({ address }) => address)).toContain('https://mapy.example/11/1118/701.png');
    const { x, y } = tiles[0]!;
    expect([x <= 0, y <= 0]).toEqual([true, true]);
    expect(tiles.length).toBe(4);
  });

  it('draws amounts by area, and the smallest so that it can be hit', () => {
    expect(radiusOf(100, 100)).toBeCloseTo(2 * radiusOf(25, 100));
    expect(radiusOf(0, 100)).toBe(5);
    expect(radiusOf(0, 0)).toBe(5);
  });
});
