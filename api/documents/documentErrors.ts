import type { JsonSchema } from '../../processes/define';
import type { FieldErrors } from '../../processes/rules';
import { formatWords } from '../forms/errorWords';
import { documentsIn } from '../forms/formCheck';
import { select } from '../sql';

/** Names each field that refers to a document which is not in this case (or draft, which has the case's id). Inside inTenant, so another tenant's is not there at all. */
export async function documentErrors(schema: JsonSchema, data: unknown, caseId: string): Promise<FieldErrors> {
  const mentioned = documentsIn(schema, data);
  if (mentioned.length === 0) return {};
  const rows = await select<{ id: string }>(`select id from documents where case_id = $1 and state = 'ready' and id = any($2::uuid[])`, [
    caseId,
    mentioned.map(({ id }) => id),
  ]);
  const there = new Set(rows.map(({ id }) => id));
  return Object.fromEntries(mentioned.filter(({ id }) => !there.has(id)).map(({ path }) => [path, formatWords('document')]));
}
