import { z } from 'zod';
import { ANSWERED, route, type Route } from '../route';
import { idParams } from '../schemas';
import { exportCases } from './caseExporter';
import { changeChoice, createChoice, deleteChoice, listChoices } from './choiceKeeper';
import { choiceChanges, choiceFields, choiceView, exportBody, offerBody, offerSchema } from './exportSchemas';
import { offerOf, offerView } from './offer';

export const exportRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/case-exports/offer',
    summary: 'How many cases a filter lets through, and which columns of them the person may export',
    auth: 'session',
    may: ['cases', 'export'],
    body: offerBody,
    response: offerSchema,
    handler: ({ person, body, inTenant }) => inTenant(async () => offerView(await offerOf(person, body.filter))),
  }),
  route({
    method: 'post',
    path: '/api/case-exports',
    summary: 'A file of cases by chosen columns: a workbook (XLSX) or CSV',
    auth: 'session',
    may: ['cases', 'export'],
    body: exportBody,
    status: 200,
    produces: 'application/octet-stream',
    handler: async (context) => {
      await exportCases(context);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/export-choices',
    summary: 'Choices of columns kept by name: one’s own and those shared with the office',
    auth: 'session',
    may: ['exportChoices', 'list'],
    response: z.array(choiceView),
    handler: (context) => listChoices(context),
  }),
  route({
    method: 'post',
    path: '/api/export-choices',
    summary: 'Keep a choice of columns',
    auth: 'session',
    may: ['exportChoices', 'create'],
    idempotent: 'optional',
    body: choiceFields,
    status: 201,
    response: choiceView,
    handler: (context) => createChoice(context, context.body),
  }),
  route({
    method: 'patch',
    path: '/api/export-choices/:id',
    summary: 'Change a kept choice of columns',
    auth: 'session',
    may: ['exportChoices', 'edit'],
    params: idParams,
    ifMatch: true,
    body: choiceChanges,
    response: choiceView,
    handler: (context) => changeChoice(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/export-choices/:id',
    summary: 'Delete a kept choice of columns',
    auth: 'session',
    may: ['exportChoices', 'delete'],
    params: idParams,
    ifMatch: true,
    handler: (context) => deleteChoice(context, context.params.id, context.version),
  }),
];
