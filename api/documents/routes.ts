import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { get } from '../../models/files';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import { findCase } from '../cases/caseRecords';
import type { Asking, Person } from '../context';
import { findOwnDraft } from '../drafts/draftPresenter';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { ANSWERED, route, type Route } from '../route';
import { idParams, line } from '../schemas';
import { schemas } from '../viewSchemas';
import { documentView, findDocument, readsDocument, type DocumentRecord } from './documentPresenter';
import { uploadDocument } from './documentUploader';
import { showsInline } from './fileKinds';
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
    if (!(await findOwnDraft(document.caseId, person.id))) throw notFound();
    return { document, caseId: null, plain: false };
  }
  const readable = await readableCase(person, document.caseId);
  if (!readsDocument(person, readable, document)) throw notFound();
  return { document, caseId: document.caseId, plain: readable.reading === 'own' };
}

/** RFC 6266 with the name in UTF-8 (RFC 8187), and a plain one for who cannot read it. */
function disposition(fileName: string, download: boolean): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${download ? 'attachment' : 'inline'}; filename="${plain || 'dokument'}"; filename*=UTF-8''${encoded}`;
}

/** Even a harmless file gets no rights of our origin. A PDF cannot be shown by a browser in a sandbox; it gets no sources instead. */
function contentPolicy(mediaType: string): string {
  return mediaType === 'application/pdf'
    ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "sandbox; default-src 'none'; frame-ancestors 'self'";
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

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

export const documentRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/documents',
    summary: 'Upload a file to a case or to one’s own draft (20 MB; pdf, png, jpeg, docx, xlsx, odt, ods, txt, csv)',
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
      const bytes = await get(document.sha256);
      const download = query.download === '1' || !showsInline(document.mediaType);
      // Recorded before the first byte leaves: what was read without a trace was not read by our rules.
      await recordReading(context, found, download);
      response.set({
        'Content-Type': document.mediaType,
        'Content-Length': String(document.size),
        'Content-Disposition': disposition(document.fileName, download),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': contentPolicy(document.mediaType),
        'Cache-Control': 'private, no-store',
      });
      await pipeline(bytes, response).catch((error: unknown) => {
        // The reader went away; a damaged file, however, is an error of ours.
        if (!isGone(error)) throw error;
      });
      return ANSWERED;
    },
  }),
];
