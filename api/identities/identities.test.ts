import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import type { Signed } from '../testing/grantPeople';
import { association, madeIdentity } from '../testing/identities';
import { pdf } from '../testing/files';
import { snapshot } from '../testing/snapshot';

const db = testDatabase();
const api = testApi();

let tenantId: string;
let manager: Signed;
let colleague: Signed;
let programmeId: string;

const applicant = (): Promise<Signed> => api.signedIn(tenantId, ['applicant']);
const put = ({ agent }: Signed, id: string, version: number, body: object) =>
  agent.put(`/api/identities/${id}`).set('If-Match', `"${version}"`).send(body);
const share = ({ agent }: Signed, id: string, email: string, may = 'view') =>
  agent.post(`/api/identities/${id}/people`).send({ email, may });

beforeAll(async () => {
  tenantId = await buildTenant();
  manager = await applicant();
  colleague = await applicant();
  programmeId = (await buildProgramme(tenantId)).id;
});

describe('an applicant’s identity', () => {
  it('is kept as it was filled in, in the list of who made it alone', async () => {
    const made = await madeIdentity(manager.agent);
    expect(made).toMatchObject({ ...association, may: 'submit', manages: true, people: [], granted: [], version: 1 });
    expect((await manager.agent.get('/api/identities')).body.map(({ id }: { id: string }) => id)).toContain(made.id);
    expect((await colleague.agent.get('/api/identities')).body).toEqual([]);
    const [event] = await db.superuser<{ type: string; actor_id: string }>(
      `select type, actor_id from events where what ->> 'identityId' = $1`,
      [made.id],
    );
    expect(event).toEqual({ type: 'identityCreated', actor_id: manager.user.id });
  });

  it('may be one of several of the same person', async () => {
    const person = await applicant();
    await madeIdentity(person.agent);
    await madeIdentity(person.agent, { name: 'Sbor hasičů' });
    await madeIdentity(person.agent, { kind: 'natural', name: 'Jan Malý', birthDate: '1980-02-29', ico: null });
    const { body } = await person.agent.get('/api/identities').expect(200);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Jan Malý', 'Sbor hasičů', 'Spolek přátel dechovky']);
  });

  it('keeps nothing that its kind does not have', async () => {
    const natural = await madeIdentity(manager.agent, { kind: 'natural', birthDate: '1980-02-29', ico: null });
    expect(natural).toMatchObject({ representatives: [], owners: [], legalForm: null });
  });

  it('is changed by the version that was seen; the other one is told', async () => {
    const made = await madeIdentity(manager.agent);
    const { body } = await put(manager, made.id, 1, { ...association, street: 'Dolní 1' }).expect(200);
    expect(body).toMatchObject({ street: 'Dolní 1', version: 2 });
    expect((await put(manager, made.id, 1, { ...association, street: 'Jiná 2' })).status).toBe(412);
    expect((await manager.agent.put(`/api/identities/${made.id}`).send(association)).status).toBe(428);
    expect((await manager.agent.get(`/api/identities/${made.id}`)).body.street).toBe('Dolní 1');
  });

  it('is deleted only where nothing was written in its name', async () => {
    const programme = await buildProgramme(tenantId);
    const made = await madeIdentity(manager.agent);
    const draft = await manager.agent
      .post('/api/drafts')
      .send({ processId: 'grant', subjectId: programme.id, identityId: made.id })
      .expect(201);
    expect((await manager.agent.delete(`/api/identities/${made.id}`)).status).toBe(409);
    await manager.agent.delete(`/api/drafts/${draft.body.id}`).expect(204);
    await manager.agent.delete(`/api/identities/${made.id}`).expect(204);
    await manager.agent.get(`/api/identities/${made.id}`).expect(404);
  });

  const wrong: readonly (readonly [string, object, string])[] = [
    ['no name', { name: ' ' }, 'name'],
    ['a name of two lines', { name: 'a\nb' }, 'name'],
    ['an endless name', { name: 'x'.repeat(201) }, 'name'],
    ['an IČO that cannot be', { ico: '12345678' }, 'ico'],
    ['no IČO of a legal person', { ico: null }, 'ico'],
    ['nobody who represents it', { representatives: [] }, 'representatives'],
    ['no birth date of a natural person', { kind: 'natural', ico: null }, 'birthDate'],
    ['a day that is not', { kind: 'natural', birthDate: '2001-02-29' }, 'birthDate'],
    ['a birth to come', { kind: 'natural', birthDate: '2190-01-01' }, 'birthDate'],
    ['another kind', { kind: 'town' }, 'kind'],
    ['a postcode of letters', { postcode: 'ABC' }, 'postcode'],
    ['an account that cannot be', { bankAccount: '1/1' }, 'bankAccount'],
    ['too many owners', { owners: Array.from({ length: 21 }, () => ({ name: 'A', share: '' })) }, 'owners'],
    [
      'representatives who do not fit into an application',
      { representatives: Array.from({ length: 5 }, () => ({ name: 'x'.repeat(100) })) },
      'representatives',
    ],
    ['a negative amount', { pastSupport: [{ provider: 'A', purpose: 'B', year: 2025, amount: -1 }] }, 'pastSupport.0.amount'],
    ['a fraction of a haléř', { pastSupport: [{ provider: 'A', purpose: 'B', year: 2025, amount: 1.5 }] }, 'pastSupport.0.amount'],
    ['a year of the dinosaurs', { pastSupport: [{ provider: 'A', purpose: 'B', year: 1, amount: 1 }] }, 'pastSupport.0.year'],
    ['a foreign field', { managerId: randomUUID() }, 'managerId'],
    ['a foreign field of a row', { owners: [{ name: 'A', share: '', admin: true }] }, 'owners.0.admin'],
    ['a number for a text', { street: 5 }, 'street'],
  ];
  it.each(wrong)('is refused with %s, and nothing is kept', async (_what, change, field) => {
    const before = await snapshot(db);
    const answer = await manager.agent.post('/api/identities').send({ ...association, ...change });
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    expect(await snapshot(db)).toEqual(before);
  });

  it('takes markup and SQL as the text that they are', async () => {
    const name = `<script>alert(1)</script>'; drop table users; --`;
    expect((await madeIdentity(manager.agent, { name })).name).toBe(name);
  });
});

describe('papers kept for later', () => {
  const keep = ({ agent }: Signed, id: string, fields: Readonly<Record<string, string>> = {}, bytes = pdf(), name = 'stanovy.pdf') =>
    Object.entries(fields).reduce(
      (sending, [field, value]) => sending.field(field, value),
      agent.post(`/api/identities/${id}/papers`).attach('file', bytes, name),
    );
  const draftOf = async ({ agent }: Signed, identityId: string | null): Promise<string> =>
    (await agent.post('/api/drafts').send({ processId: 'grant', subjectId: programmeId, identityId }).expect(201)).body.id;

  it('go to an application as a copy that stays when they are removed', async () => {
    const { id } = await madeIdentity(manager.agent);
    const paper = (await keep(manager, id, { title: 'Stanovy', validUntil: '2099-12-31' }).expect(201)).body;
    expect(paper).toMatchObject({ title: 'Stanovy', validUntil: '2099-12-31', expired: false });
    const draftId = await draftOf(manager, id);
    const document = (await manager.agent.post(`/api/drafts/${draftId}/papers`).send({ paperId: paper.id }).expect(201)).body;
    await manager.agent.delete(`/api/identities/${id}/papers/${paper.id}`).expect(204);
    expect((await manager.agent.get(`/api/identities/${id}/papers`)).body).toEqual([]);
    await manager.agent.get(`/api/documents/${document.id}/content`).expect(200);
  });

  it('are read by who may read, kept by who may edit, and nobody else’s', async () => {
    const { id } = await madeIdentity(manager.agent);
    const { body: paper } = await keep(manager, id).expect(201);
    const content = ({ agent }: Signed) => agent.get(`/api/identities/${id}/papers/${paper.id}/content`);
    expect([(await content(colleague)).status, (await keep(colleague, id)).status]).toEqual([404, 404]);
    await share(manager, id, colleague.user.email, 'view').expect(200);
    expect([(await content(colleague)).status, (await keep(colleague, id)).status]).toEqual([200, 403]);
    expect((await colleague.agent.delete(`/api/identities/${id}/papers/${paper.id}`)).status).toBe(403);
    const other = await madeIdentity(manager.agent);
    expect((await manager.agent.get(`/api/identities/${other.id}/papers/${paper.id}/content`)).status).toBe(404);
    for (const identityId of [other.id, null]) {
      const draftId = await draftOf(manager, identityId);
      expect((await manager.agent.post(`/api/drafts/${draftId}/papers`).send({ paperId: paper.id })).status).toBe(404);
    }
  });

  it('that no longer hold are not put to an application', async () => {
    const { id } = await madeIdentity(manager.agent);
    const { body: paper } = await keep(manager, id, { validUntil: '2020-01-31' }).expect(201);
    expect(paper.expired).toBe(true);
    const answer = await manager.agent.post(`/api/drafts/${await draftOf(manager, id)}/papers`).send({ paperId: paper.id });
    expect([answer.status, answer.body.detail]).toEqual([409, 'Doklad „stanovy.pdf“ platil do 31. 1. 2020. Nahrajte nový.']);
  });

  it('are refused when they are not what they say, or have no real day', async () => {
    const { id } = await madeIdentity(manager.agent);
    expect((await keep(manager, id, {}, Buffer.from('MZ'), 'stanovy.pdf')).status).toBe(422);
    expect((await keep(manager, id, { validUntil: '2026-02-30' })).status).toBe(422);
    expect((await keep(manager, id, { identityId: 'x' })).status).toBe(422);
    expect((await manager.agent.post(`/api/identities/${id}/papers`)).status).toBe(422);
    expect((await manager.agent.get(`/api/identities/${id}/papers`)).body).toEqual([]);
  });
});

describe('an official', () => {
  it('reads identities with their people, and changes none', async () => {
    const made = await madeIdentity(manager.agent, { name: 'Spolek pro úřad' });
    await share(manager, made.id, colleague.user.email, 'submit').expect(200);
    const officer = await api.signedIn(tenantId, ['grantOfficer']);
    const listed = await officer.agent
      .get('/api/applicant-identities')
      .query({ filter: JSON.stringify({ q: 'pro úřad' }) })
      .expect(200);
    expect(listed.body).toEqual([
      { id: made.id, kind: 'legal', name: 'Spolek pro úřad', ico: '00000027', municipality: 'Zkušebnov', people: 2, cases: 0, awarded: 0 },
    ]);
    const { body } = await officer.agent.get(`/api/applicant-identities/${made.id}`).expect(200);
    expect(body).toMatchObject({ manager: { id: manager.user.id }, people: [{ email: colleague.user.email, may: 'submit' }], granted: [] });
    expect((await put(officer, made.id, 1, association)).status).toBe(403);
    const elsewhere = await api.signedIn(await buildTenant(), ['grantOfficer']);
    expect((await elsewhere.agent.get(`/api/applicant-identities/${made.id}`)).status).toBe(404);
    expect((await elsewhere.agent.get('/api/applicant-identities')).body).toEqual([]);
  });
});

describe('sharing', () => {
  it('gives the right at once to who has an account, and tells them by a letter', async () => {
    const made = await madeIdentity(manager.agent, { name: 'Spolek ke sdílení' });
    const third = await applicant();
    const { body } = await share(manager, made.id, third.user.email, 'edit').expect(200);
    expect(body.people).toMatchObject([{ person: { id: third.user.id }, may: 'edit' }]);
    expect((await api.mailbox.lastTo(third.user.email)).text).toContain('Spolek ke sdílení');
    const seen = await third.agent.get(`/api/identities/${made.id}`).expect(200);
    expect(seen.body).toMatchObject({ may: 'edit', manages: false, invitations: [] });
  });

  it('is managed by who made it alone', async () => {
    const made = await madeIdentity(manager.agent);
    await share(manager, made.id, colleague.user.email, 'submit').expect(200);
    const third = await applicant();
    expect((await share(colleague, made.id, third.user.email)).status).toBe(403);
    expect((await colleague.agent.put(`/api/identities/${made.id}/people/${colleague.user.id}`).send({ may: 'view' })).status).toBe(403);
    expect((await colleague.agent.post(`/api/identities/${made.id}/manager`).send({ userId: colleague.user.id })).status).toBe(403);
    expect((await colleague.agent.delete(`/api/identities/${made.id}`)).status).toBe(403);
    for (const call of [
      share(third, made.id, colleague.user.email),
      third.agent.delete(`/api/identities/${made.id}/people/${colleague.user.id}`),
    ])
      expect((await call).status).toBe(404);
  });

  it('ends at once when it is taken back, and when somebody leaves', async () => {
    const made = await madeIdentity(manager.agent);
    await share(manager, made.id, colleague.user.email).expect(200);
    await manager.agent.delete(`/api/identities/${made.id}/people/${colleague.user.id}`).expect(204);
    await colleague.agent.get(`/api/identities/${made.id}`).expect(404);
    await share(manager, made.id, colleague.user.email).expect(200);
    await colleague.agent.delete(`/api/identities/${made.id}/people/${colleague.user.id}`).expect(204);
    await colleague.agent.get(`/api/identities/${made.id}`).expect(404);
    expect((await manager.agent.delete(`/api/identities/${made.id}/people/${manager.user.id}`)).status).toBe(404);
  });

  it('is handed over to one who may submit, and the one before stays among its people', async () => {
    const made = await madeIdentity(manager.agent);
    await share(manager, made.id, colleague.user.email, 'edit').expect(200);
    const over = () => manager.agent.post(`/api/identities/${made.id}/manager`).send({ userId: colleague.user.id });
    expect((await over()).status).toBe(409);
    await manager.agent.put(`/api/identities/${made.id}/people/${colleague.user.id}`).send({ may: 'submit' }).expect(200);
    expect((await over().expect(200)).body).toMatchObject({ manages: false, may: 'submit', manager: { id: colleague.user.id } });
    expect((await colleague.agent.get(`/api/identities/${made.id}`)).body).toMatchObject({ manages: true });
    expect((await over()).status).toBe(403);
  });

  it('is not for officials’ accounts, nor for oneself, nor by a wrong address', async () => {
    const made = await madeIdentity(manager.agent);
    const { user: officer } = await api.signedIn(tenantId, ['grantOfficer']);
    for (const email of [officer.email, manager.user.email, 'nikdo', '']) {
      const answer = await share(manager, made.id, email);
      expect([email, answer.status, Object.keys(answer.body.errors)]).toEqual([email, 422, ['email']]);
    }
    expect((await share(manager, made.id, colleague.user.email, 'own')).status).toBe(422);
  });
});

describe('an invitation of somebody without an account', () => {
  const tokenIn = async (email: string): Promise<string> => {
    const found = /\/pozvanka\/([\w-]{43})/.exec((await api.mailbox.lastTo(email)).text ?? '');
    return found?.[1] ?? '';
  };

  it('comes by a letter and is accepted once, by the account of that e-mail', async () => {
    const made = await madeIdentity(manager.agent, { name: 'Spolek s pozvánkou' });
    const email = `nova-${randomUUID()}@zkusebnov.example`;
    const { body } = await share(manager, made.id, email, 'edit').expect(200);
    expect(body.invitations).toMatchObject([{ email, may: 'edit' }]);
    const token = await tokenIn(email);
    expect(JSON.stringify(await db.superuser('select * from identity_invitations'))).not.toContain(token);

    expect((await colleague.agent.post(`/api/invitations/${token}/accept`)).status).toBe(403);
    const invited = await api.signedIn(tenantId, ['applicant'], { email });
    expect((await invited.agent.get(`/api/invitations/${token}`).expect(200)).body).toMatchObject({
      identityName: 'Spolek s pozvánkou',
      may: 'edit',
      email,
    });
    await invited.agent.post(`/api/invitations/${token}/accept`).expect(200, { identityId: made.id });
    expect((await invited.agent.get(`/api/identities/${made.id}`)).body).toMatchObject({ may: 'edit' });
    await invited.agent.post(`/api/invitations/${token}/accept`).expect(404);
  });

  it('ends when it is cancelled, when another one is sent, and after its time', async () => {
    const made = await madeIdentity(manager.agent);
    const email = `nova-${randomUUID()}@zkusebnov.example`;
    await share(manager, made.id, email).expect(200);
    const first = await tokenIn(email);
    const { body } = await share(manager, made.id, email, 'submit').expect(200);
    expect(body.invitations).toHaveLength(1);
    const invited = await api.signedIn(tenantId, ['applicant'], { email });
    expect((await invited.agent.get(`/api/invitations/${first}`)).status).toBe(404);
    await manager.agent.delete(`/api/identities/${made.id}/invitations/${body.invitations[0].id}`).expect(204);
    expect((await db.superuser('select 1 from identity_invitations where identity_id = $1', [made.id])).length).toBe(0);

    const late = await madeIdentity(manager.agent);
    const other = `pozde-${randomUUID()}@zkusebnov.example`;
    await share(manager, late.id, other).expect(200);
    const token = await tokenIn(other);
    await db.superuser(`update identity_invitations set expires_at = now() - interval '1 minute' where identity_id = $1`, [late.id]);
    const lateOne = await api.signedIn(tenantId, ['applicant'], { email: other });
    expect((await lateOne.agent.post(`/api/invitations/${token}/accept`)).status).toBe(404);
  });

  it('does not work in another town', async () => {
    const made = await madeIdentity(manager.agent);
    const email = `nova-${randomUUID()}@zkusebnov.example`;
    await share(manager, made.id, email).expect(200);
    const token = await tokenIn(email);
    const elsewhere = await api.signedIn(await buildTenant(), ['applicant'], { email });
    expect((await elsewhere.agent.get(`/api/invitations/${token}`)).status).toBe(404);
    expect((await elsewhere.agent.get(`/api/identities/${made.id}`)).status).toBe(404);
  });
});
