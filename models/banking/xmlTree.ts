/**
 * Reads XML piece by piece, so that a long file does not stand in memory whole. A document type is refused, and with it every entity that is not XML's own:
 * nothing is fetched and nothing grows.
 */
import { parser, type SAXOptions } from 'sax';

export interface XmlNode {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

export class XmlError extends Error {}

/** Only the five entities of XML itself. */
const OPTIONS: SAXOptions & { readonly strictEntities: true } = { position: true, strictEntities: true };

const MAX_DEPTH = 60;
const PIECE = 65_536;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * @param took called with each element when it ends and with the path of names above it; true: it was taken and is kept no longer
 * @returns the root
 * @throws XmlError in one sentence, Czech
 */
export function readXml(text: string, took: (node: XmlNode, path: readonly string[]) => boolean): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  const reader = parser(true, OPTIONS);
  reader.onerror = () => {
    throw new XmlError(`XML není celé nebo je porušené (řádek ${reader.line + 1}).`);
  };
  reader.ondoctype = () => {
    throw new XmlError('XML s vlastní definicí typu (DOCTYPE) se z bezpečnostních důvodů nečte.');
  };
  reader.onopentag = ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) throw new XmlError('XML je zanořené příliš hluboko.');
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), String(value)]));
    open.push({ name: localName(name), attributes: plain, children: [], text: '' });
  };
  const addText = (more: string): void => {
    const node = open.at(-1);
    if (node) node.text += more;
  };
  reader.ontext = addText;
  reader.oncdata = addText;
  reader.onclosetag = () => {
    const node = open.pop();
    if (!node) return;
    const path = open.map(({ name }) => name);
    if (took(node, path)) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else root = node;
  };
  for (let from = 0; from < text.length; from += PIECE) reader.write(text.slice(from, from + PIECE));
  reader.close();
  if (!root) throw new XmlError('V souboru žádné XML není.');
  return root;
}

/** Everything under these names, `NtryDtls/TxDtls`. */
export function nodesAt(node: XmlNode | undefined, path: string): XmlNode[] {
  let found = node ? [node] : [];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

export function nodeAt(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return nodesAt(node, path)[0];
}

/** Its text, trimmed; null where there is none. */
export function textAt(node: XmlNode | undefined, path: string): string | null {
  const text = nodeAt(node, path)?.text.trim() ?? '';
  return text === '' ? null : text;
}
