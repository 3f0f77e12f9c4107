import type { Form } from './define';
import { formIn, formsInEnglish } from './formLanguage';
import { withItems } from './formItems/applicationForm';
import { applicationForm } from './grant/forms';
import { identityForm } from './identities/identityForm';
import { processes } from './registry';

function labelsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'title' || key === 'description') && typeof inner === 'string' ? [inner] : labelsIn(inner),
  );
}

const forms = [
  identityForm,
  ...Object.values(processes).flatMap(({ application, steps }): Form[] => [
    application,
    ...Object.values(steps).flatMap(({ form }) => form ?? []),
  ]),
];

it('has an English word for every label of every form, and no other', () => {
  const labels = new Set(forms.flatMap(({ schema }) => labelsIn(schema)));
  expect(Object.keys(formsInEnglish).sort()).toEqual([...labels].sort());
});

it('changes labels only, and leaves what an officer wrote', () => {
  const form = withItems(applicationForm, [{ id: 'q1', kind: 'text', title: 'Kolik vás je' }]);
  expect(formIn('cs', form)).toBe(form);
  const english = formIn('en', form);
  expect(formIn('en', form)).toBe(english);
  expect(english.schema).toMatchObject({ properties: { name: { title: 'Name', minLength: 1 }, q1: { title: 'Kolik vás je' } } });
  expect(english.schema.required).toEqual(form.schema.required);
});
