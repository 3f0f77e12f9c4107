import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import { grantPeople, openTask, submitted, upTo, VOTES, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const api = testApi({ temporalAddress: testTemporal().address });

let tenantId: string;
let people: GrantPeople;

/** From yesterday to tomorrow. */
const substitute = (absent: Signed, by: Signed) =>
  db.superuser(
    `insert into substitutions (tenant_id, absent_id, substitute_id, starts_on, ends_on, created_by)
     values ($1, $2, $3, current_date - 1, current_date + 1, $3)`,
    [tenantId, absent.user.id, by.user.id],
  );

const finish = ({ agent }: Signed, taskId: string, outcome: string, data: object, onBehalfOf: string) =>
  agent.post(`/api/tasks/${taskId}/complete`).set('Idempotency-Key', randomUUID()).send({ outcome, data, onBehalfOf });

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
});

it('offers to act only for those in whose place the task can be done', async () => {
  const { officer, secretary } = people;
  const colleague = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Kolegyně' });
  for (const by of [officer, colleague]) await substitute(secretary, by);
  const { caseId } = await submitted(people);
  const read = async (who: Signed, id: string) => (await who.agent.get(`/api/tasks/${id}`).expect(200)).body;

  const check = await openTask(people, caseId, 'formalCheck');
  expect(await read(colleague, check.id)).toMatchObject({ mayAct: true, inOwnName: true, actFor: [] });
  await finish(colleague, check.id, 'pass', {}, secretary.user.id).expect(403);

  await upTo(people, caseId, 'councilDecision');
  const decision = await openTask(people, caseId, 'councilDecision');
  // Who made the proposal does not decide it, in nobody's place.
  expect(await read(officer, decision.id)).toMatchObject({ mayAct: false, inOwnName: false, actFor: [] });
  expect(await read(secretary, decision.id)).toMatchObject({ mayAct: true, inOwnName: true, actFor: [] });
  expect(await read(colleague, decision.id)).toMatchObject({
    mayAct: true,
    inOwnName: false,
    actFor: [{ id: secretary.user.id, name: 'Tajemnice' }],
  });
  await finish(colleague, decision.id, 'approve', { ...VOTES, amount: 40_000_00 }, secretary.user.id).expect(200);
  expect(await read(colleague, decision.id)).toMatchObject({ mayAct: false, inOwnName: false, actFor: [] });
});
