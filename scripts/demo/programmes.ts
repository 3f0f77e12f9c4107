/** Programmes of the demo. What is in the past (published, intake opened) is dated so: the demo cannot wait thirty days. */
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';

/** Contents of § 10c odst. 2 zákona č. 250/2000 Sb.; amounts in haléř, moments ISO. */
export interface ProgrammeContent {
  readonly title: string;
  readonly area: string;
  /** The record of its area, where the tenant has funds. */
  readonly areaId?: string;
  readonly purpose: string;
  readonly reasons: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  readonly eligible: string;
  readonly criteria: string;
  readonly conditions: string;
  readonly attachments: string;
  readonly intakeOpensAt: string;
  readonly intakeClosesAt: string;
  readonly decisionDays: number;
  readonly settlementDueOn: string;
}

const CRITERIA = 'Přínos pro obyvatele (0–40 bodů), kvalita a proveditelnost (0–30 bodů), hospodárnost rozpočtu (0–30 bodů).';
const CONDITIONS =
  'Dotace kryje nejvýše 80 % nákladů. Peníze lze použít jen na účel uvedený ve smlouvě a do konce projektu; nevyužitá část se vrací.';

const midnight = (days: number): DateTime => DateTime.now().setZone(ZONE).startOf('day').plus({ days });

/** First and last moment of an intake, in days from today; the last day counts whole. */
function intake(opens: number, closes: number): Pick<ProgrammeContent, 'intakeOpensAt' | 'intakeClosesAt'> {
  return {
    intakeOpensAt: midnight(opens).plus({ hours: 8 }).toUTC().toISO() ?? '',
    intakeClosesAt: midnight(closes).endOf('day').toUTC().toISO() ?? '',
  };
}

export interface ProgrammeWish {
  readonly title: string;
  readonly area: string;
  readonly purpose: string;
  /** Whole CZK. */
  readonly total: number;
  readonly max: number;
  readonly opens: number;
  readonly closes: number;
}

export function programmeContent(wish: ProgrammeWish): ProgrammeContent {
  return {
    title: wish.title,
    area: wish.area,
    purpose: wish.purpose,
    reasons: 'Obec chce podporovat ty, kdo pro ni něco dělají, a podmínky mají být pro všechny stejné a předem známé.',
    totalAmount: wish.total * 100,
    maxAmount: wish.max * 100,
    eligible: 'Spolky, církve, obecně prospěšné společnosti a lidé, kteří v obci působí.',
    criteria: CRITERIA,
    conditions: CONDITIONS,
    attachments: 'Rozpočet projektu; doklad o oprávnění jednat za žadatele.',
    ...intake(wish.opens, wish.closes),
    decisionDays: 90,
    settlementDueOn: midnight(wish.closes + 400).toFormat('yyyy-MM-dd'),
  };
}

/** The budget year for which money is being given out now: from October on it is the next one. */
export function budgetYear(): number {
  const now = DateTime.now().setZone(ZONE);
  return now.month >= 10 ? now.year + 1 : now.year;
}
