import fc from 'fast-check';
import { formItems as shape } from '../../api/forms/itemSchemas';
import { formErrors } from '../../api/forms/formCheck';
import { formFaults } from '../formFaults';
import { propertiesOf } from '../formSchema';
import { applicationForm } from '../grant/forms';
import { grantProcess } from '../grant/definition';
import { wholeApplication as application } from '../grant/testing/application';
import { columnSum, computed, isMoney } from './amounts';
import { stepForm, withItems } from './applicationForm';
import { answerErrors } from './answerErrors';
import { itemFaults } from './itemFaults';
import type { FormItem, ItemOf } from './items';
import { randomAnswers, randomItems } from './testing/random';

/** What each side complains about: the browser's reading, and the validator of the server. */
function verdicts(items: readonly FormItem[], answers: object) {
  const form = withItems(applicationForm, items);
  const data = { ...application, ...answers };
  return { here: formFaults(form.schema, data).map(({ path }) => path), server: Object.keys(formErrors(form, data)).sort() };
}

describe('any form that can be made', () => {
  it('has the shape that the server takes, and no faults', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const items = randomItems(g);
        expect(shape.parse(items)).toEqual(items);
        expect(itemFaults(items)).toEqual({});
      }),
    );
  });

  it('takes an application that answers what applies, and asks for each answer that is needed, on both sides alike', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const items = randomItems(g);
        const { answers, needed } = randomAnswers(g, items);
        expect(verdicts(items, answers)).toEqual({ here: [], server: [] });
        for (const id of needed) {
          // what others depend on is asked of them by its answer
          if (items.some(({ shownIf }) => shownIf?.item === id)) continue;
          const { [id]: _left, ...rest } = answers;
          expect(verdicts(items, rest)).toEqual({ here: [id], server: [id] });
        }
        expect(verdicts(items, { ...answers, qforeign: 'x' })).toMatchObject({ here: ['qforeign'], server: ['qforeign'] });
      }),
      { numRuns: 60 },
    );
  });

  it('has every item in one section, before attachments and declaration', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const items = randomItems(g);
        const form = withItems(applicationForm, items);
        const sections = form.ui?.['ui:sections'] as { id: string; fields: string[] }[];
        const placed = sections.flatMap(({ fields }) => fields);
        expect(placed).toHaveLength(new Set(placed).size);
        expect(new Set(placed)).toEqual(new Set(Object.keys(propertiesOf(form.schema))));
        expect(sections.at(-1)?.fields).toEqual(['attachments', 'declaration']);
        expect(sections.every(({ fields }) => fields.length > 0)).toBe(true);
      }),
    );
  });
});

it('without items is the form that every programme has', () => {
  expect(withItems(applicationForm, [])).toBe(applicationForm);
  expect(stepForm(grantProcess, 'supplement', applicationForm)).toBe(grantProcess.steps.supplement.form);
});

it('comes again whole in the step in which the applicant completes the application', () => {
  const form = withItems(applicationForm, [{ id: 'q1', kind: 'text', title: 'Kolik vás je', required: true }]);
  const again = stepForm(grantProcess, 'supplement', form);
  expect(stepForm(grantProcess, 'supplement', form)).toBe(again);
  expect(again && Object.keys(formErrors(again, { application, whatChanged: 'nic' }))).toEqual(['application.q1']);
  expect(again && formErrors(again, { application: { ...application, q1: 'pět' }, whatChanged: 'nic' })).toEqual({});
  expect(stepForm(grantProcess, 'formalCheck', form)).toBe(grantProcess.steps.formalCheck.form);
});

const table: FormItem = {
  id: 'q1',
  kind: 'table',
  title: 'Rozpočet',
  required: true,
  columns: [
    { id: 'a', title: 'Položka', kind: 'text' },
    { id: 'b', title: 'Částka', kind: 'money' },
  ],
  total: { column: 'b', is: 'totalCost' },
};
const share: ItemOf<'computed'> & FormItem = {
  id: 'q2',
  kind: 'computed',
  title: 'Podíl dotace',
  plus: ['requestedAmount'],
  percentOf: 'q1.b',
  max: 70,
};
const rows = (...amounts: number[]) => amounts.map((b, index) => ({ a: `položka ${index + 1}`, b }));

describe('amounts', () => {
  it('of a table are summed, and what is computed follows from them', () => {
    expect(columnSum(rows(10, 20, 5), 'b')).toBe(35);
    expect(columnSum('no rows', 'b')).toBe(0);
    expect(computed(share, { requestedAmount: 40_000_00, q1: rows(80_000_00) })).toBe(50);
    expect(computed(share, { requestedAmount: 1, q1: [] })).toBeNull();
    // a share a little over the limit is over it
    expect(computed(share, { requestedAmount: 70_00_1, q1: rows(100_00_0) })).toBe(71);
    // a share a little under what it must be is under it
    const ownShare: ItemOf<'computed'> & FormItem = { ...share, max: undefined, min: 30 };
    expect(computed(ownShare, { requestedAmount: 29_01, q1: rows(100_00) })).toBe(29);
    expect(answerErrors([ownShare], { requestedAmount: 29_01, q1: rows(100_00) }).q2?.cs).toBe('Vychází 29 %, nejméně má být 30 %.');
    expect(answerErrors([ownShare], { requestedAmount: 30_00, q1: rows(100_00) })).toEqual({});
    const own: ItemOf<'computed'> = { id: 'q3', kind: 'computed', title: 'Vlastní podíl', plus: ['q1.b'], minus: ['requestedAmount'] };
    expect(computed(own, { requestedAmount: 30, q1: rows(100) })).toBe(70);
    expect([isMoney(own, [table]), isMoney(share, [table])]).toEqual([true, false]);
  });

  it('that do not go together are named at their item', () => {
    expect(answerErrors([table, share], { ...application, q1: rows(50_000_00, 30_000_00) })).toEqual({});
    expect(Object.keys(answerErrors([table, share], { ...application, q1: rows(50_000_00) }))).toEqual(['q1', 'q2']);
    expect(answerErrors([table, share], { ...application, q1: rows(50_000_00) }).q2?.cs).toBe('Vychází 80 %, nejvýš smí být 70 %.');
    const optional: FormItem = { ...table, required: false };
    expect(answerErrors([optional], { ...application, q1: [] })).toEqual({});
    const hidden: FormItem = { ...table, shownIf: { item: 'applicantKind', is: 'natural' } };
    const { q1: _none, ...without } = { ...application, q1: [] };
    expect(answerErrors([hidden], without)).toEqual({});
    // an answer that no face would have sent
    expect(Object.keys(answerErrors([hidden], { ...application, q1: rows(1) }))).toEqual(['q1']);
  });
});

it.each<[string, FormItem[], string]>([
  ['an id twice', [table, { ...share, id: 'q1' }], '1.id'],
  ['a choice of one', [{ id: 'q1', kind: 'choice', title: 'x', options: [{ id: 'a', title: 'a' }] }], '0.options'],
  [
    'a condition on what comes later',
    [
      { id: 'q1', kind: 'text', title: 'x', shownIf: { item: 'q2', is: true } },
      { id: 'q2', kind: 'yesNo', title: 'y' },
    ],
    '0.shownIf',
  ],
  [
    'a condition on an answer that is not offered',
    [
      { id: 'q1', kind: 'yesNo', title: 'y' },
      { id: 'q2', kind: 'text', title: 'x', shownIf: { item: 'q1', is: 'a' } },
    ],
    '1.shownIf',
  ],
  ['a condition on a robot', [{ id: 'q1', kind: 'text', title: 'x', shownIf: { item: 'applicantKind', is: 'robot' } }], '0.shownIf'],
  ['a heading that is required', [{ id: 'q1', kind: 'section', title: 'x', required: true }], '0.required'],
  ['limits upside down', [{ id: 'q1', kind: 'number', title: 'x', min: 5, max: 4 }], '0.min'],
  ['an amount of which nothing is small enough', [{ id: 'q1', kind: 'money', title: 'x', max: -5 }], '0.max'],
  [
    'a sum of texts',
    [
      { id: 'q1', kind: 'text', title: 'x' },
      { ...share, plus: ['q1'], percentOf: undefined },
    ],
    '1.plus',
  ],
  [
    'crowns and pieces together',
    [table, { id: 'q2', kind: 'number', title: 'x' }, { ...share, id: 'q3', plus: ['q1.b', 'q2'], percentOf: undefined }],
    '2.plus',
  ],
  [
    'a share of crowns in pieces',
    [
      { id: 'q1', kind: 'number', title: 'x' },
      { ...share, percentOf: 'q1' },
    ],
    '1.plus',
  ],
  ['a heading with a condition', [{ id: 'q1', kind: 'section', title: 'x', shownIf: { item: 'applicantKind', is: 'legal' } }], '0.shownIf'],
  ['a share of nothing', [{ ...share, percentOf: 'q9' }], '0.percentOf'],
  ['a difference from what is not there', [table, { ...share, minus: ['q1.a'] }], '1.minus'],
  ['a total of a column of texts', [{ ...table, total: { column: 'a', is: 'totalCost' } }], '0.total'],
  ['two columns of one name', [{ ...table, columns: [...table.columns, ...table.columns] }], '0.columns'],
])('%s is a fault', (_name, items, path) => {
  expect(Object.keys(itemFaults(items))).toContain(path);
});
