import { DOMParser } from '@xmldom/xmldom';
import { exampleFacts } from '../processes/grant/contract/example';
import { publicFacts } from '../processes/grant/contract/facts';
import { contractRegisterXml } from './contractRegister';

const signed = { ...exampleFacts, signedOn: '2026-06-01', contractNumber: 'S-1/2026' };
/** Names of elements with their texts, in the order of the file. */
function read(xml: string): [string, string][] {
  const document = new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(xml, 'text/xml');
  expect(document.documentElement?.namespaceURI).toBe('http://portal.gov.cz/rejstriky/ISRS/1.2/');
  return [...document.getElementsByTagName('*')].map((one) => [one.nodeName, one.childNodes.length === 1 ? (one.textContent ?? '') : '']);
}

it('has the elements of the register in their order', () => {
  const entry = { facts: publicFacts(signed), dataBox: 'abc1234', attachments: ['smlouva.pdf'] };
  const elements = read(contractRegisterXml(entry));
  expect(elements.map(([name]) => name)).toEqual([
    'zverejneni',
    'smlouva',
    'subjekt',
    'datovaSchranka',
    'nazev',
    'ico',
    'adresa',
    'platce',
    'smluvniStrana',
    'nazev',
    'adresa',
    'prijemce',
    'predmet',
    'datumUzavreni',
    'cisloSmlouvy',
    'schvalil',
    'hodnotaBezDph',
    'hodnotaVcetneDph',
    'prilohy',
    'priloha',
    'nazevSouboru',
  ]);
  expect(Object.fromEntries(elements)).toMatchObject({
    platce: '1',
    prijemce: '1',
    hodnotaBezDph: '60000.00',
    hodnotaVcetneDph: '60000.00',
    datumUzavreni: '2026-06-01',
    schvalil: 'zastupitelstvo obce',
    nazevSouboru: 'smlouva.pdf',
  });
});

it('says of a natural person the name and the municipality, of a legal one its IČO', () => {
  const natural = contractRegisterXml({ facts: publicFacts(signed), dataBox: null, attachments: [] });
  for (const hidden of ['Horní 5', '1980', '19-2000145399']) expect(natural).not.toContain(hidden);
  expect(natural).toContain('<adresa>Zkušebnov</adresa>');
  const legal = { ...signed, recipient: { ...signed.recipient, kind: 'legal' as const, ico: '00000027' } };
  expect(contractRegisterXml({ facts: publicFacts(legal), dataBox: null, attachments: [] })).toContain('<ico>00000027</ico>');
});

it('is well formed whatever stands in the records', () => {
  const facts = { ...signed, project: { ...signed.project, title: 'A & B <x> "y" \u0001 ]]>' } };
  expect(read(contractRegisterXml({ facts, dataBox: null, attachments: ['a&b.pdf'] })).find(([name]) => name === 'predmet')?.[1]).toMatch(
    /A & B <x> "y" {2}\]\]>$/,
  );
});

it('is not made of a contract that is not signed', () => {
  expect(() => contractRegisterXml({ facts: exampleFacts, dataBox: null, attachments: [] })).toThrow(RangeError);
});
