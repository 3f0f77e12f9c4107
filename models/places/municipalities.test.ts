import { findMunicipality, liesIn } from './municipalities';

describe('a municipality by its name', () => {
  it('is found where one is called so, whatever the case and the spaces', () => {
    expect(findMunicipality('  nové   Město na Moravě ')).toMatchObject({
      kind: 'found',
      municipality: { name: 'Nové Město na Moravě', code: '596230', district: 'Žďár nad Sázavou', regionCode: 'CZ063' },
    });
  });

  it('is not guessed where several are called so, until the district is said', () => {
    expect(findMunicipality('Adamov')).toEqual({ kind: 'ambiguous' });
    expect(findMunicipality('Adamov (Blansko)')).toMatchObject({ municipality: { code: '581291' } });
    expect(findMunicipality('Adamov, okres České Budějovice')).toMatchObject({ municipality: { code: '535826' } });
    expect(findMunicipality('Březina (Brno-venkov)')).toEqual({ kind: 'ambiguous' }); // there are two in that district
  });

  it.each(['Zkušebnov', '', 'Nove Mesto na Morave', 'Brno; drop table grants', '<b>Brno</b>'])('is unknown for %p', (name) =>
    expect(findMunicipality(name)).toEqual({ kind: 'unknown' }),
  );

  it('knows the parts of Prague as Prague', () => {
    expect(findMunicipality('Praha 7')).toMatchObject({ municipality: { code: '554782' } });
    expect(findMunicipality('Praha-Petrovice')).toEqual({ kind: 'unknown' });
  });
});

describe('a district and a region', () => {
  it('hold the names that lead into them, and no others', () => {
    expect(liesIn('Boskovice', 'CZ0641')).toBe(true);
    expect(liesIn('Boskovice\u00a0', 'CZ064')).toBe(true);
    expect(liesIn('Boskovice', 'CZ0642')).toBe(false);
    expect(liesIn('Adamov', 'CZ0641')).toBe(false);
    expect(liesIn('Adamov (Blansko)', 'CZ0641')).toBe(true);
    expect(liesIn('Praha 7', 'CZ010')).toBe(true);
    expect(liesIn('Zkušebnov', '')).toBe(false);
  });
});
