import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { ProblemError } from '../problems';
import { packageOf, refuseEmpty, type PublishedGrant } from './threeSixtyGiving';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'fixtures', '360giving', name), 'utf8')) as Record<string, unknown>;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
// The package's schema names the grant's under an older number than that file gives itself.
ajv.addSchema({
  ...read('360-giving-schema.json'),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json',
});
const validate = ajv.compile({ ...read('360-giving-package-schema.json'), $schema: 'https://json-schema.org/draft/2020-12/schema' });

const town = { slug: 'zkusebnov', name: 'Městys Zkušebnov', ico: '00000019' };
const register = 'https://postup.zkusebnov.example/zkusebnov/registr';
const now = new Date('2026-11-21T12:00:00Z');

const club: PublishedGrant = {
  caseId: '3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0001',
  programmeId: '3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0002',
  programmeTitle: 'Podpora sportu 2026',
  applicantKind: 'legal',
  applicantName: 'Spolek Zkouška',
  ico: '00000027',
  municipality: 'Zkušebnov',
  projectTitle: 'Běh městysem',
  requested: 80_000_00,
  awarded: 50_000_50,
  paid: null,
  decidedOn: '2026-05-20',
};
const person: PublishedGrant = {
  ...club,
  caseId: '3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0003',
  applicantKind: 'natural',
  applicantName: 'Zkušební Osoba',
  ico: null,
  paid: 50_000_50,
};

function problems(value: unknown): unknown {
  validate(value);
  return validate.errors ?? null;
}

it('is valid by the schema of the standard, amounts in CZK', () => {
  const made = packageOf(town, [club, person], register, now);
  expect(problems(made)).toBeNull();
  expect(made).toMatchObject({
    grants: [
      {
        id: 'CZ-ICO-00000019/3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0001',
        amountAppliedFor: 80_000,
        amountAwarded: 50_000.5,
        recipientOrganization: [{ id: 'CZ-ICO-00000027', name: 'Spolek Zkouška' }],
        fundingOrganization: [{ id: 'CZ-ICO-00000019' }],
      },
      { amountDisbursed: 50_000.5, recipientIndividual: { name: 'Zkušební Osoba' } },
    ],
  });
});

it('tells of a natural person the name and the municipality, and nothing by which their grants could be put together', () => {
  const other = { ...person, caseId: '3f0c1a52-0f7e-4d0e-9a53-0d5f6f4f0004' };
  const { grants } = packageOf(town, [person, other], register, now) as { grants: Record<string, unknown>[] };
  for (const grant of grants) expect(Object.keys(grant.recipientIndividual as object).sort()).toEqual(['id', 'name']);
  const ids = grants.map((grant) => (grant.recipientIndividual as { id: string }).id);
  expect(new Set(ids).size).toBe(2);
  expect(JSON.stringify(grants)).not.toContain('recipientOrganization');
});

it('has no numbers of organisations where they have none', () => {
  const made = packageOf({ ...town, ico: null }, [{ ...club, ico: null }], register, now);
  expect(problems(made)).toBeNull();
  expect(JSON.stringify(made)).not.toContain('CZ-ICO');
});

it('is not there while nothing was awarded, for the standard knows no empty package', () => {
  expect(problems(packageOf(town, [], register, now))).not.toBeNull();
  expect(() => refuseEmpty([])).toThrow(ProblemError);
});
