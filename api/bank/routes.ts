import { z } from 'zod';
import { moneyKinds } from '../../processes/banking/bankSteps';
import { entryStates, orderFormats, type DueView, type EntryView, type OrderView, type StatementView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import { plainFileName } from '../documents/fileKinds';
import { oneFile } from '../documents/upload';
import { says } from '../http/zodWords';
import { csvMoney, list, type Column } from '../lists';
import { invalid } from '../problems';
import { ANSWERED, route, type Route } from '../route';
import { day, id, idParams, searchText } from '../schemas';
import { assignEntries, confirmOffers, sayDistinct, setAside } from './confirming';
import { openDues } from './dues';
import { countEntries, findEntries } from './entries';
import { cancelOrder, makeOrder, orderFile } from './orderMaker';
import { findOrder, findOrders } from './orderPresenter';
import { dueView, entryCounts, entryView, orderView, pairResults, statementView } from './schemas';
import { findStatements, takeStatements } from './statementTaker';

const reason = z.string().trim().min(3).max(1000);
const taskId = z.string().regex(/^[0-9a-f-]{36}\.\w{1,60}\.\d{1,6}$/);
/** In one order, and in one confirmation. */
const MOST = 500;

const dueColumns: readonly Column<DueView>[] = [
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Příjemce', 'Recipient'), value: (row) => row.name },
  { title: words('Účet', 'Account'), value: (row) => row.account },
  { title: words('Částka (Kč)', 'Amount (CZK)'), value: (row) => csvMoney(row.amount) },
  { title: words('Variabilní symbol', 'Variable symbol'), value: (row) => row.variableSymbol },
  { title: words('Termín', 'Due'), value: (row) => row.dueAt },
];

const orderColumns: readonly Column<OrderView>[] = [
  { title: words('Soubor', 'File'), value: (row) => row.fileName },
  { title: words('Splatnost', 'Pay on'), value: (row) => row.payOn },
  { title: words('Plateb', 'Payments'), value: (row) => row.payments },
  { title: words('Celkem (Kč)', 'Total (CZK)'), value: (row) => csvMoney(row.total) },
  { title: words('Vytvořil', 'Made by'), value: (row) => row.createdBy.name },
  { title: words('Kdy', 'When'), value: (row) => row.createdAt },
  { title: words('Zrušen', 'Cancelled'), value: (row) => row.cancelledAt },
  { title: words('SHA-256', 'SHA-256'), value: (row) => row.sha256 },
];

const entryColumns: readonly Column<EntryView>[] = [
  { title: words('Datum', 'Date'), value: (row) => row.date },
  { title: words('Částka', 'Amount'), value: (row) => csvMoney(row.amount) },
  { title: words('Měna', 'Currency'), value: (row) => row.currency },
  { title: words('Variabilní symbol', 'Variable symbol'), value: (row) => row.variableSymbol },
  { title: words('Protiúčet', 'Counter-account'), value: (row) => row.counterAccount },
  { title: words('Protistrana', 'Other side'), value: (row) => row.counterName },
  { title: words('Zpráva', 'Message'), value: (row) => row.message },
  { title: words('Stav', 'State'), value: (row) => row.state },
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Důvod', 'Reason'), value: (row) => row.reason },
];

const statementColumns: readonly Column<StatementView>[] = [
  { title: words('Soubor', 'File'), value: (row) => row.fileName },
  { title: words('Účet', 'Account'), value: (row) => row.account },
  { title: words('Od', 'From'), value: (row) => row.firstOn },
  { title: words('Do', 'To'), value: (row) => row.lastOn },
  { title: words('Pohybů', 'Movements'), value: (row) => row.entries },
  { title: words('Z toho nových', 'New'), value: (row) => row.newEntries },
  { title: words('Načetl', 'Taken in by'), value: (row) => row.takenBy?.name ?? 'Fio' },
  { title: words('Kdy', 'When'), value: (row) => row.takenAt },
];

export const bankRoutes: readonly Route[] = [
  list({
    name: 'dues',
    path: '/api/bank/dues',
    summary: 'Open tasks that wait for money to go out or to come back',
    may: ['bank', 'list'],
    sortable: ['openedAt'],
    defaultSort: ['openedAt', 'ASC'],
    filter: z.strictObject({ kind: z.enum(moneyKinds).optional() }),
    row: dueView,
    columns: dueColumns,
    find: ({ filter, offset, limit }, context) =>
      context.inTenant(async () => {
        const dues = await openDues(context, filter.kind);
        return { rows: dues.slice(offset, offset + limit), total: dues.length };
      }),
  }),
  list({
    name: 'orders',
    path: '/api/bank/orders',
    summary: 'Payment orders, the newest first',
    may: ['bank', 'list'],
    sortable: ['createdAt'],
    defaultSort: ['createdAt', 'DESC'],
    filter: z.strictObject({}),
    row: orderView,
    columns: orderColumns,
    find: ({ offset, limit }, { inTenant }) => inTenant(() => findOrders(null, limit, offset)),
  }),
  route({
    method: 'post',
    path: '/api/bank/orders',
    summary: 'Make a file of payments for the bank (ABO or pain.001) and keep it',
    auth: 'session',
    may: ['bank', 'create'],
    idempotent: true,
    body: z.strictObject({
      taskIds: z.array(taskId).min(1).max(MOST),
      format: z.enum(orderFormats),
      payOn: day,
      accountId: id.optional(),
      again: z.boolean().default(false),
    }),
    status: 201,
    response: orderView,
    handler: (context) => makeOrder(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/bank/orders/:id',
    summary: 'A payment order with its payments',
    auth: 'session',
    may: ['bank', 'show'],
    params: idParams,
    response: orderView,
    handler: ({ params, inTenant }) => inTenant(() => findOrder(params.id)),
  }),
  route({
    method: 'get',
    path: '/api/bank/orders/:id/file',
    summary: 'The file for the bank, as it was made; recorded as taken out',
    auth: 'session',
    may: ['bank', 'export'],
    params: idParams,
    produces: 'application/octet-stream',
    handler: async (context) => {
      const { fileName, content } = await orderFile(context, context.params.id);
      context.response
        .set({
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename="${fileName}"`,
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        })
        .send(content);
      return ANSWERED;
    },
  }),
  route({
    method: 'post',
    path: '/api/bank/orders/:id/cancel',
    summary: 'Cancel an order that was not given to the bank',
    auth: 'session',
    may: ['bank', 'act'],
    params: idParams,
    body: z.strictObject({ reason }),
    response: orderView,
    handler: (context) => cancelOrder(context, context.params.id, context.body.reason),
  }),
  list({
    name: 'statements',
    path: '/api/bank/statements',
    summary: 'Statements that were taken in, the newest first',
    may: ['bank', 'list'],
    sortable: ['takenAt'],
    defaultSort: ['takenAt', 'DESC'],
    filter: z.strictObject({}),
    row: statementView,
    columns: statementColumns,
    find: ({ offset, limit }, { inTenant }) => inTenant(() => findStatements(null, limit, offset)),
  }),
  route({
    method: 'post',
    path: '/api/bank/statements',
    summary: 'Take in a statement (Fio JSON, GPC/ABO, camt.053; 20 MB); known movements are left as they are',
    auth: 'session',
    may: ['bank', 'create'],
    middleware: oneFile,
    consumes: 'multipart/form-data',
    body: z.strictObject({}),
    status: 201,
    response: z.array(statementView),
    handler: async (context) => {
      const { file } = context.request;
      if (!file) throw invalid({ file: words('Vyberte soubor.', 'Choose a file.') });
      return [...(await takeStatements(context, { fileName: plainFileName(file.originalname), bytes: file.buffer }))];
    },
  }),
  list({
    name: 'entries',
    path: '/api/bank/entries',
    summary: 'Movements of the account: where each stands and, if it fits nothing, why',
    may: ['bank', 'list'],
    sortable: ['date'],
    defaultSort: ['date', 'DESC'],
    filter: z.strictObject({ state: z.enum(entryStates).optional(), statementId: id.optional(), q: searchText }),
    row: entryView,
    columns: entryColumns,
    find: ({ filter, offset, limit }, context) => context.inTenant(() => findEntries(context, filter, limit, offset)),
  }),
  route({
    method: 'get',
    path: '/api/bank/entries/counts',
    summary: 'How many movements stand where, and their sums',
    auth: 'session',
    may: ['bank', 'list'],
    response: entryCounts,
    handler: (context) => context.inTenant(() => countEntries(context)),
  }),
  route({
    method: 'post',
    path: '/api/bank/entries/:id/aside',
    summary: 'Put a movement away with a reason, or back among those that wait (reason null)',
    auth: 'session',
    may: ['bank', 'act'],
    params: idParams,
    body: z.strictObject({ reason: reason.nullable() }),
    handler: (context) => setAside(context, context.params.id, context.body.reason),
  }),
  route({
    method: 'post',
    path: '/api/bank/entries/:id/distinct',
    summary: 'Say that a movement that looks like one from another source is another one',
    auth: 'session',
    may: ['bank', 'act'],
    params: idParams,
    body: z.strictObject({ reason }),
    handler: (context) => sayDistinct(context, context.params.id, context.body.reason),
  }),
  route({
    method: 'post',
    path: '/api/bank/matches',
    summary: 'Confirm offered pairs: each completes its task; says of each how it went',
    auth: 'session',
    may: ['bank', 'act'],
    idempotent: true,
    body: z.strictObject({
      pairs: z
        .array(z.strictObject({ entryId: id, taskId }))
        .min(1)
        .max(MOST)
        .refine(
          (pairs) => new Set(pairs.map(({ entryId }) => entryId)).size === pairs.length,
          says('Každý pohyb potvrďte jen jednou.', 'Confirm each movement once.'),
        ),
    }),
    response: pairResults,
    handler: (context) => confirmOffers(context, context.body.pairs),
  }),
  route({
    method: 'post',
    path: '/api/bank/assignments',
    summary: 'Say by hand that these movements together are the payment of a task',
    auth: 'session',
    may: ['bank', 'act'],
    idempotent: true,
    body: z.strictObject({ entryIds: z.array(id).min(1).max(50), taskId, reason: reason.optional() }),
    response: pairResults,
    handler: (context) => assignEntries(context, context.body),
  }),
];
