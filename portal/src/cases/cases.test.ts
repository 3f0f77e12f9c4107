import { grantProcess } from '../../../processes/grant/definition';
import type { ClockReading } from '../../../processes/clock';
import { words } from '../../../processes/words';
import { cs } from '../words/cs';
import { clockWords } from './clockWords';
import { defectsFor } from './defects';
import { joined, pathOf } from './path';
import { grantOf, spentIn } from './Spent';
import { taskAddress, taskIdIn } from './taskAddress';

const at = (day: string): string => `${day}T09:00:00.000Z`;

/** A case as its applicant sees it: when each finished step was finished, and what is open. */
function build(days: Readonly<Record<string, string>>, open: readonly string[], closedAt: string | null = null) {
  return {
    openedAt: at('2026-11-01'),
    closedAt,
    statusTitle: words('Vyúčtováno, hotovo', 'Settled, done'),
    map: {
      steps: Object.keys(grantProcess.steps).map((id) => {
        const day = days[id];
        return { id, kind: 'step' as const, open: open.includes(id) ? 1 : 0, doneAt: day === undefined ? null : at(day) };
      }),
    },
  };
}
const path = (view: ReturnType<typeof build>) =>
  pathOf({ definition: grantProcess, view, received: words('Přijato', 'Received'), finished: words('Konec', 'End') });
const short = (view: ReturnType<typeof build>) => path(view).map((point) => `${point.state} ${point.id}`);

describe('the path of a case', () => {
  it('goes from the application to the end, and says what is done now', () => {
    expect(short(build({}, ['formalCheck']))).toEqual([
      'done start',
      'now formalCheck',
      'next evaluation',
      'next proposal',
      'next councilDecision-assemblyDecision',
      'next signature',
      'next payment',
      'next settlement',
      'next settlementCheck',
      'next end',
    ]);
  });

  it('comes again to the check when the applicant completes the application', () => {
    const points = short(build({ formalCheck: '2026-11-05' }, ['supplement']));
    expect(points.slice(0, 5)).toEqual(['done start', 'done formalCheck', 'now supplement', 'next formalCheck', 'next evaluation']);
  });

  it('keeps the order and the days in which things were done', () => {
    const points = path(build({ formalCheck: '2026-11-10', supplement: '2026-11-08' }, ['evaluation']));
    expect(points.filter((point) => point.state === 'done').map((point) => [point.id, point.at])).toEqual([
      ['start', at('2026-11-01')],
      ['supplement', at('2026-11-08')],
      ['formalCheck', at('2026-11-10')],
    ]);
  });

  it('ends with the result', () => {
    const points = path(build({ formalCheck: '2026-11-05' }, [], at('2026-12-01')));
    expect(points.at(-1)).toEqual({
      id: 'close',
      state: 'done',
      title: words('Vyúčtováno, hotovo', 'Settled, done'),
      at: at('2026-12-01'),
    });
    expect(points.some((point) => point.state === 'next')).toBe(false);
  });

  it('does not call done the step in which the application was taken back', () => {
    const points = path(build({ formalCheck: '2026-11-05' }, [], at('2026-12-01')));
    expect(points.map((point) => point.id)).toEqual(['start', 'formalCheck', 'close']);
  });

  it('says once what possible steps have in common', () => {
    expect(joined(['Rozhoduje rada', 'Rozhoduje zastupitelstvo'], 'nebo')).toBe('Rozhoduje rada nebo zastupitelstvo');
    expect(joined(['Vyplácí se'], 'nebo')).toBe('Vyplácí se');
    expect(joined(['Hotovo', 'Vraťte peníze'], 'nebo')).toBe('Hotovo nebo Vraťte peníze');
  });
});

describe('the legal clock in words', () => {
  const reading: ClockReading = {
    day: 12,
    of: 90,
    unit: 'calendar',
    onStartDay: false,
    stopped: false,
    stoppedDays: 0,
    dueAt: '2027-01-30T22:59:59.999Z',
    overdue: false,
    daysLeft: 78,
  };
  const say = (change: Partial<ClockReading>, mine = false, endedAt: string | null = null, result: string | null = null) =>
    clockWords({ reading: { ...reading, ...change }, raw: { endedAt } }, { waitsForApplicant: mine, result }, cs, 'cs').join(' ');

  it('speaks of no decision where the application was taken back', () => {
    const ended = '2026-11-21T12:00:00Z';
    expect(say({}, false, ended)).toBe('Rozhodli jsme 12. den z 90.');
    expect(say({}, false, ended, 'withdrawn')).toBe('Skončilo 12. den z 90, bez rozhodnutí.');
  });

  it('does not count the day of the application', () => {
    const ended = '2026-11-09T12:00:00Z';
    const none = { day: 0, daysLeft: null };
    expect(say({ ...none, onStartDay: true }, false, ended)).toBe('Rozhodli jsme v den podání.');
    expect(say({ ...none, onStartDay: true }, false, ended, 'withdrawn')).toBe('Skončilo v den podání, bez rozhodnutí.');
    expect(say({ ...none, stoppedDays: 5 }, false, ended)).toBe(
      'Rozhodli jsme ještě před 1. dnem z 90. Lhůta stála 5 dnů, ty se do ní nepočítají.',
    );
  });

  it('says the day and the end', () => {
    expect(say({})).toBe('Je 12. den z 90. Rozhodnout máme nejpozději 30.\u00a01.\u00a02027.');
    expect(say({ day: 0 })).toContain('90 dnů');
  });

  it('says for whom it stands', () => {
    const stopped = { stopped: true, dueAt: null, daysLeft: null, stoppedDays: 3 };
    expect(say(stopped, true)).toBe('Lhůta teď stojí, protože čekáme na vás. Zatím běžela 12 dnů.');
    expect(say(stopped, false)).not.toContain('na vás');
  });

  it('owns up to being late, and counts the days that do not count', () => {
    expect(say({ overdue: true, daysLeft: -2 })).toContain('ještě jsme nerozhodli');
    expect(say({ stoppedDays: 5 })).toContain('Lhůta stála 5 dnů');
    expect(say({ day: 40 }, false, at('2026-12-11'))).toBe('Rozhodli jsme 40. den z 90.');
    expect(say({ day: 95, overdue: true, daysLeft: null }, false, at('2027-02-04'))).toContain(
      'Rozhodli jsme 95. den z 90, tedy po lhůtě.',
    );
  });
});

describe('what a task shows', () => {
  it('takes the newest list of defects, and none of one’s own', () => {
    const one = (id: string, day: string, defects: string[]) => ({ by: { id, name: '' }, at: at(day), data: { defects } });
    expect(
      defectsFor([one('', '2026-11-02', ['starší']), one('', '2026-11-09', ['chybí účet']), one('me', '2026-11-01', ['moje'])]),
    ).toEqual(['chybí účet']);
    expect(defectsFor([])).toEqual([]);
  });

  it('shows no defects that were mended already', () => {
    const told = { by: { id: '', name: '' }, at: at('2026-11-02'), data: { defects: ['chybí účet'] } };
    const mended = { by: { id: 'me', name: '' }, at: at('2026-11-03'), data: {} };
    expect(defectsFor([told, mended])).toEqual([]);
  });

  it('sums what a settlement takes from the grant', () => {
    expect(spentIn({ items: [{ fromGrant: 100 }, { fromGrant: 'x' }, {}] })).toBe(100);
    expect(spentIn({ report: 'x' })).toBeNull();
    expect(grantOf({ requested: 900, awarded: 500 })).toBe(500);
    expect(grantOf({ awarded: 500, paid: 400 })).toBe(400);
    expect(grantOf({})).toBeNull();
  });
});

describe('the address of a task', () => {
  it('looks like no file, and leads back to the task', () => {
    const task = { id: '7f1c.settlement.1', caseId: '7f1c' };
    const address = taskAddress('ukazkov', task);
    expect(address).toBe('/ukazkov/moje/7f1c/ukol/7f1c~settlement~1');
    expect(taskIdIn(address.split('/').at(-1) ?? '')).toBe(task.id);
  });
});
