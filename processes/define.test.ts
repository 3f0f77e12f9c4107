import { declaredWays, defineProcess, DefinitionError, type ProcessDefinition } from './define';
import { formatMoney, parseMoney } from './money';
import { grantProcess } from './grant/definition';
import { processes } from './registry';

const broken =
  (change: (draft: { -readonly [K in keyof ProcessDefinition]: ProcessDefinition[K] }) => void): (() => void) =>
  () => {
    const draft: ProcessDefinition = { ...grantProcess };
    change(draft);
    defineProcess(draft);
  };

describe('defineProcess refuses', () => {
  const { formalCheck } = grantProcess.steps;
  it('a way to nowhere', () => {
    expect(broken((d) => (d.start = ['nowhere']))).toThrow(DefinitionError);
    expect(
      broken(
        (d) =>
          (d.steps = {
            ...d.steps,
            formalCheck: { ...formalCheck, outcomes: { x: { ...formalCheck.outcomes.pass, leadsTo: ['close:unknown'] } } },
          }),
      ),
    ).toThrow("unknown 'close:unknown'");
  });
  it('a step without outcomes, a refusing outcome first, four eyes with nobody', () => {
    expect(broken((d) => (d.steps = { ...d.steps, formalCheck: { ...formalCheck, outcomes: {} } }))).toThrow('no outcome');
    expect(
      broken((d) => (d.steps = { ...d.steps, formalCheck: { ...formalCheck, outcomes: { reject: formalCheck.outcomes.reject } } })),
    ).toThrow('refusing outcome first');
    expect(broken((d) => (d.steps = { ...d.steps, formalCheck: { ...formalCheck, fourEyes: ['ghost'] } }))).toThrow("unknown 'ghost'");
  });
});

it('has Czech and English words everywhere, and every step can be reached', () => {
  for (const definition of Object.values(processes)) {
    const reached = new Set(declaredWays(definition).map(({ to }) => to));
    for (const step of Object.keys(definition.steps)) expect(reached).toContain(step);
    for (const result of Object.keys(definition.results).filter((id) => id !== 'withdrawn')) expect(reached).toContain(`close:${result}`);
    JSON.stringify(definition, (_key, value: unknown) => {
      if (value !== null && typeof value === 'object' && 'cs' in value)
        expect(value).toEqual({ cs: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string });
      return value;
    });
  }
});

it('writes and reads money without losing a haléř', () => {
  expect(formatMoney(762_000)).toBe('7\u00a0620\u00a0Kč');
  expect(formatMoney(-123_456_705)).toBe('-1\u00a0234\u00a0567,05\u00a0Kč');
  for (const haler of [0, 1, 99, 100, 101, 762_000, 27_317_900]) expect(parseMoney(formatMoney(haler))).toBe(haler);
  expect(parseMoney('7 620,5')).toBe(762_050);
  for (const wrong of ['', 'x', '1,234', '1.2.3', '--1', '1e5']) expect(parseMoney(wrong)).toBeNull();
});
