import { inTenant, Tenant } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';

const db = testDatabase();
const api = testApi();
let tenantId: string;

beforeAll(async () => {
  tenantId = await buildTenant({ name: 'Naše obec', settings: { decisionDays: 60 } });
});

const svg = (inside: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`).toString('base64')}`;

describe('the own tenant', () => {
  it('is changed by its administrator, keeping settings that were not named, with before and after in the trail', async () => {
    const { agent, user } = await api.signedIn(tenantId, ['tenantAdmin']);
    const { body: before, headers } = await agent.get('/api/tenant').expect(200);
    expect(headers.etag).toBe('"1"');
    const change = {
      colours: { primary: '#1f4e79' },
      settings: { councilLimit: 50_000_00 },
      coatOfArms: svg('<path d="M0 0h9v9z" fill="#c00"/>'),
    };
    const { body } = await agent.patch('/api/tenant').set('If-Match', '"1"').send(change).expect(200);
    expect(body).toEqual({ ...before, ...change, settings: { decisionDays: 60, councilLimit: 50_000_00 }, version: 2 });
    const [event] = await db.superuser("select actor_id, role, before, after from events where chain_id = $1 and type = 'tenantChanged'", [
      tenantId,
    ]);
    expect(event).toMatchObject({
      actor_id: user.id,
      role: 'tenantAdmin',
      before: { settings: { decisionDays: 60 } },
      after: { colours: { primary: '#1f4e79' } },
    });
    await agent.patch('/api/tenant').set('If-Match', '"1"').send({ name: 'Pozdě' }).expect(412);
    await agent.patch('/api/tenant').send({ name: 'Bez verze' }).expect(428);
  });

  it('refuses what does not fit, naming the field, and changes nothing', async () => {
    const id = await buildTenant();
    const { agent } = await api.signedIn(id, ['tenantAdmin']);
    const wrong: [object, string][] = [
      [{ colours: { primary: 'red' } }, 'colours.primary'],
      [{ ico: '12345678' }, 'ico'],
      [{ settings: { councilLimit: 12.5 } }, 'settings.councilLimit'],
      [{ settings: { councilLimit: -1 } }, 'settings.councilLimit'],
      [{ settings: { decisionDays: 0 } }, 'settings.decisionDays'],
      [{ settings: { anything: 1 } }, 'settings.anything'],
      [{ slug: 'jina' }, 'slug'],
      [{ coatOfArms: 'https://zlo.example/znak.png' }, 'coatOfArms'],
      [{ coatOfArms: svg('<script>alert(1)</script>') }, 'coatOfArms'],
      [{ coatOfArms: svg('<image href="https://zlo.example/x.png"/>') }, 'coatOfArms'],
      [{ coatOfArms: svg('<rect onload="alert(1)"/>') }, 'coatOfArms'],
      [{ coatOfArms: `data:image/png;base64,${Buffer.from('GIF89a').toString('base64')}` }, 'coatOfArms'],
      [{ name: 'a\nb' }, 'name'],
    ];
    for (const [body, field] of wrong) {
      const answer = await agent.patch('/api/tenant').set('If-Match', '"1"').send(body).expect(422);
      expect(Object.keys(answer.body.errors)).toEqual([field]);
    }
    expect(await inTenant(id, () => Tenant.findByPk(id))).toMatchObject({ version: 1 });
  });

  it('is read by the auditor and by no other role, and changed by neither', async () => {
    const auditor = (await api.signedIn(tenantId, ['auditor'])).agent;
    await auditor.get('/api/tenant').expect(200);
    await auditor.patch('/api/tenant').set('If-Match', '"2"').send({ name: 'X obec' }).expect(403);
    for (const role of ['applicant', 'grantOfficer', 'evaluator', 'councilSecretary', 'accountant', 'platformAdmin'] as const) {
      await (await api.signedIn(tenantId, [role])).agent.get('/api/tenant').expect(403);
    }
  });
});

describe('tenants of the installation', () => {
  it('are listed and made by the administrator of the platform; the first administrator gets a link', async () => {
    const platform = await buildTenant({ kind: 'platform', name: 'Platforma' });
    const { agent, user } = await api.signedIn(platform, ['platformAdmin']);
    const sent = {
      slug: 'nova-ves',
      name: 'Nová Ves',
      ico: '00000019',
      admin: { email: 'spravce@nova-ves.example', name: 'Správce Nové Vsi' },
    };
    const { body } = await agent.post('/api/tenants').send(sent).expect(201);
    expect(body).toMatchObject({ slug: 'nova-ves', name: 'Nová Ves', kind: 'municipality' });
    const { body: rows, headers } = await agent.get('/api/tenants').query({ filter: '{"q":"nová"}' }).expect(200);
    expect(rows).toEqual([body]);
    expect(headers['content-range']).toBe('tenants 0-0/1');
    for (const chain of [platform, body.id]) {
      expect(await db.superuser("select 1 from events where chain_id = $1 and type = 'tenantCreated'", [chain])).not.toHaveLength(0);
    }
    const [own] = await db.superuser(
      "select actor_id, what from events where chain_id = $1 and type = 'tenantCreated' and actor_id is not null",
      [platform],
    );
    expect(own).toMatchObject({ actor_id: user.id, what: { tenantId: body.id } });

    const token = /nove-heslo\/(\S+)/.exec((await api.mailbox.lastTo(sent.admin.email)).text ?? '')?.[1];
    await api.browser().put(`/api/password-resets/${token}`).send({ password: 'heslo pro Novou Ves' }).expect(204);
    const theirs = await api.signIn(sent.admin.email, 'heslo pro Novou Ves');
    expect((await theirs.get('/api/tenant').expect(200)).body.slug).toBe('nova-ves');

    const taken = await agent.post('/api/tenants').send(sent).expect(422);
    expect(taken.body.errors).toEqual({ slug: 'Tato adresa je už obsazená.' });
    const bad = await agent
      .post('/api/tenants')
      .send({ ...sent, slug: 'Nová Ves', kind: 'platform' })
      .expect(422);
    expect(Object.keys(bad.body.errors).sort()).toEqual(['kind', 'slug']);
  });

  it('are nobody else’s business', async () => {
    const { agent } = await api.signedIn(tenantId, ['tenantAdmin', 'auditor', 'grantOfficer']);
    await agent.get('/api/tenants').expect(403);
    await agent.post('/api/tenants').send({}).expect(403);
  });
});
