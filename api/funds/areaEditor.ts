/** Areas of support (oblasti podpory): made, changed, deactivated; deleted only while no programme belongs to them. */
import { Area, Fund, Programme } from '../../models';
import type { AreaView } from '../../processes/programmeViews';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { conflict, invalid, notFound, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select, Where } from '../sql';
import { areaFieldsOf, named, type AreaChanges, type AreaFields } from './fundFields';
import { createFund } from './fundEditor';
import { findAreas } from './fundPresenter';

/** Inside inTenant. @throws ProblemError 404 */
export async function findArea(id: string): Promise<AreaView> {
  const [area] = await findAreas(new Where().add('a.id = ?', id));
  if (!area) throw notFound();
  return area;
}

/** @throws ProblemError 422 naming `fundId`, or `name` when it is taken in the fund */
export function createArea(context: Asking, fields: AreaFields): Promise<AreaView> {
  return context.inTenant(async () => {
    const { fundId } = fields;
    const fund = await Fund.findByPk(fundId, { lock: true });
    if (!fund) throw invalid({ fundId: words('Takový fond tu není.', 'There is no such fund.') });
    const [row] = await select<{ next: number }>('select coalesce(max(position), 0) + 1 as next from areas where fund_id = $1', [fundId]);
    const area = await named(() => Area.create({ ...fields, position: row?.next ?? 1, createdBy: context.person.id }));
    await record(context, {
      type: 'areaCreated',
      what: { areaId: area.id, name: fields.name, fundId, fund: fund.name },
      after: fields,
      actor: actorFor(context.person, ['funds', 'create']),
    });
    return findArea(area.id);
  });
}

/** @param version that the writer saw. @throws ProblemError 404, 412, 422 naming the fields */
export function editArea(context: Asking, id: string, changes: AreaChanges, version: number): Promise<AreaView> {
  return context.inTenant(async () => {
    const area = await Area.findByPk(id, { lock: true });
    if (!area) throw notFound();
    if (area.version !== version) throw staleVersion();
    const diff = difference(areaFieldsOf(area), changes);
    if (!diff) return findArea(id);
    await named(() => area.update(changes));
    await record(context, {
      type: 'areaChanged',
      what: { areaId: id, name: area.name },
      ...diff,
      actor: actorFor(context.person, ['funds', 'edit']),
    });
    return findArea(id);
  });
}

/** @throws ProblemError 404, 409 when programmes belong to it */
export function deleteArea(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const area = await Area.findByPk(id, { lock: true });
    if (!area) throw notFound();
    if ((await Programme.count({ where: { areaId: id } })) > 0) {
      throw conflict(
        words(
          'Do oblasti patří programy, smazat nejde. Můžete ji vyřadit.',
          'Programmes belong to the area; it can be deactivated, not deleted.',
        ),
      );
    }
    const [group] = await select<{ name: string }>(
      'select g.name from evaluator_group_areas one join evaluator_groups g on g.id = one.group_id where one.area_id = $1 limit 1',
      [id],
    );
    if (group) {
      throw conflict(
        words(
          `Oblast má skupina hodnotitelů „${group.name}“. Nejdřív jí ji odeberte.`,
          `The group of evaluators “${group.name}” is for the area. Take it from the group first.`,
        ),
      );
    }
    await area.destroy();
    await record(context, {
      type: 'areaDeleted',
      what: { areaId: id, name: area.name },
      before: areaFieldsOf(area),
      actor: actorFor(context.person, ['funds', 'delete']),
    });
  });
}

/** In whatever letters the name is written, as the indexes of names have it. */
const CALLED = `lower(name collate "und-x-icu") = lower($1 collate "und-x-icu")`;

/**
 * The area of that name in the fund of that name; what is not there is made.
 * @returns the area's id
 */
export function areaByName(context: Asking, fundName: string, areaName: string): Promise<string> {
  return context.inTenant(async () => {
    const [fund] = await select<{ id: string }>(`select id from funds where ${CALLED}`, [fundName]);
    const { id: fundId } = fund ?? (await createFund(context, { name: fundName, purpose: '', yearBudget: null, active: true }));
    const [area] = await select<{ id: string }>(`select id from areas where ${CALLED} and fund_id = $2`, [areaName, fundId]);
    return area?.id ?? (await createArea(context, { fundId, name: areaName, description: '', active: true })).id;
  });
}
