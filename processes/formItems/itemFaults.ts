/** What keeps items from being a form. */
import type { FieldErrors } from '../rules';
import { words, type Words } from '../words';
import { unitOf } from './amounts';
import { silentKinds, type FormItem, type ItemOf, type ShownIf } from './items';

const repeated = words('Tohle označení už má něco jiného.', 'Something else is named so.');
const fewOptions = words('Nabídněte aspoň dvě možnosti.', 'Offer at least two options.');
const upsideDown = words('Nejméně nemůže být víc než nejvýše.', 'The minimum cannot exceed the maximum.');
const unknownAmount = words('Takové číslo ve formuláři není.', 'There is no such number in the form.');
const mixed = words('Koruny a prosté počty nejde sečíst dohromady.', 'Crowns and plain numbers cannot be added up together.');
const headingStands = words(
  'Nadpis stojí vždy; podmínku dejte otázkám pod ním.',
  'A heading always stands; give the condition to the questions under it.',
);
const notBefore = words(
  'Podmínka se může ptát jen na výběr nebo ano/ne, které stojí ve formuláři dřív.',
  'A condition can only ask of a choice or a yes/no that stands before.',
);
const notOffered = words('Takovou odpověď ta otázka nemá.', 'That question has no such answer.');
const noColumn = words('Vyberte sloupec s částkou.', 'Choose a column of money.');
const nothingAsked = words('Nadpis, text a výpočet se nevyplňují.', 'A heading, a text and a computation are not filled in.');

function answersOf(item: FormItem | undefined): readonly (string | boolean)[] | null {
  if (item?.kind === 'choice') return item.options.map(({ id }) => id);
  return item?.kind === 'yesNo' ? [true, false] : null;
}

function conditionFault({ item, is }: ShownIf, before: readonly FormItem[]): Words | null {
  if (item === 'applicantKind') return is === 'legal' || is === 'natural' ? null : notOffered;
  const answers = answersOf(before.find(({ id }) => id === item));
  if (!answers) return notBefore;
  return answers.includes(is) ? null : notOffered;
}

function computedFaults({ plus, minus = [], percentOf }: ItemOf<'computed'>, items: readonly FormItem[]): FieldErrors {
  const unit = (reference: string): 'money' | 'number' | null => unitOf(reference, items);
  const faults: FieldErrors = {};
  if (new Set([...plus, ...minus, ...(percentOf === undefined ? [] : [percentOf])].map(unit)).size > 1) faults.plus = mixed;
  if (plus.length === 0 || plus.some((one) => unit(one) === null)) faults.plus = unknownAmount;
  if (minus.some((one) => unit(one) === null)) faults.minus = unknownAmount;
  if (percentOf !== undefined && unit(percentOf) === null) faults.percentOf = unknownAmount;
  return faults;
}

const twice = (ids: readonly string[]): boolean => new Set(ids).size !== ids.length;

/** The least that the item lets through; numbers and amounts begin at zero where nothing is said. */
function lowest(item: ItemOf<'number'> | ItemOf<'money'> | ItemOf<'computed'>): number {
  return item.min ?? (item.kind === 'computed' ? -Infinity : 0);
}

function faultsOf(item: FormItem, items: readonly FormItem[]): FieldErrors {
  const faults: FieldErrors = {};
  if (item.required === true && silentKinds.has(item.kind)) faults.required = nothingAsked;
  if (item.kind === 'section' && item.shownIf) faults.shownIf = headingStands;
  if ('max' in item && item.max !== undefined && lowest(item) > item.max) faults[item.min === undefined ? 'max' : 'min'] = upsideDown;
  switch (item.kind) {
    case 'choice':
    case 'choices':
      if (item.options.length < 2) faults.options = fewOptions;
      if (twice(item.options.map(({ id }) => id))) faults.options = repeated;
      break;
    case 'table':
      if (twice(item.columns.map(({ id }) => id))) faults.columns = repeated;
      if (item.total && item.columns.find(({ id }) => id === item.total?.column)?.kind !== 'money') faults.total = noColumn;
      break;
    case 'computed':
      Object.assign(faults, computedFaults(item, items));
      break;
    default:
      break;
  }
  return faults;
}

/** What is wrong, by `<place>.<part>` (`2.options`); empty: the items are a form. */
export function itemFaults(items: readonly FormItem[]): FieldErrors {
  const faults: FieldErrors = {};
  items.forEach((item, index) => {
    const before = items.slice(0, index);
    if (before.some(({ id }) => id === item.id)) faults[`${index}.id`] = repeated;
    const condition = item.shownIf && conditionFault(item.shownIf, before);
    if (condition) faults[`${index}.shownIf`] = condition;
    for (const [part, what] of Object.entries(faultsOf(item, items))) faults[`${index}.${part}`] = what;
  });
  return faults;
}
