import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cs } from './cs';
import { en } from './en';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, at = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const name = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else for (const [inner, text] of flat(value, name)) found.set(inner, text);
  }
  return found;
}

const czech = flat(cs);
const english = flat(en);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(file, 'utf8')] : [];
  });
}

const code = sources(path.join(__dirname, '..')).join('\n');

describe('the words of the back office', () => {
  it('are there in both languages, with the same fields to fill in', () => {
    expect([...english.keys()].sort()).toEqual([...czech.keys()].sort());
    const fields = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
    for (const [key, text] of czech) expect([key, fields(english.get(key)!)]).toEqual([key, fields(text)]);
  });

  it('have three plural forms in Czech and two in English where they count', () => {
    for (const [key, text] of czech) {
      if (!text.includes('||||')) continue;
      expect([key, text.split('||||').length]).toEqual([key, 3]);
      expect([key, english.get(key)!.split('||||').length]).toEqual([key, 2]);
    }
  });

  it('hold every key that a screen asks for', () => {
    const asked = [...code.matchAll(/['"](postup(?:\.\w+)+)['"]/g)].map((match) => match[1]!);
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => !czech.has(key))).toEqual([]);
  });

  it('hold no key that no screen asks for', () => {
    const families = [...code.matchAll(/`(postup(?:\.\w+)*)\.\$\{/g)].map((match) => `${match[1]!}.`);
    const unused = [...czech.keys()].filter(
      (key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !families.some((family) => key.startsWith(family)),
    );
    // Names of resources are taken by i18n/index.ts as `p.<resource>.title` and `.one`.
    expect(unused.filter((key) => !/^postup\.\w+\.(title|one)$/.test(key))).toEqual([]);
  });
});
