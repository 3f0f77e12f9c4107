import { z } from 'zod';
import { route, type Route } from '../route';
import { idParams } from '../schemas';
import { schemas } from '../viewSchemas';
import { checkDraft, createDraft, deleteDraft, saveDraft, showDraft } from './draftKeeper';
import { ownDrafts } from './draftPresenter';
import { submitDraft } from './draftSubmitter';

export const draftRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/drafts',
    summary: 'Drafts that were not submitted: one’s own, and those in the name of identities that one shares',
    auth: 'session',
    may: ['drafts', 'list'],
    response: z.array(schemas.draftRow),
    handler: ({ person, inTenant }) => inTenant(() => ownDrafts(person)),
  }),
  route({
    method: 'post',
    path: '/api/drafts',
    summary: 'Begin an application',
    auth: 'session',
    may: ['drafts', 'create'],
    idempotent: 'optional',
    body: z.strictObject({
      processId: z.string().min(1).max(40),
      subjectId: z.uuid().nullable().default(null),
      identityId: z.uuid().nullable().default(null),
    }),
    status: 201,
    response: schemas.draftRow,
    handler: (context) => createDraft(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/drafts/:id',
    summary: 'A draft with its form',
    auth: 'session',
    may: ['drafts', 'show'],
    params: idParams,
    response: schemas.draftView,
    handler: (context) => context.inTenant(() => showDraft(context, context.params.id)),
  }),
  route({
    method: 'put',
    path: '/api/drafts/:id',
    summary: 'Store what was typed so far',
    auth: 'session',
    may: ['drafts', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ data: z.record(z.string(), z.unknown()) }),
    response: schemas.draftRow,
    handler: (context) => saveDraft(context, context.params.id, context.body.data, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/drafts/:id',
    summary: 'Throw a draft away',
    auth: 'session',
    may: ['drafts', 'delete'],
    params: idParams,
    handler: (context) => deleteDraft(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/drafts/:id/check',
    summary: 'What would keep the application from being submitted; no errors and not closed: it is fine',
    auth: 'session',
    may: ['drafts', 'show'],
    params: idParams,
    body: z.strictObject({}).optional(),
    response: z.object({ errors: z.record(z.string(), z.string()), closed: z.string().nullable() }),
    handler: async (context) => {
      const { errors, closed } = await checkDraft(context, context.params.id);
      return {
        closed: closed?.[context.language] ?? null,
        errors: Object.fromEntries(Object.entries(errors).map(([path, text]) => [path, text[context.language]])),
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/drafts/:id/submit',
    summary: 'Submit the application: the case begins and gets its number',
    auth: 'session',
    may: ['drafts', 'edit'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({}).optional(),
    status: 201,
    response: z.object({ caseId: z.string(), number: z.string() }),
    handler: (context) => submitDraft(context, context.params.id),
  }),
];
