import { z } from 'zod';
import type { ProgrammeView } from '../../processes/views';
import { words } from '../../processes/words';
import { csvMoney, list, type Column } from '../lists';
import { route, type Route } from '../route';
import { idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { schemas } from '../viewSchemas';
import { copyProgramme } from './programmeCopier';
import { addCall, closeCall, editCall, publishCall } from './callEditor';
import { closeProgramme, createProgramme, editProgramme, findProgramme, publishProgramme } from './programmeEditor';
import { callChanges, callFields, programmeChanges, programmeFields } from './programmeFields';
import { callView } from './programmeSchemas';
import { formItems } from '../forms/itemSchemas';
import { keepForm, showForm } from './formKeeper';
import { findProgrammes, PROGRAMME_TABLES } from './programmePresenter';

const ORDER = {
  title: 'p.title',
  intakeOpensAt: 'k.intake_opens_at',
  intakeClosesAt: 'k.intake_closes_at',
  totalAmount: 'p.total_amount',
  maxAmount: 'p.max_amount',
  state: 'p.state',
  publishedAt: 'k.published_at',
} as const;

const columns: readonly Column<ProgrammeView>[] = [
  { title: words('Program', 'Programme'), value: (row) => row.title },
  { title: words('Fond', 'Fund'), value: (row) => row.fund?.name ?? '' },
  { title: words('Oblast', 'Area'), value: (row) => row.area },
  { title: words('Celkem (Kč)', 'Total (CZK)'), value: (row) => csvMoney(row.totalAmount) },
  { title: words('Nejvýše v jednom případě (Kč)', 'Maximum in one case (CZK)'), value: (row) => csvMoney(row.maxAmount) },
  { title: words('Příjem od', 'Intake opens'), value: (row) => row.intakeOpensAt },
  { title: words('Příjem do', 'Intake closes'), value: (row) => row.intakeClosesAt },
  { title: words('Žádostí', 'Applications'), value: (row) => row.counts?.applications ?? 0 },
  { title: words('Požadováno (Kč)', 'Requested (CZK)'), value: (row) => csvMoney(row.counts?.requested ?? 0) },
  { title: words('Přiznáno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.counts?.awarded ?? 0) },
  { title: words('Vyplaceno (Kč)', 'Paid (CZK)'), value: (row) => csvMoney(row.counts?.paid ?? 0) },
];

const noBody = z.strictObject({}).optional();
const callParams = idParams.extend({ callId: z.uuid() });

export const programmeRoutes: readonly Route[] = [
  list({
    name: 'programmes',
    path: '/api/programmes',
    summary: 'Programmes of the tenant, drafts included',
    may: ['programmes', 'list'],
    sortable: ['title', 'intakeOpensAt', 'intakeClosesAt', 'totalAmount', 'maxAmount', 'state', 'publishedAt'],
    defaultSort: ['intakeOpensAt', 'DESC'],
    filter: z.strictObject({
      id: ids,
      q: searchText,
      state: z.enum(['draft', 'published', 'closed']).optional(),
      open: z.boolean().optional(),
      areaId: z.uuid().optional(),
      fundId: z.uuid().optional(),
    }),
    row: schemas.programmeView,
    columns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('p.id = any(?::uuid[])', filter.id).addIf('p.state = ?', filter.state);
        where.addIf('p.area_id = ?', filter.areaId).addIf('a.fund_id = ?', filter.fundId);
        where.addIf(
          `(p.state = 'published' and k.published_at is not null and k.closed_at is null and now() between k.intake_opens_at and k.intake_closes_at) = ?`,
          filter.open,
        );
        if (filter.q !== undefined && filter.q !== '')
          where.add('fold(p.title) like ? or fold(coalesce(a.name, p.area)) like ?', anywhere(filter.q), anywhere(filter.q));
        const rows = await findProgrammes(where, `${ORDER[sort.field]} ${sort.direction} nulls last`, limit, offset);
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from ${PROGRAMME_TABLES} where ${where.toString()}`,
          where,
        );
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'post',
    path: '/api/programmes',
    summary: 'Make a programme; it is a draft until it is published',
    auth: 'session',
    may: ['programmes', 'create'],
    idempotent: 'optional',
    body: programmeFields,
    status: 201,
    response: schemas.programmeView,
    handler: (context) => createProgramme(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/programmes/:id',
    summary: 'A programme with its figures',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    response: schemas.programmeView,
    handler: ({ params, inTenant }) => inTenant(() => findProgramme(params.id)),
  }),
  route({
    method: 'patch',
    path: '/api/programmes/:id',
    summary: 'Change a programme; after publication only what the law leaves open',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: programmeChanges,
    response: schemas.programmeView,
    handler: (context) => editProgramme(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'get',
    path: '/api/programmes/:id/form',
    summary: 'What the programme asks beyond the law, in its last version, and the whole form as the applicant sees it',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    response: schemas.applicationFormView,
    handler: (context) => showForm(context, context.params.id),
  }),
  route({
    method: 'put',
    path: '/api/programmes/:id/form',
    summary: 'Keep it as the next version; applications that have begun keep theirs',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ items: formItems }),
    response: schemas.applicationFormView,
    handler: (context) => keepForm(context, context.params.id, context.body.items, context.version),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/copy',
    summary: 'The same programme for the next year, as a draft',
    auth: 'session',
    may: ['programmes', 'create'],
    params: idParams,
    idempotent: true,
    body: noBody,
    status: 201,
    response: schemas.programmeView,
    handler: (context) => copyProgramme(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/publish',
    summary: 'Publish, at the latest 30 days before the intake opens',
    auth: 'session',
    may: ['programmes', 'publish'],
    params: idParams,
    body: noBody,
    response: schemas.programmeView,
    handler: (context) => publishProgramme(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/close',
    summary: 'End the programme: none of its calls takes applications any more',
    auth: 'session',
    may: ['programmes', 'publish'],
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(3).max(1000) }),
    response: schemas.programmeView,
    handler: (context) => closeProgramme(context, context.params.id, context.body.reason),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/calls',
    summary: 'Add a further call; it is prepared until it is published',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    idempotent: 'optional',
    body: callFields,
    status: 201,
    response: callView,
    handler: (context) => addCall(context, context.params.id, context.body),
  }),
  route({
    method: 'patch',
    path: '/api/programmes/:id/calls/:callId',
    summary: 'Change a call; after publication its intake can only be prolonged and its settlement postponed',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: callParams,
    ifMatch: true,
    body: callChanges,
    response: callView,
    handler: (context) => editCall(context, context.params.id, context.params.callId, context.body, context.version),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/calls/:callId/publish',
    summary: 'Publish a further call, at the latest 30 days before its intake opens',
    auth: 'session',
    may: ['programmes', 'publish'],
    params: callParams,
    body: noBody,
    response: callView,
    handler: (context) => publishCall(context, context.params.id, context.params.callId),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/calls/:callId/close',
    summary: 'End the intake of one call before its time',
    auth: 'session',
    may: ['programmes', 'publish'],
    params: callParams,
    body: z.strictObject({ reason: z.string().trim().min(3).max(1000) }),
    response: callView,
    handler: (context) => closeCall(context, context.params.id, context.params.callId, context.body.reason),
  }),
];
