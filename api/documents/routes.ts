import { z } from 'zod';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import { findCase } from '../cases/caseRecords';
import type { Asking, Person } from '../context';
import { draftFor } from '../drafts/draftPresenter';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { ANSWERED, route, type Route } from '../route';
import { idParams, line } from '../schemas';
import { schemas } from '../viewSchemas';
import { documentView, findDocument, readsDocument, type DocumentRecord } from './documentPresenter';
import { uploadDocument } from './documentUploader';
import { goesAsDownload, sendStored, storedBytes } from './fileAnswer';
import { oneFile } from './upload';

interface ReadableDocument {
  readonly document: DocumentRecord;
  /** Null: it belongs to a draft. */
  readonly caseId: string | null;
  readonly plain: boolean;
}

/** The document, if the person may read it; inside inTenant. @throws ProblemError 404 */
async function readableDocument(person: Person, id: string): Promise<ReadableDocument> {
  const document = await findDocument(id);
  if (!document || document.caseId === null) throw notFound();
  if (!(await findCase(document.caseId))) {
    await draftFor(person, document.caseId, 'view');
    return { document, caseId: null, plain: false };
  }
  const readable = await readableCase(person, document.caseId);
  if (!readsDocument(person, readable, document)) throw notFound();
  return { document, caseId: document.caseId, plain: readable.reading === 'own' };
}

function recordReading(context: Asking, { document, caseId }: ReadableDocument, download: boolean): Promise<void> {
  return context.inTenant(() =>
    record(context, {
      type: download ? 'documentDownloaded' : 'documentViewed',
      what: {
        documentId: document.id,
        title: document.title,
        sha256: document.sha256,
        ...(caseId === null && { draftId: document.caseId }),
      },
      ...(caseId !== null && { caseId }),
      actor: actorFor(context.person, ['documents', 'show']),
    }),
  );
}

export const documentRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/documents',
    summary: 'Upload a file to a case or to a draft (20 MB; pdf, png, jpeg, docx, xlsx, odt, ods, txt, csv)',
    auth: 'session',
    may: ['documents', 'create'],
    middleware: oneFile,
    consumes: 'multipart/form-data',
    body: z.strictObject({ caseId: z.uuid().optional(), draftId: z.uuid().optional(), title: line(0, 200).optional() }),
    status: 201,
    response: schemas.documentView,
    handler: (context) => {
      const { file } = context.request;
      if (!file) throw invalid({ file: words('Vyberte soubor.', 'Choose a file.') });
      return uploadDocument(context, { ...context.body, fileName: file.originalname, bytes: file.buffer });
    },
  }),
  route({
    method: 'get',
    path: '/api/documents/:id',
    summary: 'What is known of a document',
    auth: 'session',
    may: ['documents', 'show'],
    params: idParams,
    response: schemas.documentView,
    handler: ({ person, params, inTenant }) =>
      inTenant(async () => {
        const { document, plain } = await readableDocument(person, params.id);
        return documentView(document, plain);
      }),
  }),
  route({
    method: 'get',
    path: '/api/documents/:id/content',
    summary: 'The bytes of a document; recorded as viewed or downloaded',
    auth: 'session',
    may: ['documents', 'show'],
    params: idParams,
    query: z.strictObject({ download: z.enum(['0', '1']).optional() }),
    produces: 'application/octet-stream',
    handler: async (context) => {
      const { person, params, query, response } = context;
      const found = await context.inTenant(() => readableDocument(person, params.id));
      const { document } = found;
      if (document.state !== 'ready' || document.sha256 === null)
        throw notNow(words('Dokument se ještě připravuje.', 'The document is being made.'));
      const bytes = await storedBytes(document.sha256);
      const download = goesAsDownload(document.mediaType, query.download === '1');
      // Recorded before the first byte leaves: what was read without a trace was not read by our rules.
      await recordReading(context, found, download);
      await sendStored(response, document, bytes, download);
      return ANSWERED;
    },
  }),
];
