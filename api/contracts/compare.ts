/** Texts of two versions of a template, or of two documents of a case, beside each other. */
import { buffer } from 'node:stream/consumers';
import { compareTexts } from '../../documents/comparison';
import { DocxRefused } from '../../documents/docx/docxErrors';
import { openDocx } from '../../documents/docx/openDocx';
import { plainText } from '../../documents/docx/plainText';
import { get } from '../../models/files';
import type { ComparisonView } from '../../processes/grant/contract/views';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { findDocument, readsDocument, type DocumentRecord } from '../documents/documentPresenter';
import { invalid, notFound } from '../problems';
import { actorFor, record } from '../record';
import { bytesOfVersion, findVersion } from './templateKeeper';

interface Text {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

function textOf(name: string, field: 'before' | 'after', bytes: Buffer): Text {
  try {
    return { name, paragraphs: plainText(openDocx(bytes)) };
  } catch (error) {
    if (!(error instanceof DocxRefused)) throw error;
    throw invalid({ [field]: words('Porovnat lze jen dokumenty DOCX.', 'Only DOCX documents can be compared.') });
  }
}

const view = (before: Text, after: Text): ComparisonView => ({
  before: before.name,
  after: after.name,
  paragraphs: compareTexts(before.paragraphs, after.paragraphs),
});

/** @throws ProblemError 404 */
export async function compareTemplates(context: Asking, ids: { readonly before: string; readonly after: string }): Promise<ComparisonView> {
  const [before, after] = await context.inTenant(async () => [await findVersion(ids.before), await findVersion(ids.after)] as const);
  const text = async ({ template, sha256 }: typeof before, field: 'before' | 'after'): Promise<Text> =>
    textOf(`${template.fileName} (${template.version})`, field, await bytesOfVersion(sha256));
  return view(await text(before, 'before'), await text(after, 'after'));
}

/** Two DOCX of one case; both are recorded as viewed. @throws ProblemError 403, 404, 422 where one is no DOCX */
export async function compareDocuments(
  context: Asking,
  caseId: string,
  ids: { readonly before: string; readonly after: string },
): Promise<ComparisonView> {
  const documents = await context.inTenant(async () => {
    const readable = await readableCase(context.person, caseId);
    const found = async (id: string): Promise<DocumentRecord & { readonly sha256: string }> => {
      const document = await findDocument(id);
      if (!document || document.caseId !== caseId || document.sha256 === null || !readsDocument(context.person, readable, document))
        throw notFound();
      return { ...document, sha256: document.sha256 };
    };
    return { before: await found(ids.before), after: await found(ids.after) };
  });
  const read = async (field: 'before' | 'after'): Promise<Text> =>
    textOf(documents[field].title, field, await buffer(await get(documents[field].sha256)));
  const compared = view(await read('before'), await read('after'));
  await context.inTenant(() =>
    record(
      context,
      ...[documents.before, documents.after].map(({ id, title, sha256 }) => ({
        type: 'documentViewed' as const,
        what: { documentId: id, title, sha256 },
        caseId,
        actor: actorFor(context.person, ['documents', 'show']),
      })),
    ),
  );
  return compared;
}
