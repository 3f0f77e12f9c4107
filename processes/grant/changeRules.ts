/** Checks of a request for a change of the contract and of what is decided on it. Amounts are integers of haléř, dates `yyyy-MM-dd`. */
import { formatMoney } from '../money';
import type { FieldErrors, StepContext } from '../rules';
import { words } from '../words';

type Data = Readonly<Record<string, unknown>>;

const textIn = (data: Data, key: string): string | null => (typeof data[key] === 'string' && data[key] !== '' ? data[key] : null);

/** A day of settlement that can still be kept, not further than ten years: a slip in the year is more likely. */
export function checkNewDay(errors: FieldErrors, data: Data, today: string): void {
  const day = textIn(data, 'settlementDueOn');
  if (day === null) return;
  if (day <= today) errors.settlementDueOn = words('Nový termín musí být v budoucnu.', 'The new day must lie in the future.');
  else if (day > `${Number(today.slice(0, 4)) + 10}${today.slice(4)}`)
    errors.settlementDueOn = words('Nový termín je dál než za deset let.', 'The new day is more than ten years ahead.');
}

/** What the applicant asks: who wants another day says which. */
export function checkChangeRequest(errors: FieldErrors, data: Data, { today }: StepContext): void {
  if (data.kind === 'deadline' && textIn(data, 'settlementDueOn') === null)
    errors.settlementDueOn = words('Napište, do kdy chcete dotaci vyúčtovat.', 'Say until when you want to settle.');
  checkNewDay(errors, data, today);
}

/** What the body decided: the grant can only go down, and not below what was paid. */
export function checkChangeDecision(errors: FieldErrors, outcome: string, data: Data, { values, today }: StepContext): void {
  if (outcome !== 'approve') return;
  checkNewDay(errors, data, today);
  const { amount } = data;
  if (typeof amount === 'number') {
    const awarded = typeof values.awarded === 'number' ? values.awarded : 0;
    const paid = typeof values.paid === 'number' ? values.paid : 0;
    if (amount >= awarded) {
      errors.amount = words(
        `Dodatek dotaci jen snižuje; teď je ${formatMoney(awarded)}. O vyšší se žádá novou žádostí.`,
        `An amendment only lowers the grant; it is ${formatMoney(awarded)} now. More is asked for by a new application.`,
      );
    } else if (amount < paid) {
      errors.amount = words(`Vyplaceno už bylo ${formatMoney(paid)}.`, `${formatMoney(paid)} was paid already.`);
    }
  }
  if (typeof amount !== 'number' && textIn(data, 'settlementDueOn') === null && textIn(data, 'subject') === null)
    errors.subject = words('Napište, co dodatek mění.', 'Say what the amendment changes.');
}
