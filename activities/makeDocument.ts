/** Makes a queued document: the same facts give the same bytes, so making it again changes nothing. */
import { Document, inTenant } from '../models';
import { withContext } from '../models/context';
import { put } from '../models/files';
import type { EffectInput } from '../workflows/kernel/messages';
import { beating } from './beating';
import { contract } from './documents/contract';
import { contractFacts } from './documents/facts';
import { makePdf, type PdfDocument } from './documents/pdf';

/** Template of a process's definition -> the document, inside inTenant. */
const templates: Readonly<Record<string, (row: Document) => Promise<PdfDocument>>> = {
  contract: async (row) => contract(await contractFacts(row)),
};

/**
 * Makes the queued document of the case with this key, stores it and marks the row as ready.
 * @returns SHA-256 of its bytes, by which the file store knows it
 * @throws DocumentFactMissingError with a sentence for who mends it
 */
export async function makeDocument(input: EffectInput): Promise<{ sha256: string }> {
  const { tenantId, caseId, key, requestId } = input;
  const find = (): Promise<Document> => Document.findOne({ where: { caseId, key }, rejectOnEmpty: true });
  return withContext({ tenantId, caseId, requestId }, () =>
    beating(async () => {
      const { made, document } = await inTenant(tenantId, async () => {
        const row = await find();
        if (row.state === 'ready' && row.sha256 !== null) return { made: row.sha256 };
        const template = templates[row.template ?? ''];
        if (!template) throw new Error(`Nobody knows how to make the document '${row.template}'`);
        return { document: await template(row) };
      });
      if (made !== undefined) return { sha256: made };
      // The bytes are stored before the row names them: a row never points to a file that is not there.
      const { sha256, size } = await put(await makePdf(document));
      await inTenant(tenantId, async () => {
        await (await find()).update({ sha256, size, state: 'ready' });
      });
      return { sha256 };
    }),
  );
}
