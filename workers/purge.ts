/** Throwing away what nobody needs any more and no law wants kept. */
import { Op } from 'sequelize';
import { Document, Draft, IdempotencyKey, inTenant, sessionPool, tenantIds } from '../models';
import { log } from '../models/log';

const DAY_MS = 24 * 3600 * 1000;
/** An application that was begun, never sent and not touched for a year. */
const DRAFTS_AFTER_DAYS = 365;
/** Far longer than anybody repeats a request. */
const KEYS_AFTER_DAYS = 30;

/** Purges drafts with their uploads, idempotency keys and sessions that are over. @param now as of when */
export async function purge(now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  for (const tenantId of await tenantIds()) {
    const [drafts, keys] = await inTenant(tenantId, async () => {
      const old = await Draft.findAll({
        attributes: ['id'],
        where: { submittedAt: null, updatedAt: { [Op.lt]: before(DRAFTS_AFTER_DAYS) } },
      });
      const ids = old.map(({ id }) => id);
      await Document.destroy({ where: { caseId: ids } });
      await Draft.destroy({ where: { id: ids } });
      return [ids.length, await IdempotencyKey.destroy({ where: { createdAt: { [Op.lt]: before(KEYS_AFTER_DAYS) } } })];
    });
    if (drafts + keys > 0) log().info({ tenantId, drafts, keys }, 'purged');
  }
  await sessionPool().query('delete from session where expire < $1', [now]);
}
