import { z } from 'zod';
import { sendMade } from '../documents/fileAnswer';
import { ANSWERED, route, type Route } from '../route';
import { idParams } from '../schemas';
import { beginPublication, changePublication, listSettlements } from './editor';
import { previewPublication, publishSettlement, withdrawSettlement } from './publisher';
import { acceptedSettlementView, publicationView, wordings } from './schemas';

export const publicSettlementRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:id/public-settlements',
    summary: 'Accepted settlements of a grant with their public versions; amounts in haléř',
    auth: 'session',
    may: ['publicSettlements', 'list'],
    params: idParams,
    response: z.array(acceptedSettlementView),
    handler: (context) => listSettlements(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/public-settlements',
    summary: 'Begin the public version of an accepted settlement, with recognisable personal data blackened',
    auth: 'session',
    may: ['publicSettlements', 'edit'],
    params: idParams,
    idempotent: 'optional',
    body: z.strictObject({ ordinal: z.int().min(1).max(1_000) }),
    status: 201,
    response: publicationView,
    handler: (context) => beginPublication(context, context.params.id, context.body.ordinal),
  }),
  route({
    method: 'patch',
    path: '/api/public-settlements/:id',
    summary: 'Set what is published of each free text: as it is, blackened in parts, or left out',
    auth: 'session',
    may: ['publicSettlements', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ texts: wordings }),
    response: publicationView,
    handler: (context) => changePublication(context, context.params.id, context.body.texts, context.version),
  }),
  route({
    method: 'get',
    path: '/api/public-settlements/:id/preview',
    summary: 'The public version as a PDF that says it is not published',
    auth: 'session',
    may: ['publicSettlements', 'show'],
    params: idParams,
    produces: 'application/pdf',
    handler: async (context) => {
      const { fileName, bytes } = await previewPublication(context, context.params.id);
      sendMade(context.response, { fileName, mediaType: 'application/pdf' }, bytes);
      return ANSWERED;
    },
  }),
  route({
    method: 'post',
    path: '/api/public-settlements/:id/publish',
    summary: 'Publish the settlement in the register of grants; what still looks like personal data must be confirmed to be none',
    auth: 'session',
    may: ['publicSettlements', 'publish'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ confirmed: z.boolean().optional() }).optional(),
    response: publicationView,
    handler: (context) => publishSettlement(context, context.params.id, context.body?.confirmed ?? false, context.version),
  }),
  route({
    method: 'post',
    path: '/api/public-settlements/:id/withdraw',
    summary: 'Take the settlement out of the register of grants, with the reason',
    auth: 'session',
    may: ['publicSettlements', 'publish'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1_000) }),
    response: publicationView,
    handler: (context) => withdrawSettlement(context, context.params.id, context.body.reason, context.version),
  }),
];
