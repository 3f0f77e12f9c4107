import { z } from 'zod';
import type { BankAccountView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { bankAccount, day, idParams, line } from '../schemas';
import { addAccount, changeAccount, findAccounts, keepToken } from './accountKeeper';
import { fetchMovements } from './fioFetcher';
import { accountView, taskMovementsView, fetchedView, pairResults } from './schemas';
import { confirmMovements, movementsOf } from './taskMovements';

const columns: readonly Column<BankAccountView>[] = [
  { title: words('Název', 'Name'), value: (row) => row.name },
  { title: words('Účet', 'Account'), value: (row) => row.account },
  { title: words('Zrušen', 'Retired'), value: (row) => row.retiredAt },
  { title: words('Token Fio od', 'Fio token since'), value: (row) => row.fio?.setAt ?? null },
];
const taskParams = z.object({ id: z.string().regex(/^[0-9a-f-]{36}\.\w{1,60}\.\d{1,6}$/) });
const reason = z.string().trim().min(3).max(1000);

export const bankAccountRoutes: readonly Route[] = [
  list({
    name: 'accounts',
    path: '/api/bank/accounts',
    summary: 'Accounts of the office, the default one first; of tokens only that they are there',
    may: ['bankAccounts', 'list'],
    sortable: ['name'],
    defaultSort: ['name', 'ASC'],
    filter: z.strictObject({}),
    row: accountView,
    columns,
    find: ({ offset, limit }, { inTenant }) =>
      inTenant(async () => {
        const accounts = await findAccounts();
        return { rows: accounts.slice(offset, offset + limit), total: accounts.length };
      }),
  }),
  route({
    method: 'post',
    path: '/api/bank/accounts',
    summary: 'Add an account of the office',
    auth: 'session',
    may: ['bankAccounts', 'create'],
    idempotent: true,
    body: z.strictObject({ name: line(2, 100), account: bankAccount }),
    status: 201,
    response: accountView,
    handler: (context) => addAccount(context, context.body),
  }),
  route({
    method: 'patch',
    path: '/api/bank/accounts/:id',
    summary: 'Rename an account, or retire it and take it back',
    auth: 'session',
    may: ['bankAccounts', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ name: line(2, 100), retired: z.boolean() }).partial(),
    response: accountView,
    handler: (context) => changeAccount(context, context.params.id, context.version, context.body),
  }),
  route({
    method: 'put',
    path: '/api/bank/accounts/:id/token',
    summary: 'Keep a token of Fio for the account, sealed; it is never given out',
    auth: 'session',
    may: ['bankAccounts', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ token: z.string().trim().min(1).max(200) }),
    response: accountView,
    handler: (context) => keepToken(context, context.params.id, context.version, context.body.token),
  }),
  route({
    method: 'delete',
    path: '/api/bank/accounts/:id/token',
    summary: 'Forget the token of the account',
    auth: 'session',
    may: ['bankAccounts', 'edit'],
    params: idParams,
    ifMatch: true,
    response: accountView,
    handler: (context) => keepToken(context, context.params.id, context.version, null),
  }),
  route({
    method: 'post',
    path: '/api/bank/accounts/:id/fetch',
    summary: 'Fetch movements from Fio: since the last time, or of a period; once in 30 seconds',
    auth: 'session',
    may: ['bank', 'create'],
    params: idParams,
    body: z.strictObject({ period: z.strictObject({ from: day, to: day }).nullable() }),
    response: fetchedView,
    handler: (context) => fetchMovements(context, context.params.id, context.body.period),
  }),
  route({
    method: 'get',
    path: '/api/tasks/:id/movements',
    summary: 'Movements of the account that belong to this task of money, or may',
    auth: 'session',
    may: ['tasks', 'show'],
    params: taskParams,
    response: taskMovementsView,
    handler: async (context) => ({ entries: await movementsOf(context, context.params.id) }),
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/movements',
    summary: 'Say that these movements together are the money of this task; completes it',
    auth: 'session',
    may: ['tasks', 'act'],
    params: taskParams,
    idempotent: true,
    body: z.strictObject({ entryIds: z.array(z.uuid()).min(1).max(50), reason: reason.optional() }),
    response: pairResults,
    handler: (context) => confirmMovements(context, context.params.id, context.body),
  }),
];
