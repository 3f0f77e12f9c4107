/** What happens in one district's year, decided beforehand by a fixed seed: who asks for what, and how it ends. Nothing here does anything. */
import type { Project } from '../grant/content';
import { smoothPlan, type Plan } from '../grant/plan';
import { Chance } from '../random';
import type { DemoCase, Stop } from './projects';

const SEED = 233;
const APPLICATIONS = 233;
/** Whole CZK asked for by all applications together. */
const ASKED = 30_000_000;
export const APPLICANTS = 40;
/** What part of what is asked for the programmes can give. */
const COVER = 0.7;

const AREAS = ['Kultura', 'Sport', 'Sociální služby', 'Děti a mládež', 'Životní prostředí', 'Vzdělávání', 'Sousedské akce'] as const;
const THINGS = [
  'Festival',
  'Dílna',
  'Kurz',
  'Turnaj',
  'Tábor',
  'Výstava',
  'Cyklus besed',
  'Obnova klubovny',
  'Komunitní zahrada',
  'Poradna',
] as const;

/** Where cases stand at the end of the year, with weights; null: at their end. */
const STAGES: readonly (readonly [string | null, number])[] = [
  ['formalCheck', 3],
  ['supplement', 3],
  ['evaluation', 6],
  ['proposal', 5],
  ['councilDecision', 4],
  ['assemblyDecision', 6],
  ['signature', 6],
  ['payment', 6],
  ['settlement', 14],
  ['settlementCheck', 7],
  ['refund', 4],
  [null, 36],
];

/** Name of the n-th applicant, from 0. */
export function applicantName(index: number): string {
  return `Spolek č. ${index + 1}`;
}

/** Amounts of all applications in thousands of CZK: uneven as in life, exactly ASKED together. */
function amounts(chance: Chance): number[] {
  const weights = Array.from({ length: APPLICATIONS }, () => 0.2 + chance.next() ** 2 * 3);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const thousands = weights.map((weight) => Math.max(5, Math.round((weight / sum) * (ASKED / 1000))));
  let off = ASKED / 1000 - thousands.reduce((total, amount) => total + amount, 0);
  for (let index = 0; off !== 0; index = (index + 1) % APPLICATIONS) {
    const step = Math.sign(off);
    thousands[index] = (thousands[index] ?? 0) + step;
    off -= step;
  }
  return thousands;
}

function stopOf(chance: Chance): Stop | null {
  let left = chance.next() * STAGES.reduce((total, [, weight]) => total + weight, 0);
  for (const [step, weight] of STAGES) {
    left -= weight;
    if (left < 0) return step === null ? null : { step, time: 1 };
  }
  return null;
}

function caseOf(chance: Chance, serial: number, area: string, thousands: number, affordable: boolean): DemoCase {
  const owner = serial % APPLICANTS;
  const thing = chance.pick(THINGS);
  const requested = thousands * 1000_00;
  const project: Project = {
    applicant: applicantName(owner),
    kind: 'legal',
    serial: 5_000 + owner,
    municipality: 'Ukázkov 1',
    title: `${thing} ${serial + 1}`,
    purpose: `${thing} v oblasti ${area.toLowerCase()}: věcné náklady a služby.`,
    reasons: 'Činnost je otevřená všem obyvatelům a bez dotace by se neuskutečnila.',
    requested,
    totalCost: Math.round(requested * 1.3),
  };
  const stop = stopOf(chance);
  const wins = affordable && !chance.happens(0.08);
  const spentAll = stop?.step !== 'refund' && chance.happens(0.75);
  const plan: Plan = {
    ...smoothPlan(project),
    check: stop === null && chance.happens(0.06) ? 'reject' : 'pass',
    returns: stop?.step === 'supplement' || chance.happens(0.2) ? 1 : 0,
    points: [0, 1, 2].map(() => chance.whole(wins ? 60 : 25, wins ? 96 : 59)),
    decision: wins ? 'approve' : 'refuse',
    deferrals: chance.happens(0.1) ? 1 : 0,
    settlementReturns: chance.happens(0.15) ? 1 : 0,
    accepted: spentAll ? requested : Math.round(requested * 0.9),
  };
  return { applicant: `spolek${owner + 1}`, plan, stop };
}

export interface DistrictProgramme {
  readonly area: string;
  readonly cases: readonly DemoCase[];
  /** Whole CZK. */
  readonly total: number;
}

/** The whole year, decided beforehand so that no programme gives more than it has. */
export function districtYear(): DistrictProgramme[] {
  const chance = new Chance(SEED);
  const thousands = amounts(chance);
  return AREAS.map((area, place) => {
    const own = thousands.flatMap((amount, serial) => (serial % AREAS.length === place ? [{ amount, serial }] : []));
    const asked = own.reduce((total, { amount }) => total + amount, 0);
    const total = Math.round(asked * COVER);
    let left = total;
    const cases = own.map(({ amount, serial }) => {
      const affordable = amount <= left;
      if (affordable) left -= amount;
      return caseOf(chance, serial, area, amount, affordable);
    });
    return { area, cases, total: total * 1000 };
  });
}
