/** Choices of columns that people keep by name: their own, and those shared with the office. */
import { query } from '../../models';
import { EXPORT_LIMITS, type ExportChoice, type ExportChoiceFields } from '../../processes/exports/views';
import { words } from '../../processes/words';
import type { Asking, Person } from '../context';
import { forbidden, invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select } from '../sql';
import type { ChoiceChanges } from './exportSchemas';

type Row = Omit<ExportChoice, 'owner' | 'mayEdit'> & { readonly ownerId: string; readonly ownerName: string };

const CHOICES = `select x.id, x.name, x.shared, x.columns, x.format, x.tables_apart as "tablesApart", x.owner_id as "ownerId", u.name as "ownerName", x.version
  from export_choices x join users u on u.id = x.owner_id`;

/** One's own; and a shared one by who looks after the office, for its owner may have left. */
const mayEdit = (person: Person, { ownerId, shared }: Pick<Row, 'ownerId' | 'shared'>): boolean =>
  ownerId === person.id || (shared && person.roles.includes('tenantAdmin'));

const view = (person: Person, { ownerId, ownerName, ...row }: Row): ExportChoice => ({
  ...row,
  owner: { id: ownerId, name: ownerName },
  mayEdit: mayEdit(person, { ownerId, shared: row.shared }),
});

/** Those that the person may use, by name. */
export function listChoices({ person, inTenant }: Asking): Promise<ExportChoice[]> {
  return inTenant(async () => {
    const rows = await select<Row>(`${CHOICES} where x.shared or x.owner_id = $1 order by x.name_key, x.id`, [person.id]);
    return rows.map((row) => view(person, row));
  });
}

/** Inside inTenant. @throws ProblemError 404, also of another person's own one */
async function findChoice(person: Person, id: string): Promise<ExportChoice> {
  const [row] = await select<Row>(`${CHOICES} where x.id = $1 and (x.shared or x.owner_id = $2)`, [id, person.id]);
  if (!row) throw notFound();
  return view(person, row);
}

/** To be changed or deleted; held until the end of the transaction. @throws ProblemError 404, 403, 412 */
async function take(person: Person, id: string, version: number): Promise<ExportChoice> {
  await query('select 1 from export_choices where id = $1 for update', [id]);
  const choice = await findChoice(person, id);
  if (!choice.mayEdit) {
    throw forbidden(
      words(
        `Tuto volbu sdílí ${choice.owner.name}. Můžete si ji uložit pod jiným názvem jako svou.`,
        `This choice is shared by ${choice.owner.name}. You can keep it under another name as your own.`,
      ),
    );
  }
  if (choice.version !== version) throw staleVersion();
  return choice;
}

/** Names that differ in capitals only are one name. */
const keyOf = (name: string): string => name.toLocaleLowerCase('cs');

const taken = (shared: boolean) =>
  invalid({
    name: shared
      ? words('Volbu s tímto názvem už úřad sdílí.', 'The office shares a choice of this name.')
      : words('Volbu s tímto názvem už máte.', 'You have a choice of this name.'),
  });

const fieldsOf = ({ name, shared, columns, format, tablesApart }: ExportChoiceFields): ExportChoiceFields => ({
  name,
  shared,
  columns,
  format,
  tablesApart,
});

/** @throws ProblemError 409 when there are too many, 422 when the name is taken */
export function createChoice(context: Asking, fields: ExportChoiceFields): Promise<ExportChoice> {
  const { tenantId, person } = context;
  return context.inTenant(async () => {
    const [count] = await select<{ total: number }>('select count(*) as total from export_choices where shared or owner_id = $1', [
      person.id,
    ]);
    if ((count?.total ?? 0) >= EXPORT_LIMITS.choices) {
      throw notNow(words('Uložených voleb je už příliš mnoho, nějakou nejdřív smažte.', 'There are too many choices; delete one first.'));
    }
    const { name, shared, columns, format, tablesApart } = fields;
    const [made] = await query<{ id: string }>(
      `insert into export_choices (tenant_id, name, name_key, shared, columns, format, tables_apart, owner_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [tenantId, name, keyOf(name), shared, columns, format, tablesApart, person.id],
    );
    if (!made) throw taken(shared);
    await record(context, {
      type: 'exportChoiceCreated',
      what: { choiceId: made.id, name },
      after: fieldsOf(fields),
      actor: actorFor(person, ['exportChoices', 'create']),
    });
    return findChoice(person, made.id);
  });
}

/** What is not named stays. @throws ProblemError 404, 403, 412, 422 naming the field */
export function changeChoice(context: Asking, id: string, changes: ChoiceChanges, version: number): Promise<ExportChoice> {
  const { person } = context;
  return context.inTenant(async () => {
    const before = await take(person, id, version);
    const after: ExportChoiceFields = { ...fieldsOf(before), ...changes };
    if (after.format === 'csv' && after.tablesApart) {
      throw invalid({ tablesApart: words('Vlastní listy má jen sešit Excelu (XLSX).', 'Only a workbook (XLSX) has sheets.') });
    }
    // Another's shared choice would become theirs alone, out of the sight of who made it so.
    if (before.shared && !after.shared && before.owner.id !== person.id) {
      throw invalid({ shared: words('Přestat sdílet ji může jen ten, kdo ji uložil.', 'Only who kept it can end its sharing.') });
    }
    const diff = difference(fieldsOf(before), changes);
    if (!diff) return before;
    const [same] = await select(
      `select 1 from export_choices where id <> $1 and name_key = $2 and shared = $3 and (shared or owner_id = $4)`,
      [id, keyOf(after.name), after.shared, before.owner.id],
    );
    if (same) throw taken(after.shared);
    await query(
      `update export_choices set name = $2, name_key = $3, shared = $4, columns = $5, format = $6, tables_apart = $7, updated_at = now(),
         version = version + 1 where id = $1`,
      [id, after.name, keyOf(after.name), after.shared, after.columns, after.format, after.tablesApart],
    );
    await record(context, {
      type: 'exportChoiceChanged',
      what: { choiceId: id, name: after.name },
      ...diff,
      actor: actorFor(person, ['exportChoices', 'edit']),
    });
    return findChoice(person, id);
  });
}

/** @throws ProblemError 404, 403, 412 */
export function deleteChoice(context: Asking, id: string, version: number): Promise<void> {
  return context.inTenant(async () => {
    const before = await take(context.person, id, version);
    await query('delete from export_choices where id = $1', [id]);
    await record(context, {
      type: 'exportChoiceDeleted',
      what: { choiceId: id, name: before.name },
      before: fieldsOf(before),
      actor: actorFor(context.person, ['exportChoices', 'delete']),
    });
  });
}
