/** Checks of the proceedings that its forms cannot say. Amounts are integers of haléř, dates `yyyy-MM-dd` in Prague (they compare as text). */
import type { SmallValues } from '../changes';
import { formatMoney } from '../money';
import { noRules, type FieldErrors, type ProcessRules, type StepContext } from '../rules';
import { plainDate } from '../waits';
import { words, type Words } from '../words';

type Data = Readonly<Record<string, unknown>>;

const amountIn = (data: Data | SmallValues, key: string): number => (typeof data[key] === 'number' ? data[key] : 0);
const textIn = (data: Data | SmallValues, key: string): string => (typeof data[key] === 'string' ? data[key] : '');

const notInFuture = words('Datum nemůže být v budoucnu.', 'The date cannot lie in the future.');
const tooMuch = (cs: string, en: string, limit: number): Words => words(`${cs} ${formatMoney(limit)}.`, `${en} ${formatMoney(limit)}.`);

/** Of the levy: imposed, not received and not remitted yet, haléř. */
export const levyLeft = (values: SmallValues): number =>
  amountIn(values, 'levy') - amountIn(values, 'received') - amountIn(values, 'remitted');

/** Of the penalty, likewise; 0 while it is not known. */
export const penaltyLeft = (values: SmallValues): number =>
  Math.max(0, amountIn(values, 'penalty') - amountIn(values, 'penaltyReceived') - amountIn(values, 'penaltyRemitted'));

function checkPayment(errors: FieldErrors, outcome: string, data: Data, { values, today }: StepContext, left: number): void {
  if (outcome === 'remitted') {
    if (left > 0) errors.amount = tooMuch('Zbytek prominut není, zbývá', 'The rest was not remitted; there is still', left);
    return;
  }
  const day = textIn(data, 'receivedOn');
  if (day > today) errors.receivedOn = notInFuture;
  else if (day !== '' && day < textIn(values, 'breachOn'))
    errors.receivedOn = words(
      `Datum nemůže být před porušením (${plainDate(textIn(values, 'breachOn'))}).`,
      `The date cannot lie before the breach (${plainDate(textIn(values, 'breachOn'))}).`,
    );
  if (amountIn(data, 'amount') > left) errors.amount = tooMuch('Zbývá zaplatit jen', 'To be paid is only', left);
}

function checkRemission(errors: FieldErrors, outcome: string, data: Data, { values, today }: StepContext): void {
  if (textIn(data, 'decidedOn') > today) errors.decidedOn = notInFuture;
  if (outcome !== 'remit') return;
  const amount = amountIn(data, 'amount');
  const penalty = amountIn(data, 'penalty');
  const left = levyLeft(values);
  if (amount > left) errors.amount = tooMuch('Z odvodu zbývá jen', 'Of the levy there is only', left);
  // Before the levy is paid the penalty is not known; it can never be more than the levy.
  const most = values.penalty === undefined ? amountIn(values, 'levy') - amountIn(values, 'penaltyRemitted') : penaltyLeft(values);
  if (penalty > most) errors.penalty = tooMuch('Penále je nejvýš', 'The penalty is at most', most);
  if (amount + penalty === 0) errors.amount = words('Napište, kolik se promíjí.', 'Say how much is remitted.');
  if (amountIn(data, 'votesFor') <= amountIn(data, 'votesAgainst') + amountIn(data, 'votesAbstained'))
    errors.votesFor = words(
      'Usnesení je přijato, jen když pro něj je nadpoloviční většina všech členů (§ 87 a § 101 odst. 2 zákona č. 128/2000 Sb.).',
      'A resolution is adopted only by a majority of all members (§ 87 and § 101(2) of Act 128/2000).',
    );
}

function checkInspection(errors: FieldErrors, outcome: string, data: Data, { values, today }: StepContext): void {
  if (textIn(data, 'inspectedOn') > today) errors.inspectedOn = notInFuture;
  if (outcome !== 'breach') return;
  if (textIn(data, 'breachOn') > today) errors.breachOn = notInFuture;
  const paid = amountIn(values, 'granted');
  if (amountIn(data, 'amount') > paid) errors.amount = tooMuch('Vyplaceno bylo jen', 'Paid out was only', paid);
}

function checkLevy(errors: FieldErrors, outcome: string, data: Data, { params, today }: StepContext): void {
  const until = textIn(data, 'until');
  if (outcome === 'call' && until <= today) errors.until = words('Datum musí být v budoucnu.', 'The date must lie in the future.');
  else if (outcome === 'call' && until > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)
    errors.until = words('Na nápravu dejte nejvýš rok.', 'Give a year at most.');
  const unlawful = amountIn(params, 'unlawful');
  if (outcome === 'levy' && amountIn(data, 'levy') > unlawful)
    errors.levy = tooMuch('Odvod může být nejvýš', 'The levy can be at most', unlawful);
}

function checkRemedy(errors: FieldErrors, outcome: string, data: Data, { params, today }: StepContext): void {
  if (textIn(data, 'checkedOn') > today) errors.checkedOn = notInFuture;
  const unlawful = amountIn(params, 'unlawful');
  const returned = amountIn(data, 'returned');
  if (returned > unlawful) errors.returned = tooMuch('Vrátit se mělo jen', 'To be returned was only', unlawful);
  else if (outcome === 'notRemedied' && returned === unlawful)
    errors.returned = words('Vráceno je všechno: zvolte Napraveno.', 'All was returned: choose Put right.');
}

function validateStep(step: string, outcome: string, data: Data, context: StepContext): FieldErrors {
  const errors: FieldErrors = {};
  switch (step) {
    case 'inspection':
      checkInspection(errors, outcome, data, context);
      break;
    case 'levyDecision':
      checkLevy(errors, outcome, data, context);
      break;
    case 'remedy':
      checkRemedy(errors, outcome, data, context);
      break;
    case 'levyPayment':
      checkPayment(errors, outcome, data, context, levyLeft(context.values));
      break;
    case 'penaltyPayment':
      checkPayment(errors, outcome, data, context, penaltyLeft(context.values));
      break;
    case 'remissionDecision':
      checkRemission(errors, outcome, data, context);
      break;
    default:
      break;
  }
  return errors;
}

export const breachRules: ProcessRules = {
  ...noRules,
  validateStep,
  start: (data) => ({ data: { suspected: amountIn(data, 'amount'), grantNumber: textIn(data, 'grantNumber') }, settings: {} }),
  applicantValues: ['grantNumber', 'unlawful', 'breachOn', 'levy', 'received', 'remitted', 'penalty', 'penaltyReceived', 'penaltyRemitted'],
  toApplicant: {
    'inspection.breach': ['inspectedOn', 'finding', 'breachOn', 'amount'],
    'inspection.nothing': ['inspectedOn', 'finding'],
    'levyDecision.call': ['measures', 'until'],
    'levyDecision.levy': ['levy', 'reason'],
    'levyDecision.drop': ['reason'],
    'remissionDecision.remit': ['resolutionNumber', 'decidedOn', 'amount', 'penalty', 'reason'],
    'remissionDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
  },
};
