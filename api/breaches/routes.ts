import { route, type Route } from '../route';
import { idParams } from '../schemas';
import { beginBreach, beginning, begun } from './breachBeginner';
import { breachesView, showBreaches } from './breachRecords';

export const breachRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:id/breach',
    summary: 'Proceedings on a breach of budget discipline beside a grant; for who may know of them',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    response: breachesView,
    handler: (context) => showBreaches(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/breach',
    summary: 'Begin proceedings on a breach of budget discipline; one at a time of a grant',
    auth: 'session',
    may: ['cases', 'create'],
    params: idParams,
    idempotent: true,
    body: beginning,
    status: 201,
    response: begun,
    handler: (context) => beginBreach(context, context.params.id, context.body),
  }),
];
