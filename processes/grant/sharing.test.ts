import fc from 'fast-check';
import { share } from './sharing';

const several = fc.record({
  cases: fc.integer({ min: 1, max: 60 }),
  people: fc.integer({ min: 1, max: 9 }),
  each: fc.integer({ min: 1, max: 9 }),
});
const names = (count: number, of: string): string[] => Array.from({ length: count }, (_, place) => `${of}${place}`);

it('gives everybody about as much, and everything to as many as are wanted', () => {
  fc.assert(
    fc.property(several, ({ cases, people, each }) => {
      fc.pre(each <= people);
      const evaluators = names(people, 'e');
      const { given } = share(
        names(cases, 'c').map((id) => ({ id, avoid: [] })),
        evaluators,
        each,
      );
      expect(given.size).toBe(cases);
      for (const chosen of given.values()) expect(new Set(chosen).size).toBe(each);
      const loads = evaluators.map((id) => [...given.values()].filter((chosen) => chosen.includes(id)).length);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }),
  );
});

it('avoids who was in conflict before, and says where that leaves too few', () => {
  fc.assert(
    fc.property(several, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), ({ cases, people, each }, pairs) => {
      const evaluators = names(people, 'e');
      const applications = names(cases, 'c').map((id, place) => ({
        id,
        avoid: pairs.filter(([one]) => one % cases === place).map(([, other]) => `e${other % people}`),
      }));
      const { given, short } = share(applications, evaluators, each);
      const tooFew = applications.filter(({ avoid }) => new Set(avoid).size > people - each).map(({ id }) => id);
      expect([...short].sort()).toEqual(tooFew.sort());
      for (const { id, avoid } of applications) expect((given.get(id) ?? []).filter((one) => avoid.includes(one))).toEqual([]);
    }),
  );
});
