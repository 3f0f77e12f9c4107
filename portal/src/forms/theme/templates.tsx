/** How a form of RJSF looks here: labels, errors and lists over the components of the design system. */
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import { useEffect, useRef } from 'react';
import { formatMoney } from '../../../../processes/money';
import { Button } from '../../ui/Button';
import { Control, describedBy, Under } from '../../ui/Field';
import { Legend } from '../../ui/Legend';
import { useWords } from '../../words/context';
import { isRecord, propertiesOf } from '../../../../processes/formSchema';
import { useFieldError } from '../facts';
import { sumsOf } from '../sums';
import { helpOf } from './help';

/** Fields that draw their own label: groups, lists, single checkboxes, files. */
function labelsItself(schema: FieldTemplateProps['schema'], ui: FieldTemplateProps['uiSchema']): boolean {
  const own: unknown = ui?.['ui:field'];
  if (schema.type === 'boolean') return ui?.['ui:widget'] !== 'radio';
  return schema.type === 'object' || schema.type === 'array' || own === 'documents' || own === 'note' || own === 'computed';
}

export function FieldTemplate({ id, label, required = false, schema, uiSchema, formData, children, hidden }: FieldTemplateProps) {
  const { t } = useWords();
  const error = useFieldError(id);
  if (hidden) return <div hidden>{children}</div>;
  if (labelsItself(schema, uiSchema)) return children;
  const value: unknown = formData;
  const help = helpOf(schema, value, t);
  if (uiSchema?.['ui:widget'] === 'radio') {
    return (
      <fieldset id={id} className="plain stack-s" aria-describedby={error ? `${id}-error` : undefined}>
        <Legend required={required}>{label}</Legend>
        {children}
        <Under id={id} help={help} error={error} />
      </fieldset>
    );
  }
  return (
    <Control id={id} label={label} required={required} help={help} error={error}>
      {children}
    </Control>
  );
}

/** The form itself has no title, nor has a row of a list; an object inside it (an address) is a group with one. */
export function ObjectFieldTemplate({ properties, title, description, required = false, fieldPathId }: ObjectFieldTemplateProps) {
  const id = fieldPathId.$id;
  const error = useFieldError(id);
  const fields = <div className="fields">{properties.map((property) => property.content)}</div>;
  if (!title || typeof (fieldPathId.path.at(-1) ?? 0) === 'number') return fields;
  const help = typeof description === 'string' ? description : undefined;
  return (
    <fieldset id={id} className="plain stack-s" aria-describedby={describedBy(id, help, error)}>
      <Legend required={required}>{title}</Legend>
      {fields}
      <Under id={id} help={help} error={error} />
    </fieldset>
  );
}

/** One row of a list: its fields and the way to remove it. */
export function ArrayFieldItemTemplate({ children, buttonsProps, index }: ArrayFieldItemTemplateProps) {
  const { t } = useWords();
  return (
    <div className="list-row" role="group" aria-label={t.form.row(index + 1)}>
      <h3 className="list-row-title">{t.form.row(index + 1)}</h3>
      {children}
      {buttonsProps.hasRemove && (
        <Button kind="quiet" label={t.form.removeRow(index + 1)} onClick={() => buttonsProps.onRemoveItem()}>
          {t.form.removeRow(index + 1)}
        </Button>
      )}
    </div>
  );
}

/** A list of rows with the sums of its amounts under it. */
export function ArrayFieldTemplate({
  fieldPathId,
  title,
  required = false,
  items,
  canAdd,
  onAddClick,
  schema,
  formData,
}: ArrayFieldTemplateProps) {
  const { t } = useWords();
  const id = fieldPathId.$id;
  const error = useFieldError(id);
  const box = useRef<HTMLFieldSetElement>(null);
  const before = useRef(items.length);
  const rows: unknown = formData;
  const properties = isRecord(schema.items) ? propertiesOf(schema.items) : {};
  const sums = sumsOf(properties, Array.isArray(rows) ? rows : []);

  useEffect(() => {
    // A new row takes the focus; after a removal it goes to the list, which is still there.
    if (items.length > before.current)
      box.current?.querySelector<HTMLElement>('.list-row:last-of-type input, .list-row:last-of-type textarea')?.focus();
    if (items.length < before.current) box.current?.focus();
    before.current = items.length;
  }, [items.length]);

  return (
    <fieldset ref={box} id={id} tabIndex={-1} className="plain list" aria-describedby={error ? `${id}-error` : undefined}>
      <Legend required={required}>{title}</Legend>
      <Under id={id} help={schema.description} />
      {items.length === 0 && <p>{t.form.noRows}</p>}
      {items}
      <Under id={id} error={error} />
      {canAdd && (
        <Button kind="other" onClick={() => onAddClick()}>
          {t.form.addRow}
        </Button>
      )}
      {sums.length > 0 && (
        <dl className="sums" aria-live="polite">
          {sums.map(({ key, title: name, sum }) => (
            <div key={key}>
              <dt>{t.form.sumOf(name)}</dt>
              <dd>{formatMoney(sum)}</dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  );
}
