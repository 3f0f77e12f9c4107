/**
 * Municipalities of the Czech Republic with their district, region and coordinates (2018; 33bcdd/souradnice-mest, free to use, without warranty). The
 * register knows an applicant's municipality by its name alone, so a name that two of them share is nowhere on the map until the district is said too.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Municipality {
  readonly name: string;
  /** Of the Czech Statistical Office, six digits. */
  readonly code: string;
  readonly district: string;
  /** LAU 1, `CZ0641`. */
  readonly districtCode: string;
  readonly region: string;
  /** NUTS 3, `CZ064`. */
  readonly regionCode: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a name leads: to one municipality, to several, or nowhere. */
export type Place =
  { readonly kind: 'found'; readonly municipality: Municipality } | { readonly kind: 'ambiguous' } | { readonly kind: 'unknown' };

function read(): Municipality[] {
  const text = readFileSync(path.join(__dirname, 'municipalities.csv'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', code = '', district = '', districtCode = '', region = '', regionCode = '', latitude, longitude] = line.split(';');
      return { name, code, district, districtCode, region, regionCode, latitude: Number(latitude), longitude: Number(longitude) };
    });
}

/** A name as it is compared: case and spaces do not tell places apart, diacritics do. */
function placeKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** `Praha 7` is a part of the municipality of Prague (§ 3 zákona č. 131/2000 Sb.): no other one is called so. */
const PART_OF_PRAGUE = /^praha \d{1,2}$/;
const PRAGUE = 'praha';

class Places {
  /** Every way in which a municipality may be written -> all that are written so. */
  private readonly byKey = new Map<string, Municipality[]>();

  constructor(all: readonly Municipality[]) {
    for (const one of all) {
      this.add(one.name, one);
      this.add(`${one.name} (${one.district})`, one);
      this.add(`${one.name}, okres ${one.district}`, one);
      this.add(`${one.name}, okr. ${one.district}`, one);
    }
  }

  private add(name: string, municipality: Municipality): void {
    const key = placeKey(name);
    const known = this.byKey.get(key);
    if (known) known.push(municipality);
    else this.byKey.set(key, [municipality]);
  }

  find(name: string): Place {
    const key = placeKey(name);
    const found = this.byKey.get(PART_OF_PRAGUE.test(key) ? PRAGUE : key) ?? [];
    const [first, second] = found;
    if (!first) return { kind: 'unknown' };
    return second ? { kind: 'ambiguous' } : { kind: 'found', municipality: first };
  }
}

let loaded: Places | undefined;
const places = (): Places => (loaded ??= new Places(read()));

/** Which municipality is called so; a name of several, or of none, is said to be that and never guessed. */
export function findMunicipality(name: string): Place {
  return places().find(name);
}

/** Does the name lead to one municipality, in that district (`CZ0641`) or region (`CZ064`)? */
export function liesIn(name: string, areaCode: string): boolean {
  const place = findMunicipality(name);
  return place.kind === 'found' && (place.municipality.districtCode === areaCode || place.municipality.regionCode === areaCode);
}
