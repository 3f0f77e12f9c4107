import { z } from 'zod';
import type { AreaView, FundView } from '../../processes/programmeViews';
import { words } from '../../processes/words';
import { csvMoney, list, type Column } from '../lists';
import { areaView, fundView } from '../programmes/programmeSchemas';
import { route, type Route } from '../route';
import { idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { createArea, deleteArea, editArea, findArea } from './areaEditor';
import { createFund, deleteFund, editFund, findFund } from './fundEditor';
import { areaChanges, areaFields, fundChanges, fundFields } from './fundFields';
import { AREA_ORDER, AREA_TABLES, findAreas, findFunds } from './fundPresenter';
import { orderAreas, orderFunds } from './ordering';

const yesNo = (value: boolean) => (value ? words('ano', 'yes') : words('ne', 'no'));

const fundColumns: readonly Column<FundView>[] = [
  { title: words('Fond', 'Fund'), value: (row) => row.name },
  { title: words('Účel', 'Purpose'), value: (row) => row.purpose },
  { title: words('Roční rozpočet (Kč)', 'Year budget (CZK)'), value: (row) => csvMoney(row.yearBudget) },
  { title: words('Oblasti podpory', 'Areas of support'), value: (row) => row.areas.map((area) => area.name).join(', ') },
  { title: words('Činný', 'Active'), value: (row, language) => yesNo(row.active)[language] },
];

const areaColumns: readonly Column<AreaView>[] = [
  { title: words('Fond', 'Fund'), value: (row) => row.fundName },
  { title: words('Oblast podpory', 'Area of support'), value: (row) => row.name },
  { title: words('Popis', 'Description'), value: (row) => row.description },
  { title: words('Programů', 'Programmes'), value: (row) => row.programmes },
  { title: words('Činná', 'Active'), value: (row, language) => yesNo(row.active)[language] },
];

const order = z.strictObject({ ids: z.array(z.uuid()).max(1000) });

const fundRoutesOwn: readonly Route[] = [
  list({
    name: 'funds',
    path: '/api/funds',
    summary: 'Funds with their areas of support',
    may: ['funds', 'list'],
    sortable: ['position', 'name', 'yearBudget'],
    defaultSort: ['position', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText, active: z.boolean().optional() }),
    row: fundView,
    columns: fundColumns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('f.id = any(?::uuid[])', filter.id).addIf('f.active = ?', filter.active);
        if (filter.q !== undefined && filter.q !== '')
          where.add(
            'fold(f.name) like ? or exists (select from areas a where a.fund_id = f.id and fold(a.name) like ?)',
            anywhere(filter.q),
            anywhere(filter.q),
          );
        const by = { position: 'f.position', name: 'f.name', yearBudget: 'f.year_budget' }[sort.field];
        const rows = await findFunds(where, `${by} ${sort.direction} nulls last, f.name`, limit, offset);
        const [count] = await selectWhere<{ total: number }>(`select count(*) as total from funds f where ${where.toString()}`, where);
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'post',
    path: '/api/funds',
    summary: 'Make a fund',
    auth: 'session',
    may: ['funds', 'create'],
    idempotent: 'optional',
    body: fundFields,
    status: 201,
    response: fundView,
    handler: (context) => createFund(context, context.body),
  }),
  route({
    method: 'put',
    path: '/api/funds/order',
    summary: 'Put the funds in this order',
    auth: 'session',
    may: ['funds', 'edit'],
    body: order,
    handler: (context) => orderFunds(context, context.body.ids),
  }),
  route({
    method: 'get',
    path: '/api/funds/:id',
    summary: 'A fund with its areas',
    auth: 'session',
    may: ['funds', 'show'],
    params: idParams,
    response: fundView,
    handler: ({ params, inTenant }) => inTenant(() => findFund(params.id)),
  }),
  route({
    method: 'patch',
    path: '/api/funds/:id',
    summary: 'Change a fund, or deactivate it',
    auth: 'session',
    may: ['funds', 'edit'],
    params: idParams,
    ifMatch: true,
    body: fundChanges,
    response: fundView,
    handler: (context) => editFund(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/funds/:id',
    summary: 'Delete a fund that has no areas',
    auth: 'session',
    may: ['funds', 'delete'],
    params: idParams,
    handler: (context) => deleteFund(context, context.params.id),
  }),
  route({
    method: 'put',
    path: '/api/funds/:id/order',
    summary: 'Put the areas of the fund in this order',
    auth: 'session',
    may: ['funds', 'edit'],
    params: idParams,
    body: order,
    handler: (context) => orderAreas(context, context.params.id, context.body.ids),
  }),
];

const areaRoutes: readonly Route[] = [
  list({
    name: 'areas',
    path: '/api/areas',
    summary: 'Areas of support',
    may: ['funds', 'list'],
    sortable: ['position', 'name'],
    defaultSort: ['position', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText, fundId: z.uuid().optional(), active: z.boolean().optional() }),
    row: areaView,
    columns: areaColumns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('a.id = any(?::uuid[])', filter.id).addIf('a.fund_id = ?', filter.fundId);
        where.addIf('(a.active and f.active) = ?', filter.active);
        if (filter.q !== undefined && filter.q !== '') where.add('fold(a.name) like ?', anywhere(filter.q));
        const by = sort.field === 'name' ? `a.name ${sort.direction}, a.id` : AREA_ORDER;
        const rows = await findAreas(where, by, limit, offset);
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from ${AREA_TABLES} where ${where.toString()}`,
          where,
        );
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'post',
    path: '/api/areas',
    summary: 'Make an area of support in a fund',
    auth: 'session',
    may: ['funds', 'create'],
    idempotent: 'optional',
    body: areaFields,
    status: 201,
    response: areaView,
    handler: (context) => createArea(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/areas/:id',
    summary: 'An area of support',
    auth: 'session',
    may: ['funds', 'show'],
    params: idParams,
    response: areaView,
    handler: ({ params, inTenant }) => inTenant(() => findArea(params.id)),
  }),
  route({
    method: 'patch',
    path: '/api/areas/:id',
    summary: 'Change an area, or deactivate it',
    auth: 'session',
    may: ['funds', 'edit'],
    params: idParams,
    ifMatch: true,
    body: areaChanges,
    response: areaView,
    handler: (context) => editArea(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/areas/:id',
    summary: 'Delete an area that has no programmes',
    auth: 'session',
    may: ['funds', 'delete'],
    params: idParams,
    handler: (context) => deleteArea(context, context.params.id),
  }),
];

export const fundRoutes: readonly Route[] = [...fundRoutesOwn, ...areaRoutes];
