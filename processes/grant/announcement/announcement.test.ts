import type { FieldErrors } from '../../rules';
import { announcedEvents, withEarlier } from './earlier';
import { eventForm } from './form';
import { checkEvent } from './rules';

const STEP = 'eventAnnouncement';
const event = { title: 'Koncert', day: '2027-05-01', place: 'Náves' };
const faultsOf = (change: object, today = '2026-11-21'): string[] => {
  const errors: FieldErrors = {};
  checkEvent(errors, { ...event, ...change }, { today });
  return Object.keys(errors);
};

describe('an announcement', () => {
  it.each<[string, object, string[]]>([
    ['of a whole day', {}, []],
    ['of several days', { endDay: '2027-05-03' }, []],
    ['with a beginning only', { time: '18:00' }, []],
    ['over midnight', { time: '22:00', endDay: '2027-05-02', endTime: '02:00' }, []],
    ['of today', { day: '2026-11-21' }, []],
    ['of yesterday', { day: '2026-11-20' }, ['day']],
    ['of the year 2072', { day: '2072-05-01' }, ['day']],
    ['that ends before it begins', { endDay: '2027-04-30' }, ['endDay']],
    ['of two years', { endDay: '2029-05-01' }, ['endDay']],
    ['whose hours are turned round', { time: '18:00', endTime: '17:00' }, ['endTime']],
    ['that ends when it begins', { time: '18:00', endTime: '18:00' }, ['endTime']],
    ['with an end and no beginning', { endTime: '20:00' }, ['time']],
    ['of several days with a beginning and no end', { time: '18:00', endDay: '2027-05-03' }, ['endTime']],
    ['in the hour that the clocks leave out', { day: '2027-03-28', time: '02:30' }, ['time']],
    ['that ends in it', { day: '2027-03-27', time: '22:00', endDay: '2027-03-28', endTime: '02:00' }, ['endTime']],
    ['in the hour that comes twice', { day: '2027-10-31', time: '02:30' }, []],
    ['of something new as cancelled', { cancelled: true }, ['cancelled']],
    ['of something new as cancelled, said aloud', { event: 'new', cancelled: true }, ['cancelled']],
  ])('%s', (_name, change, faults) => expect(faultsOf(change)).toEqual(faults));

  it('may say something new of an event until its last day', () => {
    const running = { event: 'e1', day: '2026-11-20', endDay: '2026-11-22', cancelled: true };
    expect(faultsOf(running)).toEqual([]);
    expect(faultsOf(running, '2026-11-23')).toEqual(['day']);
    // A new one must be to come as a whole.
    expect(faultsOf({ ...running, event: 'new', cancelled: false })).toEqual(['day']);
  });
});

describe('events of a case', () => {
  const answers = [
    { id: 'a1', step: STEP, data: { ...event } },
    { id: 'a2', step: 'changeRequest', data: { what: 'jiné' } },
    { id: 'a3', step: STEP, data: { ...event, event: 'new', title: 'Běh', endDay: '2027-05-04' } },
    { id: 'a4', step: STEP, data: { ...event, event: 'a1', title: 'Koncert v kostele', day: '2027-05-08' } },
  ];

  it('are each there once, as the last word on them says', () => {
    expect(announcedEvents(STEP, answers).map(({ id, title, lastDay }) => [id, title, lastDay])).toEqual([
      ['a1', 'Koncert v kostele', '2027-05-08'],
      ['a3', 'Běh', '2027-05-04'],
    ]);
  });

  it('are offered beside a new one; where there are none, nothing is asked', () => {
    const { schema } = withEarlier(eventForm, announcedEvents(STEP, answers));
    expect(schema).toMatchObject({
      properties: { event: { oneOf: [{ const: 'new' }, { const: 'a1', title: 'Koncert v kostele, 8. 5. 2027' }, { const: 'a3' }] } },
    });
    expect(Object.keys(withEarlier(eventForm, []).schema.properties as object)).not.toContain('event');
    expect(Object.keys(withEarlier(eventForm, []).schema.properties as object)).toContain('title');
  });
});
