import { Document, Draft, IdempotencyKey, inTenant, sessionPool } from '../models';
import { testDatabase } from '../models/testing/database';
import { buildDraft, buildTenant } from '../models/testing/factories';
import { Leadership } from './leadership';
import { purge } from './purge';

const db = testDatabase();
const now = new Date('2027-06-01T03:40:00+02:00');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 3600 * 1000);

it('purges drafts nobody touched for a year with their uploads, and nothing that was sent', async () => {
  const tenantId = await buildTenant();
  const draft = async (touched: number, submitted = false): Promise<string> => {
    const { draft: made } = await buildDraft(tenantId);
    await db.superuser('update drafts set updated_at = $2, submitted_at = $3 where id = $1', [
      made.id,
      daysAgo(touched),
      submitted ? daysAgo(touched) : null,
    ]);
    await inTenant(tenantId, () =>
      Document.create({ caseId: made.id, title: 'Příloha', fileName: 'p.pdf', mediaType: 'application/pdf', state: 'ready' }),
    );
    return made.id;
  };
  const [old, recent, sent] = [await draft(366), await draft(364), await draft(800, true)];
  await purge(now);
  await inTenant(tenantId, async () => {
    expect((await Draft.findAll()).map(({ id }) => id).sort()).toEqual([recent, sent].sort());
    expect((await Document.findAll()).map(({ caseId }) => caseId).sort()).toEqual([recent, sent].sort());
  });
  expect(old).not.toBe(recent);
});

it('purges keys of requests after a month, and sessions that are over', async () => {
  const tenantId = await buildTenant();
  const { draft } = await buildDraft(tenantId);
  const key = (name: string, days: number): Promise<unknown> =>
    inTenant(tenantId, () => IdempotencyKey.create({ userId: draft.userId, key: name, requestHash: 'x', createdAt: daysAgo(days) }));
  await key('old', 31);
  await key('recent', 29);
  await sessionPool().query(`insert into session (sid, sess, expire) values ('over', '{}', $1), ('lives', '{}', $2)`, [
    daysAgo(1),
    daysAgo(-1),
  ]);
  await purge(now);
  expect((await inTenant(tenantId, () => IdempotencyKey.findAll())).map((row) => row.key)).toEqual(['recent']);
  expect((await db.superuser<{ sid: string }>('select sid from session')).map(({ sid }) => sid)).toEqual(['lives']);
});

it('one worker keeps house; another takes over when it leaves, or dies', async () => {
  const [first, second] = [new Leadership(), new Leadership()];
  expect([await first.held(), await second.held(), await first.held()]).toEqual([true, false, true]);
  await first.release();
  expect([await second.held(), await first.held()]).toEqual([true, false]);
  await db.superuser(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'postup-housekeeping' and datname = current_database()",
  );
  let taken = false;
  for (let tries = 0; tries < 50 && !taken; tries += 1) taken = await first.held();
  expect([taken, await second.held()]).toEqual([true, false]);
  await Promise.all([first.release(), second.release()]);
});
