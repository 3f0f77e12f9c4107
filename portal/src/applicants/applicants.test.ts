import type { IdentityView } from '../../../processes/identities/views';
import { identityForm } from '../../../processes/identities/identityForm';
import { hiddenFields } from '../forms/applies';
import { errorsOf } from '../forms/faults';
import { typedHash, fileHash } from '../application/hash';
import { cs } from '../words/cs';
import { dataOf, sentOf, withAres } from './sent';

const identity: IdentityView = {
  id: 'i',
  kind: 'legal',
  name: 'Spolek',
  ico: '00000027',
  birthDate: null,
  legalForm: '706',
  street: 'Horní 5',
  municipality: 'Lhota',
  postcode: '100 00',
  representatives: [{ name: 'Jana', ground: '' }],
  owners: [],
  holdings: [],
  bankAccount: null,
  pastSupport: [],
  may: 'submit',
  manages: true,
  version: 3,
  updatedAt: '2026-11-21T10:00:00Z',
  manager: { id: 'm', name: 'Jana' },
  people: [],
  invitations: [],
  granted: [],
};

describe('the form of an applicant', () => {
  it('holds its own fields and nothing else of the record', () => {
    expect(dataOf(identity)).toEqual({
      kind: 'legal',
      name: 'Spolek',
      ico: '00000027',
      street: 'Horní 5',
      municipality: 'Lhota',
      postcode: '100 00',
      representatives: [{ name: 'Jana', ground: '' }],
      owners: [],
      holdings: [],
      pastSupport: [],
    });
    expect(errorsOf(identityForm, dataOf(identity), cs)).toEqual({});
  });

  it('asks each kind for what it has', () => {
    const hidden = (kind: string) => [...hiddenFields(identityForm.schema, { kind })].sort();
    expect(hidden('legal')).toEqual(['birthDate']);
    expect(hidden('natural')).toEqual(['holdings', 'ico', 'owners', 'representatives']);
  });

  it('sends no field that does not apply, nor the legal form of a person', () => {
    const typed = { ...dataOf(identity), birthDate: '1980-01-01', bankAccount: ' ' };
    expect(sentOf(typed, '706')).toMatchObject({ legalForm: '706', ico: '00000027' });
    expect(sentOf(typed, '706')).not.toHaveProperty('birthDate');
    expect(sentOf(typed, '706')).not.toHaveProperty('bankAccount');
    const person = sentOf({ ...typed, kind: 'natural' }, '706');
    expect(['ico', 'legalForm', 'representatives'].filter((field) => field in person)).toEqual([]);
  });

  it('takes over what ARES knows, and keeps what was typed where it does not', () => {
    const found = {
      ico: '00000027',
      name: 'Spolek, z. s.',
      legalForm: '706',
      street: 'č. p. 7',
      municipality: 'Lhota',
      postcode: '',
      endedOn: null,
    };
    expect(withAres({ kind: 'legal', ico: '00000027', postcode: '100 00', bankAccount: 'x' }, found)).toEqual({
      kind: 'legal',
      ico: '00000027',
      name: 'Spolek, z. s.',
      street: 'č. p. 7',
      municipality: 'Lhota',
      postcode: '100 00',
      bankAccount: 'x',
    });
  });
});

describe('a hash', () => {
  it('is read as people copy it', () => {
    const hash = 'ab'.repeat(32);
    expect(typedHash(` ${hash.toUpperCase().slice(0, 32)}\n${hash.slice(32)} `)).toBe(hash);
    expect([typedHash(''), typedHash(hash.slice(1)), typedHash(`${hash.slice(1)}g`)]).toEqual([null, null, null]);
  });

  it('of a file is SHA-256', async () => {
    expect(await fileHash(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
