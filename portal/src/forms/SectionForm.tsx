import RjsfForm from '@rjsf/core';
import type { UiSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import type { Form } from '../../../processes/define';
import { effectiveSchema, stripped } from './applies';
import { isRecord, propertiesOf } from '../../../processes/formSchema';
import { drawing } from './drawing';
import { FormFactsContext, type FormFacts } from './facts';
import { fieldId, valueAt, withValueAt } from './paths';
import { objectOf, type Section } from './sections';
import { ComputedField } from './theme/ComputedField';
import { DocumentsField } from './theme/DocumentsField';
import { NoteField } from './theme/NoteField';
import { ArrayFieldItemTemplate, ArrayFieldTemplate, FieldTemplate, ObjectFieldTemplate } from './theme/templates';
import {
  AmountField,
  BankAccountWidget,
  CheckboxesWidget,
  CheckboxWidget,
  DayWidget,
  IcoWidget,
  LongText,
  RadioWidget,
  SelectWidget,
  TextLine,
} from './theme/widgets';
import { validator } from './validator';

const templates = { FieldTemplate, ObjectFieldTemplate, ArrayFieldTemplate, ArrayFieldItemTemplate, BaseInputTemplate: TextLine };
const fields = { amount: AmountField, documents: DocumentsField, note: NoteField, computed: ComputedField };
const widgets = {
  TextareaWidget: LongText,
  RadioWidget,
  SelectWidget,
  CheckboxWidget,
  CheckboxesWidget,
  day: DayWidget,
  ico: IcoWidget,
  bankAccount: BankAccountWidget,
};

interface SectionFormProps {
  readonly form: Form;
  readonly section: Section;
  /** The whole form's data. */
  readonly data: Record<string, unknown>;
  /** Dot path -> what is wrong. */
  readonly errors: Readonly<Record<string, string>>;
  readonly filesOf: FormFacts['filesOf'];
  readonly onChange: (data: Record<string, unknown>) => void;
}

/** The fields of one section that apply now. What was typed into those that no longer do is kept, and not sent. */
export function SectionForm({ form, section, data, errors, filesOf, onChange }: SectionFormProps) {
  const { schema: whole, ui } = useMemo(() => objectOf(form, section.at), [form, section]);
  const object = valueAt(data, section.at);
  const held = useMemo(() => (isRecord(object) ? object : {}), [object]);
  const applying = useMemo(() => stripped(whole, held) as Record<string, unknown>, [whole, held]);
  const schema = effectiveSchema(whole, held, section.fields);
  const names = Object.keys(propertiesOf(schema));
  const uiSchema = useMemo(() => ({ ...drawing(whole, ui), 'ui:submitButtonOptions': { norender: true } }), [whole, ui]);
  const facts = useMemo<FormFacts>(
    () => ({ errors: Object.fromEntries(Object.entries(errors).map(([path, text]) => [fieldId(path), text])), data: applying, filesOf }),
    [errors, applying, filesOf],
  );
  const shown = Object.fromEntries(names.map((name) => [name, held[name]]));

  return (
    <FormFactsContext value={facts}>
      <RjsfForm<Record<string, unknown>>
        tagName="div"
        idPrefix={fieldId(section.at.join('.')).replace(/_$/, '')}
        schema={schema}
        uiSchema={uiSchema as UiSchema<Record<string, unknown>>}
        formData={shown}
        validator={validator}
        templates={templates}
        fields={fields}
        widgets={widgets}
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }) => {
          const typed = formData ?? {};
          const next = { ...held, ...Object.fromEntries(names.map((name) => [name, typed[name]])) };
          if (JSON.stringify(next) !== JSON.stringify(held)) onChange(withValueAt(data, section.at, next));
        }}
      />
    </FormFactsContext>
  );
}
