import { formErrors } from '../api/forms/formCheck';
import type { Form } from './define';
import { fits, formFaults } from './formFaults';
import { propertiesOf } from './formSchema';
import * as forms from './grant/forms';
import { wholeApplication as APPLICATION } from './grant/testing/application';

const { applicationForm, evaluationForm, settlementForm, supplementForm } = forms;

const DOCUMENT = '7a1e7b52-3b07-4f7e-9a54-3f6a1f1c2d10';
const ROW = { description: 'Pytle', documentNumber: 'F1', paidOn: '2027-05-02', amount: 500_00, fromGrant: 500_00 };
const SETTLEMENT = { items: [ROW], report: 'Uklidili jsme břehy.' };

/** The paths that each side complains about: the browser's reading, and the validator of the server. */
function verdicts(form: Form, data: Record<string, unknown>) {
  const sent = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  return { here: formFaults(form.schema, data).map(({ path }) => path || 'data'), server: Object.keys(formErrors(form, sent)) };
}

const { ico, representative, ...WITHOUT_LEGAL } = APPLICATION;
const natural = { ...WITHOUT_LEGAL, applicantKind: 'natural', birthDate: '1980-02-29' };

const cases: readonly (readonly [string, Form, Record<string, unknown>, readonly string[]])[] = [
  ['a whole application of a legal person', applicationForm, APPLICATION, []],
  ['a whole application of a natural person', applicationForm, natural, []],
  ['nothing at all', applicationForm, {}, [...(applicationForm.schema.required as string[])]],
  ['a legal person without an IČO', applicationForm, { ...WITHOUT_LEGAL, representative }, ['ico']],
  ['a natural person without a birth date', applicationForm, { ...natural, birthDate: undefined }, ['birthDate']],
  ['an IČO with a slip', applicationForm, { ...APPLICATION, ico: '00006946' }, ['ico']],
  ['an account with a slip', applicationForm, { ...APPLICATION, bankAccount: '19-2000145398/0800' }, ['bankAccount']],
  ['a day that does not exist', applicationForm, { ...APPLICATION, from: '2027-02-29' }, ['from']],
  ['a fraction of a haléř', applicationForm, { ...APPLICATION, totalCost: 12.5 }, ['totalCost']],
  ['an amount as text', applicationForm, { ...APPLICATION, totalCost: '12 500,x' }, ['totalCost']],
  ['a negative amount', applicationForm, { ...APPLICATION, requestedAmount: -100 }, ['requestedAmount']],
  ['an amount over the limit', applicationForm, { ...APPLICATION, requestedAmount: 1e12 }, ['requestedAmount']],
  ['a text that is too long', applicationForm, { ...APPLICATION, purpose: 'ž'.repeat(2001) }, ['purpose']],
  ['a postcode of another form', applicationForm, { ...APPLICATION, postcode: '990 00' }, ['postcode']],
  ['an attached document that is none', applicationForm, { ...APPLICATION, attachments: ['stanovy.pdf'] }, ['attachments.0']],
  ['a document twice', applicationForm, { ...APPLICATION, attachments: [DOCUMENT, DOCUMENT] }, ['attachments']],
  ['spaces for a name', applicationForm, { ...APPLICATION, name: '   ' }, ['name']],
  ['points over the scale', evaluationForm, { benefit: 41, quality: 30.5 }, ['benefit', 'quality']],
  ['a declaration not made', applicationForm, { ...APPLICATION, declaration: false }, ['declaration']],
  ['an unknown kind of applicant', applicationForm, { ...APPLICATION, applicantKind: 'robot' }, ['applicantKind']],
  ['an unknown field', applicationForm, { ...APPLICATION, admin: true }, ['admin']],
  ['a settlement', settlementForm, SETTLEMENT, []],
  ['a settlement without rows', settlementForm, { ...SETTLEMENT, items: [] }, ['items']],
  ['a row without an amount', settlementForm, { ...SETTLEMENT, items: [ROW, { ...ROW, amount: undefined }] }, ['items.1.amount']],
  [
    'a supplement whose application lacks a name',
    supplementForm,
    { application: { ...APPLICATION, name: undefined }, whatChanged: 'Název' },
    ['application.name'],
  ],
];

/** What may come into any field by a slip or on purpose. */
const VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  'ž'.repeat(6000),
  '<b>tučně</b>',
  "1' OR '1'='1",
  '2026-02-29',
  '2026-02-28',
  '0001-01-01',
  '27074358',
  '110 00',
  '99999999999',
  0,
  1,
  -1,
  0.5,
  30,
  201,
  1e11,
  1e300,
  true,
  false,
  [],
  ['x'],
  ['', ''],
  [DOCUMENT],
  [DOCUMENT, DOCUMENT],
  Array(300).fill('x'),
  [[]],
  [{}],
  [{ amount: -1, foreign: 1 }],
  {},
  { name: 'x', foreign: 1 },
];

const allForms = Object.entries(forms).filter((one): one is [string, Form] => typeof one[1] === 'object');

describe('what is wrong with a form', () => {
  it.each(cases)('%s', (_, form, data, wrong) => {
    const { here, server } = verdicts(form, data);
    expect([...here].sort()).toEqual([...wrong].sort());
    expect([...server].sort()).toEqual([...here].sort());
  });

  it.each(allForms)('is the same for the browser and the server: %s', (_, form) => {
    for (const name of [...Object.keys(propertiesOf(form.schema)), 'foreign']) {
      for (const value of VALUES) {
        const { here, server } = verdicts(form, { [name]: value });
        expect({ name, value, paths: [...here].sort() }).toEqual({ name, value, paths: [...server].sort() });
      }
    }
  });

  it('comes in the order in which the form is read', () => {
    expect(verdicts(applicationForm, { ...APPLICATION, ico: 'x', name: undefined, foreign: 1, declaration: false }).here).toEqual([
      'name',
      'ico',
      'declaration',
      'foreign',
    ]);
    const rows = Array.from({ length: 11 }, (_, row) => (row === 2 || row === 10 ? { ...ROW, amount: 0 } : ROW));
    expect(verdicts(settlementForm, { items: rows }).here).toEqual(['items.2.amount', 'items.10.amount', 'report']);
  });

  it.each([
    [{ name: '' }, { path: 'name', code: 'required' }],
    [{ ico: '00006946' }, { path: 'ico', code: 'ico' }],
    [{ ico: '000069470' }, { path: 'ico', code: 'ico' }],
    [{ bankAccount: '1/0800' }, { path: 'bankAccount', code: 'bankAccount' }],
    [{ from: '2027-02-29' }, { path: 'from', code: 'date' }],
    [{ postcode: '999 99' }, { path: 'postcode', code: 'pattern' }],
    [{ totalCost: 'moc' }, { path: 'totalCost', code: 'money' }],
    [{ requestedAmount: 0 }, { path: 'requestedAmount', code: 'tooSmall', limit: 1, money: true }],
    [{ purpose: 'x'.repeat(2001) }, { path: 'purpose', code: 'tooLong', limit: 2000, money: false }],
    [{ applicantKind: 'robot' }, { path: 'applicantKind', code: 'notOffered' }],
    [{ attachments: ['stanovy.pdf'] }, { path: 'attachments.0', code: 'document' }],
    [{ declaration: undefined }, { path: 'declaration', code: 'notAgreed' }],
    [{ declaration: false }, { path: 'declaration', code: 'notAgreed' }],
    [{ admin: true }, { path: 'admin', code: 'unknown' }],
  ])('%j: %j', (change, fault) => expect(formFaults(applicationForm.schema, { ...APPLICATION, ...change })).toEqual([fault]));

  it('can be asked of a condition, with nothing typed yet too', () => {
    const condition = { properties: { applicantKind: { const: 'natural' } }, required: ['applicantKind'] };
    expect(fits(condition, { applicantKind: 'natural', name: undefined })).toBe(true);
    expect(fits(condition, { applicantKind: undefined })).toBe(false);
    expect(fits({ type: 'object' }, undefined)).toBe(false);
  });
});
