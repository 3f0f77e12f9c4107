/** Funds (dotační fondy): made, changed, deactivated, ordered; deleted only while nothing belongs to them. */
import { Area, Fund } from '../../models';
import type { FundView } from '../../processes/programmeViews';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { conflict, notFound, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select, Where } from '../sql';
import { fundFieldsOf, named, type FundChanges, type FundFields } from './fundFields';
import { findFunds } from './fundPresenter';

/** Inside inTenant. @throws ProblemError 404 */
export async function findFund(id: string): Promise<FundView> {
  const [fund] = await findFunds(new Where().add('f.id = ?', id), 'f.name', 1, 0);
  if (!fund) throw notFound();
  return fund;
}

/** @throws ProblemError 422 naming `name` when it is taken */
export function createFund(context: Asking, fields: FundFields): Promise<FundView> {
  return context.inTenant(async () => {
    const [row] = await select<{ next: number }>('select coalesce(max(position), 0) + 1 as next from funds');
    const fund = await named(() => Fund.create({ ...fields, position: row?.next ?? 1, createdBy: context.person.id }));
    await record(context, {
      type: 'fundCreated',
      what: { fundId: fund.id, name: fields.name },
      after: fields,
      actor: actorFor(context.person, ['funds', 'create']),
    });
    return findFund(fund.id);
  });
}

/** @param version that the writer saw. @throws ProblemError 404, 412, 422 naming the fields */
export function editFund(context: Asking, id: string, changes: FundChanges, version: number): Promise<FundView> {
  return context.inTenant(async () => {
    const fund = await Fund.findByPk(id, { lock: true });
    if (!fund) throw notFound();
    if (fund.version !== version) throw staleVersion();
    const diff = difference(fundFieldsOf(fund), changes);
    if (!diff) return findFund(id);
    await named(() => fund.update(changes));
    await record(context, {
      type: 'fundChanged',
      what: { fundId: id, name: fund.name },
      ...diff,
      actor: actorFor(context.person, ['funds', 'edit']),
    });
    return findFund(id);
  });
}

/** @throws ProblemError 404, 409 when areas belong to it */
export function deleteFund(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const fund = await Fund.findByPk(id, { lock: true });
    if (!fund) throw notFound();
    if ((await Area.count({ where: { fundId: id } })) > 0) {
      throw conflict(
        words(
          'Do fondu patří oblasti podpory, smazat nejde. Můžete ho vyřadit.',
          'Areas belong to the fund; it can be deactivated, not deleted.',
        ),
      );
    }
    await fund.destroy();
    await record(context, {
      type: 'fundDeleted',
      what: { fundId: id, name: fund.name },
      before: fundFieldsOf(fund),
      actor: actorFor(context.person, ['funds', 'delete']),
    });
  });
}
