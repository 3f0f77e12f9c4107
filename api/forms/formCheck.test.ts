import { grantProcess } from '../../processes/grant/definition';
import { applicationForm, evaluationForm, formalCheckForm, paymentForm, settlementForm, supplementForm } from '../../processes/grant/forms';
import { documentsIn, foreignFields, formErrors, missingFor } from './formCheck';

export const application = {
  applicantKind: 'legal',
  name: 'Spolek Vzor',
  ico: '27074358',
  street: 'Dlouhá 1',
  municipality: 'Ukázkov',
  postcode: '110 00',
  representative: 'předsedkyně podle stanov',
  bankAccount: '19-2000145399/0800',
  projectTitle: 'Letní škola',
  purpose: 'Letní škola pro děti',
  reasons: 'Děti v létě',
  from: '2027-06-01',
  to: '2027-08-31',
  totalCost: 80_000_00,
  requestedAmount: 40_000_00,
  declaration: true,
};
const without = (key: keyof typeof application): Record<string, unknown> =>
  Object.fromEntries(Object.entries(application).filter(([name]) => name !== key));
const long = 'x'.repeat(5001);

describe('the application', () => {
  it('passes when it is whole', () => {
    expect(formErrors(applicationForm, application)).toEqual({});
  });

  it.each([
    ['an unknown field', { ...application, role: 'admin' }, 'role', /Takový údaj/],
    [
      'a field of the prototype',
      JSON.parse(JSON.stringify(application).replace('{', '{"__proto__":{"x":1},')) as object,
      '__proto__',
      /Takový údaj/,
    ],
    ['a text instead of an amount', { ...application, requestedAmount: '4000000' }, 'requestedAmount', /haléře/],
    ['a fraction of a haléř', { ...application, requestedAmount: 12.5 }, 'requestedAmount', /haléře/],
    ['a negative amount', { ...application, requestedAmount: -1 }, 'requestedAmount', /Nejméně může být 0,01\u00a0Kč/],
    ['an amount over the maximum', { ...application, totalCost: 1e10 + 1 }, 'totalCost', /Nejvíce může být/],
    ['an amount that no integer holds', { ...application, totalCost: 1e300 }, 'totalCost', /./],
    ['a date that does not exist', { ...application, from: '2027-02-30' }, 'from', /skutečné datum mezi lety 1900 a 2199/],
    ['a date of another age', { ...application, from: '1700-01-01' }, 'from', /skutečné datum mezi lety 1900 a 2199/],
    ['a wrong IČO', { ...application, ico: '27074359' }, 'ico', /IČO/],
    ['a wrong account', { ...application, bankAccount: '19-2000145398/0800' }, 'bankAccount', /účtu/],
    ['a wrong choice', { ...application, applicantKind: 'city' }, 'applicantKind', /nepatří/],
    ['a list instead of a text', { ...application, name: ['x'] }, 'name', /text/],
    ['a text that is too long', { ...application, reasons: long }, 'reasons', /delší než 5000 znaků/],
    ['a blank text', { ...application, purpose: ' \n ' }, 'purpose', /povinný/],
    ['a missing text', without('name'), 'name', /povinný/],
    ['a missing IČO of a legal person', without('ico'), 'ico', /povinný/],
    ['a missing birth date of a natural person', { ...application, applicantKind: 'natural' }, 'birthDate', /povinný/],
    ['a declaration not made', { ...application, declaration: false }, 'declaration', /potvrzení/],
    ['what is no id of a document', { ...application, attachments: ["' or 1=1"] }, 'attachments.0', /dokument/],
    ['a document twice', { ...application, attachments: Array(2).fill('0b0a3c8e-1111-4222-8333-444444444444') }, 'attachments', /dvakrát/],
  ])('names the field of %s, and that only', (_, data, field, text) => {
    const errors = formErrors(applicationForm, data as Record<string, unknown>);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]?.cs).toMatch(text);
  });

  it('keeps SQL and HTML as the text that they are', () => {
    expect(
      formErrors(applicationForm, {
        ...application,
        name: "'; drop table cases; --",
        purpose: '<script>alert(1)</script>',
      }),
    ).toEqual({});
  });

  it('names fields inside of another form by their path', () => {
    expect(Object.keys(formErrors(supplementForm, { application: { ...application, name: '' }, whatChanged: 'vše' }))).toEqual([
      'application.name',
    ]);
    expect(
      Object.keys(
        formErrors(settlementForm, {
          items: [{ description: 'x', documentNumber: '1', paidOn: '2026-01-32', amount: 1, fromGrant: -1 }],
          report: 'x',
        }),
      ).sort(),
    ).toEqual(['items.0.fromGrant', 'items.0.paidOn']);
  });
});

it('compiles every form of the process', () => {
  for (const step of Object.values(grantProcess.steps)) expect(formErrors(step.form, { unheardOf: 1 })).toHaveProperty('unheardOf');
});

it('requires what the outcome requires', () => {
  expect(Object.keys(missingFor(['defects', 'until'], { defects: [], until: '' }))).toEqual(['defects', 'until']);
  expect(missingFor(['benefit'], { benefit: 0 })).toEqual({});
  expect(formErrors(evaluationForm, { benefit: 41 })).toHaveProperty('benefit');
  expect(formErrors(formalCheckForm, { defects: [''] })).toHaveProperty(['defects.0']);
  expect(formErrors(paymentForm, { paidOn: '2026-11-01', amount: 100, variableSymbol: '12345678901' })).toHaveProperty('variableSymbol');
});

it('finds documents wherever they stand', () => {
  const id = '0b0a3c8e-1111-4222-8333-444444444444';
  expect(documentsIn(supplementForm.schema, { application: { attachments: [id] } })).toEqual([{ path: 'application.attachments.0', id }]);
  expect(documentsIn(settlementForm.schema, { items: [{}, { document: id }] })).toEqual([{ path: 'items.1.document', id }]);
});

it('lets a draft be unfinished but not foreign', () => {
  expect(foreignFields(applicationForm, { name: '', x: 1 })).toEqual(['x']);
});
