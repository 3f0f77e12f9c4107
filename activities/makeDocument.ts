/** Makes a queued document: the same facts give the same bytes, so making it again changes nothing. */
import { contract } from '../documents/contract';
import { makePdf, type PdfDocument } from '../documents/pdf';
import { Document, inTenant, query, writeEvents } from '../models';
import { withContext } from '../models/context';
import { put } from '../models/files';
import { contractFacts } from '../models/grants/contractFacts';
import type { EffectInput } from '../workflows/messages';
import { beating } from './beating';

/** Template of a process's definition -> the document, inside inTenant. */
const templates: Readonly<Record<string, (row: Document) => Promise<PdfDocument>>> = {
  contract: async (row) => contract(await contractFacts(row)),
};

/** The row names the bytes, and the event of it is written with it; a second run finds it done. */
async function markReady({ tenantId, caseId, key }: EffectInput, sha256: string, size: number): Promise<void> {
  const [made] = await query(
    "update documents set state = 'ready', sha256 = $3, size = $4 where case_id = $1 and key = $2 and state = 'queued' returning 1",
    [caseId, key, sha256, size],
  );
  const at = new Date().toISOString();
  if (made) await writeEvents(tenantId, [{ chainId: caseId, caseId, type: 'documentReady', at, what: { key, sha256 } }]);
}

/**
 * Makes the queued document of the case with this key, stores it and marks the row as ready.
 * @throws DocumentFactMissingError with a sentence for who mends it
 */
export async function makeDocument(input: EffectInput): Promise<void> {
  const { tenantId, caseId, key, requestId } = input;
  await withContext({ tenantId, caseId, requestId }, () =>
    beating(async () => {
      const document = await inTenant(tenantId, async () => {
        const row = await Document.findOne({ where: { caseId, key }, rejectOnEmpty: true });
        if (row.state === 'ready') return null;
        const template = templates[row.template ?? ''];
        if (!template) throw new Error(`Nobody knows how to make the document '${row.template}'`);
        return template(row);
      });
      if (document === null) return;
      // The bytes are stored before the row names them: a row never points to a file that is not there.
      const { sha256, size } = await put(await makePdf(document));
      await inTenant(tenantId, () => markReady(input, sha256, size));
    }),
  );
}
