/** Applicants' identities for tests, made over the api as people make them. */
import { query } from '../../models/database';
import { inTenant } from '../../models';
import type { IdentityRight } from '../../processes/identities/identity';
import type { IdentityView } from '../../processes/identities/views';
import type { Agent } from './api';
import type { Signed } from './grantPeople';

export const association = {
  kind: 'legal',
  name: 'Spolek přátel dechovky',
  ico: '00000027',
  birthDate: null,
  legalForm: '706',
  street: 'Horní 5',
  municipality: 'Zkušebnov',
  postcode: '100 00',
  representatives: [{ name: 'Jana Nová', ground: 'předsedkyně podle stanov' }],
  owners: [{ name: 'Jana Nová', share: '50 %' }],
  holdings: [],
  bankAccount: '19-2000145399/0800',
  pastSupport: [{ provider: 'Krajský úřad', purpose: 'Letní tábor', year: 2025, amount: 20_000_00 }],
};

export async function madeIdentity(agent: Agent, change: object = {}): Promise<IdentityView> {
  return (
    await agent
      .post('/api/identities')
      .send({ ...association, ...change })
      .expect(201)
  ).body;
}

/** Gives the right past the api, where a test does not ask about sharing itself. */
export async function giveRight(tenantId: string, identityId: string, { user }: Signed, may: IdentityRight): Promise<void> {
  await inTenant(tenantId, () =>
    query('insert into identity_people (tenant_id, identity_id, user_id, may) values ($1, $2, $3, $4)', [
      tenantId,
      identityId,
      user.id,
      may,
    ]),
  );
}
