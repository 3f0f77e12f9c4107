import { applicationForm, settlementForm, supplementForm } from '../../../processes/grant/forms';
import { cs } from '../words/cs';
import { shownAmount, typedAmount } from './amount';
import { display } from './display';
import { drawing } from './drawing';
import { errorsOf, inOrder, labelOf, stillHolding } from './faults';
import { fieldId, valueAt, withValueAt } from './paths';
import { sectionOf, sectionsOf } from './sections';
import { sumsOf } from './sums';
import { propertiesOf } from '../../../processes/formSchema';

describe('amounts between the keyboard and the form', () => {
  it.each([
    ['12 500', 1_250_000],
    ['12500,5', 1_250_050],
    ['0,01', 1],
    ['7\u00a0620 Kč', 762_000],
    ['', undefined],
    ['  ', undefined],
  ])('%p is held as %p', (text, held) => expect(typedAmount(text)).toBe(held));

  it.each(['12,345', '1e5', 'asi tisíc', '12.5.1'])('keeps %p as it was typed, so that it can be shown as wrong', (text) => {
    expect(typedAmount(text)).toBe(text);
    expect(shownAmount(typedAmount(text))).toBe(text);
  });

  it('shows what it holds without the currency', () => {
    expect(shownAmount(762_050)).toBe('7\u00a0620,50');
    expect(shownAmount(undefined)).toBe('');
  });
});

describe('steps of a form', () => {
  it('are the sections of the application', () => {
    expect(sectionsOf(applicationForm).map((section) => section.id)).toEqual(['applicant', 'project', 'money', 'attachments']);
  });

  it('are the sections of the application inside its supplement, and what is left of it', () => {
    const sections = sectionsOf(supplementForm);
    expect(sections.map((section) => section.id)).toEqual(['applicant', 'project', 'money', 'attachments', 'form']);
    expect(sections.at(-1)?.fields).toEqual(['whatChanged']);
    expect(sectionOf(sections, 'application.totalCost')?.id).toBe('money');
    expect(sectionOf(sections, 'whatChanged')?.id).toBe('form');
  });

  it('are one for a form that names none', () => {
    expect(sectionsOf(settlementForm)).toEqual([{ id: 'form', title: null, at: [], fields: ['items', 'report'] }]);
  });

  it('draw every format by its own control', () => {
    const drawn = drawing(applicationForm.schema, applicationForm.ui ?? {});
    expect(drawn).toMatchObject({
      totalCost: { 'ui:field': 'amount' },
      from: { 'ui:widget': 'day' },
      ico: { 'ui:widget': 'ico' },
      applicantKind: { 'ui:widget': 'radio' },
      attachments: { 'ui:field': 'documents' },
      declaration: { 'ui:widget': 'checkbox' },
      purpose: { 'ui:widget': 'textarea' },
    });
    expect(drawing(settlementForm.schema, {})).toMatchObject({
      items: { items: { amount: { 'ui:field': 'amount' }, document: { 'ui:field': 'documents' } } },
    });
  });
});

describe('errors of a form', () => {
  it('name the field and its row', () => {
    expect(labelOf(settlementForm, 'items.1.amount', cs)).toBe('Položka 2: Částka dokladu');
    expect(labelOf(supplementForm, 'application.ico', cs)).toBe('IČO');
  });

  it('are said in Czech, an amount in crowns', () => {
    expect(errorsOf(settlementForm, { items: [{ amount: 0 }], report: 'x' }, cs)).toMatchObject({
      'items.0.amount': 'Nejméně 0,01\u00a0Kč.',
      'items.0.description': 'Vyplňte tento údaj.',
    });
  });

  it('come in the order in which their fields are read', () => {
    const errors = { declaration: '', ico: '', name: '', requestedAmount: '' };
    expect(Object.keys(inOrder(applicationForm, errors))).toEqual(['name', 'ico', 'requestedAmount', 'declaration']);
    const rows = { report: '', 'items.10.amount': '', 'items.2.amount': '', 'items.2.description': '', items: '' };
    expect(Object.keys(inOrder(settlementForm, rows))).toEqual([
      'items',
      'items.2.description',
      'items.2.amount',
      'items.10.amount',
      'report',
    ]);
  });

  it('of the server hold until their field is changed', () => {
    const server = { errors: { requestedAmount: 'Program dovoluje méně.', name: 'Kdo?' }, of: { requestedAmount: 5, name: 'A' } };
    expect(stillHolding(server, { requestedAmount: 4, name: 'A' })).toEqual({ name: 'Kdo?' });
  });

  it('lead to the id of their field', () => {
    expect(fieldId('items.0.amount')).toBe('root_items_0_amount');
  });
});

describe('values of a form', () => {
  const properties = propertiesOf(applicationForm.schema);
  const shown = (name: string, value: unknown) => display(properties[name] ?? {}, value, 'cs', 'ano', 'ne');

  it('are read as people say them', () => {
    expect(shown('applicantKind', 'natural')).toBe('fyzická osoba');
    expect(shown('requestedAmount', 4_000_000)).toBe('40\u00a0000\u00a0Kč');
    expect(shown('from', '2027-04-01')).toBe('1.\u00a04.\u00a02027');
    expect(shown('declaration', true)).toBe('ano');
    expect(shown('name', undefined)).toBe('');
  });

  it('are found and put by their path', () => {
    const data = { application: { name: 'A' }, items: [{ amount: 1 }] };
    expect(valueAt(data, ['items', '0', 'amount'])).toBe(1);
    expect(withValueAt(data, ['application'], { name: 'B' })).toEqual({ application: { name: 'B' }, items: [{ amount: 1 }] });
    expect(data.application.name).toBe('A');
  });

  it('of rows are summed, what is no amount left out', () => {
    const { items } = propertiesOf(settlementForm.schema);
    const rows = [{ amount: 100, fromGrant: 50 }, { amount: 'moc' }, {}];
    expect(sumsOf(propertiesOf((items?.items ?? {}) as never), rows)).toEqual([
      { key: 'amount', title: 'Částka dokladu', sum: 100 },
      { key: 'fromGrant', title: 'Z toho z dotace', sum: 50 },
    ]);
  });
});
