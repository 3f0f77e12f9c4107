import { rowEvents, type EventType } from './changes';
import { applicantReads, applicantSentence, eventSentence, eventTitle, eventTypes, type Told } from './eventWords';
import { grantProcess } from './grant/definition';

const told = (what: Record<string, unknown>): Told => ({
  what,
  definition: grantProcess,
  nameOf: (id) => (id === 'u1' ? 'Alena' : null),
});

describe('words of events', () => {
  it.each(eventTypes.map((type) => [type]))('%s says a whole sentence in both languages, whatever it carries', (type) => {
    for (const what of [
      {},
      {
        step: 'formalCheck',
        outcome: 'pass',
        reason: 'důvod.',
        until: '2026-12-01',
        dueAt: '2026-12-01T10:00:00Z',
        title: 'Příloha',
        userId: 'u1',
        on: '2026-12-01',
      },
    ]) {
      for (const sentence of Object.values(eventSentence(type, told(what)))) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence).not.toMatch(/undefined|null|\[object|Invalid|\.\.$/);
      }
    }
    expect(eventTitle(type).cs.length).toBeGreaterThan(3);
  });

  it('knows every event outside of a workflow', () => {
    expect(eventTypes).toEqual(expect.arrayContaining(Object.keys(rowEvents)));
  });

  it('names step and outcome by the words of the process', () => {
    expect(eventSentence('taskDone', told({ step: 'formalCheck', outcome: 'return' })).cs).toBe(
      'Úkol „Formální kontrola“ skončil: Vrátit k doplnění.',
    );
    expect(eventSentence('letterQueued', told({ template: 'returned' })).cs).toBe('Připravena zpráva „Žádost prosíme doplnit“.');
    expect(eventSentence('taskReassigned', told({ step: 'formalCheck', to: 'u1', reason: 'dovolená' })).cs).toBe(
      'Úkol „Formální kontrola“ má nyní Alena. Důvod: dovolená.',
    );
    expect(eventSentence('closed', told({ result: 'settled' })).cs).toBe('Spis je uzavřen: Vyúčtováno.');
  });
});

describe('the applicant’s reading', () => {
  it('leaves out what is internal', () => {
    const hidden: EventType[] = [
      'taskClaimed',
      'taskReleased',
      'commented',
      'documentViewed',
      'incidentOpened',
      'recorded',
      'taskOverdue',
      'signedIn',
    ];
    expect(hidden.filter(applicantReads)).toEqual([]);
    expect(applicantReads('caseOpened')).toBe(true);
  });

  it('speaks plainly and does not tell how an inner step ended', () => {
    const what = { step: 'evaluation', outcome: 'conflict' };
    expect(applicantSentence('taskDone', told(what)).cs).toBe('Hotovo: žádost se hodnotí.');
    expect(applicantSentence('statusSet', told({ status: 'checking' })).cs).toBe('Úřad žádost kontroluje.');
    expect(applicantSentence('taskDone', told({ step: 'supplement', outcome: 'submit' })).cs).toBe(
      'Úkol „Doplnění žádosti“ skončil: Odeslat doplněnou žádost.',
    );
  });
});
