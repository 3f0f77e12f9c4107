/** What has to be chosen here of a programme that came in a file: where it belongs, who evaluates, when. What is proposed, and what the law would say to it. */
import { DateTime } from 'luxon';
import { isWorkingDay, ZONE } from '../calendar';
import { DAYS_BEFORE_INTAKE, earliestIntake, PUBLICATION_PROVISION, publishedInTime } from '../grant/publication';
import type { FieldErrors } from '../rules';
import { plainDate } from '../waits';
import { words, type Words } from '../words';
import type { FileCall, ProgrammeFile } from './file';

export interface ChosenCall {
  /** The first is always taken. */
  readonly take: boolean;
  readonly intakeOpensAt: string;
  readonly intakeClosesAt: string;
  readonly settlementDueOn: string;
}

export interface ImportChoices {
  readonly title: string;
  /** An area that is here; null: `makeArea`, or the area as text. */
  readonly areaId: string | null;
  /** Make the fund and the area of the file here. */
  readonly makeArea: boolean;
  readonly evaluatorIds: readonly string[];
  /** One for each call of the file. */
  readonly calls: readonly ChosenCall[];
  /** One for each part of the payment; null where it is not paid on a day. */
  readonly paymentDays: readonly (string | null)[];
  /** Take the templates of contracts. */
  readonly templates: boolean;
}

/** The same hour of Prague so many years later; 29 February becomes the 28th where there is none. */
export const momentLater = (moment: string, years: number): string =>
  DateTime.fromISO(moment, { zone: ZONE }).plus({ years }).toUTC().toISO() ?? moment;

/** @param day `yyyy-MM-dd` */
export const dayYearsLater = (day: string, years: number): string => DateTime.fromISO(day).plus({ years }).toFormat('yyyy-MM-dd');

/** `Kultura 2026` -> `Kultura 2027`; a title without a year stays. */
export const titleLater = (title: string, years: number): string => title.replace(/\b20\d{2}\b/g, (year) => String(Number(year) + years));

/** No file is older; a date of another age asks to be typed. */
const MOST_YEARS = 30;

/** By how many whole years the dates of the file must move so that the first intake may still be published in time; 0 where they may stay. */
export function yearsToMove(calls: readonly Pick<FileCall, 'intakeOpensAt'>[], now: Date): number {
  const [first] = calls;
  if (!first) return 0;
  for (let years = 0; years < MOST_YEARS; years += 1) if (publishedInTime(now, momentLater(first.intakeOpensAt, years))) return years;
  return 0;
}

/**
 * What is proposed where nobody chose yet: dates moved by whole years, everything of the file taken, nobody evaluates.
 * @param areaId of an area of the same name that is here
 */
export function proposedChoices(file: ProgrammeFile, areaId: string | null, now: Date): ImportChoices {
  const years = yearsToMove(file.calls, now);
  return {
    title: titleLater(file.programme.title, years),
    areaId,
    makeArea: areaId === null && file.fund !== null && file.programme.area !== '',
    evaluatorIds: [],
    calls: file.calls.map((call) => ({
      take: true,
      intakeOpensAt: momentLater(call.intakeOpensAt, years),
      intakeClosesAt: momentLater(call.intakeClosesAt, years),
      settlementDueOn: dayYearsLater(call.settlementDueOn, years),
    })),
    paymentDays: file.terms.paymentParts.map(({ on }) => (on === null ? null : dayYearsLater(on, years))),
    templates: true,
  };
}

/** The file as it would be taken: the title, times and days of the choices, and only the calls that are taken. */
export function withChoices(file: ProgrammeFile, choices: ImportChoices): ProgrammeFile {
  const calls = file.calls.flatMap((call, index) => {
    const chosen = choices.calls[index];
    if (!chosen || (index > 0 && !chosen.take)) return [];
    const { intakeOpensAt, intakeClosesAt, settlementDueOn } = chosen;
    return [{ ...call, intakeOpensAt, intakeClosesAt, settlementDueOn }];
  });
  const paymentParts = file.terms.paymentParts.map((part, index) => ({ ...part, on: choices.paymentDays[index] ?? null }));
  return {
    ...file,
    programme: { ...file.programme, title: choices.title },
    calls,
    terms: { ...file.terms, paymentParts },
    contractTemplates: choices.templates ? file.contractTemplates : [],
  };
}

const warn = (warnings: Map<string, Words>, path: string, what: Words): void => {
  if (!warnings.has(path)) warnings.set(path, what);
};

/**
 * What may be taken over and should be known before: by the path of the choice (`calls.0.intakeOpensAt`, `paymentDays.1`, `evaluatorIds`).
 * Sources: § 10c zákona č. 250/2000 Sb. (30 days before the intake); the rest is what officers ask about.
 */
export function choiceWarnings(file: ProgrammeFile, choices: ImportChoices, now: Date): FieldErrors {
  const warnings = new Map<string, Words>();
  choices.calls.forEach((call, index) => {
    if (index > 0 && !call.take) return;
    const path = `calls.${index}`;
    if (!publishedInTime(now, call.intakeOpensAt)) {
      const earliest = plainDate(earliestIntake(now));
      warn(
        warnings,
        `${path}.intakeOpensAt`,
        words(
          `Výzva se zveřejňuje nejpozději ${DAYS_BEFORE_INTAKE} dnů před začátkem příjmu (${PUBLICATION_PROVISION}). I kdybyste ji zveřejnili dnes, může příjem začít nejdřív ${earliest}.`,
          `A call is published at the latest ${DAYS_BEFORE_INTAKE} days before the intake (${PUBLICATION_PROVISION}). Published today, the intake may open on ${earliest} at the earliest.`,
        ),
      );
    }
    const closes = DateTime.fromISO(call.intakeClosesAt, { zone: ZONE });
    if (!isWorkingDay(closes))
      warn(warnings, `${path}.intakeClosesAt`, words('Příjem by končil v den pracovního klidu.', 'The intake would close on a day off.'));
    const decided = closes.plus({ days: file.calls[index]?.decisionDays ?? 0 }).toFormat('yyyy-MM-dd');
    if (call.settlementDueOn <= decided)
      warn(
        warnings,
        `${path}.settlementDueOn`,
        words('Vyúčtování by bylo dřív, než se musí rozhodnout.', 'The settlement would be due before the decision must be made.'),
      );
  });
  const opens = choices.calls[0]?.intakeOpensAt ?? '';
  choices.paymentDays.forEach((day, index) => {
    if (day !== null && day <= opens.slice(0, 10))
      warn(
        warnings,
        `paymentDays.${index}`,
        words('Platilo by se dřív, než začne příjem žádostí.', 'It would be paid before the intake opens.'),
      );
  });
  if (choices.evaluatorIds.length === 0)
    warn(
      warnings,
      'evaluatorIds',
      words(
        'Hodnotitele můžete vybrat i potom; bez nich program zveřejnit nejde.',
        'Evaluators may be chosen later; without them the programme cannot be published.',
      ),
    );
  return Object.fromEntries(warnings);
}

/** The last day on which the call may be published, `yyyy-MM-dd` of Prague. */
export const publishBy = (intakeOpensAt: string): string =>
  DateTime.fromISO(intakeOpensAt, { zone: ZONE }).minus({ days: DAYS_BEFORE_INTAKE }).toFormat('yyyy-MM-dd');
