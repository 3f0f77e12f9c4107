import { GovFormLabel } from '@gov-design-system-ce/react';
import type { FieldProps } from '@rjsf/utils';
import { computedText } from '../../../../processes/formItems/amounts';
import { Under } from '../../ui/Field';
import { useWords } from '../../words/context';
import { useFieldError, useFormFacts } from '../facts';

/** What follows from what was filled in, worked out as it is typed. */
export function ComputedField({ fieldPathId, schema, uiSchema }: FieldProps) {
  const { t } = useWords();
  const { data } = useFormFacts();
  const id = fieldPathId.$id;
  const error = useFieldError(id);
  const text = computedText(uiSchema, data);
  return (
    <div id={id} tabIndex={-1} className="stack-s">
      <GovFormLabel size="m">{schema.title}</GovFormLabel>
      <output aria-live="polite">{text === null || text === '' ? t.form.notYetComputed : text}</output>
      <Under id={id} help={schema.description} error={error} />
    </div>
  );
}
