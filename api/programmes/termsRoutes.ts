import { route, type Route } from '../route';
import { idParams } from '../schemas';
import { grantTerms, grantTermsView, keepTerms, showTerms } from './termsKeeper';

export const termsRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/programmes/:id/terms',
    summary: 'In what parts it pays, how settlements are checked, what share the applicant pays',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    response: grantTermsView,
    handler: (context) => showTerms(context, context.params.id),
  }),
  route({
    method: 'put',
    path: '/api/programmes/:id/terms',
    summary: 'Change them; they stand once the programme is published',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: grantTerms,
    response: grantTermsView,
    handler: (context) => keepTerms(context, context.params.id, context.body, context.version),
  }),
];
