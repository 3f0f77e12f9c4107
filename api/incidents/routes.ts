import { z } from 'zod';
import { Incident } from '../../models';
import type { IncidentView } from '../../processes/views';
import { words } from '../../processes/words';
import { act } from '../cases/actSender';
import { hiddenProcesses } from '../cases/reading';
import type { Person } from '../context';
import { list, type Column } from '../lists';
import { notFound, notNow } from '../problems';
import { actorFor } from '../record';
import { route, type Route } from '../route';
import { idParams, ids } from '../schemas';
import { iso, selectWhere, Where } from '../sql';
import { schemas } from '../viewSchemas';

interface IncidentRecord extends Omit<IncidentView, 'openedAt' | 'lastAt'> {
  readonly openedAt: Date;
  readonly lastAt: Date;
}

const COLUMNS = `
  i.id, i.case_id as "caseId", c.number as "caseNumber", i.key, i.what, i.error, i.state, i.opened_at as "openedAt", i.last_at as "lastAt"`;
const TABLES = 'incidents i left join cases c on c.id = i.case_id';
const ORDER = { openedAt: 'i.opened_at', lastAt: 'i.last_at', caseNumber: 'c.number', state: 'i.state' } as const;

const view = ({ openedAt, lastAt, ...incident }: IncidentRecord): IncidentView => ({
  ...incident,
  openedAt: iso(openedAt),
  lastAt: iso(lastAt),
});

/** Not of a case that the person may not know of. */
const KNOWN = 'c.process_id is null or c.process_id <> all(?::text[])';

async function findIncident(person: Person, id: string): Promise<IncidentView> {
  const where = new Where().add('i.id = ?', id).add(KNOWN, hiddenProcesses(person));
  const [row] = await selectWhere<IncidentRecord>(`select ${COLUMNS} from ${TABLES} where ${where.toString()}`, where);
  if (!row) throw notFound();
  return view(row);
}

const columns: readonly Column<IncidentView>[] = [
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Co se nedaří', 'What fails'), value: (row) => row.what },
  { title: words('Chyba', 'Error'), value: (row) => row.error },
  { title: words('Od', 'Since'), value: (row) => row.openedAt },
  { title: words('Naposledy', 'Last'), value: (row) => row.lastAt },
];

export const incidentRoutes: readonly Route[] = [
  list({
    name: 'incidents',
    path: '/api/incidents',
    summary: 'What keeps failing; open ones unless a state is asked for',
    may: ['incidents', 'list'],
    sortable: ['openedAt', 'lastAt', 'caseNumber', 'state'],
    defaultSort: ['openedAt', 'ASC'],
    filter: z.strictObject({ id: ids, caseId: z.uuid().optional(), state: z.enum(['open', 'retrying', 'resolved']).optional() }),
    row: schemas.incidentView,
    columns,
    find: ({ sort, offset, limit, filter }, { person, inTenant }) =>
      inTenant(async () => {
        const where = new Where().add(KNOWN, hiddenProcesses(person));
        where.addIf('i.id = any(?::uuid[])', filter.id).addIf('i.case_id = ?', filter.caseId).addIf('i.state = ?', filter.state);
        if (filter.state === undefined && filter.id === undefined) where.add(`i.state <> 'resolved'`);
        const rows = await selectWhere<IncidentRecord>(
          `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by ${ORDER[sort.field]} ${sort.direction} nulls last, i.id limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(`select count(*) as total from ${TABLES} where ${where.toString()}`, where);
        return { rows: rows.map(view), total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/incidents/:id',
    summary: 'One incident',
    auth: 'session',
    may: ['incidents', 'show'],
    params: idParams,
    response: schemas.incidentView,
    handler: ({ person, params, inTenant }) => inTenant(() => findIncident(person, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/incidents/:id/retry',
    summary: 'Try again what keeps failing',
    auth: 'session',
    may: ['incidents', 'retry'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({}).optional(),
    response: schemas.incidentView,
    handler: async (context) => {
      const { params, person, inTenant } = context;
      const incident = await inTenant(async () => {
        await findIncident(person, params.id);
        return Incident.findByPk(params.id);
      });
      if (!incident) throw notFound();
      if (incident.state === 'resolved') throw notNow(words('Závada už je odstraněna.', 'The incident is resolved already.'));
      await act(context, incident.caseId, { kind: 'retry', incidentKey: incident.key, actor: actorFor(person, ['incidents', 'retry']) });
      return inTenant(() => findIncident(person, params.id));
    },
  }),
];
