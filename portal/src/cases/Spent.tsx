import { formatMoney } from '../../../processes/money';
import type { SmallValues } from '../../../processes/changes';
import { isRecord } from '../../../processes/formSchema';
import { Notice } from '../ui/Notice';
import { useWords } from '../words/context';

/** How much the applicant got, in haléř; null before it was decided. */
export function grantOf(values: SmallValues): number | null {
  for (const key of ['paid', 'awarded', 'amount']) {
    const value = values[key];
    if (typeof value === 'number') return value;
  }
  return null;
}

/** What the rows of a settlement take out of the grant so far; null for a form without such rows. */
export function spentIn(data: Readonly<Record<string, unknown>>): number | null {
  const { items } = data;
  if (!Array.isArray(items)) return null;
  return items.reduce<number>((sum, row) => sum + (isRecord(row) && typeof row.fromGrant === 'number' ? row.fromGrant : 0), 0);
}

/** A settlement's rows against the grant, while they are being written. */
export function Spent({ data, grant }: { readonly data: Readonly<Record<string, unknown>>; readonly grant: number | null }) {
  const { t } = useWords();
  const spent = spentIn(data);
  if (spent === null || grant === null) return null;
  return (
    <Notice tone={spent > grant ? 'warning' : 'primary'}>
      {t.task.spent(formatMoney(spent), formatMoney(grant))} {spent > grant && t.task.over(formatMoney(spent - grant))}
    </Notice>
  );
}
