import { z } from 'zod';
import { bulkActs, type BulkAct, type BulkRow } from '../../processes/bulk';
import { words } from '../../processes/words';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { idParams, ids } from '../schemas';
import { findBulkActs, knownTo, showBulkAct } from './bulkPresenter';
import { accepted, bulkRow, bulkView, caseIds, deadlineBody, decisionBody, messageBody, preparation } from './bulkSchemas';
import { decideInBulk } from './decider';
import { moveInBulk } from './mover';
import { notifyInBulk } from './notifier';
import { prepareDecision } from './preparation';

const ORDER = { createdAt: 'b.created_at', endedAt: 'b.ended_at', act: 'b.act' } as const;

const columns: readonly Column<BulkRow>[] = [
  { title: words('Úkon', 'Act'), value: (row, language) => bulkActs[row.act][language] },
  { title: words('Kdo', 'By'), value: (row) => row.by.name },
  { title: words('Přijato', 'Accepted'), value: (row) => row.createdAt },
  { title: words('Dokončeno', 'Ended'), value: (row) => row.endedAt },
  { title: words('Spisů', 'Cases'), value: (row) => row.all },
  { title: words('Provedeno', 'Done'), value: (row) => row.done },
  { title: words('Odmítnuto', 'Refused'), value: (row) => row.refused },
];

export const bulkRoutes: readonly Route[] = [
  list({
    name: 'bulk-acts',
    path: '/api/bulk-acts',
    summary: 'Bulk acts of the tenant, the last ones first',
    may: ['bulkActs', 'list'],
    sortable: ['createdAt', 'endedAt', 'act'],
    defaultSort: ['createdAt', 'DESC'],
    filter: z.strictObject({
      id: ids,
      act: z.enum(Object.keys(bulkActs) as [BulkAct, ...BulkAct[]]).optional(),
      mine: z.boolean().optional(),
    }),
    row: bulkRow,
    columns,
    find: ({ sort, offset, limit, filter }, { person, inTenant }) =>
      inTenant(() => {
        const where = knownTo(person).addIf('b.id = any(?::uuid[])', filter.id).addIf('b.act = ?', filter.act);
        if (filter.mine === true) where.add('b.created_by = ?', person.id);
        return findBulkActs(where, `${ORDER[sort.field]} ${sort.direction} nulls last`, limit, offset);
      }),
  }),
  route({
    method: 'get',
    path: '/api/bulk-acts/:id',
    summary: 'A bulk act: how many of its items are through, and how each ended',
    auth: 'session',
    may: ['bulkActs', 'show'],
    params: idParams,
    response: bulkView,
    handler: ({ params, person, inTenant }) => inTenant(() => showBulkAct(person, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/bulk-acts/preparation',
    summary: 'What a decision on the chosen cases begins with; changes nothing',
    auth: 'session',
    may: ['bulkActs', 'create'],
    body: z.strictObject({ caseIds }),
    response: preparation,
    handler: (context) => context.inTenant(() => prepareDecision(context, context.body.caseIds)),
  }),
  route({
    method: 'post',
    path: '/api/bulk-acts/decisions',
    summary: 'Decide on many applications by one resolution; accepted whole or not at all, then carried out case by case',
    auth: 'session',
    may: ['bulkActs', 'create'],
    idempotent: true,
    body: decisionBody,
    status: 202,
    response: accepted,
    handler: (context) => decideInBulk(context, context.body),
  }),
  route({
    method: 'post',
    path: '/api/bulk-acts/deadlines',
    summary: 'Move the due day of a step in many cases; who has the task is told',
    auth: 'session',
    may: ['bulkActs', 'create'],
    idempotent: true,
    body: deadlineBody,
    status: 202,
    response: accepted,
    handler: (context) => moveInBulk(context, context.body),
  }),
  route({
    method: 'post',
    path: '/api/bulk-acts/messages',
    summary: 'Write to the applicants of many cases',
    auth: 'session',
    may: ['bulkActs', 'create'],
    idempotent: true,
    body: messageBody,
    status: 202,
    response: accepted,
    handler: (context) => notifyInBulk(context, context.body),
  }),
];
