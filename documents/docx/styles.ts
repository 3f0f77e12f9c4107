/** How paragraphs and pieces of text look: what is said at them, over their style, over what that is based on, over the document's own. */
import type { Align, Look } from './model';
import { attr, children, find, parseXml, type Element } from './xml';
import type { DocxParts } from './openDocx';

/** Points of a length in twentieths of a point. */
export const points = (twentieths: string | null): number | null => {
  const value = Number(twentieths);
  return twentieths === null || !Number.isFinite(value) ? null : Math.max(-1000, Math.min(1000, value / 20));
};

/** A switch of Word is on when it is there and does not say off. */
const isOn = (of: Element | null): boolean | null => (of === null ? null : !['0', 'false', 'off', 'none'].includes(attr(of) ?? '1'));

export interface Styles {
  /** Properties of a paragraph from the farthest to the nearest: defaults, styles in their order, its own. */
  paragraph(own: Element | null): Element[];
  /** The same of a piece of text in a paragraph. */
  run(paragraph: Element | null, own: Element | null): Element[];
}

const present = (element: Element | null): element is Element => element !== null;

export function readStyles(parts: DocxParts): Styles {
  const content = parts.get('word/styles.xml');
  const root = content === undefined ? null : parseXml(content);
  const styles = new Map(children(root, 'w:style').map((style) => [attr(style, 'w:styleId') ?? '', style]));
  const defaults = find(root, 'w:docDefaults');
  const plain = [...styles.values()].find((style) => attr(style, 'w:type') === 'paragraph' && attr(style, 'w:default') === '1');

  const chain = (id: string | null): Element[] => {
    const found: Element[] = [];
    let style = id === null ? undefined : styles.get(id);
    while (style !== undefined && !found.includes(style)) {
      found.unshift(style);
      style = styles.get(attr(find(style, 'w:basedOn')) ?? '');
    }
    return found;
  };
  const paragraphStyles = (own: Element | null): Element[] => chain(attr(find(own, 'w:pStyle')) ?? attr(plain ?? null, 'w:styleId'));

  return {
    paragraph: (own) =>
      [find(defaults, 'w:pPrDefault/w:pPr'), ...paragraphStyles(own).map((style) => find(style, 'w:pPr')), own].filter(present),
    run: (paragraph, own) =>
      [
        find(defaults, 'w:rPrDefault/w:rPr'),
        ...paragraphStyles(paragraph).map((style) => find(style, 'w:rPr')),
        ...chain(attr(find(own, 'w:rStyle'))).map((style) => find(style, 'w:rPr')),
        own,
      ].filter(present),
  };
}

/** What the nearest of the properties says that says anything. */
export function nearest<T>(properties: readonly Element[], read: (of: Element) => T | null): T | null {
  for (const one of [...properties].reverse()) {
    const value = read(one);
    if (value !== null) return value;
  }
  return null;
}

const DEFAULT_SIZE = 10;

export function lookOf(properties: readonly Element[]): Look {
  const on = (name: string): boolean => nearest(properties, (of) => isOn(find(of, name))) ?? false;
  const size = Number(nearest(properties, (of) => attr(find(of, 'w:sz'))));
  const colour = nearest(properties, (of) => attr(find(of, 'w:color')));
  const script = nearest(properties, (of) => attr(find(of, 'w:vertAlign')));
  return {
    bold: on('w:b'),
    italics: on('w:i'),
    underline: on('w:u'),
    strike: on('w:strike') || on('w:dstrike'),
    script: script === 'superscript' ? 'super' : script === 'subscript' ? 'sub' : null,
    capitals: on('w:caps') || on('w:smallCaps'),
    size: size >= 2 && size <= 400 ? size / 2 : DEFAULT_SIZE,
    colour: colour !== null && /^[0-9A-Fa-f]{6}$/.test(colour) && colour !== '000000' ? `#${colour.toLowerCase()}` : null,
  };
}

const ALIGNS: Readonly<Record<string, Align>> = { center: 'center', right: 'right', end: 'right', both: 'justify', distribute: 'justify' };

export function alignOf(properties: readonly Element[]): Align {
  return ALIGNS[nearest(properties, (of) => attr(find(of, 'w:jc'))) ?? ''] ?? 'left';
}

/** A switch of a paragraph. */
export const paragraphIs = (properties: readonly Element[], name: string): boolean =>
  nearest(properties, (of) => isOn(find(of, name))) ?? false;

/** Level of the heading, 1 to 9; null of what is none. */
export function levelOf(properties: readonly Element[]): number | null {
  const level = nearest(properties, (of) => attr(find(of, 'w:outlineLvl')));
  return level !== null && /^[0-8]$/.test(level) ? Number(level) + 1 : null;
}

/** A length of a paragraph, `w:ind` `w:left`. */
export function lengthOf(properties: readonly Element[], element: string, ...names: readonly string[]): number | null {
  return nearest(properties, (of) => {
    const said = find(of, element);
    for (const name of names) {
      const value = points(attr(said, name));
      if (value !== null) return value;
    }
    return null;
  });
}

/** Height of a line against the letters; what is said in points is taken as the usual one. */
export function lineHeightOf(properties: readonly Element[]): number {
  const spacing = nearest(properties, (of) => (attr(find(of, 'w:spacing'), 'w:line') === null ? null : find(of, 'w:spacing')));
  const rule = attr(spacing, 'w:lineRule') ?? 'auto';
  const lines = Number(attr(spacing, 'w:line')) / 240;
  return rule === 'auto' && lines >= 0.5 && lines <= 4 ? lines : 1;
}
