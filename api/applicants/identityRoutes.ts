/** Identities of applicants as officials read them: who it is, who may act in its name, what it asked for. */
import { z } from 'zod';
import { ApplicantIdentity } from '../../models';
import type { ApplicantIdentityRow } from '../../processes/identities/views';
import { words } from '../../processes/words';
import { dataOf, grantedTo, peopleOf } from '../identities/identityPresenter';
import { applicantIdentityRow, applicantIdentityView } from '../identities/identitySchemas';
import { csvMoney, list, type Column } from '../lists';
import { namesOf, refTo } from '../names';
import { notFound } from '../problems';
import { route, type Route } from '../route';
import { idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { APPLIED_FOR } from './routes';

const COLUMNS = `
  i.id, i.applicant_kind as kind, i.name, i.ico, i.municipality,
  1 + (select count(*) from identity_people p where p.identity_id = i.id) as people,
  (select count(*) from cases c where c.identity_id = i.id and ${APPLIED_FOR}) as cases,
  coalesce((select sum(g.awarded)::bigint from cases c join grants g on g.case_id = c.id where c.identity_id = i.id), 0) as awarded`;

const ORDER = { name: 'name', ico: 'ico', municipality: 'municipality', cases: 'cases', awarded: 'awarded' } as const;

const columns: readonly Column<ApplicantIdentityRow>[] = [
  { title: words('Žadatel', 'Applicant'), value: (row) => row.name },
  { title: words('IČO', 'IČO'), value: (row) => row.ico },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  { title: words('Lidí s právem', 'People with a right'), value: (row) => row.people },
  { title: words('Spisů', 'Cases'), value: (row) => row.cases },
  { title: words('Přiznáno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
];

export const applicantIdentityRoutes: readonly Route[] = [
  list({
    name: 'applicantIdentities',
    path: '/api/applicant-identities',
    summary: 'Identities of applicants with the number of their cases and what they were awarded',
    may: ['applicants', 'list'],
    sortable: ['name', 'ico', 'municipality', 'cases', 'awarded'],
    defaultSort: ['name', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText }),
    row: applicantIdentityRow,
    columns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('i.id = any(?::uuid[])', filter.id);
        if (filter.q !== undefined && filter.q !== '') {
          where.add('i.search like ?', anywhere(filter.q));
        }
        const rows = await selectWhere<ApplicantIdentityRow>(
          `select * from (select ${COLUMNS} from applicant_identities i where ${where.toString()}) as found
           order by ${ORDER[sort.field]} ${sort.direction} nulls last, id limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from applicant_identities i where ${where.toString()}`,
          where,
        );
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/applicant-identities/:id',
    summary: 'An identity of an applicant with its people and cases',
    auth: 'session',
    may: ['applicants', 'show'],
    params: idParams,
    response: applicantIdentityView,
    handler: ({ params, inTenant }) =>
      inTenant(async () => {
        const identity = await ApplicantIdentity.findByPk(params.id);
        if (!identity) throw notFound();
        const names = await namesOf([identity.managerId]);
        return {
          id: identity.id,
          ...dataOf(identity),
          manager: refTo(names, identity.managerId) ?? { id: identity.managerId, name: '' },
          people: await peopleOf(identity.id),
          granted: await grantedTo(identity.id),
        };
      }),
  }),
];
