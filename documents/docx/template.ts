/** A DOCX with fields in braces: looked through when it comes in, filled when a document is made of it. */
import Docxtemplater from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module';
import { fieldsOf, type ContractField, type TemplateKind } from '../../processes/grant/contract/fields';
import type { FieldValues } from '../../processes/grant/contract/fieldValues';
import { words, type Words } from '../../processes/words';
import { DocxRefused } from './docxErrors';
import type { DocxParts } from './openDocx';
import { syntaxWords } from './templateFaults';
import { bytesOf, packedParts } from './zipDocx';

const OPTIONS = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  // A value may hold what no XML can; a field that is not there was refused when the template came in.
  stripInvalidXMLChars: true,
  nullGetter: (): string => '',
  syntax: { changeDelimiterPrefix: null },
} as const;

/** A piece of what the template library found; it declares no more of it than this. */
interface Tag {
  readonly value: string;
  readonly module?: string;
  readonly inverted?: boolean;
  readonly subparsed?: readonly Tag[];
}

const shown = (name: string): string => `{${name.slice(0, 60)}}`;

function fault(tag: Tag, field: ContractField | undefined, inside: readonly string[]): Words | null {
  const name = tag.value;
  if (tag.module === 'rawxml' || field === undefined)
    return words(`Pole ${shown(name)} neznáme. Vyberte z přehledu polí.`, `There is no field ${shown(name)}. Choose one of the list.`);
  if (field.inside !== undefined && !inside.includes(field.inside))
    return words(
      `Pole ${shown(name)} patří jen mezi {#${field.inside}} a {/${field.inside}}.`,
      `The field ${shown(name)} belongs between {#${field.inside}} and {/${field.inside}} only.`,
    );
  if (tag.module !== 'loop' && field.kind !== 'text')
    return words(
      `Pole ${shown(name)} se píše jako dvojice {#${name}} … {/${name}}.`,
      `The field ${shown(name)} is written as a pair {#${name}} … {/${name}}.`,
    );
  return null;
}

function walk(
  tags: readonly Tag[],
  known: ReadonlyMap<string, ContractField>,
  inside: readonly string[],
  used: Set<string>,
  faults: Map<string, Words>,
): void {
  for (const tag of tags) {
    const field = known.get(tag.value);
    used.add(tag.value);
    const wrong = fault(tag, field, inside);
    if (wrong) faults.set(`${tag.value}/${wrong.en}`, wrong);
    if (tag.subparsed)
      walk(tag.subparsed, known, field?.kind === 'list' && tag.inverted !== true ? [...inside, tag.value] : inside, used, faults);
  }
}

/**
 * Names of the fields that the template uses.
 * @throws DocxRefused naming every unknown or misplaced field, and every mistake in braces with its place
 */
export function templateFields(parts: DocxParts, kind: TemplateKind): string[] {
  const inspect = new InspectModule();
  try {
    new Docxtemplater(packedParts(parts), { ...OPTIONS, modules: [inspect] });
  } catch (error) {
    throw new DocxRefused(syntaxWords(error, parts));
  }
  const used = new Set<string>();
  const faults = new Map<string, Words>();
  walk(inspect.getAllStructuredTags(), fieldsOf(kind), [], used, faults);
  if (faults.size > 0) throw new DocxRefused([...faults.values()].slice(0, 30));
  return [...used].sort();
}

/**
 * The template with its fields filled; the same values give the same bytes. Values are text: nothing in them becomes markup or a field.
 * @param parts of a template that templateFields took
 */
export function fillTemplate(parts: DocxParts, values: FieldValues): Buffer {
  const filled = new Docxtemplater(packedParts(parts), OPTIONS);
  filled.render(values);
  return bytesOf(filled.getZip());
}
