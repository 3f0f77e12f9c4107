/** After the drill: is what the clients were told in the tables, once? */
import { Case, Document, Event, Incident, inTenant, Letter, verifyChains } from '../../models/index';
import type { DrillRecord } from './record';
import { replayFaults } from './replay';

export interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

interface TaskDone {
  readonly taskKey: string;
  readonly outcome: string;
}

const check = (what: string, faults: readonly string[], fine: string): Check => ({
  what,
  ok: faults.length === 0,
  detail: faults.length === 0 ? fine : faults.slice(0, 5).join('; '),
});

/** How often each text comes. */
function counts(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

async function checkActs(record: DrillRecord): Promise<Check[]> {
  const rows = await Event.findAll({ where: { type: ['taskDone', 'caseOpened'] } });
  const written = rows
    .filter((row) => row.actorId !== null)
    .map((row) => {
      const { taskKey, outcome } = row.what as Partial<TaskDone>;
      return `${row.chainId} ${taskKey ?? 'begin'} ${outcome ?? ''} ${row.actorId ?? ''}`;
    });
  const told = record.acts.map(({ caseId, what, outcome, actorId }) => `${caseId} ${what} ${outcome} ${actorId}`);
  const inTables = counts(written);
  const lost = told.filter((act) => !inTables.has(act));
  const doubled = [...inTables].filter(([, times]) => times > 1).map(([act]) => act);
  const acknowledged = new Set(told);
  const untold = [...inTables.keys()].filter((act) => !acknowledged.has(act));
  return [
    check('acknowledged acts are in the tables', lost, `${told.length} acts, 0 lost`),
    check(
      'each of them once',
      [...doubled, ...[...counts(told)].filter(([, times]) => times > 1).map(([act]) => `acknowledged twice: ${act}`)],
      '0 doubled',
    ),
    check('nothing there that nobody was told of', untold, '0 unknown'),
  ];
}

async function checkCases(record: DrillRecord): Promise<Check[]> {
  const cases = await Case.findAll();
  const byId = new Map(cases.map((one) => [one.id, one]));
  const faults = [...record.cases].flatMap(([id, result]) => {
    const found = byId.get(id);
    if (!found) return [`${id} is missing`];
    return found.closedAt !== null && found.result === result
      ? []
      : [`${found.number}: ${found.result ?? found.status}, expected ${result}`];
  });
  if (cases.length !== record.cases.size) faults.push(`${cases.length} cases in the tables, ${record.cases.size} begun`);
  const incidents = await Incident.findAll({ where: { state: ['open', 'retrying'] } });
  return [
    check('every case came to its end', faults, `${cases.length} cases closed`),
    check(
      'no incident is left',
      incidents.map(({ caseId, what }) => `${caseId}: ${what}`),
      '0 open',
    ),
  ];
}

async function checkLetters(received: ReadonlyMap<string, number>): Promise<Check[]> {
  const letters = await Letter.findAll();
  const unsent = letters.filter(({ state }) => state !== 'sent').map(({ caseId, key, state }) => `${caseId} ${key}: ${state}`);
  const sent = letters.flatMap(({ messageId }) => messageId ?? []);
  const ids = new Set(sent);
  const never = [...ids].filter((id) => !received.has(id));
  const strange = [...received.keys()].filter((id) => !ids.has(id));
  const copies = [...received.values()].reduce((sum, times) => sum + times - 1, 0);
  const documents = await Document.findAll({ where: { state: 'queued' } });
  return [
    check('every letter left', [...unsent, ...never.map((id) => `never arrived: ${id}`)], `${letters.length} letters`),
    check(
      'each letter is one message',
      [...strange.map((id) => `arrived without a row: ${id}`), ...(ids.size === sent.length ? [] : ['two letters share a Message-ID'])],
      `${received.size} Message-IDs, ${copies} repeated hand-overs`,
    ),
    check(
      'every document was made',
      documents.map(({ caseId, title }) => `${caseId ?? ''} ${title}`),
      'none queued',
    ),
  ];
}

function checkRaces(record: DrillRecord): Check[] {
  const faults = record.races
    .filter(({ winners }) => winners.length !== 1)
    .map(({ taskId, winners }) => `${taskId}: ${winners.length} winners`);
  const unnamed = record.races
    .filter(({ winners, namedAsWinner }) => namedAsWinner.some((named) => named !== winners[0]))
    .map(({ taskId }) => taskId);
  return [
    check('every race had one winner', faults, `${record.races.length} races`),
    check('the loser was told who won', unnamed, `${record.races.length} named`),
    check('no wrong answer', record.wrong, '0 wrong'),
  ];
}

/** Waits until letters and documents that were queued have been worked off, at most `patience` milliseconds. */
export async function untilWorkedOff(tenantId: string, patience: number): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const queued = await inTenant(
      tenantId,
      async () => (await Letter.count({ where: { state: 'queued' } })) + (await Document.count({ where: { state: 'queued' } })),
    );
    if (queued === 0 || Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Holds the tables and the mail server against what the clients were told. Needs a connected database. */
export async function checkAll(record: DrillRecord, tenantId: string, received: ReadonlyMap<string, number>): Promise<Check[]> {
  const fromTables = await inTenant(tenantId, async () => [
    ...(await checkActs(record)),
    ...(await checkCases(record)),
    ...(await checkLetters(received)),
  ]);
  const chains = await verifyChains({ tenantId });
  const bad = chains.firstBad ? [`${chains.firstBad.chainId} row ${chains.firstBad.seq}: ${chains.firstBad.why}`] : [];
  return [
    ...fromTables,
    ...checkRaces(record),
    check('audit chains are whole', bad, `${chains.chains} chains, ${chains.events} rows`),
    check('every history replays', await replayFaults(record.cases.keys()), `${record.cases.size} histories`),
  ];
}
