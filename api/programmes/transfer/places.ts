/** Places in a file as a person calls them: `items.2.options.0.title` is the name of the first option of the third question. */
import { words, type Words } from '../../../processes/words';

const LISTS: Readonly<Record<string, readonly [cs: string, en: string]>> = {
  calls: ['Výzva', 'Call'],
  items: ['Otázka', 'Question'],
  options: ['možnost', 'option'],
  columns: ['sloupec', 'column'],
  paymentParts: ['část výplaty', 'part of the payment'],
  criteria: ['Kritérium', 'Criterion'],
  contractTemplates: ['Šablona smlouvy', 'Template of a contract'],
  plus: ['sčítanec', 'summand'],
  minus: ['odečítaný údaj', 'subtrahend'],
};

const NAMES: Readonly<Record<string, readonly [cs: string, en: string]>> = {
  format: ['označení formátu', 'name of the format'],
  formatVersion: ['verze formátu', 'version of the format'],
  programme: ['program', 'programme'],
  title: ['název', 'title'],
  area: ['oblast podpory', 'area of support'],
  purpose: ['účel', 'purpose'],
  reasons: ['důvody podpory', 'reasons'],
  totalAmount: ['celkem k rozdělení', 'total'],
  maxAmount: ['nejvýše na jednu žádost', 'maximum in one case'],
  eligible: ['kdo může žádat', 'who may apply'],
  criteria: ['kritéria hodnocení', 'criteria'],
  conditions: ['podmínky poskytnutí', 'conditions'],
  attachments: ['vzor žádosti a přílohy', 'attachments'],
  deMinimis: ['podpora de minimis', 'de minimis'],
  asksPastSupport: ['ptát se na podporu odjinud', 'asks of support from elsewhere'],
  fund: ['fond', 'fund'],
  intakeOpensAt: ['příjem žádostí od', 'intake opens'],
  intakeClosesAt: ['příjem žádostí do', 'intake closes'],
  decisionDays: ['lhůta pro rozhodnutí', 'days to the decision'],
  settlementDueOn: ['vyúčtovat do', 'settlement due'],
  amount: ['částka', 'amount'],
  terms: ['výplata a vyúčtování', 'payment and settlement'],
  twoReviews: ['dvojí kontrola', 'two reviews'],
  ownShare: ['vlastní podíl', 'own share'],
  share: ['podíl v procentech', 'share'],
  when: ['kdy se platí', 'when it is paid'],
  on: ['den', 'day'],
  evaluationsNeeded: ['kolik hodnocení', 'evaluations needed'],
  kind: ['druh', 'kind'],
  id: ['označení', 'name'],
  help: ['nápověda', 'help'],
  required: ['povinná', 'required'],
  shownIf: ['zobrazit jen když', 'shown only if'],
  options: ['možnosti', 'options'],
  columns: ['sloupce', 'columns'],
  total: ['součet', 'sum'],
  min: ['nejméně', 'least'],
  max: ['nejvýše', 'most'],
  maxLength: ['nejvíc znaků', 'characters at most'],
  most: ['nejvíc souborů', 'files at most'],
  maxPoints: ['nejvíc bodů', 'points at most'],
  weight: ['váha', 'weight'],
  fileName: ['název souboru', 'name of the file'],
  docx: ['dokument', 'document'],
  paymentParts: ['části výplaty', 'parts of the payment'],
};

/** What stands at the path. */
const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );

const MOST = 60;
const titleOf = (value: unknown): string => {
  const title: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'title') : undefined;
  if (typeof title !== 'string' || title.trim() === '') return '';
  return ` „${title.length > MOST ? `${title.slice(0, MOST)}…` : title}“`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @param data the whole file as it was read, so that a question is called by its words */
export function placeOf(path: string, data: unknown): Words {
  if (path === '') return words('Soubor', 'The file');
  const keys = path.split('.');
  const parts: (readonly [string, string])[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const next = keys[index + 1];
    const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
    if (list && next !== undefined && /^\d+$/.test(next)) {
      const title = titleOf(valueAt(data, keys.slice(0, index + 2)));
      parts.push([`${list[0]} ${Number(next) + 1}${title}`, `${list[1]} ${Number(next) + 1}${title}`]);
      index += 1;
    } else if (key !== 'programme' || next === undefined) {
      const name = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
      parts.push(name ?? [`„${key.slice(0, MOST)}“`, `“${key.slice(0, MOST)}”`]);
    }
  }
  return words(capital(parts.map(([cs]) => cs).join(' – ')), capital(parts.map(([, en]) => en).join(' – ')));
}
