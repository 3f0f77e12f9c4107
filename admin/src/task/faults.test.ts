import { evaluationForm, formalCheckForm, supplementForm } from '../../../processes/grant/forms';
import { grantProcess } from '../../../processes/grant/definition';
import { faultsOf, fieldErrors, titleAt } from './faults';
import { ordered } from './outcomes';

const translate = (key: string, options?: Record<string, unknown>): string =>
  options?.limit === undefined ? key : `${key} ${JSON.stringify(options.limit).replaceAll('"', '')}`;

describe('mistakes of a form', () => {
  it('follow the outcome that was chosen', () => {
    const { return: giveBack } = grantProcess.steps.formalCheck.outcomes;
    expect(faultsOf(formalCheckForm, [], {}, translate)).toEqual({});
    expect(faultsOf(formalCheckForm, giveBack.requires, { defects: ['Chybí stanovy'] }, translate)).toEqual({
      until: 'postup.form.fault.required',
    });
  });

  it('say limits of money as money', () => {
    expect(faultsOf(evaluationForm, [], { benefit: 41, recommendedAmount: 10_000_000_001 }, translate)).toEqual({
      benefit: 'postup.form.fault.tooBig 40',
      recommendedAmount: 'postup.form.fault.tooBig 100\u00a0000\u00a0000\u00a0Kč',
    });
  });

  it('call fields by their titles, deep ones too', () => {
    expect(titleAt(supplementForm.schema, 'application.ico')).toBe('IČO');
    expect(titleAt(formalCheckForm.schema, 'defects.0')).toBe('defects.0');
  });

  it('reads the server’s paths', () => {
    expect(fieldErrors({ 'data.until': 'Vyplňte datum.', amount: 'Moc.', '/data/items/0/amount': 'Málo.' })).toEqual({
      until: 'Vyplňte datum.',
      amount: 'Moc.',
      'items.0.amount': 'Málo.',
    });
  });
});

describe('buttons of a task', () => {
  it('keep their order, a refusing one at the end', () => {
    const outcome = (id: string, tone: 'positive' | 'neutral' | 'negative') => ({
      id,
      tone,
      title: { cs: id, en: id },
      next: { cs: '', en: '' },
      requires: [],
    });
    expect(
      ordered([outcome('refuse', 'negative'), outcome('approve', 'positive'), outcome('defer', 'neutral')]).map((one) => one.id),
    ).toEqual(['approve', 'defer', 'refuse']);
  });
});
