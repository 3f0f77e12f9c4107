import { z } from 'zod';
import { inTenant } from '../../models/database';
import { sendMade } from '../documents/fileAnswer';
import { params as tenantParams, tenantOf } from '../public/publicTenant';
import { ANSWERED, route, type Route } from '../route';
import { idParams, line } from '../schemas';
import { casePdf, draftPdf } from './applicationPdf';
import {
  checkOwnHash,
  checkPublicHash,
  hashCheck,
  publicCheck,
  receiptOf,
  receiptPdf,
  receiptView,
  submittedData,
  type MadeFile,
} from './receipt';
import type { Response } from 'express';

const sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/);

/** Of the receipt: processes/receiptCode.ts. */
const code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{16}$/);

function send(response: Response, { bytes, ...file }: MadeFile, download: boolean): typeof ANSWERED {
  sendMade(response, file, bytes, download);
  return ANSWERED;
}

export const printRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/drafts/:id/pdf',
    summary: 'The draft as a PDF that says on every page that it was not sent',
    auth: 'session',
    may: ['drafts', 'show'],
    params: idParams,
    produces: 'application/pdf',
    handler: async (context) => send(context.response, await draftPdf(context, context.params.id), false),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/application/pdf',
    summary: 'The application as a PDF, as it was submitted or as it stands after it was completed',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    query: z.strictObject({ as: z.enum(['submitted', 'current']).optional() }),
    produces: 'application/pdf',
    handler: async (context) => send(context.response, await casePdf(context, context.params.id, context.query.as ?? 'submitted'), false),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/receipt',
    summary: 'What was submitted when, with the SHA-256 of its data and of each attachment',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    response: receiptView,
    handler: (context) => receiptOf(context, context.params.id),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/receipt/pdf',
    summary: 'The receipt as a PDF',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    produces: 'application/pdf',
    handler: async (context) => send(context.response, await receiptPdf(context, context.params.id), false),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/receipt/data',
    summary: 'The submitted data in their canonical text: the file whose SHA-256 stands in the receipt',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    produces: 'application/json',
    handler: async (context) => send(context.response, await submittedData(context, context.params.id), true),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/receipt/check',
    summary: 'Which part of the submission has this SHA-256, the data or an attachment',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    query: z.strictObject({ sha256 }),
    response: hashCheck,
    handler: (context) => checkOwnHash(context, context.params.id, context.query.sha256),
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/receipt-check',
    summary: 'Is this the SHA-256 of the data that were submitted under this number, or with the code of the receipt of an attachment?',
    auth: 'public',
    params: tenantParams,
    query: z.strictObject({ number: line(3, 40), sha256, code: code.optional() }),
    response: publicCheck,
    handler: async ({ params, query }) => {
      const { id } = await tenantOf(params.slug);
      return inTenant(id, () => checkPublicHash(query.number, query.sha256, query.code));
    },
  }),
];
