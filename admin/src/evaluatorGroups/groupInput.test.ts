import { limitOf, sentGroup } from './groupInput';

const members = [{ userId: 'a', startsOn: '', endsOn: '2027-01-31' }, { userId: 'b' }];
const typed = { name: 'Sport', members, question: 'Městská část', answers: ['Karlín'], labelId: 'l' };

it('sends the condition that was chosen and no other, and days that are left out as none', () => {
  const sent = sentGroup({ ...typed, limit: 'answer' });
  expect(sent).toEqual({
    name: 'Sport',
    active: true,
    members: [
      { userId: 'a', startsOn: null, endsOn: '2027-01-31' },
      { userId: 'b', startsOn: null, endsOn: null },
    ],
    areaIds: [],
    programmeIds: [],
    question: 'Městská část',
    answers: ['Karlín'],
    labelId: null,
  });
  expect(sentGroup({ ...typed, limit: 'label' })).toMatchObject({ question: null, answers: null, labelId: 'l' });
  expect(sentGroup({ ...typed, limit: 'all' })).toMatchObject({ question: null, answers: null, labelId: null });
});

it('reads back what was chosen', () => {
  expect(limitOf({ question: 'Městská část', labelId: null })).toBe('answer');
  expect(limitOf({ question: null, labelId: 'l' })).toBe('label');
  expect(limitOf({ question: null, labelId: null })).toBe('all');
});
