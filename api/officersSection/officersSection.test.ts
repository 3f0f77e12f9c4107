import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { snapshot } from '../testing/snapshot';
import { assign, buildCase, buildOffice, lastEvent, type Built, type Office } from './testing/cases';

const db = testDatabase();
const api = testApi();

let office: Office;
let stranger: Agent;
let ours: Built;

beforeAll(async () => {
  office = await buildOffice(api, await buildTenant());
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
  ours = await buildCase(office.tenantId, { applicantId: office.applicantId });
  await assign(office.tenantId, ours.id, office.evaluatorId);
});

const section = (id = ours.id): string => `/api/cases/${id}/section`;
const change = (body: object, version: number, agent: Agent = office.officer, id = ours.id) =>
  agent.patch(section(id)).set('If-Match', `"${version}"`).send(body);
const label = async (name: string, colour = 'blue'): Promise<{ id: string; version: number }> =>
  (await office.officer.post('/api/labels').send({ name, colour }).expect(201)).body;
const listed = async (agent: Agent, filter: object): Promise<{ id: string; ownNumber?: string; labels?: { name: string }[] }[]> =>
  (
    await agent
      .get('/api/cases')
      .query({ filter: JSON.stringify(filter) })
      .expect(200)
  ).body;

describe('own number and labels', () => {
  it('are empty at first, then written with who did it, found in the list by number and by label', async () => {
    expect((await office.officer.get(section()).expect(200)).body).toEqual({
      ownNumber: null,
      labels: [],
      version: 0,
      updatedBy: null,
      updatedAt: null,
    });
    const [urgent, press] = [await label('Spěchá', 'red'), await label('Pro tisk')];
    const { body } = await change({ ownNumber: ' MUZK 1234/2026/KUL ', labelIds: [urgent.id, press.id] }, 0).expect(200);
    expect(body).toMatchObject({ ownNumber: 'MUZK 1234/2026/KUL', version: 1, updatedBy: { id: office.officerId } });
    expect(body.labels.map(({ name }: { name: string }) => name)).toEqual(['Pro tisk', 'Spěchá']);
    expect((await change({ labelIds: [urgent.id] }, 1).expect(200)).body).toMatchObject({
      ownNumber: 'MUZK 1234/2026/KUL',
      labels: [{ id: urgent.id, colour: 'red' }],
      version: 2,
    });
    expect(await lastEvent(db, ours.id, 'caseSectionChanged')).toMatchObject({
      before: { labels: [urgent.id, press.id].sort() },
      after: { labels: [urgent.id] },
      actor_id: office.officerId,
    });

    const other = await buildCase(office.tenantId);
    const found = await listed(office.officer, { q: '1234/2026/k' });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ id: ours.id, ownNumber: 'MUZK 1234/2026/KUL', labels: [{ name: 'Spěchá' }] });
    expect((await listed(office.auditor, { labels: [urgent.id] })).map(({ id }) => id)).toEqual([ours.id]);
    expect(await listed(office.officer, { labels: [press.id] })).toEqual([]);
    expect((await listed(office.officer, { labels: [randomUUID()] })).length).toBe(0);
    expect((await listed(office.officer, {})).map(({ id }) => id)).toEqual(expect.arrayContaining([ours.id, other.id]));
    const csv = await office.officer
      .get('/api/cases')
      .query({ filter: JSON.stringify({ q: '1234/2026' }), format: 'csv' })
      .expect(200);
    expect(csv.text).toContain(`${ours.number};MUZK 1234/2026/KUL;`);
  });

  it('are never told to the applicant nor to an evaluator, nor guessed by searching', async () => {
    for (const agent of [office.applicant, office.evaluator]) {
      await agent.get(section()).expect(403);
      await change({ ownNumber: 'X' }, 2, agent).expect(403);
      const rows = await listed(agent, {});
      expect(rows.map(({ id }) => id)).toEqual([ours.id]);
      expect(rows[0]).not.toHaveProperty('ownNumber');
      expect(rows[0]).not.toHaveProperty('labels');
      expect(await listed(agent, { q: 'MUZK' })).toEqual([]);
      const [urgent] = (await office.officer.get(section()).expect(200)).body.labels;
      expect(await listed(agent, { labels: [urgent.id] })).toEqual([]);
    }
  });

  it('are not told to an officer who is the applicant', async () => {
    const both = await api.signedIn(office.tenantId, ['grantOfficer', 'applicant']);
    const own = await buildCase(office.tenantId, { applicantId: both.user.id });
    await change({ ownNumber: 'TAJNE-1' }, 0, office.officer, own.id).expect(200);
    await both.agent.get(section(own.id)).expect(403);
    await both.agent.get(`/api/cases/${own.id}/notes`).expect(403);
    expect(await listed(both.agent, { q: 'TAJNE' })).toEqual([]);
    expect((await listed(both.agent, { id: [own.id] }))[0]).not.toHaveProperty('ownNumber');
    expect(await listed(office.officer, { q: 'TAJNE' })).toHaveLength(1);
  });

  it('are of one version: who saw another changes nothing', async () => {
    expect((await office.officer.patch(section()).send({ ownNumber: 'A' })).status).toBe(428);
    await change({ ownNumber: 'A' }, 0).expect(412);
    await change({ ownNumber: 'A' }, 1).expect(412);
    const fresh = await buildCase(office.tenantId);
    const answers = await Promise.all([
      change({ ownNumber: 'A' }, 0, office.officer, fresh.id),
      change({ ownNumber: 'B' }, 0, office.colleague, fresh.id),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    // What is there already makes no version.
    const { body } = await office.officer.get(section(fresh.id)).expect(200);
    expect((await change({ ownNumber: body.ownNumber }, 1, office.officer, fresh.id).expect(200)).body.version).toBe(1);
    expect((await change({ ownNumber: '' }, 1, office.officer, fresh.id).expect(200)).body).toMatchObject({ ownNumber: null, version: 2 });
  });

  it.each<[string, object, string]>([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a number that is too long', { ownNumber: 'x'.repeat(101) }, 'ownNumber'],
    ['a number of more lines', { ownNumber: 'a\nb' }, 'ownNumber'],
    ['a number that is none', { ownNumber: 12 }, 'ownNumber'],
    ['a label that is none', { labelIds: ['x'] }, 'labelIds.0'],
    ['a label that is not there', { labelIds: ['0b0a3c8e-1111-4222-8333-444444444444'] }, 'labelIds'],
  ])('refuse %s and change nothing', async (_what, body, field) => {
    const before = await snapshot(db);
    const answer = await change(body, 2);
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    expect(await snapshot(db)).toEqual(before);
  });

  it('take a label twice or of another office no more than one that is retired', async () => {
    const foreign = (await stranger.post('/api/labels').send({ name: 'Cizí', colour: 'grey' }).expect(201)).body;
    const retired = await label('Starý');
    await office.officer.patch(`/api/labels/${retired.id}`).set('If-Match', '"1"').send({ retired: true }).expect(200);
    const [held] = (await office.officer.get(section()).expect(200)).body.labels;
    for (const labelIds of [[foreign.id], [retired.id], [held.id, held.id]])
      expect(Object.keys((await change({ labelIds }, 2).expect(422)).body.errors)).toEqual(['labelIds']);
    // One that was retired meanwhile stays where it is.
    await office.admin.patch(`/api/labels/${held.id}`).set('If-Match', '"1"').send({ retired: true }).expect(200);
    expect((await change({ labelIds: [held.id], ownNumber: 'Č. j. 5' }, 2).expect(200)).body.labels).toMatchObject([{ id: held.id }]);
  });
});

describe('labels of the office', () => {
  it('are made and changed by officers and the administrator, read by others, hidden from evaluators', async () => {
    const made = await label('Dotaz právníkovi', 'teal');
    expect(made).toMatchObject({ retired: false, cases: 0, version: 1 });
    const { body } = await office.admin
      .patch(`/api/labels/${made.id}`)
      .set('If-Match', '"1"')
      .send({ name: 'U právníka', colour: 'green' })
      .expect(200);
    expect(body).toMatchObject({ name: 'U právníka', colour: 'green', version: 2 });
    await office.officer.patch(`/api/labels/${made.id}`).set('If-Match', '"1"').send({ name: 'Jinak' }).expect(412);
    await office.accountant.get('/api/labels').expect(200);
    for (const agent of [office.accountant, office.secretary, office.auditor])
      await agent.post('/api/labels').send({ name: 'Ne', colour: 'red' }).expect(403);
    await office.evaluator.get('/api/labels').expect(403);
    await office.applicant.get('/api/labels').expect(403);
    await stranger.get(`/api/labels/${made.id}`).expect(404);
    await stranger.patch(`/api/labels/${made.id}`).set('If-Match', '"2"').send({ name: 'Cizí' }).expect(404);
    expect(await lastEvent(db, office.tenantId, 'labelChanged')).toMatchObject({ before: { name: 'Dotaz právníkovi', colour: 'teal' } });
  });

  it.each<[string, object, string]>([
    ['a colour out of the palette', { name: 'A', colour: '#ff0000' }, 'colour'],
    ['no name', { name: ' ', colour: 'red' }, 'name'],
    ['a long name', { name: 'x'.repeat(41), colour: 'red' }, 'name'],
    ['a name that is there, in other letters', { name: 'u PRÁVNÍKA', colour: 'red' }, 'name'],
    ['an unknown field', { name: 'B', colour: 'red', id: '1' }, 'id'],
  ])('refuse %s', async (_what, body, field) => {
    const answer = await office.officer.post('/api/labels').send(body);
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
  });
});

describe('notes', () => {
  const notes = (id = ours.id): string => `/api/cases/${id}/notes`;
  const TEXT = 'Volala předsedkyně: <b>účet</b> doloží do pátku; drop table notes';

  it('are written, changed by their author only, and what was said before is kept', async () => {
    const { body: note } = await office.officer.post(notes()).send({ text: TEXT }).expect(201);
    expect(note).toMatchObject({ text: TEXT, author: { name: 'Referentka' }, changedAt: null, version: 1 });
    const edit = (text: string, version: number, agent = office.officer) =>
      agent.patch(`${notes()}/${note.id}`).set('If-Match', `"${version}"`).send({ text });
    await edit('Cizí', 1, office.colleague).expect(403);
    const { body: changed } = await edit('Doloženo', 1).expect(200);
    expect(changed).toMatchObject({ text: 'Doloženo', version: 2, writtenAt: note.writtenAt, changedAt: expect.any(String) });
    await edit('Pozdě', 1).expect(412);
    expect((await edit('Doloženo', 2).expect(200)).body.version).toBe(2);
    const both = await Promise.all([edit('Jedna', 2), edit('Dvě', 2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await office.auditor.get(notes()).expect(200)).body).toHaveLength(1);
    const kept = await db.superuser<{ text: string }>('select text from case_notes where id = $1 order by version', [note.id]);
    expect(kept.map(({ text }) => text).slice(0, 2)).toEqual([TEXT, 'Doloženo']);
    await expect(db.superuser('select 1')).resolves.toBeDefined();
  });

  it('leave no text where the applicant or an evaluator could read it', async () => {
    for (const agent of [office.applicant, office.evaluator]) {
      await agent.get(notes()).expect(403);
      await agent.post(notes()).send({ text: 'x' }).expect(403);
      const seen = await Promise.all(
        ['', '/events', '/documents', '/comments', '/letters'].map(async (part) => (await agent.get(`/api/cases/${ours.id}${part}`)).text),
      );
      expect(seen.join('')).not.toMatch(/předsedkyně|Doloženo|Č\. j\. 5|MUZK/);
    }
    const events = await db.superuser<{ all: string }>(
      `select coalesce(string_agg(e::text, ''), '') as all from events e where chain_id = $1`,
      [ours.id],
    );
    expect(events[0]?.all).toContain('noteWritten');
    expect(events[0]?.all).not.toContain('předsedkyně');
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'text'],
    ['blanks', { text: '  ' }, 'text'],
    ['too much', { text: 'x'.repeat(10_001) }, 'text'],
    ['an unknown field', { text: 'x', author: 'y' }, 'author'],
  ])('refuse %s', async (_what, body, field) => {
    const answer = await office.officer.post(notes()).send(body);
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
  });

  it('are the officers’ to write, and another office finds nothing', async () => {
    for (const agent of [office.secretary, office.accountant, office.auditor, office.admin]) {
      await agent.get(notes()).expect(200);
      await agent.post(notes()).send({ text: 'x' }).expect(403);
    }
    await stranger.get(notes()).expect(404);
    await stranger.post(notes()).send({ text: 'x' }).expect(404);
    const [note] = (await office.officer.get(notes()).expect(200)).body;
    const other = await buildCase(office.tenantId);
    await office.officer
      .patch(`${notes(other.id)}/${note.id}`)
      .set('If-Match', `"${note.version}"`)
      .send({ text: 'x' })
      .expect(404);
  });
});

describe('other applications of the same applicant', () => {
  const others = (id: string, agent = office.officer) => agent.get(`/api/cases/${id}/other-applications`);

  it('are found by IČO, with what was awarded by year against the limit of the council', async () => {
    const ico = '00006947';
    const now = await buildCase(office.tenantId, { ico, awarded: 10_000_00, decidedOn: '2026-05-02' });
    const before = await buildCase(office.tenantId, {
      ico,
      name: 'Spolek',
      awarded: 30_000_00,
      decidedOn: '2026-03-01',
      openedAt: '2026-01-05',
    });
    const older = await buildCase(office.tenantId, { ico, awarded: 20_000_00, decidedOn: '2025-03-01', openedAt: '2025-01-05' });
    const { body } = await others(now.id).expect(200);
    expect(body.knownBy).toBe('ico');
    expect(body.applications.map(({ number }: { number: string }) => number)).toEqual([before.number, older.number]);
    expect(body.applications[0]).toMatchObject({ requested: 40_000_00, awarded: 30_000_00, programmeTitle: 'Podpora spolků' });
    expect(body.years).toEqual([
      { year: 2026, inOthers: 30_000_00, here: 10_000_00, limit: 50_000_00 },
      { year: 2025, inOthers: 20_000_00, here: 0, limit: 50_000_00 },
    ]);
  });

  it('of a natural person by name and birth date', async () => {
    const one = await buildCase(office.tenantId, { name: 'Jana Malá', birthDate: '1980-02-29' });
    const same = await buildCase(office.tenantId, { name: 'JANA Malá', birthDate: '1980-02-29' });
    await buildCase(office.tenantId, { name: 'Jana Malá', birthDate: '1981-02-28' });
    const { body } = await others(one.id).expect(200);
    expect(body.applications.map(({ caseId }: { caseId: string }) => caseId)).toEqual([same.id]);
    expect(body.knownBy).toBe('nameAndBirth');
  });

  it('are nobody else’s business', async () => {
    await others(ours.id, office.applicant).expect(403);
    await others(ours.id, office.evaluator).expect(403);
    await others(ours.id, stranger).expect(404);
    await others(ours.id, office.accountant).expect(200);
  });
});
