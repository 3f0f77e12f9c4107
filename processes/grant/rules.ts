/** Checks of the grant that its forms cannot say. Amounts are integers of haléř, dates `yyyy-MM-dd` in Prague (they compare as text). */
import { formatMoney } from '../money';
import type { FieldErrors, ProcessRules, RulesContext, StepContext, SubjectForRules } from '../rules';
import { plainDate } from '../waits';
import { words, type Words } from '../words';
import type { SmallValues } from '../changes';
import { checkEvent } from './announcement/rules';
import { checkChangeDecision, checkChangeRequest, checkNewDay } from './changeRules';
import { checkMoreEvaluation, checkProgrammeTotal, scoredValues } from './evaluation';
import { acceptedIn, checkSettlement, checkSums, checkVerdicts, claimedIn, startOfVerdicts } from './settlement';

type Data = Readonly<Record<string, unknown>>;

/** Up to this sum in one case the council decides, above it the assembly (§ 85 písm. c) and § 102 odst. 3 zákona č. 128/2000 Sb.): 50 000 CZK. */
export const COUNCIL_LIMIT = 50_000_00;

const amountOf = (data: Data | SmallValues, key: string): number | null => {
  const value = data[key];
  return typeof value === 'number' ? value : null;
};
const textOf = (data: Data | SmallValues, key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' ? value : null;
};

const overMaximum = (maximum: number): Words =>
  words(
    `Program dovoluje nejvýše ${formatMoney(maximum)} v jednom případě.`,
    `The programme allows at most ${formatMoney(maximum)} in one case.`,
  );
const inFuture = words('Datum musí být v budoucnu.', 'The date must lie in the future.');
const notInFuture = words('Datum nemůže být v budoucnu.', 'The date cannot lie in the future.');

/** @param askedOn the day on which it was, or is being, submitted */
function applicationErrors(data: Data, { subject, today }: RulesContext, askedOn: string): FieldErrors {
  const errors: FieldErrors = {};
  const requested = amountOf(data, 'requestedAmount');
  const total = amountOf(data, 'totalCost');
  if (requested !== null && subject !== null && requested > subject.maxAmount) errors.requestedAmount = overMaximum(subject.maxAmount);
  if (requested !== null && total !== null && total < requested) {
    errors.totalCost = words(
      'Celkové náklady nemohou být nižší než požadovaná částka.',
      'The total cost cannot be lower than the requested amount.',
    );
  }
  const from = textOf(data, 'from');
  const to = textOf(data, 'to');
  if (from !== null && to !== null && to < from)
    errors.to = words('Projekt nemůže skončit dříve, než začne.', 'The project cannot end before it begins.');
  else if (to !== null && to < askedOn)
    errors.to = words('Na projekt, který už skončil, dotaci dát nelze.', 'No grant can be given to a project that is over.');
  const born = textOf(data, 'birthDate');
  if (born !== null && born >= today) errors.birthDate = notInFuture;
  return errors;
}

const validateApplication = (data: Data, context: RulesContext): FieldErrors => applicationErrors(data, context, context.today);

/** What was asked for, in the application as it stands now. */
const requestedIn = (context: StepContext): number | null =>
  amountOf(context.application, 'requestedAmount') ?? amountOf(context.values, 'requested');

/** An amount that is to be given: not more than the programme allows and the applicant asks for. */
function checkOffered(errors: FieldErrors, key: string, amount: number | null, context: StepContext): void {
  if (amount === null) return;
  const requested = requestedIn(context);
  if (context.subject !== null && amount > context.subject.maxAmount) errors[key] = overMaximum(context.subject.maxAmount);
  else if (requested !== null && amount > requested) {
    errors[key] = words(`Žadatel požádal jen o ${formatMoney(requested)}.`, `The applicant asked for ${formatMoney(requested)} only.`);
  }
}

/** A day that cannot lie before another one of the case. */
function notBefore(errors: FieldErrors, key: string, data: Data, first: string | null, what: Words): void {
  const day = textOf(data, key);
  if (day === null || first === null || day >= first || errors[key] !== undefined) return;
  const said = plainDate(first);
  errors[key] = words(`${what.cs} (${said}).`, `${what.en} (${said}).`);
}

const beforeApplication = words('Datum nemůže být dřív, než žádost přišla', 'The date cannot lie before the application came');
const beforeDecision = words('Datum nemůže být před rozhodnutím', 'The date cannot lie before the decision');
const beforeSignature = words('Datum nemůže být před podpisem smlouvy', 'The date cannot lie before the signature of the contract');
const beforePayment = words('Datum nemůže být před výplatou dotace', 'The date cannot lie before the payment of the grant');

/** Nobody is given longer than a year to complete something: a slip in the year is more likely. */
const LONGEST_RETURN_YEARS = 1;

function checkReturn(errors: FieldErrors, data: Data, today: string): void {
  const until = textOf(data, 'until');
  if (until === null || until <= today) errors.until = inFuture;
  else if (until > `${Number(today.slice(0, 4)) + LONGEST_RETURN_YEARS}${today.slice(4)}`)
    errors.until = words('Na doplnění dejte nejvýš rok.', 'Give a year at most.');
}

/**
 * The council decides up to the limit in one case (§ 85 písm. c) zákona č. 128/2000 Sb.), and with it counts what the office adds up in a calendar year; what is
 * above is the assembly's.
 */
function checkCouncilLimit(errors: FieldErrors, data: Data, { values, awardedByYear }: StepContext): void {
  const amount = amountOf(data, 'amount');
  const year = textOf(data, 'decidedOn')?.slice(0, 4);
  if (amount === null || year === undefined || errors.amount !== undefined) return;
  const limit = amountOf(values, 'councilLimit') ?? COUNCIL_LIMIT;
  const given = awardedByYear[year] ?? 0;
  if (given + amount <= limit) return;
  errors.amount =
    given === 0
      ? words(
          `Rada může dát nejvýš ${formatMoney(limit)} (§ 85 písm. c) zákona č. 128/2000 Sb.). O vyšší částce rozhoduje zastupitelstvo: postupte mu bod.`,
          `The council may give ${formatMoney(limit)} at most (§ 85(c) of Act 128/2000). The assembly decides on more: refer it.`,
        )
      : words(
          `Rada může jednomu žadateli dát za rok nejvýš ${formatMoney(limit)} (úřad dotace za rok sčítá), v jiných žádostech už dostal ${formatMoney(given)}. O vyšší částce rozhoduje zastupitelstvo: postupte mu bod.`,
          `The council may give one applicant ${formatMoney(limit)} a year at most (the office adds a year up); ${formatMoney(given)} was given already. The assembly decides on more: refer it.`,
        );
}

const positive = words('Částka musí být vyšší než nula.', 'The amount must be more than zero.');

function checkDecision(errors: FieldErrors, outcome: string, data: Data, context: StepContext): void {
  const decidedOn = textOf(data, 'decidedOn');
  if (decidedOn !== null && decidedOn > context.today) errors.decidedOn = notInFuture;
  notBefore(errors, 'decidedOn', data, context.openedOn, beforeApplication);
  if (outcome !== 'approve') return;
  const amount = amountOf(data, 'amount');
  checkOffered(errors, 'amount', amount, context);
  if (amount !== null && amount <= 0) errors.amount = positive;
  const { subject } = context;
  if (amount !== null && subject !== null && errors.amount === undefined && subject.awardedToOthers + amount > subject.totalAmount) {
    const left = Math.max(0, subject.totalAmount - subject.awardedToOthers);
    errors.amount = words(`V programu zbývá jen ${formatMoney(left)}.`, `Only ${formatMoney(left)} is left in the programme.`);
  }
  checkMajority(errors, data);
}

function checkMajority(errors: FieldErrors, data: Data): void {
  const votesFor = amountOf(data, 'votesFor') ?? 0;
  const others = (amountOf(data, 'votesAgainst') ?? 0) + (amountOf(data, 'votesAbstained') ?? 0);
  if (votesFor <= others) {
    errors.votesFor = words(
      'Usnesení je přijato, jen když pro něj je nadpoloviční většina všech členů (§ 87 a § 101 odst. 2 zákona č. 128/2000 Sb.).',
      'A resolution is adopted only by a majority of all members (§ 87 and § 101(2) of Act 128/2000).',
    );
  }
}

function validateStep(step: string, outcome: string, data: Data, context: StepContext): FieldErrors {
  const errors: FieldErrors = {};
  const { today, values, params } = context;
  const notAfterToday = (key: string): void => {
    if ((textOf(data, key) ?? '') > today) errors[key] = notInFuture;
  };
  const atMost = (key: string, limit: number | null, why: (limit: string) => Words): void => {
    const amount = amountOf(data, key);
    if (amount !== null && limit !== null && amount > limit) errors[key] = why(formatMoney(limit));
  };

  switch (step) {
    case 'formalCheck':
    case 'settlementCheck':
      if (outcome === 'return') checkReturn(errors, data, today);
      if (step === 'settlementCheck' && outcome === 'approve') checkVerdicts(errors, data, context);
      break;
    case 'supplement': {
      const application = data.application;
      if (typeof application === 'object' && application !== null) {
        for (const [path, what] of Object.entries(applicationErrors(application as Data, context, context.openedOn)))
          errors[`application.${path}`] = what;
      }
      break;
    }
    case 'evaluation':
      if (outcome === 'submit') checkOffered(errors, 'recommendedAmount', amountOf(data, 'recommendedAmount'), context);
      break;
    case 'proposal':
      if (outcome === 'recommend') {
        checkOffered(errors, 'amount', amountOf(data, 'amount'), context);
        if ((amountOf(data, 'amount') ?? 1) <= 0) errors.amount = positive;
        checkProgrammeTotal(errors, 'amount', amountOf(data, 'amount'), context);
      }
      if (outcome === 'moreEvaluation') checkMoreEvaluation(errors, context);
      break;
    case 'councilDecision':
    case 'assemblyDecision':
      checkDecision(errors, outcome, data, context);
      if (step === 'councilDecision' && outcome === 'approve') checkCouncilLimit(errors, data, context);
      break;
    case 'signature':
      notAfterToday('signedOn');
      notBefore(errors, 'signedOn', data, textOf(values, 'decidedOn'), beforeDecision);
      break;
    case 'payment':
      notAfterToday('paidOn');
      notBefore(errors, 'paidOn', data, textOf(values, 'signedOn'), beforeSignature);
      atMost('amount', amountOf(params, 'amount'), (limit) => words(`Vyplatit se teď má ${limit}.`, `${limit} is to be paid now.`));
      break;
    case 'settlement':
      checkSettlement(errors, data, context);
      break;
    case 'refund': {
      notAfterToday('receivedOn');
      notBefore(errors, 'receivedOn', data, textOf(values, 'paidOn'), beforePayment);
      atMost('amount', amountOf(params, 'unspent'), (limit) =>
        words(`Vrátit se má jen ${limit}; přeplatek pošlete zpět.`, `Only ${limit} is to be returned; send the rest back.`),
      );
      break;
    }
    case 'sumsCheck':
      if (outcome === 'confirm') checkSums(errors, data, context);
      break;
    case 'publishContract':
      notAfterToday('publishedOn');
      notBefore(errors, 'publishedOn', data, textOf(values, 'signedOn'), beforeSignature);
      break;
    case 'changeRequest':
      checkChangeRequest(errors, data, context);
      break;
    case 'changeCheck':
      if (outcome === 'accept') checkNewDay(errors, data, today);
      break;
    case 'changeDecision':
      notAfterToday('decidedOn');
      notBefore(errors, 'decidedOn', data, textOf(values, 'signedOn'), beforeSignature);
      if (outcome === 'approve') checkMajority(errors, data);
      checkChangeDecision(errors, outcome, data, context);
      break;
    case 'amendmentSignature':
      notAfterToday('signedOn');
      notBefore(errors, 'signedOn', data, textOf(values, 'signedOn'), beforeSignature);
      break;
    case 'eventAnnouncement':
      checkEvent(errors, data, context);
      break;
    default:
      break;
  }
  return errors;
}

function start(data: Data, subject: SubjectForRules | null, settings: Data): { data: SmallValues; settings: SmallValues } {
  const limit = settings.councilLimit;
  return {
    data: {
      programmeId: subject?.id ?? null,
      requested: amountOf(data, 'requestedAmount'),
      applicantKind: textOf(data, 'applicantKind'),
    },
    settings: {
      councilLimit: typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 0 ? limit : COUNCIL_LIMIT,
      decisionDays: subject?.decisionDays ?? 90,
      settlementDueOn: subject?.settlementDueOn ?? null,
      evaluators: subject?.evaluatorIds ?? [],
    },
  };
}

function derived(step: string, outcome: string, data: Data, { criteria }: Pick<StepContext, 'criteria'>): SmallValues {
  if (step === 'evaluation' && outcome === 'submit' && criteria) return scoredValues(criteria, data);
  if (step === 'settlement') return { ...claimedIn(data) };
  if (step === 'settlementCheck' && outcome === 'approve') return { accepted: acceptedIn(data) };
  return {};
}

/** The check of a settlement starts from its documents, each accepted. */
function startsFrom(step: string, answers: StepContext['answers']): Data | null {
  return step === 'settlementCheck' ? { items: startOfVerdicts(answers.settlement, answers.settlementCheck) } : null;
}

export const grantRules: ProcessRules = {
  subject: 'programme',
  validateApplication,
  validateStep,
  derived,
  start,
  startsFrom,
  comparesAwards: ['councilDecision'],
  applicationIn: { supplement: 'application' },
  budgetIn: { settlement: 'items' },
  announcesIn: ['eventAnnouncement'],
  applicantValues: [
    'requested',
    'awarded',
    'resolutionNumber',
    'decidedOn',
    'decidedBy',
    'contractNumber',
    'signedOn',
    'paid',
    'paidOn',
    'accepted',
    'returned',
    'settlementDueOn',
    'contractPublishedOn',
    'contractPublishedUntil',
  ],
  toApplicant: {
    'formalCheck.return': ['defects', 'until'],
    'formalCheck.reject': ['reason'],
    'evaluation.submit': ['comment'],
    'councilDecision.approve': ['resolutionNumber', 'decidedOn', 'amount'],
    'councilDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
    'assemblyDecision.approve': ['resolutionNumber', 'decidedOn', 'amount'],
    'assemblyDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
    'signature.notSigned': ['reason'],
    'settlementCheck.return': ['defects', 'until'],
    'settlementCheck.approve': ['items'],
    'changeCheck.accept': ['settlementDueOn'],
    'changeCheck.refuse': ['reason'],
    'changeDecision.approve': ['resolutionNumber', 'decidedOn', 'amount', 'settlementDueOn', 'subject'],
    'changeDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
    'amendmentSignature.notSigned': ['reason'],
  },
  toApplicantOnce: { 'evaluation.submit': 'awarded' },
  scored: { evaluation: 'submit' },
  commits: {
    'proposal.recommend': { amount: 'amount' },
    'councilDecision.approve': { amount: 'amount', awardedOn: 'decidedOn' },
    'assemblyDecision.approve': { amount: 'amount', awardedOn: 'decidedOn' },
  },
  asksMore: ['proposal.moreEvaluation'],
  blindUntil: { evaluation: 'proposal' },
};
