import { grantProcess } from './grant/definition';
import { waitsFor, waitsForApplicant, type WaitingCase, type WaitingTask } from './waits';

const check: WaitingTask = {
  step: 'formalCheck',
  assignee: null,
  claimedBy: null,
  openedAt: '2026-11-03T09:00:00Z',
  dueAt: '2026-11-18T22:59:59.999Z',
  overdue: false,
};

const waiting = (more: Partial<WaitingCase> = {}): WaitingCase => ({
  definition: grantProcess,
  closed: false,
  suspended: null,
  incident: null,
  openTasks: [check],
  wait: null,
  applicantName: 'Spolek Vzor',
  ...more,
});

describe('why a case waits', () => {
  it('says what, who, since when, until when by which provision, and what happens if late', () => {
    expect(waitsFor(waiting())).toEqual({
      sentence: {
        cs: 'Čeká na úkol „Formální kontrola“: udělat ho může referent dotací (zatím si ho nikdo nevzal), od 3. 11. 2026, do 18. 11. 2026 podle § 10a odst. 3 zákona č. 250/2000 Sb.; když se to nestihne, upozorní se správce úřadu.',
        en: 'Waits for the task “Formal check”: the grant officer can do it (nobody has claimed it yet), since 3. 11. 2026, until 18. 11. 2026 by § 10a odst. 3 zákona č. 250/2000 Sb.; if it is late, the administrator of the office is told.',
      },
      who: ['Referent dotací'],
      since: '2026-11-03T09:00:00Z',
      until: '2026-11-18T22:59:59.999Z',
      provision: '§ 10a odst. 3 zákona č. 250/2000 Sb.',
      ifLate: { cs: 'upozorní se správce úřadu', en: 'the administrator of the office is told' },
    });
  });

  it('names who claimed the task, and says when the due day has passed', () => {
    const reading = waitsFor(waiting({ openTasks: [{ ...check, claimedBy: 'Alena', overdue: true }] }));
    expect(reading?.who).toEqual(['Alena']);
    expect(reading?.sentence.cs).toContain('vyřizuje ho Alena (referent dotací)');
    expect(reading?.sentence.cs).toMatch(/termín už uplynul\.$/);
  });

  it('gathers parallel tasks of one step into one sentence', () => {
    const scores = ['Anna', 'Bořek', 'Cyril'].map((assignee) => ({ ...check, step: 'evaluation', assignee }));
    const reading = waitsFor(waiting({ openTasks: scores }));
    expect(reading?.sentence.cs).toContain('„Hodnocení“ (3×): udělat ho mohou Anna, Bořek a Cyril');
    expect(reading?.who).toEqual(['Anna', 'Bořek', 'Cyril']);
    const again = ['Anna', 'Anna'].map((assignee) => ({ ...check, step: 'evaluation', assignee }));
    expect(waitsFor(waiting({ openTasks: again }))?.sentence.cs).toContain('„Hodnocení“ (2×): udělat ho může Anna,');
    const claimed = ['Anna', 'Bořek'].map((claimedBy) => ({ ...check, claimedBy }));
    expect(waitsFor(waiting({ openTasks: claimed }))?.sentence.cs).toContain('vyřizují ho Anna a Bořek (referent dotací)');
  });

  it('names the applicant where it is the applicant’s turn', () => {
    const reading = waitsFor(waiting({ openTasks: [{ ...check, step: 'supplement' }] }));
    expect(reading?.sentence.cs).toContain('udělat ho může žadatel (Spolek Vzor)');
  });

  it('tells of a suspension before anything else', () => {
    const reading = waitsFor(waiting({ suspended: { reason: 'čeká se na soud.', since: '2026-11-05T10:00:00Z' } }));
    expect(reading?.sentence.cs).toBe(
      'Spis je od 5. 11. 2026 pozastaven: čeká se na soud. Lhůty stojí; znovu ho rozběhne referent dotací.',
    );
    expect(reading?.until).toBeNull();
  });

  it('tells of a fault beside the task, or alone', () => {
    const incident = { what: 'nejde odeslat zprávu', since: '2026-11-06T10:00:00Z' };
    expect(waitsFor(waiting({ incident }))?.sentence.cs).toMatch(/Formální kontrola.*Od 6\. 11\. 2026 se nedaří: nejde odeslat zprávu/);
    expect(waitsFor(waiting({ incident, openTasks: [] }))?.who).toEqual(['Referent dotací', 'Správce úřadu']);
  });

  it('tells of a wait, of the system at work, and is silent when closed', () => {
    const wait = { id: 'board', since: '2026-11-06T10:00:00Z', until: '2026-12-06T10:00:00Z' };
    const definition = {
      ...grantProcess,
      waits: { board: { title: { cs: 'Zveřejnění na úřední desce', en: 'Publication' }, leadsTo: ['payment'] } },
    };
    expect(waitsFor(waiting({ definition, wait, openTasks: [] }))?.sentence.cs).toBe(
      'Čeká se, nikdo nemusí nic dělat: zveřejnění na úřední desce, od 6. 11. 2026, nejdéle do 6. 12. 2026.',
    );
    expect(waitsFor(waiting({ openTasks: [] }))?.sentence.cs).toBe('Systém právě pracuje na dalším kroku.');
    expect(waitsFor(waiting({ closed: true }))).toBeNull();
  });
});

describe('the applicant’s reading', () => {
  it('says that it is the office’s turn, without names or faults', () => {
    const reading = waitsForApplicant(
      waiting({
        openTasks: [{ ...check, claimedBy: 'Alena' }],
        incident: { what: 'nejde pošta', since: '2026-11-06T10:00:00Z' },
      }),
    );
    expect(reading?.sentence.cs).toBe('Úřad kontroluje úplnost žádosti, vy nemusíte nic dělat.');
    expect(JSON.stringify(reading)).not.toMatch(/Alena|pošta/);
  });

  it('says what is wanted of the applicant, and by when', () => {
    const reading = waitsForApplicant(waiting({ openTasks: [{ ...check, step: 'supplement' }] }));
    expect(reading?.sentence.cs).toBe('Na řadě jste vy: doplňte žádost, nejpozději 18. 11. 2026.');
    expect(reading?.until).toBe('2026-11-18T22:59:59.999Z');
    expect(waitsForApplicant(waiting({ closed: true }))).toBeNull();
  });
});
