import type { ReactNode } from 'react';
import type { Form, JsonSchema } from '../../../processes/define';
import { formIn } from '../../../processes/formLanguage';
import { computedText } from '../../../processes/formItems/amounts';
import { FileName } from '../files/FileName';
import { useDocuments } from '../files/useDocuments';
import { useWords } from '../words/context';
import { effectiveSchema, stripped } from './applies';
import { isRecord, propertiesOf } from '../../../processes/formSchema';
import { display } from './display';
import { valueAt } from './paths';
import { objectOf, type Section } from './sections';

function FileNames({ ids }: { readonly ids: readonly string[] }) {
  const documents = useDocuments(ids);
  return (
    <ul className="plain-list">
      {ids.map((id) => (
        <li key={id}>
          <FileName document={documents.get(id) ?? null} />
        </li>
      ))}
    </ul>
  );
}

const isFiles = (schema: JsonSchema): boolean =>
  schema.format === 'document' || (schema.type === 'array' && isRecord(schema.items) && schema.items.format === 'document');

function Answer({ schema, value }: { readonly schema: JsonSchema; readonly value: unknown }): ReactNode {
  const { t, language } = useWords();
  if (isFiles(schema)) {
    const ids = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');
    return ids.length > 0 ? <FileNames ids={ids} /> : <span className="empty">{t.files.none}</span>;
  }
  if (schema.type === 'array' && isRecord(schema.items) && schema.items.type === 'object') {
    const { items } = schema;
    const rows = Array.isArray(value) ? (value as unknown[]) : [];
    return (
      <ol className="answer-rows">
        {rows.map((row, index) => (
          <li key={index}>
            <AnswerList schema={items} value={row} />
          </li>
        ))}
      </ol>
    );
  }
  if (schema.type === 'object') return <AnswerList schema={schema} value={value} />;
  const text = display(schema, value, language, t.common.yes, t.common.no);
  return text === '' ? <span className="empty">{t.common.none}</span> : <span className="answer">{text}</span>;
}

const isNote = (ui: unknown): boolean => isRecord(ui) && ui['ui:field'] === 'note';

/** The fields of an object that apply, with what was answered. */
function AnswerList({
  schema,
  value,
  ui = {},
  fields,
}: {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly ui?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly string[];
}) {
  const held = isRecord(value) ? (stripped(schema, value) as Record<string, unknown>) : {};
  const drawn = propertiesOf(effectiveSchema(schema, held, fields));
  const asked = Object.entries(drawn).filter(([key]) => !isNote(ui[key]));
  return (
    <dl className="answers">
      {asked.map(([key, inner]) => (
        <div key={key}>
          <dt>{typeof inner.title === 'string' ? inner.title : key}</dt>
          <dd>
            <Answer schema={inner} value={computedText(ui[key], held) ?? held[key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was filled in into one section of a form, to be read. */
export function Answers({ form, section, data }: { readonly form: Form; readonly section: Section; readonly data: unknown }) {
  const { language } = useWords();
  const { schema, ui } = objectOf(formIn(language, form), section.at);
  return (
    <div lang={language}>
      <AnswerList schema={schema} value={valueAt(data, section.at)} ui={ui} fields={section.fields} />
    </div>
  );
}
