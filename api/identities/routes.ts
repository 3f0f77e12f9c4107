import { z } from 'zod';
import { words } from '../../processes/words';
import { goesAsDownload, sendStored, storedBytes } from '../documents/fileAnswer';
import { oneFile } from '../documents/upload';
import { invalid } from '../problems';
import { ANSWERED, route, type Route } from '../route';
import { day, email, id, idParams, line } from '../schemas';
import { schemas } from '../viewSchemas';
import { createIdentity, deleteIdentity, editIdentity } from './identityEditor';
import { identitiesOf, identityFor, identityView as viewOf } from './identityPresenter';
import { identityDocumentView, identityFields, identityRow, identityView, invitationView, right } from './identitySchemas';
import { token } from './invitationLink';
import { keepPaper, papersOf, putPaperToDraft, readPaper, removePaper } from './keptPapers';
import { acceptInvitation, changeRight, handOver, revokeRight, shareIdentity, showInvitation, withdrawInvitation } from './sharing';

const personParams = z.strictObject({ id, userId: id });
const paperParams = z.strictObject({ id, paperId: id });
const tokenParams = z.strictObject({ token: z.string().regex(token) });

export const identityRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/identities',
    summary: 'Applicants in whose name the person may act, each with the right to it',
    auth: 'session',
    may: ['identities', 'list'],
    response: z.array(identityRow),
    handler: ({ person, inTenant }) => inTenant(() => identitiesOf(person)),
  }),
  route({
    method: 'post',
    path: '/api/identities',
    summary: 'Keep an applicant, whom the person then manages',
    auth: 'session',
    may: ['identities', 'create'],
    idempotent: 'optional',
    body: identityFields,
    status: 201,
    response: identityView,
    handler: (context) => createIdentity(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/identities/:id',
    summary: 'An applicant with its people and what it got here',
    auth: 'session',
    may: ['identities', 'show'],
    params: idParams,
    response: identityView,
    handler: ({ person, params, inTenant }) => inTenant(async () => viewOf(person, await identityFor(person, params.id, 'view'))),
  }),
  route({
    method: 'put',
    path: '/api/identities/:id',
    summary: 'Change an applicant; applications that were begun keep what they say',
    auth: 'session',
    may: ['identities', 'edit'],
    params: idParams,
    ifMatch: true,
    body: identityFields,
    response: identityView,
    handler: (context) => editIdentity(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/identities/:id',
    summary: 'Delete an applicant in whose name nothing was written',
    auth: 'session',
    may: ['identities', 'delete'],
    params: idParams,
    handler: (context) => deleteIdentity(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/identities/:id/people',
    summary: 'Share it: at once with who has an account, by a letter with who has none',
    auth: 'session',
    may: ['identities', 'edit'],
    params: idParams,
    body: z.strictObject({ email, may: right }),
    response: identityView,
    handler: (context) => shareIdentity(context, context.params.id, context.body),
  }),
  route({
    method: 'put',
    path: '/api/identities/:id/people/:userId',
    summary: 'Change somebody’s right to it',
    auth: 'session',
    may: ['identities', 'edit'],
    params: personParams,
    body: z.strictObject({ may: right }),
    response: identityView,
    handler: (context) => changeRight(context, context.params.id, context.params.userId, context.body.may),
  }),
  route({
    method: 'delete',
    path: '/api/identities/:id/people/:userId',
    summary: 'Take somebody’s right to it, or give up one’s own',
    auth: 'session',
    may: ['identities', 'edit'],
    params: personParams,
    handler: (context) => revokeRight(context, context.params.id, context.params.userId),
  }),
  route({
    method: 'post',
    path: '/api/identities/:id/manager',
    summary: 'Hand the managing of it over to one of its people',
    auth: 'session',
    may: ['identities', 'edit'],
    params: idParams,
    body: z.strictObject({ userId: id }),
    response: identityView,
    handler: (context) => handOver(context, context.params.id, context.body.userId),
  }),
  route({
    method: 'delete',
    path: '/api/identities/:id/invitations/:invitationId',
    summary: 'Cancel an invitation',
    auth: 'session',
    may: ['identities', 'edit'],
    params: z.strictObject({ id, invitationId: id }),
    handler: (context) => withdrawInvitation(context, context.params.id, context.params.invitationId),
  }),
  route({
    method: 'get',
    path: '/api/invitations/:token',
    summary: 'What an invitation offers',
    auth: 'session',
    may: ['identities', 'show'],
    params: tokenParams,
    response: invitationView,
    handler: (context) => showInvitation(context, context.params.token),
  }),
  route({
    method: 'post',
    path: '/api/invitations/:token/accept',
    summary: 'Accept an invitation with the account of the e-mail that it was sent to',
    auth: 'session',
    may: ['identities', 'edit'],
    params: tokenParams,
    body: z.strictObject({}).optional(),
    response: z.object({ identityId: z.string() }),
    handler: (context) => acceptInvitation(context, context.params.token),
  }),
  route({
    method: 'get',
    path: '/api/identities/:id/papers',
    summary: 'Papers kept for later applications',
    auth: 'session',
    may: ['identities', 'show'],
    params: idParams,
    response: z.array(identityDocumentView),
    handler: (context) => papersOf(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/identities/:id/papers',
    summary: 'Keep a paper for later applications (20 MB; pdf, png, jpeg, docx, xlsx, odt, ods, txt, csv)',
    auth: 'session',
    may: ['identities', 'edit'],
    params: idParams,
    middleware: oneFile,
    consumes: 'multipart/form-data',
    body: z.strictObject({ title: line(0, 200).optional(), validUntil: day.optional() }),
    status: 201,
    response: identityDocumentView,
    handler: (context) => {
      const { file } = context.request;
      if (!file) throw invalid({ file: words('Vyberte soubor.', 'Choose a file.') });
      return keepPaper(context, context.params.id, { ...context.body, fileName: file.originalname, bytes: file.buffer });
    },
  }),
  route({
    method: 'get',
    path: '/api/identities/:id/papers/:paperId/content',
    summary: 'The bytes of a kept paper; recorded as viewed or downloaded',
    auth: 'session',
    may: ['identities', 'show'],
    params: paperParams,
    query: z.strictObject({ download: z.enum(['0', '1']).optional() }),
    produces: 'application/octet-stream',
    handler: async (context) => {
      const { params, query, response } = context;
      const asked = query.download === '1';
      const paper = await readPaper(context, params.id, params.paperId, asked);
      await sendStored(response, paper, await storedBytes(paper.sha256), goesAsDownload(paper.mediaType, asked));
      return ANSWERED;
    },
  }),
  route({
    method: 'delete',
    path: '/api/identities/:id/papers/:paperId',
    summary: 'Keep the paper no longer; applications that have it keep their copy',
    auth: 'session',
    may: ['identities', 'edit'],
    params: paperParams,
    handler: (context) => removePaper(context, context.params.id, context.params.paperId),
  }),
  route({
    method: 'post',
    path: '/api/drafts/:id/papers',
    summary: 'Put a kept paper to a draft in the name of the same applicant',
    auth: 'session',
    may: ['drafts', 'edit'],
    params: idParams,
    body: z.strictObject({ paperId: id }),
    status: 201,
    response: schemas.documentView,
    handler: (context) => putPaperToDraft(context, context.params.id, context.body.paperId),
  }),
];
