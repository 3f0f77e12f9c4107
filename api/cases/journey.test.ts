import { randomUUID } from 'node:crypto';
import type { TaskRow } from '../../processes/views';
import { Call, inTenant } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import {
  application,
  complete,
  grantPeople,
  openTask,
  openTasks,
  pass,
  SCORES,
  submitted,
  upTo,
  VOTES,
  type GrantPeople,
} from '../testing/grantPeople';
import { quiet } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let tenantId: string;
let people: GrantPeople;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
});

describe('a grant over HTTP, from the application to the settlement', () => {
  let caseId: string;

  it('begins with a number, once, however often it is submitted', async () => {
    const { applicant } = people;
    const first = await submitted(people);
    caseId = first.caseId;
    expect(first.number).toMatch(/^DOT-\d{4}-\d{4}$/);
    const again = await applicant.agent.post(`/api/drafts/${caseId}/submit`).set('Idempotency-Key', randomUUID()).expect(201);
    expect(again.body).toEqual(first);
    const { body } = await applicant.agent.get(`/api/cases/${caseId}`).expect(200);
    expect(body).toMatchObject({
      status: 'checking',
      statusTitle: { cs: 'Úřad žádost kontroluje' },
      openTasks: [],
      may: { withdraw: true, suspend: false, comment: false },
    });
    expect(body.waitsFor.sentence.cs).toBe('Úřad kontroluje úplnost žádosti, vy nemusíte nic dělat.');
    expect(body.submissions).toMatchObject([{ step: 'application', outcome: null }]);
    expect(body.clock.reading).toMatchObject({ of: 90, stopped: false });
  });

  it('returns to the applicant with the defects, stops the clock, and comes back completed', async () => {
    const { officer, applicant } = people;
    const check = await openTask(people, caseId, 'formalCheck');
    await officer.agent
      .put(`/api/tasks/${check.id}/draft`)
      .set('If-Match', '"0"')
      .send({ data: { note: 'rozepsáno' } })
      .expect(200);
    expect((await officer.agent.get(`/api/tasks/${check.id}`)).body).toMatchObject({
      draft: { note: 'rozepsáno' },
      draftVersion: 1,
      mayAct: true,
      mayClaim: true,
    });
    const returned = await pass(people, officer, caseId, 'formalCheck', 'return', {
      defects: ['Chybí stanovy'],
      until: '2027-01-15',
      note: 'vnitřní poznámka',
    });
    expect(returned).toMatchObject({ status: 'returned', clock: { reading: { stopped: true } } });

    const { body: mine } = await applicant.agent.get(`/api/cases/${caseId}`).expect(200);
    expect(mine.openTasks.map(({ step }: { step: string }) => step)).toEqual(['supplement']);
    expect(mine.waitsFor.sentence.cs).toContain('Na řadě jste vy: doplňte žádost, nejpozději 15. 1. 2027');
    const addressed = mine.submissions.find(({ step }: { step: string }) => step === 'formalCheck');
    expect(addressed.data).toEqual({ defects: ['Chybí stanovy'], until: '2027-01-15' });
    expect(addressed.outcome.cs).toBe('Vrátit k doplnění');
    expect(JSON.stringify(mine)).not.toContain('vnitřní poznámka');

    const { body: task } = await applicant.agent.get(`/api/tasks/${mine.openTasks[0].id}`).expect(200);
    expect(task.initial).toEqual({ application });
    const completed = await pass(people, applicant, caseId, 'supplement', 'submit', {
      application: { ...application, reasons: 'Doplněné odůvodnění' },
      whatChanged: 'Stanovy',
    });
    expect(completed).toMatchObject({ status: 'checking', clock: { reading: { stopped: false } } });
  });

  it('is evaluated by each evaluator independently', async () => {
    const {
      officer,
      evaluators: [first, second],
    } = people;
    await pass(people, officer, caseId, 'formalCheck', 'pass');
    await pass(people, first, caseId, 'evaluation', 'submit', SCORES);

    const { body: blind } = await second.agent.get(`/api/cases/${caseId}`).expect(200);
    expect(blind.submissions.map(({ step }: { step: string }) => step)).toEqual(['application', 'supplement']);
    expect(blind.values).toEqual({ requested: 40_000_00 });
    expect(blind.people.map(({ person }: { person: { name: string } }) => person.name)).not.toContain('Hodnotitelka první');
    // The applicant learns when a step was finished, and of one that is half done nothing.
    const { body: mine } = await people.applicant.agent.get(`/api/cases/${caseId}`).expect(200);
    const finished = mine.map.steps.filter(({ doneAt }: { doneAt: string | null }) => doneAt !== null);
    expect(finished.map(({ id }: { id: string }) => id)).toEqual(['formalCheck', 'supplement']);
    expect(JSON.stringify(mine.map)).not.toContain(officer.user.id);
    const other = await db.superuser<{ id: string }>(`select id from tasks where case_id = $1 and assignee_id = $2`, [
      caseId,
      first.user.id,
    ]);
    await second.agent.get(`/api/tasks/${other[0]?.id}`).expect(404);

    const after = await pass(people, second, caseId, 'evaluation', 'submit', { ...SCORES, benefit: 40 });
    expect(after.openTasks).toEqual([]);
    const { body: officers } = await officer.agent.get(`/api/cases/${caseId}`).expect(200);
    expect(officers.values.points).toBe(75);
    expect(officers.waitsFor.sentence.cs).toContain('Čeká na úkol „Návrh na rozhodnutí“: udělat ho může referent dotací');
    expect(officers.submissions.filter(({ step }: { step: string }) => step === 'evaluation')).toHaveLength(2);
    // A step that filled in nothing says how it ended all the same.
    const checks = officers.submissions.filter(({ step }: { step: string }) => step === 'formalCheck');
    expect(checks.at(-1)).toMatchObject({ data: {}, outcome: { cs: 'Postoupit k hodnocení' } });
  });

  it('is decided by the council, signed, and paid by another person', async () => {
    const { officer, secretary, accountant, applicant } = people;
    await pass(people, officer, caseId, 'proposal', 'recommend', { amount: 40_000_00, justification: 'Podle hodnocení' });
    await pass(people, secretary, caseId, 'councilDecision', 'approve', { ...VOTES, amount: 40_000_00 });
    const { body: documents } = await applicant.agent.get(`/api/cases/${caseId}/documents`).expect(200);
    expect(documents).toHaveLength(1);
    await pass(people, officer, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S-1/2026' });
    const { id: payment } = await openTask(people, caseId, 'payment');
    const { body: offered } = await accountant.agent.get(`/api/tasks/${payment}`).expect(200);
    expect(offered.initial).toEqual({ amount: 40_000_00, variableSymbol: offered.params.variableSymbol });
    const paid = await pass(people, accountant, caseId, 'payment', 'paid', {
      paidOn: today(),
      amount: 40_000_00,
      variableSymbol: '20260001',
    });
    expect(paid).toMatchObject({ status: 'running', values: { awarded: 40_000_00, paid: 40_000_00, contractNumber: 'S-1/2026' } });
  });

  it('offers the contract to the applicant, and records who read it', async () => {
    const { applicant } = people;
    const ready = async (): Promise<{ id: string; fileName: string }> => {
      for (let tries = 0; tries < 100; tries += 1) {
        const { body } = await applicant.agent.get(`/api/cases/${caseId}/documents`).expect(200);
        if (body[0]?.state === 'ready') return body[0];
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('The contract was not made');
    };
    const { id } = await ready();
    const file = await applicant.agent
      .get(`/api/documents/${id}/content?download=1`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(file.status).toBe(200);
    expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''/),
    });
    await applicant.agent.get(`/api/documents/${id}/content`).expect(200);
    const read = await db.superuser<{ type: string; actor_id: string }>(
      `select type, actor_id from events where chain_id = $1 and type like 'document_%ed' and type <> 'documentQueued' order by seq`,
      [caseId],
    );
    expect(read).toEqual([
      { type: 'documentDownloaded', actor_id: applicant.user.id },
      { type: 'documentViewed', actor_id: applicant.user.id },
    ]);
  });

  it('is changed while it runs: one request at a time, and the applicant reads what came of it', async () => {
    const { officer, applicant, secretary } = people;
    const inbox = (
      await applicant.agent
        .get('/api/tasks')
        .query({ filter: JSON.stringify({ scope: 'mine' }) })
        .expect(200)
    ).body;
    const ofCase = inbox.filter((task: TaskRow) => task.caseId === caseId).map(({ step }: TaskRow) => step);
    expect(ofCase).toEqual(['settlement']); // offers are no work that waits
    const view = (await applicant.agent.get(`/api/cases/${caseId}`).expect(200)).body;
    expect(
      view.openTasks
        .filter(({ optional }: TaskRow) => optional)
        .map(({ step }: TaskRow) => step)
        .sort(),
    ).toEqual(['changeRequest', 'eventAnnouncement']);
    expect(view.waitsFor.sentence.cs).not.toContain('změnu');
    const event = { title: 'Koncert', day: '2027-05-01', time: '18:00', place: 'Náves', invites: true };
    await pass(people, applicant, caseId, 'eventAnnouncement', 'submit', event);
    const wish = { kind: 'deadline', settlementDueOn: '2027-12-31', what: 'Později', reason: 'Počasí' };
    await pass(people, applicant, caseId, 'changeRequest', 'submit', wish);
    expect((await openTasks(people, caseId)).map(({ step }) => step).sort()).toEqual(['changeCheck', 'eventAnnouncement', 'settlement']);
    await pass(people, officer, caseId, 'changeCheck', 'propose', { opinion: 'Smlouva to bez dodatku nedovoluje.' });
    const more = await complete(secretary, (await openTask(people, caseId, 'changeDecision')).id, 'approve', {
      resolutionNumber: 'RM/13/2026',
      decidedOn: today(),
      votesFor: 5,
      votesAgainst: 0,
      votesAbstained: 0,
      amount: 40_000_00,
    });
    expect([more.status, Object.keys(more.body.errors)]).toEqual([422, ['amount']]);
    await pass(people, secretary, caseId, 'changeDecision', 'refuse', {
      resolutionNumber: 'RM/13/2026',
      decidedOn: today(),
      votesFor: 0,
      votesAgainst: 5,
      votesAbstained: 0,
      reason: 'Na později nejsou peníze',
    });
    const own = (await applicant.agent.get(`/api/cases/${caseId}`).expect(200)).body;
    expect(own.submissions.at(-1)).toMatchObject({ step: 'changeDecision', data: { reason: 'Na později nejsou peníze' } });
    expect(JSON.stringify(own.submissions)).not.toContain('Smlouva to bez dodatku');
    await pass(people, applicant, caseId, 'changeRequest', 'submit', wish);
    await pass(people, officer, caseId, 'changeCheck', 'accept', { opinion: 'Jde to i bez dodatku.', settlementDueOn: '2027-11-30' });
    expect((await openTask(people, caseId, 'settlement')).dueAt).toMatch(/^2027-11-30T22:59/);
  });

  it('is settled with a return and a refund, and closed', async () => {
    const { officer, applicant, accountant } = people;
    const upload = await applicant.agent
      .post('/api/documents')
      .field('caseId', caseId)
      .attach('file', Buffer.from('Faktura č. 1; 40 000 Kč'), 'účtenka č. 1.txt')
      .expect(201);
    expect(upload.body.fileName).toBe('účtenka č. 1.txt');
    const row = {
      description: 'Nástroje',
      documentNumber: 'F1',
      paidOn: today(),
      amount: 40_000_00,
      fromGrant: 40_000_00,
      document: upload.body.id,
    };
    await pass(people, applicant, caseId, 'settlement', 'submit', { items: [row], report: 'Hotovo' });
    await pass(people, officer, caseId, 'settlementCheck', 'return', { defects: ['Doložte platbu'], until: '2027-02-01' });
    const again = await openTask(people, caseId, 'settlement');
    expect((await applicant.agent.get(`/api/tasks/${again.id}`)).body.initial).toEqual({ items: [row], report: 'Hotovo' });
    await pass(people, applicant, caseId, 'settlement', 'submit', { items: [row], report: 'Hotovo, doloženo' });
    const check = await openTask(people, caseId, 'settlementCheck');
    const { initial } = (await officer.agent.get(`/api/tasks/${check.id}`).expect(200)).body;
    expect(initial).toEqual({ items: [{ description: 'F1: Nástroje', fromGrant: 40_000_00, verdict: 'accepted', accepted: 40_000_00 }] });
    const partly = { ...initial.items[0], verdict: 'partly', accepted: 35_000_00 };
    const silent = await complete(officer, check.id, 'approve', { items: [partly] });
    expect([silent.status, Object.keys(silent.body.errors)]).toEqual([422, ['items.0.reason']]);
    const invented = await complete(officer, check.id, 'approve', { items: [{ ...initial.items[0], fromGrant: 1, accepted: 1 }] });
    expect([invented.status, Object.keys(invented.body.errors)]).toEqual([422, ['items.0.description']]);
    await pass(people, officer, caseId, 'settlementCheck', 'approve', { items: [{ ...partly, reason: 'Doprava není způsobilá' }] });
    const part = await pass(people, accountant, caseId, 'refund', 'received', { receivedOn: today(), amount: 2_000_00 });
    expect(part.openTasks.map(({ step, optional }: TaskRow) => [step, optional])).toContainEqual(['refund', false]);
    const much = await complete(accountant, (await openTask(people, caseId, 'refund')).id, 'received', {
      receivedOn: today(),
      amount: 3_000_01,
    });
    expect([much.status, Object.keys(much.body.errors)]).toEqual([422, ['amount']]);
    const closed = await pass(people, accountant, caseId, 'refund', 'received', { receivedOn: today(), amount: 3_000_00 });
    expect(closed).toMatchObject({ result: 'settled', waitsFor: null, openTasks: [] });
    expect(closed.map.ways.filter(({ taken }) => taken > 0).map(({ from, to }) => `${from}>${to}`)).toEqual([
      'start>formalCheck',
      'formalCheck.pass>evaluation',
      'formalCheck.return>supplement',
      'supplement.submit>formalCheck',
      'evaluation.submit>proposal',
      'proposal.recommend>councilDecision',
      'councilDecision.approve>signature',
      'signature.signed>payment',
      'signature.signed>changeRequest',
      'signature.signed>eventAnnouncement',
      'payment.paid>settlement',
      'settlement.submit>settlementCheck',
      'settlementCheck.approve>refund',
      'settlementCheck.return>settlement',
      'refund.received>refund',
      'refund.received>close:settled',
      'changeRequest.submit>changeCheck',
      'changeCheck.accept>changeRequest',
      'changeCheck.propose>changeDecision',
      'changeDecision.refuse>changeRequest',
      'eventAnnouncement.submit>eventAnnouncement',
    ]);
  });

  it('stands in the public register, and its history reads whole', async () => {
    const { auditor, applicant, officer } = people;
    const [tenant] = await db.superuser<{ slug: string }>('select slug from tenants where id = $1', [tenantId]);
    const { body: register } = await api.browser().get(`/api/public/${tenant?.slug}/register`).query({ q: 'dechovky' }).expect(200);
    expect(register).toMatchObject({
      total: 1,
      sum: 40_000_00,
      rows: [{ caseId, awarded: 40_000_00, paid: 40_000_00, state: 'settled', resolutionNumber: 'RM/12/2026' }],
    });
    const csv = await api.browser().get(`/api/public/${tenant?.slug}/register.csv`).expect(200);
    expect(csv.text).toMatch(/^\ufeffFond;Oblast;Program;Příjemce;/);
    expect(csv.text).toContain(';40000,00;');
    const { body: data } = await api
      .browser()
      .get(`/api/public/${tenant?.slug}/register.360giving.json`)
      .query({ q: 'dechovky' })
      .expect(200);
    expect(data.grants).toMatchObject([{ amountAwarded: 40_000, amountDisbursed: 40_000, currency: 'CZK' }]);
    await api.browser().get(`/api/public/${tenant?.slug}/register.360giving.json`).query({ q: 'nic takového' }).expect(404);

    await quiet(db); // a letter's own event comes after it is sent
    const { body: whole } = await auditor.agent.get(`/api/cases/${caseId}/events`).expect(200);
    expect(whole.filter(({ type }: { type: string }) => type === 'taskDone')).toHaveLength(21);
    expect(whole.every(({ sentence }: { sentence: { cs: string } }) => sentence.cs.endsWith('.'))).toBe(true);
    const { body: verified } = await auditor.agent.get(`/api/cases/${caseId}/verify`).expect(200);
    expect(verified).toMatchObject({ ok: true, chains: 1, events: whole.length });
    expect((await auditor.agent.get('/api/audit/verify').expect(200)).body.ok).toBe(true);

    const { body: own } = await applicant.agent.get(`/api/cases/${caseId}/events`).expect(200);
    expect(own.length).toBeLessThan(whole.length);
    expect(JSON.stringify(own)).not.toMatch(/Referentka|Hodnotitel|Tajemnice|recommendedAmount|taskClaimed|incident/);
    const { body: letters } = await applicant.agent.get(`/api/cases/${caseId}/letters`).expect(200);
    expect(letters.map(({ to }: { to: { kind: string } }) => to.kind)).not.toContain('role');
    expect(letters.some(({ subject }: { subject: string }) => subject.includes('byla schválena'))).toBe(true);
    const { body: map } = await officer.agent.get('/api/processes/grant').expect(200);
    expect(map.map.ways.find(({ from, to }: { from: string; to: string }) => from === 'refund.received' && to !== 'refund').taken).toBe(1);
    expect(map.medianDays).toHaveProperty('formalCheck');
  });
});

describe('acts that meet', () => {
  it('lets one of two simultaneous decisions win, and tells the other who decided and when', async () => {
    const { officer } = people;
    const colleague = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Kolega' });
    for (let round = 0; round < 3; round += 1) {
      const { caseId } = await submitted(people);
      const { id } = await openTask(people, caseId, 'formalCheck');
      // A rejection ends the case: the loser may hear of a closed case, and must be told the same.
      const answers = await Promise.all([complete(officer, id, 'reject', { reason: 'Mimo program' }), complete(colleague, id, 'pass')]);
      const won = answers.filter(({ status }) => status === 200);
      const lost = answers.filter(({ status }) => status === 409);
      expect([won.length, lost.length]).toEqual([1, 1]);
      const [row] = await db.superuser<{ outcome: string; name: string; closed_at: Date }>(
        'select t.outcome, u.name, t.closed_at from tasks t join users u on u.id = t.done_by where t.id = $1',
        [id],
      );
      expect(lost[0]?.body).toMatchObject({
        type: expect.stringMatching(/already-done$/),
        decidedBy: row?.name,
        outcome: row?.outcome,
        decidedAt: row?.closed_at.toISOString(),
      });
      expect(lost[0]?.body.detail).toContain(`Rozhodl(a) už ${row?.name}`);
      const later = await complete(officer, id, 'pass');
      expect([later.status, later.body.decidedBy]).toEqual([409, row?.name]);
    }
  });

  it('gives the same key the same answer and one effect, also when both come at once', async () => {
    const { officer } = people;
    const { caseId } = await submitted(people);
    const { id } = await openTask(people, caseId, 'formalCheck');
    const key = randomUUID();
    const [first, atOnce] = await Promise.all([complete(officer, id, 'pass', {}, key), complete(officer, id, 'pass', {}, key)]);
    const later = await complete(officer, id, 'pass', {}, key);
    expect([first.status, atOnce.status, later.status]).toEqual([200, 200, 200]);
    expect([atOnce.body, later.body]).toEqual([first.body, first.body]);
    const other = await complete(officer, id, 'reject', { reason: 'jinak' }, key);
    expect(other.status).toBe(422);
    // Even where the kept answer is lost, the act is known by its own id.
    await db.superuser('delete from idempotency_keys');
    expect((await complete(officer, id, 'pass', {}, key)).status).toBe(200);
    const done = await db.superuser(`select 1 from events where chain_id = $1 and type = 'taskDone'`, [caseId]);
    expect(done).toHaveLength(1);
  });

  it('waits for a lost worker with 503, keeps the act, and finds it done under the same key', async () => {
    const { officer } = people;
    const { caseId } = await submitted(people);
    const { id } = await openTask(people, caseId, 'formalCheck');
    const key = randomUUID();
    await temporal.stopWorkers();
    const waited = await complete(officer, id, 'pass', {}, key);
    expect([waited.status, waited.headers['retry-after']]).toEqual([503, '5']);
    await temporal.startWorkers();
    const again = await complete(officer, id, 'pass', {}, key);
    expect(again.body).toMatchObject({ case: { status: 'evaluating' } });
    expect(again.body.case.status).toBe('evaluating');
    expect(await db.superuser(`select 1 from events where chain_id = $1 and type = 'taskDone'`, [caseId])).toHaveLength(1);
  });

  it('tells a second device that another one has kept what was typed meanwhile', async () => {
    const { officer } = people;
    const { caseId } = await submitted(people);
    const { id } = await openTask(people, caseId, 'formalCheck');
    const keep = (version: number, note: string, who = officer) =>
      who.agent.put(`/api/tasks/${id}/draft`).set('If-Match', `"${version}"`).send({ data: { note } });
    expect((await officer.agent.put(`/api/tasks/${id}/draft`).send({ data: {} })).status).toBe(428);
    const firsts = await Promise.all([keep(0, 'počítač'), keep(0, 'telefon')]);
    expect(firsts.map(({ status }) => status).sort()).toEqual([200, 412]);
    const next = await keep(1, 'telefon').expect(200);
    expect(next.body).toMatchObject({ version: 2, updatedAt: expect.any(String) });
    expect((await keep(1, 'počítač')).status).toBe(412);
    const { body } = await officer.agent.get(`/api/tasks/${id}`).expect(200);
    expect(body).toMatchObject({ draft: { note: 'telefon' }, draftVersion: 2 });
    // What a colleague types into the same form is theirs alone.
    const colleague = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Kolegyně druhá' });
    await keep(0, 'jiný člověk', colleague).expect(200);
    expect((await officer.agent.get(`/api/tasks/${id}`)).body).toMatchObject({ draft: { note: 'telefon' }, draftVersion: 2 });
  });

  it('lets one of two claim a task, and says who has it', async () => {
    const { officer } = people;
    const colleague = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Kolegyně' });
    const { caseId } = await submitted(people);
    const { id } = await openTask(people, caseId, 'formalCheck');
    const answers = await Promise.all([officer.agent.post(`/api/tasks/${id}/claim`), colleague.agent.post(`/api/tasks/${id}/claim`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0].status === 200 ? officer : colleague;
    const loser = winner === officer ? colleague : officer;
    const refused = await complete(loser, id, 'pass');
    expect([refused.status, refused.body.detail]).toEqual([403, `Úkol právě vyřizuje ${winner.user.name}.`]);
    const counts = await winner.agent.get('/api/tasks/counts').expect(200);
    expect(counts.body.mine).toBeGreaterThan(0);
    await winner.agent.post(`/api/tasks/${id}/release`).expect(200);
    const given = await winner.agent.post(`/api/tasks/${id}/reassign`).send({ userId: loser.user.id, reason: 'dovolená' }).expect(200);
    expect(given.body.claimedBy).toMatchObject({ id: loser.user.id });
    await winner.agent.post(`/api/tasks/${id}/reassign`).send({ userId: people.accountant.user.id, reason: 'omyl' }).expect(422);
    await loser.agent.put(`/api/tasks/${id}/follow-up`).send({ on: '2026-12-01' }).expect(200);
    const types = await db.superuser<{ type: string }>(
      `select type from events where chain_id = $1 and type in ('taskClaimed', 'taskReleased', 'taskReassigned', 'followUpSet') order by seq`,
      [caseId],
    );
    expect(types.map(({ type }) => type)).toEqual(['taskClaimed', 'taskReleased', 'taskReassigned', 'followUpSet']);
  });
});

describe('the law', () => {
  it('lets the council give one applicant so much in a year; above it the assembly decides', async () => {
    const { secretary, officer } = people;
    const own = { ico: '25596641', name: 'Spolek u limitu' };
    const proposed: string[] = [];
    for (const _ of [1, 2]) {
      const { caseId } = await submitted(people, own);
      await upTo(people, caseId, 'councilDecision');
      proposed.push(caseId);
    }
    const [first = '', second = ''] = proposed;
    const decide = async (caseId: string, amount: number) =>
      complete(secretary, (await openTask(people, caseId, 'councilDecision')).id, 'approve', { ...VOTES, amount });
    await pass(people, secretary, first, 'councilDecision', 'approve', { ...VOTES, amount: 40_000_00 });
    // both were proposed before either was decided
    const refused = await decide(second, 40_000_00);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['amount']]);
    expect(refused.body.errors.amount).toMatch(/úřad dotace za rok sčítá.*postupte mu bod/);
    await pass(people, secretary, second, 'councilDecision', 'refer');
    const decided = await pass(people, secretary, second, 'assemblyDecision', 'approve', { ...VOTES, amount: 40_000_00 });
    expect(decided.values).toMatchObject({ awarded: 40_000_00, decidedBy: 'assembly' });
    await pass(people, officer, second, 'signature', 'notSigned', { reason: 'Nedostavili se' });
    await quiet(db);
    const { body: letters } = await officer.agent.get(`/api/cases/${second}/letters`).expect(200);
    expect(JSON.stringify(letters)).toContain('Nedostavili se');
  });

  it('wants independent evaluations: one person does not make two of them', async () => {
    const { officer, evaluators } = people;
    const { caseId } = await submitted(people);
    await pass(people, officer, caseId, 'formalCheck', 'pass');
    const { id } = await openTask(people, caseId, 'evaluation', evaluators[0].user.id);
    const given = await officer.agent.post(`/api/tasks/${id}/reassign`).send({ userId: evaluators[1].user.id, reason: 'dovolená' });
    expect([given.status, Object.keys(given.body.errors)]).toEqual([422, ['userId']]);
  });

  it('counts with the amount as the applicant completed it', async () => {
    const { officer, applicant, evaluators } = people;
    const { caseId } = await submitted(people);
    await pass(people, officer, caseId, 'formalCheck', 'return', { defects: ['Částka'], until: '2027-03-01' });
    await pass(people, applicant, caseId, 'supplement', 'submit', {
      application: { ...application, requestedAmount: 30_000_00 },
      whatChanged: 'částka',
    });
    await pass(people, officer, caseId, 'formalCheck', 'pass');
    for (const one of evaluators) await pass(people, one, caseId, 'evaluation', 'submit', { ...SCORES, recommendedAmount: 30_000_00 });
    expect((await openTask(people, caseId, 'proposal')).id).toBeTruthy();
    const { body } = await officer.agent.get(`/api/tasks/${caseId}.proposal.1`).expect(200);
    expect(body.params.requested).toBe(30_000_00);
  });
});

describe('the keeper and the applicant', () => {
  it('suspends, resumes and moves a deadline, with reasons', async () => {
    const { officer, secretary } = people;
    const { caseId } = await submitted(people);
    const { id } = await openTask(people, caseId, 'formalCheck');
    const ask = (path: string, body: object, who = officer) =>
      who.agent.post(`/api/cases/${caseId}/${path}`).set('Idempotency-Key', randomUUID()).send(body);
    await ask('suspend', { reason: 'Čeká se na soud' }, secretary).expect(403);
    const suspended = await ask('suspend', { reason: 'Čeká se na soud' }).expect(200);
    expect(suspended.body).toMatchObject({ suspended: true, may: { suspend: false, resume: true } });
    expect(suspended.body.waitsFor.sentence.cs).toContain('pozastaven: Čeká se na soud');
    const refused = await complete(officer, id, 'pass');
    expect([refused.status, refused.body.detail]).toEqual([409, 'Spis je pozastaven.']);
    await ask('resume', {}).expect(200);
    const wrong = await ask('move-deadline', { taskId: id, until: '2020-01-01', reason: 'omyl v datu' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['until']]);
    const moved = await ask('move-deadline', { taskId: id, until: '2027-03-01', reason: 'Na žádost' }).expect(200);
    expect(moved.body.openTasks[0].dueAt).toBe('2027-03-01T22:59:59.999Z');
    await ask('move-deadline', { taskId: null, until: '2027-06-01', reason: 'Na žádost' }).expect(200);
  });

  it('is withdrawn by its applicant while the procedure allows it, and by nobody else', async () => {
    const { applicant, officer } = people;
    const { caseId } = await submitted(people);
    const withdraw = (who = applicant) =>
      who.agent.post(`/api/cases/${caseId}/withdraw`).set('Idempotency-Key', randomUUID()).send({ reason: 'Rozmysleli jsme si to' });
    await withdraw(officer).expect(403);
    const done = await withdraw().expect(200);
    expect(done.body).toMatchObject({ result: 'withdrawn', openTasks: [], may: { withdraw: false } });
    expect(done.body.map.steps.every(({ doneAt }: { doneAt: string | null }) => doneAt === null)).toBe(true);
    const again = await withdraw();
    expect([again.status, again.body.detail]).toEqual([409, 'Spis je uzavřen, nic na něm už změnit nejde.']);
    expect(await openTasks(people, caseId)).toEqual([]);
  });

  it('keeps comments inside, and four eyes by the person', async () => {
    const { applicant, officer } = people;
    const { caseId } = await submitted(people);
    await officer.agent.post(`/api/cases/${caseId}/comments`).send({ text: '<script>alert(1)</script>' }).expect(201);
    expect((await officer.agent.get(`/api/cases/${caseId}/comments`)).body).toMatchObject([{ text: '<script>alert(1)</script>' }]);
    await applicant.agent.get(`/api/cases/${caseId}/comments`).expect(403);

    const both = await api.signedIn(tenantId, ['grantOfficer', 'councilSecretary'], { name: 'Obojí' });
    // The first case took most of what the council may give this applicant in a year.
    await upTo(people, caseId, 'proposal');
    await pass(people, both, caseId, 'proposal', 'recommend', { amount: 40_000_00, justification: 'x' });
    const { id } = await openTask(people, caseId, 'assemblyDecision');
    const refused = await complete(both, id, 'approve', { ...VOTES, amount: 40_000_00 });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'Kontrola čtyř očí: tento úkol nemůže udělat, kdo udělal „Návrh na rozhodnutí“.',
    ]);
  });

  it('is refused after the deadline with the exact time, and taken when it came in time', async () => {
    const { applicant, programme } = people;
    const draft = await applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
    await applicant.agent.put(`/api/drafts/${draft.body.id}`).set('If-Match', '"1"').send({ data: application }).expect(200);
    const closesAt = new Date('2026-11-20T11:00:05Z');
    await inTenant(tenantId, () =>
      Call.update({ intakeOpensAt: new Date('2026-11-01T07:00:00Z'), intakeClosesAt: closesAt }, { where: { programmeId: programme.id } }),
    );
    const { body: check } = await applicant.agent.post(`/api/drafts/${draft.body.id}/check`).expect(200);
    expect(check.closed).toMatch(/^Příjem žádostí skončil 20\. 11\. 2026 v 12:00:05/);
    const late = await applicant.agent.post(`/api/drafts/${draft.body.id}/submit`).set('Idempotency-Key', randomUUID());
    expect(late.status).toBe(422);
    expect(late.body.type).toMatch(/intake-closed$/);
    expect(late.body.detail).toContain('Příjem žádostí skončil 20. 11. 2026 v 12:00:05');
    expect((await applicant.agent.get(`/api/drafts/${draft.body.id}`)).body.data).toEqual(application);
  });
});
