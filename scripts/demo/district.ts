/**
 * One district's year: 7 programmes, 233 applications asking for 30 000 000 CZK in all, at every stage, made by running
 * the real process.
 */
import type { Role } from '../../processes/roles';
import { concurrently } from '../concurrently';
import { madeUpAccount } from '../grant/numbers';
import { ensureTenant } from '../tenants';
import { makeDemoPassword, type DemoPerson } from './accounts';
import { districtArms } from './coatOfArms';
import { APPLICANTS, applicantName, districtYear } from './districtYear';
import { demoFunds, placed } from './funds';
import { enter, leave, runCases } from './house';
import type { Loaded } from './load';
import { pastProgramme } from './pastProgramme';
import { budgetYear, programmeContent } from './programmes';

const DISTRICT = 'ukazkov-1';
/** Cases taken on their way at once. */
const WIDTH = 20;
/** The most that one may ask for, whole CZK. */
const MOST = 600_000;

const person = (mailbox: string, name: string, role: Role): DemoPerson => ({
  tenant: DISTRICT,
  email: `${mailbox}@ukazkov-1.example`,
  name,
  roles: [role],
});

const applicants = Array.from({ length: APPLICANTS }, (_one, index) => person(`spolek${index + 1}`, applicantName(index), 'applicant'));

const people: readonly DemoPerson[] = [
  ...applicants,
  person('referent', 'Referent dotací', 'grantOfficer'),
  person('hodnotitel1', 'Hodnotitel první', 'evaluator'),
  person('hodnotitel2', 'Hodnotitel druhý', 'evaluator'),
  person('hodnotitel3', 'Hodnotitel třetí', 'evaluator'),
  person('tajemnik', 'Tajemník zastupitelstva', 'councilSecretary'),
  person('ucetni', 'Účetní', 'accountant'),
  person('auditor', 'Auditor', 'auditor'),
  person('spravce', 'Správce úřadu', 'tenantAdmin'),
];

/**
 * Loads the year into the database and the system at `url`; what is there already is left as it is.
 * @throws ApiRefusal, DatabaseUnavailableError, or TypeError where the system does not run.
 */
export async function loadDistrict(url: string, dataDir: string): Promise<Loaded> {
  const password = makeDemoPassword(dataDir);
  const accounts = people.map((one) => ({ ...one, password }));
  const tenant = await ensureTenant(
    {
      slug: DISTRICT,
      name: 'Městská část Ukázkov 1',
      kind: 'municipality',
      address: 'Radniční 3, 199 99 Ukázkov',
      coatOfArms: districtArms,
      colours: { primary: '#7c2d12', accent: '#fb923c' },
      settings: { bankAccount: madeUpAccount(9001) },
    },
    accounts,
  );
  const year = budgetYear();
  const house = await enter(url, tenant, accounts);
  const made: number[] = [];
  let newProgrammes = 0;
  const programmes = districtYear();
  const areas = await demoFunds(tenant, [
    {
      name: 'Dotační fond městské části',
      purpose: 'Podpora života v městské části.',
      yearBudget: 30_000_000,
      areas: programmes.map(({ area }) => area),
    },
  ]);
  // the programmes side by side, each with its part of the width
  await concurrently(programmes, programmes.length, async ({ area, cases: own, total }) => {
    const content = programmeContent({
      title: `${area} ${year}`,
      area,
      purpose: `Podpořit činnost v oblasti ${area.toLowerCase()}.`,
      total,
      max: MOST,
      opens: -20,
      closes: 60,
    });
    const { id, isNew } = await pastProgramme(tenant, placed(content, areas), 55);
    if (isNew) newProgrammes += 1;
    const count = await runCases(house, id, own, Math.ceil(WIDTH / programmes.length));
    made.push(count);
  });
  await leave(house);
  return {
    tenants: tenant.isNew ? 1 : 0,
    people: tenant.newPeople,
    programmes: newProgrammes,
    cases: made.reduce((sum, count) => sum + count, 0),
  };
}
