import { z } from 'zod';
import { sectionSchemas } from '../officersSection/schemas';
import { route, type Route } from '../route';
import { idParams } from '../schemas';
import { beginInspection, changeInspection, dropInspection, inspectionFields, listInspections } from './inspectionEditor';
import { finishInspection } from './inspectionFinisher';

export const inspectionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:id/inspections',
    summary: 'Records of inspections of a case',
    auth: 'session',
    may: ['inspections', 'list'],
    params: idParams,
    response: z.array(sectionSchemas.inspectionView),
    handler: (context) => listInspections(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/inspections',
    summary: 'Begin a record of an inspection',
    auth: 'session',
    may: ['inspections', 'create'],
    params: idParams,
    idempotent: 'optional',
    body: inspectionFields,
    status: 201,
    response: sectionSchemas.inspectionView,
    handler: (context) => beginInspection(context, context.params.id, context.body),
  }),
  route({
    method: 'patch',
    path: '/api/inspections/:id',
    summary: 'Change the draft of a record',
    auth: 'session',
    may: ['inspections', 'edit'],
    params: idParams,
    ifMatch: true,
    body: inspectionFields,
    response: sectionSchemas.inspectionView,
    handler: (context) => changeInspection(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/inspections/:id',
    summary: 'Throw the draft of a record away',
    auth: 'session',
    may: ['inspections', 'delete'],
    params: idParams,
    ifMatch: true,
    handler: (context) => dropInspection(context, context.params.id, context.version),
  }),
  route({
    method: 'post',
    path: '/api/inspections/:id/finish',
    summary: 'Finish the record: it stays as it is, as a PDF among the documents of the case too',
    auth: 'session',
    may: ['inspections', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({}).optional(),
    response: sectionSchemas.inspectionView,
    handler: (context) => finishInspection(context, context.params.id, context.version),
  }),
];
