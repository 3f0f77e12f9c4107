/** The tenant's own set of labels. */
import { z } from 'zod';
import { query } from '../../models';
import { colourNames, type ColourName } from '../../processes/officersSection/palette';
import type { LabelView } from '../../processes/officersSection/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { line } from '../schemas';
import { select, selectWhere, Where } from '../sql';

const MAX_LABELS = 200;

const name = line(1, 40);
const colour = z.enum(colourNames as readonly [ColourName, ...ColourName[]]);
export const labelFields = z.strictObject({ name, colour });
export const labelChanges = z.strictObject({ name, colour, retired: z.boolean() }).partial();
type Changes = z.output<typeof labelChanges>;

const COLUMNS = `l.id, l.name, l.colour, l.retired, l.version, (select count(*) from case_labels k where k.label_id = l.id) as cases`;

/** Inside inTenant. @param order of our own making */
export function findLabels(where: Where, order: string, limit: number, offset: number): Promise<LabelView[]> {
  return selectWhere<LabelView>(
    `select ${COLUMNS} from labels l where ${where.toString()} order by ${order}, l.id limit ${limit} offset ${offset}`,
    where,
  );
}

/** Inside inTenant. @throws ProblemError 404 */
export async function findLabel(id: string): Promise<LabelView> {
  const [label] = await findLabels(new Where().add('l.id = ?', id), 'l.id', 1, 0);
  if (!label) throw notFound();
  return label;
}

/** Names that differ in capitals only are one name. */
const keyOf = (wanted: string): string => wanted.toLocaleLowerCase('cs');

async function checkName(wanted: string, id: string | null): Promise<void> {
  const [same] = await select('select 1 from labels where name_key = $1 and id is distinct from $2::uuid', [keyOf(wanted), id]);
  if (same) throw invalid({ name: words('Štítek s tímto názvem už je.', 'There is a label of this name.') });
}

/** @throws ProblemError 409 when there are too many, 422 when the name is taken */
export function createLabel(context: Asking, fields: z.output<typeof labelFields>): Promise<LabelView> {
  return context.inTenant(async () => {
    await checkName(fields.name, null);
    const [count] = await select<{ total: number }>('select count(*) as total from labels');
    if ((count?.total ?? 0) >= MAX_LABELS) throw notNow(words('Štítků je už příliš mnoho.', 'There are too many labels.'));
    const [made] = await query<{ id: string }>(
      'insert into labels (tenant_id, name, name_key, colour, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
      [context.tenantId, fields.name, keyOf(fields.name), fields.colour, context.person.id],
    );
    if (!made) throw invalid({ name: words('Štítek s tímto názvem už je.', 'There is a label of this name.') });
    await record(context, {
      type: 'labelCreated',
      what: { labelId: made.id, name: fields.name },
      after: fields,
      actor: actorFor(context.person, ['labels', 'create']),
    });
    return findLabel(made.id);
  });
}

/** A retired label is offered no more; cases keep it. @throws ProblemError 404, 412, 422 when the name is taken */
export function changeLabel(context: Asking, id: string, changes: Changes, version: number): Promise<LabelView> {
  return context.inTenant(async () => {
    await query('select 1 from labels where id = $1 for update', [id]);
    const label = await findLabel(id);
    if (label.version !== version) throw staleVersion();
    const { name: was, colour: wasColour, retired: wasRetired } = label;
    const diff = difference({ name: was, colour: wasColour, retired: wasRetired }, changes);
    if (!diff) return label;
    const after = { name: was, colour: wasColour, retired: wasRetired, ...changes };
    await checkName(after.name, id);
    await query('update labels set name = $2, name_key = $3, colour = $4, retired = $5, version = version + 1 where id = $1', [
      id,
      after.name,
      keyOf(after.name),
      after.colour,
      after.retired,
    ]);
    await record(context, {
      type: 'labelChanged',
      what: { labelId: id, name: after.name },
      ...diff,
      actor: actorFor(context.person, ['labels', 'edit']),
    });
    return findLabel(id);
  });
}
