import type { FieldProps } from '@rjsf/utils';
import { Files } from '../../files/Files';
import { KeptPapers } from '../../files/KeptPapers';
import { Under, describedBy } from '../../ui/Field';
import { Legend } from '../../ui/Legend';
import { useWords } from '../../words/context';
import { useFieldError, useFormFacts } from '../facts';

const idsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Files of a form: the value is the id of an uploaded document, or a list of them. */
export function DocumentsField({ fieldPathId, schema, name, formData, required = false, onChange }: FieldProps) {
  const { t } = useWords();
  const { filesOf } = useFormFacts();
  const id = fieldPathId.$id;
  const error = useFieldError(id);
  const several = schema.type === 'array';
  const help = [schema.description, t.files.limits].filter(Boolean).join(' ');
  return (
    <fieldset className="plain stack-s">
      <Legend required={required}>{schema.title ?? name}</Legend>
      {filesOf === null ? (
        <p>{t.files.notHere}</p>
      ) : (
        <Files
          id={id}
          ids={idsOf(formData)}
          most={several ? (schema.maxItems ?? 20) : 1}
          filesOf={filesOf}
          invalid={error !== undefined}
          describedBy={describedBy(id, help, error)}
          onChange={(ids) => onChange(several ? ids : ids[0], fieldPathId.path)}
        />
      )}
      {filesOf !== null && several && (
        <KeptPapers ids={idsOf(formData)} most={schema.maxItems ?? 20} onAdd={(ids) => onChange(ids, fieldPathId.path)} />
      )}
      <Under id={id} help={help} error={error} />
    </fieldset>
  );
}
