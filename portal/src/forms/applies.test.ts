import { withItems } from '../../../processes/formItems/applicationForm';
import type { FormItem } from '../../../processes/formItems/items';
import { applicationForm, supplementForm } from '../../../processes/grant/forms';
import { effectiveSchema, hiddenFields, stripped, withDefaults } from './applies';

const { schema } = applicationForm;
const option = (id: string) => ({ id, title: id });

describe('fields that apply', () => {
  it('asks a legal person for its IČO and not for a birth date', () => {
    const hidden = hiddenFields(schema, { applicantKind: 'legal' });
    expect(hidden.has('birthDate')).toBe(true);
    expect(hidden.has('ico')).toBe(false);
  });

  it('asks a natural person for a birth date and requires it', () => {
    const drawn = effectiveSchema(schema, { applicantKind: 'natural' }, ['name', 'ico', 'birthDate']);
    expect(Object.keys(drawn.properties as object)).toContain('birthDate');
    expect(drawn.required).toContain('birthDate');
    expect(hiddenFields(schema, { applicantKind: 'natural' }).has('representative')).toBe(true);
  });

  it('hides with a question those that hang on it, and sends no answer of theirs', () => {
    const items: FormItem[] = [
      { id: 'q1', kind: 'yesNo', title: 'Vstupné?' },
      { id: 'q2', kind: 'choice', title: 'Jaké?', options: [option('a'), option('b')], shownIf: { item: 'q1', is: true } },
      { id: 'q3', kind: 'text', title: 'Kolik?', required: true, shownIf: { item: 'q2', is: 'a' } },
    ];
    const form = withItems(applicationForm, items);
    expect([...hiddenFields(form.schema, { q1: true, q2: 'a' })].filter((name) => name.startsWith('q'))).toEqual([]);
    expect(effectiveSchema(form.schema, { q1: true, q2: 'a' }).required).toContain('q3');
    expect([...hiddenFields(form.schema, { q1: false, q2: 'a', q3: '50' })].filter((name) => name.startsWith('q'))).toEqual(['q2', 'q3']);
    expect(stripped(form.schema, { q1: false, q2: 'a', q3: '50' })).toEqual({ q1: false });
  });

  it('shows a field that a branch only mentions, without requiring it', () => {
    const conditional = {
      type: 'object',
      properties: { kind: { type: 'string' }, extra: { type: 'string' } },
      if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
      then: { properties: { extra: true } },
    };
    expect(hiddenFields(conditional, { kind: 'b' })).toEqual(new Set(['extra']));
    expect(effectiveSchema(conditional, { kind: 'a' })).toMatchObject({ required: [], properties: { extra: { type: 'string' } } });
  });

  it('sends neither what does not apply nor what is empty', () => {
    const typed = { applicantKind: 'natural', representative: 'předseda', birthDate: '1980-01-01', owners: '', street: '  ', foreign: 1 };
    expect(stripped(schema, typed)).toEqual({ applicantKind: 'natural', birthDate: '1980-01-01' });
  });

  it('reaches into the application inside a supplement', () => {
    const typed = { application: { applicantKind: 'natural', representative: 'předseda', name: 'Jan' }, whatChanged: 'nic' };
    expect(stripped(supplementForm.schema, typed)).toEqual({ application: { applicantKind: 'natural', name: 'Jan' }, whatChanged: 'nic' });
  });

  it('starts from defaults without touching what was typed', () => {
    expect(withDefaults(schema, {})).toEqual({ applicantKind: 'legal' });
    expect(withDefaults(schema, { applicantKind: 'natural' })).toEqual({ applicantKind: 'natural' });
    expect(withDefaults(supplementForm.schema, {})).toEqual({ application: { applicantKind: 'legal' } });
  });
});
