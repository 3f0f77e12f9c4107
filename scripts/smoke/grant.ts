/** A smoke run of the grant: one case through the whole process over HTTP, as its people would take it, from the programme to the public register. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PUBLICATION_PROVISION } from '../../processes/grant/publication';
import type { Role } from '../../processes/roles';
import { dayFromNow, type Project } from '../grant/content';
import { Journey, submitApplication, uploadDocument, type Cast } from '../grant/journey';
import { smoothPlan, type Plan } from '../grant/plan';
import {
  auditAnswer,
  caseAnswer,
  caseChainAnswer,
  documentAnswer,
  eventAnswer,
  letterAnswer,
  programmeAnswer,
  registerAnswer,
  type ProgrammeAnswer,
  type TaskAnswer,
} from '../http/answers';
import { ApiClient, ApiRefusal } from '../http/client';
import { holder, MissingPersonError, signIn, type Account, type Person } from '../http/people';
import { smallPdf } from './pdf';
import { expectThat, waitFor, type SmokeRun } from './steps';

/** How long mail and documents may take, in milliseconds: they are made off the click's way. */
const EFFECTS_PATIENCE = 60_000;

const LATE_TITLE = 'Zkouška lhůty zveřejnění (nezveřejňovat)';

interface People extends Cast {
  readonly auditor: Person;
  readonly all: readonly Person[];
}

async function signInAll(url: string, accounts: readonly Account[]): Promise<People> {
  const all: Person[] = [];
  const wanted: readonly Role[] = ['applicant', 'grantOfficer', 'councilSecretary', 'accountant', 'auditor'];
  for (const account of accounts) {
    const firstOfRole = wanted.some((role) => account.roles.includes(role) && !all.some((person) => person.roles.includes(role)));
    if (firstOfRole || account.roles.includes('evaluator')) all.push(await signIn(url, account));
  }
  return {
    all,
    applicant: holder(all, 'applicant'),
    officer: holder(all, 'grantOfficer'),
    evaluators: all.filter((person) => person.roles.includes('evaluator')),
    secretary: holder(all, 'councilSecretary'),
    accountant: holder(all, 'accountant'),
    auditor: holder(all, 'auditor'),
  };
}

/** Publishing less than 30 days before the intake must be refused, by the provision. The trial programme is kept as a draft and used again. */
async function refusesLatePublication(officer: Person): Promise<string> {
  const { client } = officer;
  const found = await client.get('api/programmes', z.array(programmeAnswer), {
    filter: { q: LATE_TITLE },
    range: [0, 24],
  });
  let trial = found.find(
    (programme) => programme.title === LATE_TITLE && programme.state === 'draft' && Date.parse(programme.intakeOpensAt) > Date.now(),
  );
  trial ??= await client.post(
    'api/programmes',
    {
      title: LATE_TITLE,
      area: 'Zkouška',
      purpose: 'Ověření, že pozdě zveřejněný program systém odmítne.',
      reasons: 'Zkušební běh.',
      totalAmount: 1_000_00,
      maxAmount: 1_000_00,
      eligible: 'Nikdo.',
      criteria: 'Žádná.',
      conditions: 'Žádné.',
      attachments: '',
      intakeOpensAt: `${dayFromNow(20)}T08:00:00.000Z`,
      intakeClosesAt: `${dayFromNow(50)}T22:00:00.000Z`,
      decisionDays: 90,
      settlementDueOn: dayFromNow(400),
      evaluatorIds: [],
    },
    programmeAnswer,
  );
  try {
    await client.request('POST', `api/programmes/${trial.id}/publish`, z.unknown(), {
      key: randomUUID(),
      version: trial.version,
    });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    expectThat(error.status === 422 && error.slug === 'before-publication', `čekalo se 422 before-publication, přišlo ${error.message}`);
    const section = PUBLICATION_PROVISION.split(' ').slice(0, 2).join(' ');
    expectThat(error.message.replaceAll('\u00a0', ' ').includes(section), `odmítnutí neuvádí ustanovení (${section}): ${error.message}`);
    return error.detail;
  }
  expectThat(false, 'program se zveřejnil 20 dní před příjmem žádostí, zákon chce 30');
}

async function openProgramme(url: string, slug: string): Promise<ProgrammeAnswer> {
  const programmes = await new ApiClient(url).get(`api/public/${slug}/programmes`, z.array(programmeAnswer));
  const open = programmes.find((programme) => programme.open);
  expectThat(open !== undefined, `${slug} nemá žádný program s otevřeným příjmem žádostí`);
  return open;
}

/** A small sum, so that many runs fit into the programme; a tenth of the award is not used, so that there is something to return. */
function planFor(programme: ProgrammeAnswer, serial: number): Plan {
  const requested = Math.min(programme.maxAmount, 1_000_00);
  const project: Project = {
    applicant: 'Zkušební spolek',
    kind: 'legal',
    serial,
    municipality: 'Ukázkov',
    title: `Zkušební projekt ${serial}`,
    purpose: 'Zkouška celého postupu od žádosti po vyúčtování.',
    reasons: 'Před ostrým provozem se ověřuje, že každý krok funguje.',
    requested,
    totalCost: requested * 2,
  };
  return { ...smoothPlan(project), returns: 1, settlementReturns: 1, accepted: Math.floor(requested * 0.9) };
}

/**
 * Runs it against a live system.
 * @param accounts people of one tenant: each role once, all evaluators of its open programme.
 * @throws whatever the first step that fell short threw; the run has noted it.
 */
export async function smokeGrant(run: SmokeRun, url: string, accounts: readonly Account[]): Promise<void> {
  const slug = accounts[0]?.tenant;
  if (slug === undefined) throw new MissingPersonError('Soubor účtů je prázdný.');
  const serial = Math.floor(Date.now() / 1000) % 100_000;

  const programme = await run.step(
    'veřejnost najde otevřený program',
    () => openProgramme(url, slug),
    ({ title }) => title,
  );
  const people = await run.step(
    'všichni se přihlásí',
    () => signInAll(url, accounts),
    ({ all }) => all.map(({ name }) => name).join(', '),
  );
  await run.step(
    'pozdě zveřejněný program je odmítnut',
    () => refusesLatePublication(people.officer),
    (detail) => detail,
  );

  const plan = planFor(programme, serial);
  const begun = await run.step(
    'žadatel podá žádost s přílohou',
    () =>
      submitApplication(people.applicant, programme.id, plan.project, undefined, async (draftId) => [
        await uploadDocument(people.applicant, { draftId }, 'rozpocet.pdf', 'application/pdf', smallPdf('Rozpocet projektu')),
      ]),
    ({ number }) => number,
  );
  const { caseId } = begun;
  const journey = new Journey(begun, people, plan);
  let settlementScan: readonly string[] = [];
  for (;;) {
    const [task] = await journey.openTasks();
    if (!task) break;
    if (task.step === 'signature') await checkContract(run, people.applicant, caseId);
    if (task.step === 'settlement') {
      if (journey.timesOf('settlement') === 0) await changesContract(run, journey);
      settlementScan = await run.step('žadatel nahraje doklad', async () => [
        await uploadDocument(people.applicant, { caseId }, 'faktura.pdf', 'application/pdf', smallPdf('Faktura')),
      ]);
    }
    const actor = journey.actorOf(task);
    await run.step(
      `${task.step}: ${actor.name}`,
      () => journey.act(task, { by: actor, documents: task.step === 'settlement' ? settlementScan : undefined }),
      ({ outcome }) => outcome,
    );
  }
  await checkEnd(run, people, caseId);
  await run.step(
    'veřejný registr dotaci ukazuje',
    async () => {
      const register = await new ApiClient(url).get(`api/public/${slug}/register`, registerAnswer, {
        q: plan.project.title,
      });
      const row = register.rows.find((one) => one.caseId === caseId);
      expectThat(row !== undefined, 'v registru není');
      expectThat(
        row.awarded === plan.proposed && row.paid === plan.proposed && row.state === 'settled',
        `v registru je ${JSON.stringify(row)}`,
      );
      return row;
    },
    ({ projectTitle }) => projectTitle,
  );
}

/** Beside the project: an event is announced, a later settlement asked for; while that is decided nobody can ask for another one. */
async function changesContract(run: SmokeRun, journey: Journey): Promise<void> {
  const doIt = async (name: string, steps: () => Promise<TaskAnswer[]>, step: string): Promise<void> => {
    await run.step(name, async () => {
      const task = (await steps()).find((one) => one.step === step);
      expectThat(task !== undefined, `úkol ${step} se nenabízí`);
      await journey.act(task);
    });
  };
  await doIt('žadatel ohlásí akci', () => journey.offers(), 'eventAnnouncement');
  await doIt('žadatel požádá o pozdější vyúčtování', () => journey.offers(), 'changeRequest');
  await run.step('další žádost o změnu teď podat nejde', async () => {
    expectThat(!(await journey.offers()).some(({ step }) => step === 'changeRequest'), 'nabízí se druhá žádost o změnu');
  });
  const before = await dueOf(journey);
  await doIt('referentka změně vyhoví', () => journey.openTasks(), 'changeCheck');
  await run.step(
    'termín vyúčtování se posunul',
    async () => {
      const after = await dueOf(journey);
      expectThat(after !== before, `termín zůstal ${before}`);
      return after;
    },
    (day) => day,
  );
}

async function dueOf(journey: Journey): Promise<string> {
  const settlement = (await journey.openTasks()).find(({ step }) => step === 'settlement');
  return settlement?.dueAt?.slice(0, 10) ?? '';
}

async function checkContract(run: SmokeRun, applicant: Person, caseId: string): Promise<void> {
  await run.step(
    'žadatel si stáhne smlouvu',
    async () => {
      const documents = await waitFor(
        () => applicant.client.get(`api/cases/${caseId}/documents`, z.array(documentAnswer)),
        (list) =>
          list.some(
            (document) => document.mediaType === 'application/pdf' && document.state === 'ready' && document.title.includes('mlouva'),
          ),
        EFFECTS_PATIENCE,
        'smlouva se nevytvořila',
      );
      const contract = documents.find((document) => document.title.includes('mlouva'));
      expectThat(contract !== undefined, 'smlouva není mezi dokumenty');
      const { bytes } = await applicant.client.download(`api/documents/${contract.id}/content?download=1`);
      expectThat(bytes.subarray(0, 5).toString('latin1') === '%PDF-', 'stažená smlouva není PDF');
      return bytes.length;
    },
    (size) => `${size} B`,
  );
}

async function checkEnd(run: SmokeRun, people: People, caseId: string): Promise<void> {
  const { client } = people.auditor;
  await run.step('spis je uzavřen jako vyúčtovaný', async () => {
    const closed = await client.get(`api/cases/${caseId}`, caseAnswer);
    expectThat(closed.result === 'settled' && closed.closedAt !== null, `spis skončil jako ${closed.result ?? closed.status}`);
  });
  await run.step(
    'zprávy odešly',
    () =>
      waitFor(
        () => client.get(`api/cases/${caseId}/letters`, z.array(letterAnswer)),
        (letters) => letters.length > 0 && letters.every(({ state }) => state !== 'queued'),
        EFFECTS_PATIENCE,
        'některá zpráva neodešla',
      ),
    (letters) => `${letters.length} zpráv`,
  );
  await run.step(
    'auditorka čte průběh',
    async () => {
      const events = await client.get(`api/cases/${caseId}/events`, z.array(eventAnswer));
      for (const type of ['caseOpened', 'clockStopped', 'clockResumed', 'documentDownloaded', 'documentReady', 'letterSent', 'closed']) {
        expectThat(
          events.some((event) => event.type === type),
          `v průběhu chybí ${type}`,
        );
      }
      return events.length;
    },
    (count) => `${count} záznamů`,
  );
  await run.step(
    'řetěz spisu je celý',
    async () => {
      const chain = await client.get(`api/cases/${caseId}/verify`, caseChainAnswer);
      expectThat(chain.ok, 'řetěz záznamů nesouhlasí');
      return chain.events;
    },
    (count) => `${count} záznamů`,
  );
  await run.step(
    'řetězy celého úřadu jsou celé',
    async () => {
      const audit = await client.get('api/audit/verify', auditAnswer);
      expectThat(audit.ok, 'řetězy záznamů úřadu nesouhlasí');
      return audit;
    },
    ({ chains, events }) => `${chains} řetězů, ${events} záznamů`,
  );
}
