/** What in an application does not go together with the items of its form: checks that a schema cannot say. */
import { formatMoney } from '../money';
import type { FieldErrors } from '../rules';
import { words } from '../words';
import { applies, columnSum, computed, isMoney, sayAmount } from './amounts';
import type { FormItem } from './items';

type Data = Readonly<Record<string, unknown>>;

const AMOUNTS = {
  totalCost: words('celkové náklady', 'the total cost'),
  requestedAmount: words('požadovaná částka', 'the amount asked for'),
};

const notAsked = words('Tahle otázka se vás podle ostatních odpovědí netýká.', 'By the other answers this question does not concern you.');

/** What the items compare: sums of tables, limits of what is computed; and answers to questions that do not apply. @param data an application that has passed its schema */
export function answerErrors(items: readonly FormItem[], data: Data): FieldErrors {
  const errors: FieldErrors = {};
  for (const item of items) {
    if (!applies(item, data)) {
      if (data[item.id] !== undefined) errors[item.id] = notAsked;
      continue;
    }
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
      const most = computed(item, data, 'up');
      const least = computed(item, data, 'down');
      if (most === null || least === null) continue;
      const said = (amount: number): string => sayAmount(item, isMoney(item, items), amount);
      const { min, max } = item;
      if (max !== undefined && most > max)
        errors[item.id] = words(
          `Vychází ${said(most)}, nejvýš smí být ${said(max)}.`,
          `It comes to ${said(most)}; ${said(max)} is the most.`,
        );
      if (min !== undefined && least < min)
        errors[item.id] = words(
          `Vychází ${said(least)}, nejméně má být ${said(min)}.`,
          `It comes to ${said(least)}; ${said(min)} is the least.`,
        );
    }
  }
  return errors;
}
