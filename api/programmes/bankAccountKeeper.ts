/** From which account of the office a programme pays, and to which its money comes back. It is the office's own matter: it may change after the publication too. */
import { z } from 'zod';
import { query } from '../../models';
import type { Asking } from '../context';
import { checkUsable } from '../bank/accountKeeper';
import { notFound, staleVersion } from '../problems';
import { actorFor, record } from '../record';
import { route, type Route } from '../route';
import { id, idParams } from '../schemas';
import { select } from '../sql';
import { countChange, lockedProgramme } from './callRecords';

const ofProgramme = z.object({ bankAccountId: z.string().nullable(), version: z.int() });
type OfProgramme = z.output<typeof ofProgramme>;

async function found(programmeId: string): Promise<OfProgramme> {
  const [row] = await select<OfProgramme>('select bank_account_id as "bankAccountId", version from programmes where id = $1', [
    programmeId,
  ]);
  if (!row) throw notFound();
  return row;
}

/** @throws ProblemError 404, 412, 422 */
function chooseAccount(context: Asking, programmeId: string, version: number, bankAccountId: string | null): Promise<OfProgramme> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    if (programme.version !== version) throw staleVersion();
    if (bankAccountId !== null) await checkUsable(bankAccountId);
    const before = await found(programmeId);
    if (before.bankAccountId === bankAccountId) return before;
    await query('update programmes set bank_account_id = $2 where id = $1', [programmeId, bankAccountId]);
    await countChange(programme);
    await record(context, {
      type: 'programmeChanged',
      what: { programmeId, title: programme.title },
      before: { bankAccountId: before.bankAccountId },
      after: { bankAccountId },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return found(programmeId);
  });
}

/** The next year's programme pays from the same account. Inside inTenant. */
export async function copyAccount(fromId: string, toId: string): Promise<void> {
  await query(
    `update programmes set bank_account_id = (select p.bank_account_id from programmes p join bank_accounts a on a.id = p.bank_account_id
       where p.id = $1 and a.retired_at is null) where id = $2`,
    [fromId, toId],
  );
}

export const programmeAccountRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/programmes/:id/bank-account',
    summary: 'From which account of the office it pays; null: the default one',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    response: ofProgramme,
    handler: ({ params, inTenant }) => inTenant(() => found(params.id)),
  }),
  route({
    method: 'put',
    path: '/api/programmes/:id/bank-account',
    summary: 'Choose the account of the office that it pays from',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ bankAccountId: id.nullable() }),
    response: ofProgramme,
    handler: (context) => chooseAccount(context, context.params.id, context.version, context.body.bankAccountId),
  }),
];
