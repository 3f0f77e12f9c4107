import type { FieldProps } from '@rjsf/utils';
import { Prose } from '../../ui/Prose';

/** A text among the questions; nothing is filled in. */
export function NoteField({ schema }: FieldProps) {
  return (
    <div className="stack-s">
      <p>
        <strong>{schema.title}</strong>
      </p>
      {schema.description !== undefined && <Prose text={schema.description} />}
    </div>
  );
}
