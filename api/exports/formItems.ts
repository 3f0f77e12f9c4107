import type { FormItem } from '../../processes/formItems/items';
import { select } from '../sql';

/** Items of a programme's form in these versions, in their order; version 0 asks nothing of its own. Inside inTenant. */
export async function formItems(programmeId: string, versions: readonly number[]): Promise<(readonly FormItem[])[]> {
  const rows = await select<{ version: number; items: readonly FormItem[] }>(
    'select version, items from application_forms where programme_id = $1 and version = any($2::integer[])',
    [programmeId, versions],
  );
  return versions.flatMap((version) => {
    const row = rows.find((one) => one.version === version);
    return row ? [row.items] : [];
  });
}
