/** Checks of the settlement (vyúčtování): documents of the applicant, verdicts of the office. Amounts are integers of haléř. */
import type { SmallValues } from '../changes';
import { columnSum } from '../formItems/amounts';
import { formatMoney } from '../money';
import type { FieldErrors, StepContext } from '../rules';
import { words } from '../words';

type Data = Readonly<Record<string, unknown>>;

const rowsOf = (data: Data | undefined): readonly Data[] => (Array.isArray(data?.items) ? (data.items as readonly Data[]) : []);
const amountIn = (row: Data | SmallValues, key: string): number => (typeof row[key] === 'number' ? row[key] : 0);
const textIn = (row: Data, key: string): string => (typeof row[key] === 'string' ? row[key] : '');

const notInFuture = words('Datum nemůže být v budoucnu.', 'The date cannot lie in the future.');

/** How the office names a document of the settlement. */
export const documentName = (item: Data): string => `${textIn(item, 'documentNumber')}: ${textIn(item, 'description')}`;

/** From what the form of the check starts: every document accepted as it was claimed. */
export function verdictsFor(settlement: Data | undefined): readonly Data[] {
  return rowsOf(settlement).map((item) => {
    const fromGrant = amountIn(item, 'fromGrant');
    return { description: documentName(item), fromGrant, verdict: 'accepted', accepted: fromGrant };
  });
}

/** The last verdicts where they are of these very documents; otherwise every document accepted. */
export function startOfVerdicts(settlement: Data | undefined, before: Data | undefined): readonly Data[] {
  const fresh = verdictsFor(settlement);
  const kept = rowsOf(before);
  const same =
    kept.length === fresh.length &&
    fresh.every((row, index) => row.description === kept[index]?.description && row.fromGrant === kept[index]?.fromGrant);
  return same ? kept : fresh;
}

/** Haléř of all documents, and of them from the grant, in one settlement. */
export function claimedIn(settlement: Data): { readonly documents: number; readonly claimed: number } {
  const rows = rowsOf(settlement);
  return { documents: columnSum(rows, 'amount'), claimed: columnSum(rows, 'fromGrant') };
}

/** What the documents are accepted for, haléř. */
export const acceptedIn = (check: Data): number => columnSum(rowsOf(check), 'accepted');

/**
 * The share of other money than the grant in the costs, in per cent; 100 where nothing was spent.
 * @param documents haléř of all documents @param claimed haléř of them from the grant
 */
export const ownShareOf = (documents: number, claimed: number): number =>
  documents === 0 ? 100 : ((documents - claimed) * 100) / documents;

/** Documents of the applicant: dates, parts from the grant, what was paid, the share of own money. */
export function checkSettlement(errors: FieldErrors, data: Data, context: StepContext): void {
  const first = `${context.openedOn.slice(0, 4)}-01-01`;
  rowsOf(data).forEach((item, index) => {
    if (amountIn(item, 'fromGrant') > amountIn(item, 'amount')) {
      errors[`items.${index}.fromGrant`] = words(
        'Z dotace nelze zaplatit víc, než kolik doklad zní.',
        'The part from the grant cannot exceed the amount of the document.',
      );
    }
    const paidOn = textIn(item, 'paidOn');
    if (paidOn > context.today) errors[`items.${index}.paidOn`] = notInFuture;
    else if (paidOn < first) {
      errors[`items.${index}.paidOn`] = words(
        'Doklad je z doby před rokem, ve kterém jste o dotaci žádali.',
        'The document is from before the year in which you applied.',
      );
    }
  });
  if (errors.items !== undefined) return;
  const { documents, claimed } = claimedIn(data);
  const { values, subject } = context;
  const paid = amountIn(values, 'paid') - amountIn(values, 'accepted');
  if (claimed > paid) {
    errors.items = words(
      `Doklady hlásí z dotace ${formatMoney(claimed)}, vyplaceno a dosud nevyúčtováno je ${formatMoney(paid)}.`,
      `The documents claim ${formatMoney(claimed)} from the grant; ${formatMoney(paid)} was paid and is not settled yet.`,
    );
    return;
  }
  const wanted = subject?.ownShare ?? 0;
  if (wanted === 0 || values.settlesAll === false) return;
  const own = ownShareOf(amountIn(values, 'documents') + documents, amountIn(values, 'accepted') + claimed);
  if (own < wanted) {
    const reached = String(Math.floor(own * 100) / 100).replace('.', ',');
    errors.items = words(
      `Program žádá, abyste z vlastních peněz zaplatili aspoň ${wanted} % nákladů. Podle dokladů to je ${reached} %.`,
      `The programme asks that you pay at least ${wanted} % of the costs from your own money. The documents say ${reached} %.`,
    );
  }
}

/** Verdicts of the office: one for each document, an amount that fits the verdict, a reason where not all is accepted. */
export function checkVerdicts(errors: FieldErrors, data: Data, { answers }: StepContext): void {
  const expected = verdictsFor(answers.settlement);
  const rows = rowsOf(data);
  if (rows.length !== expected.length) {
    errors.items = words(`Posuďte všechny doklady; je jich ${expected.length}.`, `Judge all documents; there are ${expected.length}.`);
    return;
  }
  rows.forEach((row, index) => {
    const at = `items.${index}`;
    const document = expected[index];
    const fromGrant = amountIn(document ?? {}, 'fromGrant');
    if (row.description !== document?.description || row.fromGrant !== document?.fromGrant) {
      errors[`${at}.description`] = words('Doklad žadatele tu nelze změnit.', 'The document of the applicant cannot be changed here.');
      return;
    }
    const accepted = amountIn(row, 'accepted');
    if (row.verdict === 'accepted' && accepted !== fromGrant) {
      errors[`${at}.accepted`] = words(
        `Uznaný doklad má celou částku ${formatMoney(fromGrant)}; menší je uznání zčásti.`,
        `An accepted document has its whole amount ${formatMoney(fromGrant)}; less is acceptance in part.`,
      );
    } else if (row.verdict === 'partly' && (accepted <= 0 || accepted >= fromGrant)) {
      errors[`${at}.accepted`] = words(
        `Zčásti znamená víc než nula a méně než ${formatMoney(fromGrant)}.`,
        `In part means more than zero and less than ${formatMoney(fromGrant)}.`,
      );
    } else if (row.verdict === 'refused' && accepted !== 0) {
      errors[`${at}.accepted`] = words('Neuznaný doklad má nulu.', 'A refused document has zero.');
    }
    if (row.verdict !== 'accepted' && textIn(row, 'reason').trim() === '') {
      errors[`${at}.reason`] = words('Napište důvod, žadatel ho dostane.', 'Write the reason; the applicant gets it.');
    }
  });
}

/** The accountant adds up by themselves; the sums must meet. */
export function checkSums(errors: FieldErrors, data: Data, { answers }: StepContext): void {
  const accepted = acceptedIn(answers.settlementCheck ?? {});
  if (data.total !== accepted) {
    errors.total = words(
      `Referent uznal ${formatMoney(accepted)}. Když vám součet nevychází, vraťte vyúčtování k věcné kontrole.`,
      `The officer accepted ${formatMoney(accepted)}. If your sum differs return the settlement to the check by content.`,
    );
  }
}
