import { signatureIn } from '../../documents/signatures';
import { Document } from '../../models';
import { put } from '../../models/files';
import type { DocumentView } from '../../processes/views';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { mustHave, rightToCase } from '../identities/ownership';
import { draftFor } from '../drafts/draftPresenter';
import { invalid, notFound, notNow, refused } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { documentView, findDocument } from './documentPresenter';
import { FileRefused, fileKind, plainFileName } from './fileKinds';

export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly title?: string;
  /** One of the two. */
  readonly caseId?: string;
  readonly draftId?: string;
}

/** Files of one case or draft; a settlement has a document to each of its rows. */
const MAX_FILES = 500;

interface Target {
  readonly id: string;
  readonly isCase: boolean;
  /** Does the person upload it as one of the applicant's people? */
  readonly ofApplicant: boolean;
}

/** Where the file goes: a running case that the person reads, or an unsent draft that they may write. Inside inTenant. */
async function target(context: Asking, { caseId, draftId }: Upload): Promise<Target> {
  if ((caseId === undefined) === (draftId === undefined)) {
    throw invalid({ caseId: words('Uveďte spis, nebo rozepsanou žádost.', 'Name a case, or a draft.') });
  }
  if (caseId !== undefined) {
    const { record: of, reading } = await readableCase(context.person, caseId);
    const right = rightToCase(context.person, of);
    if (reading === 'own' && of.identityId !== null) mustHave(right, 'edit');
    if (of.closedAt !== null)
      throw notNow(words('Spis je uzavřen, nic do něj už přidat nejde.', 'The case is closed; nothing can be added.'));
    return { id: caseId, isCase: true, ofApplicant: reading === 'own' || right !== null };
  }
  const draft = await draftFor(context.person, draftId ?? '', 'edit');
  if (draft.submittedAt !== null)
    throw notNow(words('Žádost už je podaná; nahrajte soubor do spisu.', 'The application is submitted; upload to the case.'));
  return { id: draft.id, isCase: false, ofApplicant: true };
}

/**
 * Stores a file in a case or a draft. What an official uploads is not shown to the applicant by itself.
 * @throws ProblemError 404, 403, 409, 422 `file-refused` saying why
 */
export async function uploadDocument(context: Asking, upload: Upload): Promise<DocumentView> {
  const { person, inTenant } = context;
  const fileName = plainFileName(upload.fileName);
  await inTenant(() => target(context, upload));
  let kind;
  try {
    kind = fileKind(fileName, upload.bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw refused('file-refused', error.why, { file: error.why });
    throw error;
  }
  // Bytes first: a file that no row names is harmless, a row without its file is not.
  const { sha256, size } = await put(upload.bytes);
  return inTenant(async () => {
    const { id: caseId, isCase, ofApplicant } = await target(context, upload);
    const [count] = await select<{ total: number }>('select count(*) as total from documents where case_id = $1', [caseId]);
    if ((count?.total ?? 0) >= MAX_FILES) throw notNow(words('Souborů je tu už příliš mnoho.', 'There are too many files here.'));
    const title = upload.title?.trim() || fileName;
    const document = await Document.create({
      caseId,
      title,
      fileName,
      mediaType: kind.mediaType,
      size,
      sha256,
      state: 'ready',
      signature: signatureIn(upload.bytes),
      forApplicant: ofApplicant,
      createdBy: person.id,
    });
    await record(context, {
      type: 'documentUploaded',
      what: { documentId: document.id, title, fileName, size, sha256, ...(!isCase && { draftId: caseId }) },
      ...(isCase && { caseId }),
      actor: actorFor(person, ['documents', 'create']),
    });
    const stored = await findDocument(document.id);
    if (!stored) throw notFound();
    return documentView(stored);
  });
}
