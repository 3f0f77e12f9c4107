/** What in an application does not go together with the items of its form: checks that a schema cannot say. */
import { formatMoney } from '../money';
import type { FieldErrors } from '../rules';
import { words } from '../words';
import { columnSum, computed, isMoney, sayAmount } from './amounts';
import type { FormItem } from './items';

type Data = Readonly<Record<string, unknown>>;

const shown = ({ shownIf }: FormItem, data: Data): boolean => !shownIf || data[shownIf.item] === shownIf.is;

const AMOUNTS = {
  totalCost: words('celkové náklady', 'the total cost'),
  requestedAmount: words('požadovaná částka', 'the amount asked for'),
};

/** What the items compare: sums of tables, limits of what is computed. @param data an application that has passed its schema */
export function answerErrors(items: readonly FormItem[], data: Data): FieldErrors {
  const errors: FieldErrors = {};
  for (const item of items.filter((one) => shown(one, data))) {
    if (item.kind === 'table' && item.total) {
      const total = columnSum(data[item.id], item.total.column);
      const wanted = data[item.total.is];
      const rows = data[item.id];
      const isAsked = item.required === true || (Array.isArray(rows) && rows.length > 0);
      if (isAsked && typeof wanted === 'number' && total !== wanted) {
        const name = AMOUNTS[item.total.is];
        errors[item.id] = words(
          `Součet je ${formatMoney(total)}, ${name.cs} ale ${formatMoney(wanted)}. Má to být stejně.`,
          `The sum is ${formatMoney(total)}, but ${name.en} is ${formatMoney(wanted)}. They should be the same.`,
        );
      }
    }
    if (item.kind === 'computed') {
      const value = computed(item, data);
      if (value === null) continue;
      const said = (amount: number): string => sayAmount(item, isMoney(item, items), amount);
      const { min, max } = item;
      if (max !== undefined && value > max)
        errors[item.id] = words(
          `Vychází ${said(value)}, nejvýš smí být ${said(max)}.`,
          `It comes to ${said(value)}; ${said(max)} is the most.`,
        );
      if (min !== undefined && value < min)
        errors[item.id] = words(
          `Vychází ${said(value)}, nejméně má být ${said(min)}.`,
          `It comes to ${said(value)}; ${said(min)} is the least.`,
        );
    }
  }
  return errors;
}
