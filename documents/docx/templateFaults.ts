/** What is wrong with the braces of a template, and where. */
import { words, type Words } from '../../processes/words';
import type { DocxParts } from './openDocx';
import { paragraphsOf, textParts } from './plainText';

/** What the template library says of one mistake. */
interface Mistake {
  readonly id: string;
  readonly tag: string;
  readonly file: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const textOf = (from: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string => {
  const found = keys.map((key) => from[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
};

function mistakesIn(error: unknown): Mistake[] {
  const properties = isRecord(error) && isRecord(error.properties) ? error.properties : {};
  if (Array.isArray(properties.errors)) return properties.errors.flatMap(mistakesIn);
  return [{ id: textOf(properties, 'id'), tag: textOf(properties, 'xtag', 'openingtag', 'context'), file: textOf(properties, 'file') }];
}

const SAID: Readonly<Record<string, (tag: string) => Words>> = {
  unopened_tag: (tag) => words(`Před „${tag}“ chybí otevírací závorka {.`, `The opening brace { is missing before “${tag}”.`),
  unclosed_tag: (tag) => words(`Za „${tag}“ chybí zavírací závorka }.`, `The closing brace } is missing after “${tag}”.`),
  duplicate_open_tag: (tag) => words(`U „${tag}“ je závorka { dvakrát.`, `The brace { is doubled at “${tag}”.`),
  duplicate_close_tag: (tag) => words(`U „${tag}“ je závorka } dvakrát.`, `The brace } is doubled at “${tag}”.`),
  unclosed_loop: (tag) =>
    words(`Pole {#${tag}} není uzavřené: chybí {/${tag}}.`, `The field {#${tag}} is not closed: {/${tag}} is missing.`),
  unopened_loop: (tag) =>
    words(`Pole {/${tag}} není otevřené: chybí {#${tag}}.`, `The field {/${tag}} is not opened: {#${tag}} is missing.`),
  closing_tag_does_not_match_opening_tag: (tag) =>
    words(`Pole {#${tag}} je uzavřené jiným jménem.`, `The field {#${tag}} is closed by another name.`),
  unbalanced_loop_tags: (tag) =>
    words(
      `Dvojice kolem „${tag}“ začíná a končí v různých buňkách nebo odstavcích tabulky.`,
      `The pair around “${tag}” begins and ends in different cells of a table.`,
    ),
};

/** Where in the document it stands: the paragraph by its number and its beginning. */
function placeOf(parts: DocxParts, { file, tag }: Mistake): Words {
  const bare = tag.replace(/^[{#/^]+|[}]+$/g, '').trim();
  const names = file !== '' && parts.has(file) ? [file] : textParts(parts);
  for (const name of bare === '' ? [] : names) {
    const paragraphs = paragraphsOf(parts, name);
    const index = paragraphs.findIndex((text) => text.includes(bare));
    if (index < 0) continue;
    const beginning = (paragraphs[index] ?? '').trim().slice(0, 60);
    const part = name.includes('header')
      ? words('záhlaví', 'header')
      : name.includes('footer')
        ? words('zápatí', 'footer')
        : words('text', 'text');
    return words(`${part.cs}, odstavec ${index + 1} („${beginning}“)`, `${part.en}, paragraph ${index + 1} (“${beginning}”)`);
  }
  return words('místo se nepodařilo určit', 'the place could not be told');
}

/** Each mistake in a sentence with its place. */
export function syntaxWords(error: unknown, parts: DocxParts): Words[] {
  const told = mistakesIn(error).map((mistake) => {
    const said = (SAID[mistake.id] ?? ((tag: string) => words(`Pole „${tag}“ nelze přečíst.`, `The field “${tag}” cannot be read.`)))(
      mistake.tag,
    );
    const place = placeOf(parts, mistake);
    return words(`${said.cs} Kde: ${place.cs}.`, `${said.en} Where: ${place.en}.`);
  });
  return [...new Map(told.map((one) => [one.en, one])).values()].slice(0, 30);
}
