/** What the people of a made-up case decide at each step, so that the same case can be taken through again. */
import { acceptedIn, verdictsFor } from '../../processes/grant/settlement';
import { application, dayFromNow, settlement, type Project } from './content';

export interface Plan {
  readonly project: Project;
  /** What the formal check says in the end; before it, `returns` times the application goes back. */
  readonly check: 'pass' | 'reject';
  readonly returns: number;
  /** Points of each evaluator in turn, or a conflict of interest. */
  readonly points: readonly (number | 'conflict')[];
  /** Proposed and awarded amount, haléř; null: the proposal is to refuse. */
  readonly proposed: number | null;
  readonly decision: 'approve' | 'refuse';
  readonly deferrals: number;
  readonly contract: 'signed' | 'notSigned';
  readonly settlementReturns: number;
  /** Accepted of what was paid, haléř; less than awarded leads to a refund. */
  readonly accepted: number;
  /** Whole per cent of the costs that the programme asks the applicant to pay; 0 where nothing is said. */
  readonly ownShare?: number;
}

/** A case in which everything goes well and all is spent. */
export function smoothPlan(project: Project): Plan {
  return {
    project,
    check: 'pass',
    returns: 0,
    points: [82, 76],
    proposed: project.requested,
    decision: 'approve',
    deferrals: 0,
    contract: 'signed',
    settlementReturns: 0,
    accepted: project.requested,
  };
}

/** What is asked of the plan: the step with its ordinal in the case (1 the first time), and for evaluations which evaluator. */
export interface Question {
  readonly step: string;
  readonly ordinal: number;
  readonly caseNumber: string;
  /** Of the payment; empty at other steps. */
  readonly variableSymbol: string;
  /** Haléř that the task tells: due with a payment, to be returned with a refund. All of the grant where it is not told. */
  readonly amount?: number;
  /** Haléř that the settlement claims from the grant; all that the plan spends where there is only one. */
  readonly claims?: number;
  readonly evaluator: number;
  /** Documents uploaded for this act. */
  readonly documents?: readonly string[];
}

export interface Answer {
  readonly outcome: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The serial part of a case's number (DOT-2026-0007 -> 0007). */
const serialOf = (caseNumber: string): string => caseNumber.split('-').at(-1) ?? caseNumber;

export class UnplannedStepError extends Error {}

function formalCheck(plan: Plan, ordinal: number): Answer {
  if (ordinal <= plan.returns) {
    return {
      outcome: 'return',
      data: {
        defects: ['Chybí rozpočet projektu rozepsaný po položkách.', 'Doplňte, kdo za žadatele jedná.'],
        until: dayFromNow(14),
      },
    };
  }
  if (plan.check === 'pass') return { outcome: 'pass', data: { note: 'Žádost je úplná a odpovídá programu.' } };
  return { outcome: 'reject', data: { reason: 'Žadatel nepatří mezi okruh žadatelů, kterým je program určen.' } };
}

function evaluation(plan: Plan, evaluator: number): Answer {
  const points = plan.points[evaluator % plan.points.length] ?? 70;
  if (points === 'conflict') return { outcome: 'conflict', data: { conflictReason: 'Jsem členem orgánu žadatele.' } };
  const benefit = Math.round(points * 0.4);
  const quality = Math.round(points * 0.3);
  return {
    outcome: 'submit',
    data: {
      benefit,
      quality,
      economy: points - benefit - quality,
      recommendedAmount: plan.proposed ?? 0,
      comment: 'Záměr je srozumitelný, rozpočet přiměřený a přínos pro obyvatele doložený.',
      internalComment: 'Rozpočet ověřen proti cenám v místě.',
    },
  };
}

function decision(plan: Plan, ordinal: number, caseNumber: string): Answer {
  if (ordinal <= plan.deferrals) return { outcome: 'defer', data: {} };
  const minutes = {
    resolutionNumber: `UZ-${serialOf(caseNumber)}/${dayFromNow(0).slice(0, 4)}`,
    decidedOn: dayFromNow(0),
    votesAbstained: 1,
  };
  if (plan.decision === 'approve' && plan.proposed !== null) {
    return { outcome: 'approve', data: { ...minutes, votesFor: 13, votesAgainst: 1, amount: plan.proposed } };
  }
  return {
    outcome: 'refuse',
    data: {
      ...minutes,
      votesFor: 2,
      votesAgainst: 12,
      reason: 'Peníze programu se rozdělily mezi žádosti s vyšším počtem bodů.',
    },
  };
}

/**
 * What the person at this step does.
 * @throws UnplannedStepError for a step that the grant does not have.
 */
export function answer(plan: Plan, question: Question): Answer {
  const { step, ordinal, caseNumber } = question;
  const awarded = plan.proposed ?? 0;
  const claims = question.claims ?? plan.accepted;
  switch (step) {
    case 'formalCheck':
      return formalCheck(plan, ordinal);
    case 'supplement':
      return {
        outcome: 'submit',
        data: {
          application: application(plan.project, question.documents),
          whatChanged: 'Doplnili jsme položkový rozpočet.',
        },
      };
    case 'evaluation':
      return evaluation(plan, question.evaluator);
    case 'proposal':
      return plan.proposed === null
        ? { outcome: 'decline', data: { justification: 'Žádost nedosáhla potřebného počtu bodů.' } }
        : {
            outcome: 'recommend',
            data: { amount: plan.proposed, justification: 'Podle pořadí hodnocení a zbývajících peněz programu.' },
          };
    case 'councilDecision':
    case 'assemblyDecision':
      return decision(plan, ordinal, caseNumber);
    case 'signature':
      return plan.contract === 'signed'
        ? {
            outcome: 'signed',
            data: { signedOn: dayFromNow(0), contractNumber: `S-${serialOf(caseNumber)}/${dayFromNow(0).slice(0, 4)}` },
          }
        : { outcome: 'notSigned', data: { reason: 'Žadatel smlouvu ve lhůtě nepodepsal.' } };
    case 'payment':
      return {
        outcome: 'paid',
        data: { paidOn: dayFromNow(0), amount: question.amount ?? awarded, variableSymbol: question.variableSymbol },
      };
    case 'settlement':
      return { outcome: 'submit', data: settlement(claims, question.documents, plan.ownShare) };
    case 'settlementCheck':
      return ordinal <= plan.settlementReturns
        ? { outcome: 'return', data: { defects: ['K dokladu FP-2 chybí výpis z účtu.'], until: dayFromNow(14) } }
        : { outcome: 'approve', data: { items: verdictsFor(settlement(claims)) } };
    case 'sumsCheck':
      return { outcome: 'confirm', data: { total: acceptedIn({ items: verdictsFor(settlement(claims)) }) } };
    case 'refund':
      return { outcome: 'received', data: { receivedOn: dayFromNow(0), amount: question.amount ?? awarded - plan.accepted } };
    case 'publishContract':
      return { outcome: 'published', data: { publishedOn: dayFromNow(0) } };
    case 'changeRequest':
      return {
        outcome: 'submit',
        data: {
          kind: 'deadline',
          settlementDueOn: dayFromNow(500),
          what: 'Prosíme o pozdější vyúčtování.',
          reason: 'Akce se kvůli počasí přesouvá na jaro.',
        },
      };
    case 'changeCheck':
      return { outcome: 'accept', data: { opinion: 'Změna účelu neodporuje.', settlementDueOn: dayFromNow(500) } };
    case 'eventAnnouncement':
      return {
        outcome: 'submit',
        data: { title: plan.project.title, day: dayFromNow(60), time: '18:00', place: 'Kulturní dům', text: 'Přijďte.', invites: true },
      };
    default:
      throw new UnplannedStepError(`The plan does not know what to do at the step '${step}'`);
  }
}
