/**
 * The register as an entry of a catalogue by the open formal norm DCAT-AP-CZ for records under Act 360/2023 (ofn.gov.cz/dcat-ap-cz-360-2023/2025-08-12): the
 * dataset, and each of its files as a distribution (datové rozhraní).
 */
import { words, type Words } from '../../processes/words';
import { ProblemError } from '../problems';

export interface Provider {
  readonly slug: string;
  readonly name: string;
  /** Identifies the public authority (OVM) in the register of rights and duties. */
  readonly ico: string | null;
  /** Number of the information system (ISVS) under which the office keeps its grants in the same register; a setting. */
  readonly isvs: string | null;
  /** E-mail of who answers questions about the data; a setting. */
  readonly contact: string | null;
}

const CONTEXT = 'https://ofn.gov.cz/dcat-ap-cz-360-2023/2025-08-12/datová-sada/kontext.jsonld';
const LAW = ['https://www.e-sbirka.cz/eli/cz/sb/2000/250', 'https://www.e-sbirka.cz/eli/cz/sb/1999/106'];
const USE = 'https://data.gov.cz/podmínky-užití/';

/** What the norm asks for and this installation does not have. */
export function lacking(provider: Provider, publicUrl: string): Words[] {
  return [
    ...(publicUrl.startsWith('https://') ? [] : [words('adresa portálu začínající https://', 'an https:// address of the portal')]),
    ...(provider.ico === null ? [words('IČO úřadu', 'the IČO of the office')] : []),
    ...(provider.isvs === null ? [words('číslo informačního systému (ISVS)', 'the number of the information system (ISVS)')] : []),
    ...(provider.contact === null ? [words('e-mail pro dotazy k datům', 'an e-mail for questions about the data')] : []),
  ];
}

/** @throws ProblemError 404 naming what is lacking: half an entry would be refused by the catalogue */
export function refuseIncomplete(provider: Provider, publicUrl: string): void {
  const missing = lacking(provider, publicUrl);
  if (missing.length === 0) return;
  throw new ProblemError(
    'not-found',
    words(
      `Katalogový záznam zatím nelze sestavit. Chybí: ${missing.map(({ cs }) => cs).join(', ')}. Doplní je správce úřadu v Nastavení.`,
      `The catalogue entry cannot be made yet. Missing: ${missing.map(({ en }) => en).join(', ')}. The administrator fills them in.`,
    ),
  );
}

interface File {
  readonly id: string;
  readonly path: string;
  readonly name: Words;
  readonly format: string;
  readonly mediaType: string;
  readonly schema?: string;
}

const FILES: readonly File[] = [
  { id: 'csv', path: 'register.csv', name: words('Registr dotací, CSV', 'Register of grants, CSV'), format: 'CSV', mediaType: 'text/csv' },
  {
    id: 'json',
    path: 'register.json',
    name: words('Registr dotací, JSON', 'Register of grants, JSON'),
    format: 'JSON',
    mediaType: 'application/json',
    schema: 'register.schema.json',
  },
  {
    id: '360giving',
    path: 'register.360giving.json',
    name: words('Registr dotací podle 360Giving 1.4', 'Register of grants by 360Giving 1.4'),
    format: 'JSON',
    mediaType: 'application/json',
  },
];

function distribution(file: File, data: string, dataset: string): object {
  const address = `${data}/${file.path}`;
  return {
    iri: `${dataset}/distribuce/${file.id}`,
    typ: ['Distribuce', 'Datové rozhraní'],
    název: file.name,
    podmínky_užití: {
      typ: 'Specifikace podmínek užití',
      autorské_dílo: `${USE}neobsahuje-autorská-díla/`,
      databáze_jako_autorské_dílo: `${USE}není-autorskoprávně-chráněnou-databází/`,
      databáze_chráněná_zvláštními_právy: `${USE}není-chráněna-zvláštním-právem-pořizovatele-databáze/`,
      // Names of natural persons who were given a grant.
      osobní_údaje: `${USE}obsahuje-osobní-údaje/`,
    },
    přístupové_url: address,
    soubor_ke_stažení: address,
    formát: `formáty:${file.format}`,
    typ_média: `mediaTypes:${file.mediaType}`,
    ...(file.schema !== undefined && { schéma: `${data}/${file.schema}` }),
    právní_předpis: LAW,
    způsob_získání_sdílených_údajů: ['způsoby-získání:vlastní'],
    způsob_sdílení_údajů: 'způsoby-sdílení:veřejně-přístupné',
    typ_obsahu_sdílených_údajů: ['typy-obsahu:evidenční'],
  };
}

/**
 * The entry. @param publicUrl address of the portal, without a slash at the end
 * @param years of the first and the last grant; null while there is none
 * @throws ProblemError 404
 */
export function catalogueEntry(
  provider: Provider,
  publicUrl: string,
  years: { readonly first: number; readonly last: number } | null,
): object {
  refuseIncomplete(provider, publicUrl);
  const { slug, name, ico, isvs, contact } = provider;
  const dataset = `${publicUrl}/${slug}/otevrena-data/registr-dotaci`;
  return {
    '@context': CONTEXT,
    iri: dataset,
    typ: ['Datová sada', 'Datová sada SSP'],
    název: { cs: `Registr poskytnutých dotací: ${name}`, en: `Register of grants: ${name}` },
    popis: {
      cs: 'Dotace, o jejichž poskytnutí rozhodla rada nebo zastupitelstvo: příjemce, projekt, program, schválená, vyplacená a vyúčtovaná částka. Fyzické osoby jsou uvedeny jen jménem a obcí.',
      en: 'Grants awarded by the council or the assembly: recipient, project, programme, amounts awarded, paid and settled. Natural persons by name and municipality only.',
    },
    poskytovatel: `ovm:${ico}`,
    téma: ['témata:GOVE'],
    periodicita_aktualizace: 'frekvence:CONT',
    klíčové_slovo: { cs: ['dotace', 'dotační programy', 'veřejné finance'], en: ['grants', 'grant programmes', 'public finance'] },
    ...(years && { časové_pokrytí: { typ: 'Časový interval', začátek: `${years.first}-01-01`, konec: `${years.last}-12-31` } }),
    kontaktní_bod: { typ: 'Organizace', jméno: { cs: name }, 'e-mail': `mailto:${contact}` },
    dokumentace: `${publicUrl}/${slug}/otevrena-data`,
    právní_předpis: LAW,
    je_zahrnuta_v_isvs: `isvs:${isvs}`,
    distribuce: FILES.map((file) => distribution(file, `${publicUrl}/api/public/${slug}`, dataset)),
  };
}
