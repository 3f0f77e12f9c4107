/** The order in which an office shows its funds, and each fund its areas. */
import { Area, Fund } from '../../models';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound } from '../problems';
import { actorFor, record } from '../record';

const otherOnes = () =>
  invalid({
    ids: words(
      'Pořadí má jmenovat všechny položky, každou jednou; načtěte si nový stav.',
      'The order names all of them, each once; load them again.',
    ),
  });

async function put(
  context: Asking,
  rows: readonly { readonly id: string; readonly name: string; position: number; save(): Promise<unknown> }[],
  ids: readonly string[],
  what: object,
): Promise<void> {
  if (ids.length !== rows.length || new Set(ids).size !== ids.length || !rows.every(({ id }) => ids.includes(id))) throw otherOnes();
  const names = (order: readonly string[]) => ({ order: order.map((id) => rows.find((row) => row.id === id)?.name ?? '') });
  const before = rows.map(({ id }) => id);
  if (before.every((id, index) => id === ids[index])) return;
  for (const row of rows) {
    row.position = ids.indexOf(row.id) + 1;
    await row.save();
  }
  await record(context, {
    type: 'fundsOrdered',
    what,
    before: names(before),
    after: names(ids),
    actor: actorFor(context.person, ['funds', 'edit']),
  });
}

const ORDER: [string, string][] = [
  ['position', 'ASC'],
  ['name', 'ASC'],
  ['id', 'ASC'],
];

/** @param ids of all funds of the tenant, as they shall follow. @throws ProblemError 422 naming `ids` */
export function orderFunds(context: Asking, ids: readonly string[]): Promise<void> {
  return context.inTenant(async () => put(context, await Fund.findAll({ order: ORDER, lock: true }), ids, {}));
}

/** @param ids of all areas of the fund, as they shall follow. @throws ProblemError 404, 422 naming `ids` */
export function orderAreas(context: Asking, fundId: string, ids: readonly string[]): Promise<void> {
  return context.inTenant(async () => {
    const fund = await Fund.findByPk(fundId);
    if (!fund) throw notFound();
    await put(context, await Area.findAll({ where: { fundId }, order: ORDER, lock: true }), ids, { fundId, name: fund.name });
  });
}
