/** Makes a queued document: the same facts give the same bytes, so making it again changes nothing. */
import { Document, inTenant, query, writeEvents } from '../models';
import { withContext } from '../models/context';
import type { EffectInput } from '../workflows/messages';
import { beating } from './beating';
import { storeContract, type StoredContract } from './contractDocuments';

/** Template of a process's definition -> the document, its bytes stored. */
const templates: Readonly<Record<string, (row: Document) => Promise<StoredContract>>> = {
  contract: (row) => storeContract(row, 'contract'),
  amendment: (row) => storeContract(row, 'amendment'),
};

/** The row names the bytes, and the event of it is written with it; a second run finds it done. */
async function markReady({ tenantId, caseId, key }: EffectInput, stored: StoredContract): Promise<void> {
  const { sha256, size } = stored;
  const [made] = await query(
    "update documents set state = 'ready', sha256 = $3, size = $4 where case_id = $1 and key = $2 and state = 'queued' returning 1",
    [caseId, key, sha256, size],
  );
  if (!made) return;
  await stored.besides();
  const at = new Date().toISOString();
  await writeEvents(tenantId, [{ chainId: caseId, caseId, type: 'documentReady', at, what: { key, sha256 } }]);
}

/**
 * Makes the queued document of the case with this key, stores it and marks the row as ready.
 * @throws DocumentFactMissingError with a sentence for who mends it
 */
export async function makeDocument(input: EffectInput): Promise<void> {
  const { tenantId, caseId, key, requestId } = input;
  await withContext({ tenantId, caseId, requestId }, () =>
    beating(async () => {
      const row = await inTenant(tenantId, () => Document.findOne({ where: { caseId, key }, rejectOnEmpty: true }));
      if (row.state === 'ready') return;
      const template = templates[row.template ?? ''];
      if (!template) throw new Error(`Nobody knows how to make the document '${row.template}'`);
      // The bytes are stored before the row names them: a row never points to a file that is not there.
      const stored = await template(row);
      await inTenant(tenantId, () => markReady(input, stored));
    }),
  );
}
