import { readdirSync } from 'node:fs';
import path from 'node:path';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { pdf, PNG } from '../testing/files';

const db = testDatabase();
const api = testApi();

let applicant: Agent;
let other: Agent;
let officer: Agent;
let draftId: string;

beforeAll(async () => {
  const tenantId = await buildTenant();
  const programme = await buildProgramme(tenantId);
  applicant = (await api.signedIn(tenantId, ['applicant'])).agent;
  other = (await api.signedIn(tenantId, ['applicant'])).agent;
  officer = (await api.signedIn(tenantId, ['grantOfficer'])).agent;
  const draft = await applicant.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
  draftId = draft.body.id;
});

const upload = (bytes: Buffer, name: string, agent = applicant) =>
  agent.post('/api/documents').field('draftId', draftId).attach('file', bytes, name);

it('takes a file, keeps its name, and gives back the same bytes harmlessly', async () => {
  const { body } = await upload(PNG, 'fotka „léto“.png').expect(201);
  expect(body).toMatchObject({
    fileName: 'fotka „léto“.png',
    title: 'fotka „léto“.png',
    mediaType: 'image/png',
    size: PNG.length,
    state: 'ready',
  });
  const shown = await applicant.get(`/api/documents/${body.id}/content`).expect(200);
  expect(Buffer.compare(shown.body as Buffer, PNG)).toBe(0);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': expect.stringMatching(/^inline; filename="[^"]*"; filename\*=UTF-8''fotka%20%E2%80%9El%C3%A9to%E2%80%9C\.png$/),
  });
  const events = await db.superuser<{ type: string; what: { title: string } }>(
    `select type, what from events where type like 'document%' order by seq`,
  );
  expect(events.map(({ type, what }) => [type, what.title])).toEqual([
    ['documentUploaded', 'fotka „léto“.png'],
    ['documentViewed', 'fotka „léto“.png'],
  ]);
});

it('stores the same bytes once', async () => {
  const count = (): number =>
    readdirSync(path.join(process.env.DATA_DIR ?? '', 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length;
  await upload(PNG, 'a.png').expect(201);
  const before = count();
  await upload(PNG, 'b.png').expect(201);
  expect(count()).toBe(before);
});

it('refuses what runs, what lies, what is too large, and keeps nothing of it', async () => {
  const rows = () => db.superuser('select id from documents');
  const before = await rows();
  for (const [bytes, name] of [
    [pdf('/OpenAction << /S /JavaScript /JS (x) >>'), 'a.pdf'],
    [Buffer.from('MZ'), 'a.pdf'],
    [Buffer.from('x'), 'a.exe'],
  ] as const) {
    const { status, body } = await upload(bytes, name);
    expect([status, body.type, Object.keys(body.errors)]).toEqual([422, 'https://postup.otevrenamesta.cz/problems/file-refused', ['file']]);
  }
  const large = await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 65), 'a.txt');
  expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('20 MB')]);
  const none = await applicant.post('/api/documents').field('draftId', draftId);
  expect([none.status, Object.keys(none.body.errors)]).toEqual([422, ['file']]);
  const nowhere = await applicant.post('/api/documents').attach('file', PNG, 'a.png');
  expect(nowhere.status).toBe(422);
  const unknown = await upload(PNG, 'a.png').field('forApplicant', 'true');
  expect([unknown.status, Object.keys(unknown.body.errors)]).toEqual([422, ['forApplicant']]);
  await applicant.post('/api/documents').set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nbroken').expect(400);
  expect(await rows()).toEqual(before);
});

it('shows a draft’s file to nobody else, and takes none from a stranger', async () => {
  const { body } = await upload(PNG, 'moje.png').expect(201);
  for (const agent of [other, officer]) {
    await agent.get(`/api/documents/${body.id}`).expect(404);
    await agent.get(`/api/documents/${body.id}/content`).expect(404);
    await upload(PNG, 'cizí.png', agent).expect(404);
  }
  await api.browser().post('/api/documents').field('draftId', draftId).attach('file', PNG, 'a.png').expect(401);
});

it('throws files away with their draft', async () => {
  await applicant.delete(`/api/drafts/${draftId}`).expect(204);
  expect(await db.superuser('select id from documents where case_id = $1', [draftId])).toEqual([]);
  await applicant.get(`/api/drafts/${draftId}`).expect(404);
});
