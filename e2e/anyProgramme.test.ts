/** Every combination of settings works: programmes made at random, and a case through each of them to its end, over HTTP as its people would take it. */
import fc from 'fast-check';
import { closeDatabase, connectDatabase, inTenant, query } from '../models';
import { MOST_PARTS, termsFaults, type GrantTerms, type PaymentPart } from '../processes/grant/terms';
import { randomAnswers, randomItems } from '../processes/formItems/testing/random';
import type { FormItem } from '../processes/formItems/items';
import { concurrently } from '../scripts/concurrently';
import { pastProgramme } from '../scripts/demo/pastProgramme';
import { programmeContent } from '../scripts/demo/programmes';
import { castOf, endOf, gatherCrew, planOf, type Crew } from '../scripts/drill/crew';
import { dayFromNow } from '../scripts/grant/content';
import { Journey, submitApplication } from '../scripts/grant/journey';
import type { Plan } from '../scripts/grant/plan';
import { caseAnswer } from '../scripts/http/answers';
import { Chance } from '../scripts/random';
import { freePort, makeDataDir, removeDataDir, RunningSystem } from '../scripts/system';
import { z } from 'zod';

const PROGRAMMES = 12;
const AT_ONCE = 3;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

interface Made {
  readonly terms: GrantTerms;
  readonly items: readonly FormItem[];
  readonly answers: Readonly<Record<string, unknown>>;
}

const condition = fc.constantFrom<PaymentPart['when']>('signature', 'settlement', 'day');

/** Terms that an officer may set; a part paid on a day is due, or was, so that the test need not wait for it. */
const anyTerms: fc.Arbitrary<GrantTerms> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: Math.min(4, MOST_PARTS - 1) }),
    conditions: fc.array(condition, { minLength: MOST_PARTS, maxLength: MOST_PARTS }),
    twoReviews: fc.boolean(),
    ownShare: fc.constantFrom(0, 0, 10, 33, 99),
  })
  .map(({ cuts, conditions, twoReviews, ownShare }) => {
    const ends = [...cuts.sort((a, b) => a - b), 100];
    const paymentParts = ends.map((end, index): PaymentPart => {
      const chosen = conditions[index] ?? 'signature';
      const when = index === 0 && chosen === 'settlement' ? 'signature' : chosen;
      return { share: end - (ends[index - 1] ?? 0), when, on: when === 'day' ? dayFromNow(index - 5) : null };
    });
    return { paymentParts, twoReviews, ownShare };
  });

/** Files are uploaded by another test; here they would be of another tenant. */
const anyForm = fc.gen().map((g) => {
  const items = randomItems(g).filter(({ kind }) => kind !== 'files');
  return { items, answers: randomAnswers(g, items).answers };
});

const values = z.object({
  values: z.object({
    awarded: z.int().optional(),
    paid: z.int().optional(),
    accepted: z.int().optional(),
    returned: z.int().optional(),
  }),
});

async function makeProgramme(crew: Crew, serial: number, { terms, items }: Made): Promise<string> {
  const content = programmeContent({
    title: `Jakýkoli program ${serial}`,
    area: 'Zkouška',
    purpose: 'Zkouška všech nastavení.',
    total: 50_000_000,
    max: 200_000,
    opens: -5,
    closes: 30,
  });
  const { id } = await pastProgramme({ id: crew.tenantId, slug: 'cviceni', isNew: false, newPeople: 0 }, content, 40, terms);
  await inTenant(crew.tenantId, async () => {
    const person = crew.people.find(({ roles }) => roles.includes('grantOfficer'))?.id;
    await query('insert into application_forms (tenant_id, programme_id, version, items, created_by) values ($1, $2, 1, $3::jsonb, $4)', [
      crew.tenantId,
      id,
      JSON.stringify(items),
      person,
    ]);
  });
  return id;
}

async function takeThrough(crew: Crew, serial: number, made: Made): Promise<void> {
  const chance = new Chance(seed + serial * 7919);
  const programmeId = await makeProgramme(crew, serial, made);
  const usual = planOf(chance, serial);
  const plan: Plan = { ...usual, ownShare: made.terms.ownShare, project: { ...usual.project, answers: made.answers } };
  const cast = castOf(crew, chance);
  const begun = await submitApplication(cast.applicant, programmeId, plan.project);
  const journey = new Journey(begun, cast, plan);
  await journey.run();
  const ended = await cast.officer.client.get(`api/cases/${begun.caseId}`, caseAnswer.extend(values.shape));
  const said = `programme ${serial} of seed ${seed}: ${JSON.stringify(made.terms)}`;
  expect([said, ended.result]).toEqual([said, endOf(plan)]);
  if (ended.result !== 'settled') return;
  const { awarded = 0, paid = 0, accepted = 0, returned = 0 } = ended.values;
  expect([said, paid, accepted, accepted + returned]).toEqual([said, awarded, plan.accepted, paid]);
}

it('takes a case through any programme that can be made', async () => {
  console.log(`seed ${seed}`);
  const made: Made[] = fc.sample(fc.tuple(anyTerms, anyForm), { seed, numRuns: PROGRAMMES }).map(([terms, form]) => ({ terms, ...form }));
  for (const { terms } of made) expect(termsFaults(terms)).toEqual({});
  const dataDir = makeDataDir('any-programme');
  const system = await RunningSystem.start({ port: await freePort(), dataDir, variables: { DEMO: 'off' } });
  try {
    for (const [name, value] of Object.entries(system.variables())) process.env[name] = value;
    await connectDatabase({ poolSize: 4 });
    const crew = await gatherCrew(system.url);
    await concurrently(made, AT_ONCE, (one, index) => takeThrough(crew, index + 1, one));
  } finally {
    await closeDatabase();
    await system.stop();
    removeDataDir(dataDir);
  }
}, 300_000);
