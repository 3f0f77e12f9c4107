/** In what two programmes differ, as an officer reads it: part by part, with what stands in each. */
import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { FormItem } from '../formItems/items';
import { defaultCriteria, type Criterion } from '../grant/criteria';
import type { PaymentPart } from '../grant/terms';
import { formatMoney } from '../money';
import { plainDate } from '../waits';
import type { FileCall, FileProgramme, ProgrammeFile } from './file';

export type FilePart = 'programme' | 'calls' | 'form' | 'terms' | 'criteria' | 'templates';

export interface Difference {
  readonly part: FilePart;
  /** Name of the field of the part (`totalAmount`, `intakeOpensAt`, `question`, `part`); the faces have words for it. */
  readonly field: string;
  /** Which call, question, part or criterion, in its own words; null where there is one only. */
  readonly item: string | null;
  /** As a person reads it; null: it is not there. Yes and no are `true` and `false`. */
  readonly before: string | null;
  readonly after: string | null;
}

type Shown = string | null;
type Cells = readonly (readonly [field: string, value: Shown])[];

const plain = (value: string | number | undefined): Shown => (value === undefined ? null : String(value));
const moment = (iso: string): string => DateTime.fromISO(iso, { zone: ZONE }).toFormat('d. M. yyyy H:mm');
const money = (value: number | null | undefined): Shown => (value === null || value === undefined ? null : formatMoney(value));

const programmeCells = ({ totalAmount, maxAmount, deMinimis, asksPastSupport, ...texts }: FileProgramme): Cells => [
  ...Object.entries(texts),
  ['totalAmount', money(totalAmount)],
  ['maxAmount', money(maxAmount)],
  ['deMinimis', String(deMinimis)],
  ['asksPastSupport', String(asksPastSupport)],
];

const callCells = (call: FileCall): Cells => [
  ['callTitle', call.title],
  ['intakeOpensAt', moment(call.intakeOpensAt)],
  ['intakeClosesAt', moment(call.intakeClosesAt)],
  ['decisionDays', plain(call.decisionDays)],
  ['settlementDueOn', plainDate(call.settlementDueOn)],
  ['amount', money(call.amount)],
];

const limit = (item: FormItem, value: number | undefined): Shown => (item.kind === 'money' ? money(value) : plain(value));

function questionCells(item: FormItem): Cells {
  const cells: [string, Shown][] = [
    ['questionTitle', item.title],
    ['kind', item.kind],
    ['help', plain(item.help)],
    ['required', String(item.required === true)],
    ['shownIf', item.shownIf ? `${item.shownIf.item} = ${String(item.shownIf.is)}` : null],
  ];
  if ('min' in item || 'max' in item) cells.push(['min', limit(item, item.min)], ['max', limit(item, item.max)]);
  if ('maxLength' in item) cells.push(['maxLength', plain(item.maxLength)]);
  if ('most' in item) cells.push(['most', plain(item.most)]);
  if ('options' in item) cells.push(['options', item.options.map(({ title }) => title).join('\n')]);
  if (item.kind === 'table') {
    cells.push(['columns', item.columns.map(({ title, kind }) => `${title} (${kind})`).join('\n')]);
    cells.push(['total', item.total ? `${item.total.column} = ${item.total.is}` : null]);
  }
  if (item.kind === 'computed')
    cells.push([
      'computed',
      [item.plus.join(' + '), ...(item.minus ?? []).map((one) => `− ${one}`), item.percentOf ?? ''].join(' ').trim(),
    ]);
  return cells;
}

const partCells = ({ share, when, on }: PaymentPart): Cells => [
  ['share', `${share} %`],
  ['when', when],
  ['on', on === null ? null : plainDate(on)],
];

const criterionCells = ({ title, help, maxPoints, weight }: Criterion): Cells => [
  ['criterionTitle', title],
  ['help', plain(help)],
  ['maxPoints', String(maxPoints)],
  ['weight', String(weight)],
];

/** What two sets of cells of the same thing differ in. A thing that only one has is one difference. */
function between(part: FilePart, item: string | null, before: Cells, after: Cells): Difference[] {
  const fields = [...new Set([...before, ...after].map(([field]) => field))];
  const at = (cells: Cells, field: string): Shown => cells.find(([name]) => name === field)?.[1] ?? null;
  return fields.flatMap((field) => {
    const [was, is] = [at(before, field), at(after, field)];
    // No help and an empty one say the same.
    return (was ?? '') === (is ?? '') ? [] : [{ part, field, item, before: was, after: is }];
  });
}

interface Kept<T> {
  readonly part: FilePart;
  /** Field by which it is said that the whole thing came or went. */
  readonly whole: string;
  readonly key: (one: T, index: number) => string;
  readonly name: (one: T, index: number) => string;
  readonly cells: (one: T) => Cells;
}

/** Two lists whose members are known by a key; another order is one difference of the whole list. */
function betweenLists<T>({ part, whole, key, name, cells }: Kept<T>, before: readonly T[], after: readonly T[]): Difference[] {
  const differences: Difference[] = [];
  const keysBefore = before.map(key);
  const keysAfter = after.map(key);
  after.forEach((one, index) => {
    const was = keysBefore.indexOf(keysAfter[index] ?? '');
    const other = before[was];
    if (other === undefined) differences.push({ part, field: whole, item: null, before: null, after: name(one, index) });
    else differences.push(...between(part, name(other, was), cells(other), cells(one)));
  });
  before.forEach((one, index) => {
    if (!keysAfter.includes(keysBefore[index] ?? ''))
      differences.push({ part, field: whole, item: null, before: name(one, index), after: null });
  });
  const common = (keys: readonly string[], others: readonly string[]): string => keys.filter((one) => others.includes(one)).join();
  if (common(keysBefore, keysAfter) !== common(keysAfter, keysBefore))
    differences.push({ part, field: 'order', item: null, before: before.map(name).join('\n'), after: after.map(name).join('\n') });
  return differences;
}

const ordinal = (_one: unknown, index: number): string => String(index + 1);

/** @param before the programme that is here @param after the file */
export function programmeDifferences(before: ProgrammeFile, after: ProgrammeFile): Difference[] {
  return [
    ...between('programme', null, programmeCells(before.programme), programmeCells(after.programme)),
    ...between('programme', null, [['fund', before.fund]], [['fund', after.fund]]),
    ...betweenLists<FileCall>({ part: 'calls', whole: 'call', key: ordinal, name: ordinal, cells: callCells }, before.calls, after.calls),
    ...betweenLists<FormItem>(
      { part: 'form', whole: 'question', key: ({ id }) => id, name: ({ title }) => title, cells: questionCells },
      before.items,
      after.items,
    ),
    ...betweenLists<PaymentPart>(
      { part: 'terms', whole: 'part', key: ordinal, name: ordinal, cells: partCells },
      before.terms.paymentParts,
      after.terms.paymentParts,
    ),
    ...between(
      'terms',
      null,
      [
        ['twoReviews', String(before.terms.twoReviews)],
        ['ownShare', `${before.terms.ownShare} %`],
      ],
      [
        ['twoReviews', String(after.terms.twoReviews)],
        ['ownShare', `${after.terms.ownShare} %`],
      ],
    ),
    ...betweenLists<Criterion>(
      { part: 'criteria', whole: 'criterion', key: ({ id }) => id, name: ({ title }) => title, cells: criterionCells },
      before.criteria ?? defaultCriteria,
      after.criteria ?? defaultCriteria,
    ),
    ...between(
      'criteria',
      null,
      [['evaluationsNeeded', String(before.evaluationsNeeded)]],
      [['evaluationsNeeded', String(after.evaluationsNeeded)]],
    ),
    ...templateDifferences(before, after),
  ];
}

/** Whether there is a template, and whether it is the same to the byte; what is in it, is compared when it is here. */
function templateDifferences({ contractTemplates: before }: ProgrammeFile, { contractTemplates: after }: ProgrammeFile): Difference[] {
  return (['contract', 'amendment'] as const).flatMap((kind) => {
    const [was, is] = [before.find((one) => one.kind === kind), after.find((one) => one.kind === kind)];
    if (was?.docx === is?.docx) return [];
    return [{ part: 'templates' as const, field: kind, item: null, before: was?.fileName ?? null, after: is?.fileName ?? null }];
  });
}

/** Is it called the same but for its year? `Kultura 2026` and `kultura 2027` are one programme of two years. */
export function sameName(one: string, other: string): boolean {
  const plainName = (title: string): string =>
    title
      .replace(/\b20\d{2}\b/g, '')
      .replace(/[\s,–-]+/g, ' ')
      .trim()
      .toLowerCase();
  return plainName(one) === plainName(other) && plainName(one) !== '';
}
