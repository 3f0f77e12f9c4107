import { applicationForm } from '../grant/forms';
import { covers, identityRights, type IdentityData } from './identity';
import { prefill } from './prefill';
import { mayDo, rightTo } from './rights';

const association: IdentityData = {
  kind: 'legal',
  name: 'Spolek přátel dechovky',
  ico: '00000027',
  birthDate: null,
  legalForm: '706',
  street: 'Horní 5',
  municipality: 'Zkušebnov',
  postcode: '100 00',
  representatives: [
    { name: 'Jana Nová', ground: 'předsedkyně podle stanov' },
    { name: 'Petr Starý', ground: '' },
  ],
  owners: [{ name: 'Jana Nová', share: '50 %' }],
  holdings: [],
  bankAccount: '19-2000145399/0800',
  pastSupport: [{ provider: 'Kraj', purpose: 'Tábor', year: 2025, amount: 20_000_00 }],
};

describe('an application filled from an identity', () => {
  it('knows who applies, in the fields of the form and no others', () => {
    const data = prefill(association, false);
    expect(data).toEqual({
      applicantKind: 'legal',
      name: 'Spolek přátel dechovky',
      ico: '00000027',
      street: 'Horní 5',
      municipality: 'Zkušebnov',
      postcode: '100 00',
      representative: 'Jana Nová, předsedkyně podle stanov; Petr Starý',
      owners: 'Jana Nová (50 %)',
      bankAccount: '19-2000145399/0800',
    });
    const fields = Object.keys(applicationForm.schema.properties ?? {});
    expect(Object.keys(data).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('tells of support from elsewhere only where the town wants to know', () => {
    expect(prefill(association, true).pastSupport).toEqual(association.pastSupport);
    expect(prefill(association, false)).not.toHaveProperty('pastSupport');
  });

  it('of a natural person has the birth date, and nothing of companies', () => {
    const data = prefill({ ...association, kind: 'natural', ico: null, birthDate: '1980-02-29' }, false);
    expect(data).toMatchObject({ applicantKind: 'natural', birthDate: '1980-02-29' });
    expect(['ico', 'representative', 'owners', 'shares'].filter((field) => field in data)).toEqual([]);
  });
});

describe('rights', () => {
  const person = { id: 'me', identities: { shared: 'edit' } } as const;

  it('include the smaller ones', () => {
    const table = identityRights.map((held) => identityRights.filter((needed) => covers(held, needed)));
    expect(table).toEqual([['view'], ['view', 'edit'], ['view', 'edit', 'submit']]);
    expect(covers(null, 'view')).toBe(false);
  });

  it('to what is in nobody’s name are the account’s alone', () => {
    expect(rightTo(person, { ownerId: 'me', identityId: null })).toBe('submit');
    expect(rightTo(person, { ownerId: 'other', identityId: null })).toBeNull();
  });

  it('to what is in the name of an identity are those of its people, not of who wrote it', () => {
    expect(rightTo(person, { ownerId: 'other', identityId: 'shared' })).toBe('edit');
    expect(rightTo(person, { ownerId: 'me', identityId: 'left' })).toBeNull();
    expect(rightTo(person, { ownerId: 'me', identityId: 'constructor' })).toBeNull();
    expect(mayDo(person, { ownerId: 'other', identityId: 'shared' }, 'submit')).toBe(false);
  });
});
