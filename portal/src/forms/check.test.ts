import { formErrors } from '../../../api/forms/formCheck';
import type { Form } from '../../../processes/define';
import { applicationForm, settlementForm, supplementForm } from '../../../processes/grant/forms';
import { stripped } from './applies';
import { check } from './check';

const APPLICATION = {
  applicantKind: 'legal',
  name: 'Spolek přátel řeky',
  ico: '00006947',
  street: 'Nábřežní 1',
  municipality: 'Ukázkov',
  postcode: '110 00',
  representative: 'předseda podle stanov',
  bankAccount: '19-2000145399/0800',
  projectTitle: 'Čistá řeka',
  purpose: 'Úklid břehů',
  reasons: 'Břehy jsou plné odpadu.',
  from: '2027-04-01',
  to: '2027-09-30',
  totalCost: 80_000_00,
  requestedAmount: 40_000_00,
  declaration: true,
};
const ROW = { description: 'Pytle', documentNumber: 'F1', paidOn: '2027-05-02', amount: 500_00, fromGrant: 500_00 };
const SETTLEMENT = { items: [ROW], report: 'Uklidili jsme břehy.' };

/** The paths that each side complains about: the browser's own reading, and the validator of the server. */
const verdicts = (form: Form, data: Record<string, unknown>) => ({
  here: [...new Set(check(form.schema, data).map((flaw) => flaw.path))].sort(),
  server: Object.keys(formErrors(form, data)).sort(),
});

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

describe('what is wrong with a form', () => {
  it.each(cases)('%s', (_, form, data, wrong) => {
    const { here, server } = verdicts(form, JSON.parse(JSON.stringify(data)) as Record<string, unknown>);
    expect(here).toEqual([...wrong].sort());
    expect(server).toEqual(here);
  });

  it('says how much fits, and that a limit is money', () => {
    expect(check(applicationForm.schema, { ...APPLICATION, requestedAmount: 0 })).toEqual([
      { path: 'requestedAmount', code: 'tooSmall', limit: 1, money: true },
    ]);
  });

  it('takes spaces for no answer, as the server does', () => {
    const data = { ...APPLICATION, name: '   ' };
    expect(Object.keys(formErrors(applicationForm, data))).toEqual(['name']);
    expect(check(applicationForm.schema, stripped(applicationForm.schema, data))).toEqual([{ path: 'name', code: 'required' }]);
  });
});
