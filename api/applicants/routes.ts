import { z } from 'zod';
import type { ApplicantView } from '../../processes/views';
import { words } from '../../processes/words';
import { CONFIDENTIAL } from '../cases/reading';
import { csvMoney, list, type Column } from '../lists';
import { notFound } from '../problems';
import { route, type Route } from '../route';
import { idParams, ids, searchText } from '../schemas';
import { anywhere, select, selectWhere, Where } from '../sql';
import { schemas } from '../viewSchemas';

/** Confidential proceedings are no applications, and nobody is to read of them in a count. */
export const APPLIED_FOR = `c.process_id <> all(array[${CONFIDENTIAL.map((id) => `'${id}'`).join(', ')}]::text[])`;

/** Who has applied, or could: people with the role, or with a case. Awarded sums are of this tenant, all years. */
const COLUMNS = `
  u.id, coalesce((select c.applicant_name from cases c where c.applicant_id = u.id order by c.opened_at desc limit 1), u.name) as name, u.email, u.phone,
  (select count(*) from cases c where c.applicant_id = u.id and ${APPLIED_FOR}) as cases,
  coalesce((select sum(g.awarded)::bigint from grants g where g.applicant_id = u.id), 0) as awarded`;

const ORDER = { name: 'name', email: 'email', cases: 'cases', awarded: 'awarded' } as const;

const columns: readonly Column<ApplicantView>[] = [
  { title: words('Žadatel', 'Applicant'), value: (row) => row.name },
  { title: words('E-mail', 'E-mail'), value: (row) => row.email },
  { title: words('Telefon', 'Phone'), value: (row) => row.phone },
  { title: words('Spisů', 'Cases'), value: (row) => row.cases },
  { title: words('Přiznáno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
];

export const applicantRoutes: readonly Route[] = [
  list({
    name: 'applicants',
    path: '/api/applicants',
    summary: 'Applicants of the tenant with the number of their cases and what they were awarded',
    may: ['applicants', 'list'],
    sortable: ['name', 'email', 'cases', 'awarded'],
    defaultSort: ['name', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText }),
    row: schemas.applicantView,
    columns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().add(`'applicant' = any(u.roles) or exists (select from cases c where c.applicant_id = u.id)`);
        where.addIf('u.id = any(?::uuid[])', filter.id);
        if (filter.q !== undefined && filter.q !== '') {
          const text = anywhere(filter.q);
          where.add('u.search like ? or exists (select from cases c where c.applicant_id = u.id and c.search like ?)', text, text);
        }
        const rows = await selectWhere<ApplicantView>(
          `select * from (select ${COLUMNS} from users u where ${where.toString()}) as found order by ${ORDER[sort.field]} ${sort.direction}, id limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(`select count(*) as total from users u where ${where.toString()}`, where);
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/applicants/:id',
    summary: 'One applicant',
    auth: 'session',
    may: ['applicants', 'show'],
    params: idParams,
    response: schemas.applicantView,
    handler: ({ params, inTenant }) =>
      inTenant(async () => {
        const [row] = await select<ApplicantView>(
          `select ${COLUMNS} from users u where u.id = $1 and ('applicant' = any(u.roles) or exists (select from cases c where c.applicant_id = u.id))`,
          [params.id],
        );
        if (!row) throw notFound();
        return row;
      }),
  }),
];
