import type { FormItem } from '../formItems/items';
import { choicesIn, fitsCondition, type Applied } from './evaluatorGroups';

const district: FormItem = {
  id: 'q1',
  kind: 'choice',
  title: 'Městská část',
  options: [
    { id: 'o1', title: 'Žižkov' },
    { id: 'o2', title: 'Karlín' },
  ],
};
const reach: FormItem = {
  id: 'q2',
  kind: 'choices',
  title: 'Kde se akce koná',
  options: [{ id: 'o1', title: 'Vršovice' }, ...district.options.slice(1)],
};

const applied = (application: object, labelIds: string[] = []): Applied => ({
  items: [district, reach],
  application: application as Applied['application'],
  labelIds,
});

it.each<[string, object, string, string[], boolean]>([
  ['the answer', { q1: 'o1' }, 'Městská část', ['Žižkov'], true],
  ['one of more answers', { q1: 'o2' }, 'Městská část', ['Žižkov', 'Karlín'], true],
  ['another answer', { q1: 'o2' }, 'Městská část', ['Žižkov'], false],
  ['other letters', { q1: 'o1' }, ' MĚSTSKÁ ČÁST', ['žižkov '], true],
  ['any of several chosen', { q2: ['o2', 'o1'] }, 'Kde se akce koná', ['Vršovice'], true],
  ['the same option of another question', { q1: 'o1' }, 'Kde se akce koná', ['Vršovice'], false],
  ['no answer', {}, 'Městská část', ['Žižkov'], false],
  ['a question that is not asked', { q1: 'o1' }, 'Obvod', ['Žižkov'], false],
])('fits by %s', (_name, answer, question, answers, fits) => {
  expect(fitsCondition({ question, answers }, applied(answer))).toBe(fits);
});

it('fits by the label of the case, and always where nothing is said', () => {
  expect(fitsCondition({ labelId: 'a' }, applied({}, ['b', 'a']))).toBe(true);
  expect(fitsCondition({ labelId: 'a' }, applied({}, ['b']))).toBe(false);
  expect(fitsCondition(null, applied({}))).toBe(true);
});

it('offers a question once with the answers of all forms', () => {
  const other: FormItem = {
    ...district,
    id: 'q7',
    title: 'městská část',
    options: [
      { id: 'o1', title: 'karlín' },
      { id: 'o2', title: 'Libeň' },
    ],
  };
  expect(choicesIn([[district], [{ id: 'q1', kind: 'text', title: 'Jinak' }, other]])).toEqual([
    { question: 'Městská část', answers: ['Žižkov', 'Karlín', 'Libeň'] },
  ]);
});
