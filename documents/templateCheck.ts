/** Looks a template through before it is kept: what is wrong refuses it, what is only worth knowing is told. */
import { exampleFacts } from '../processes/grant/contract/example';
import type { TemplateKind } from '../processes/grant/contract/fields';
import { fieldValues } from '../processes/grant/contract/fieldValues';
import { lacksOf, type Lack } from '../processes/grant/contract/obligatory';
import type { Words } from '../processes/words';
import { notConverted } from './docx/notConverted';
import { openDocx } from './docx/openDocx';
import { plainText } from './docx/plainText';
import { readDocx } from './docx/readDocx';
import { fillTemplate, templateFields } from './docx/template';

export interface CheckedTemplate {
  /** Names of the fields that it uses, in their order. */
  readonly fields: readonly string[];
  /** What the law asks for and it does not have. */
  readonly lacks: readonly Lack[];
  /** What does not come into the PDF. */
  readonly notes: readonly Words[];
}

/**
 * @throws DocxRefused naming everything for which the template is refused: what openDocx refuses, unknown fields, mistakes in braces, damaged parts. One that
 *   is taken was filled with an example once, so it will not fail first on a contract.
 */
export function checkTemplate(bytes: Buffer, kind: TemplateKind): CheckedTemplate {
  const parts = openDocx(bytes);
  const text = plainText(parts).join('\n');
  const fields = templateFields(parts, kind);
  readDocx(
    openDocx(fillTemplate(parts, fieldValues({ ...exampleFacts, amendment: kind === 'amendment' ? { number: 1, changes: ['x'] } : null }))),
  );
  return { fields, lacks: lacksOf(kind, fields, text), notes: notConverted(parts) };
}
