/** Papers that an applicant keeps for later applications: statutes, an extract of the register, a power of attorney. */
import { Document } from '../../models';
import { put } from '../../models/files';
import type { IdentityDocumentView } from '../../processes/identities/views';
import type { DocumentView } from '../../processes/views';
import { plainDate } from '../../processes/waits';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { documentView, findDocument } from '../documents/documentPresenter';
import { FileRefused, fileKind, plainFileName } from '../documents/fileKinds';
import { draftFor } from '../drafts/draftPresenter';
import { notFound, notNow, refused } from '../problems';
import { actorFor, record } from '../record';
import { iso, select } from '../sql';
import { today } from '../today';
import { identityFor } from './identityPresenter';

const MOST = 50;

interface Paper {
  readonly id: string;
  readonly identityId: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly validUntil: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, identity_id as "identityId", title, file_name as "fileName", media_type as "mediaType", size, sha256, valid_until::text as "validUntil", created_at as "createdAt"`;

const isExpired = ({ validUntil }: Paper): boolean => validUntil !== null && validUntil < today();

const view = (paper: Paper): IdentityDocumentView => ({
  id: paper.id,
  title: paper.title,
  fileName: paper.fileName,
  mediaType: paper.mediaType,
  size: paper.size,
  validUntil: paper.validUntil,
  expired: isExpired(paper),
  createdAt: iso(paper.createdAt),
});

/** Inside inTenant. @throws ProblemError 404 */
async function paperOf(identityId: string, paperId: string): Promise<Paper> {
  const [paper] = await select<Paper>(`select ${COLUMNS} from identity_documents where identity_id = $1 and id = $2`, [
    identityId,
    paperId,
  ]);
  if (!paper) throw notFound();
  return paper;
}

const actor = (context: Asking) => actorFor(context.person, ['identities', 'edit']);

/** @throws ProblemError 404 */
export function papersOf(context: Asking, identityId: string): Promise<IdentityDocumentView[]> {
  return context.inTenant(async () => {
    await identityFor(context.person, identityId, 'view');
    const rows = await select<Paper>(`select ${COLUMNS} from identity_documents where identity_id = $1 order by title, id`, [identityId]);
    return rows.map(view);
  });
}

interface NewPaper {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly title?: string;
  readonly validUntil?: string;
}

/** @throws ProblemError 404, 403, 409 when there are too many, 422 `file-refused` saying why */
export async function keepPaper(context: Asking, identityId: string, paper: NewPaper): Promise<IdentityDocumentView> {
  const { person, tenantId } = context;
  const fileName = plainFileName(paper.fileName);
  await context.inTenant(() => identityFor(person, identityId, 'edit'));
  let kind;
  try {
    kind = fileKind(fileName, paper.bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw refused('file-refused', error.why, { file: error.why });
    throw error;
  }
  const { sha256, size } = await put(paper.bytes);
  return context.inTenant(async () => {
    await identityFor(person, identityId, 'edit', true);
    const [count] = await select<{ total: number }>('select count(*) as total from identity_documents where identity_id = $1', [
      identityId,
    ]);
    if ((count?.total ?? 0) >= MOST) throw notNow(words('Uložených dokladů je příliš mnoho.', 'There are too many kept papers.'));
    const title = paper.title?.trim() || fileName;
    const [stored] = await select<Paper>(
      `insert into identity_documents (tenant_id, identity_id, title, file_name, media_type, size, sha256, valid_until, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      [tenantId, identityId, title, fileName, kind.mediaType, size, sha256, paper.validUntil ?? null, person.id],
    );
    if (!stored) throw notFound();
    const { id: paperId } = stored;
    await record(context, {
      type: 'identityPaperChanged',
      what: { identityId, paperId, title, sha256, kept: true },
      actor: actor(context),
    });
    return view(stored);
  });
}

/** @throws ProblemError 404, 403 */
export function removePaper(context: Asking, identityId: string, paperId: string): Promise<void> {
  return context.inTenant(async () => {
    await identityFor(context.person, identityId, 'edit');
    const { title, sha256 } = await paperOf(identityId, paperId);
    await select('delete from identity_documents where identity_id = $1 and id = $2 returning 1', [identityId, paperId]);
    await record(context, {
      type: 'identityPaperChanged',
      what: { identityId, paperId, title, sha256, kept: false },
      actor: actor(context),
    });
  });
}

/** The paper whose bytes are asked for; the reading is recorded before they leave. @throws ProblemError 404 */
export function readPaper(context: Asking, identityId: string, paperId: string, download: boolean): Promise<Paper> {
  return context.inTenant(async () => {
    await identityFor(context.person, identityId, 'view');
    const paper = await paperOf(identityId, paperId);
    await record(context, {
      type: download ? 'documentDownloaded' : 'documentViewed',
      what: { identityId, paperId, title: paper.title, sha256: paper.sha256 },
      actor: actorFor(context.person, ['identities', 'show']),
    });
    return paper;
  });
}

/**
 * Puts a copy of a kept paper to a draft in the name of the same identity: what is kept later does not change what was sent.
 * @throws ProblemError 404, 403, 409 where it no longer holds or the application is sent
 */
export function putPaperToDraft(context: Asking, draftId: string, paperId: string): Promise<DocumentView> {
  return context.inTenant(async () => {
    const draft = await draftFor(context.person, draftId, 'edit');
    if (draft.submittedAt !== null)
      throw notNow(words('Žádost už je podaná; nahrajte soubor do spisu.', 'The application is submitted; upload to the case.'));
    if (draft.identityId === null) throw notFound();
    const paper = await paperOf(draft.identityId, paperId);
    if (isExpired(paper))
      throw notNow(
        words(
          `Doklad „${paper.title}“ platil do ${plainDate(paper.validUntil ?? '')}. Nahrajte nový.`,
          `“${paper.title}” was valid until ${plainDate(paper.validUntil ?? '')}. Upload a new one.`,
        ),
      );
    const { title, fileName, mediaType, size, sha256 } = paper;
    const document = await Document.create({
      caseId: draftId,
      title,
      fileName,
      mediaType,
      size,
      sha256,
      state: 'ready',
      forApplicant: true,
      createdBy: context.person.id,
    });
    await record(context, {
      type: 'documentUploaded',
      what: { documentId: document.id, title, fileName, size, sha256, draftId, paperId },
      actor: actorFor(context.person, ['documents', 'create']),
    });
    const stored = await findDocument(document.id);
    if (!stored) throw notFound();
    return documentView(stored);
  });
}
