/** The little of the DOM that is needed to read WordprocessingML. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { refusal } from './docxErrors';

export type { Element };

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** @throws DocxRefused where it is no XML */
export function parseXml(bytes: Buffer): Element {
  try {
    const root = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(bytes.toString('utf8').replace(/^\ufeff/, ''), 'text/xml').documentElement;
    if (root) return root;
  } catch {
    // said below
  }
  throw refusal('Některá část dokumentu je poškozená.', 'A part of the document is damaged.');
}

/** Elements right below, in their order; only those of the name where one is given (`w:p`). */
export function children(of: Element | null, name?: string): Element[] {
  if (!of) return [];
  return [...of.childNodes].filter(isElement).filter((element) => name === undefined || element.nodeName === name);
}

/** The first element along a path of names right below one another, `w:pPr/w:jc`. */
export function find(of: Element | null, path: string): Element | null {
  let at: Element | null = of;
  for (const name of path.split('/')) at = children(at, name)[0] ?? null;
  return at;
}

/** An attribute by its whole name; null where it is not there. */
export function attr(of: Element | null, name = 'w:val'): string | null {
  return of?.hasAttribute(name) ? of.getAttribute(name) : null;
}

/** All elements of the name below, however deep. */
export function below(of: Element, name: string): Element[] {
  return [...of.getElementsByTagName(name)];
}
