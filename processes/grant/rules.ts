/** Checks of the grant that its forms cannot say. Amounts are integers of haléř, dates `yyyy-MM-dd` in Prague (they compare as text). */
import { columnSum } from '../formItems/amounts';
import { formatMoney } from '../money';
import type { FieldErrors, ProcessRules, RulesContext, StepContext, SubjectForRules } from '../rules';
import { plainDate } from '../waits';
import { words, type Words } from '../words';
import type { SmallValues } from '../changes';

type Data = Readonly<Record<string, unknown>>;

/** Up to this sum the council decides, above it the assembly (§ 85 písm. c) and § 102 odst. 3 zákona č. 128/2000 Sb.): 50 000 CZK. */
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

/** The council gives one applicant up to the limit in a calendar year (§ 85 písm. c) zákona č. 128/2000 Sb.); what is above is the assembly's. */
function checkCouncilLimit(errors: FieldErrors, data: Data, { values, awardedByYear }: StepContext): void {
  const amount = amountOf(data, 'amount');
  const year = textOf(data, 'decidedOn')?.slice(0, 4);
  if (amount === null || year === undefined || errors.amount !== undefined) return;
  const limit = amountOf(values, 'councilLimit') ?? COUNCIL_LIMIT;
  const given = awardedByYear[year] ?? 0;
  if (given + amount <= limit) return;
  errors.amount = words(
    `Rada může jednomu žadateli dát za rok nejvýš ${formatMoney(limit)} (§ 85 písm. c) zákona č. 128/2000 Sb.), v jiných žádostech už dostal ${formatMoney(given)}. O vyšší částce rozhoduje zastupitelstvo: postupte mu bod.`,
    `The council may give one applicant ${formatMoney(limit)} a year at most (§ 85(c) of Act 128/2000); ${formatMoney(given)} was given already. The assembly decides on more: refer it.`,
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
  const votesFor = amountOf(data, 'votesFor') ?? 0;
  const others = (amountOf(data, 'votesAgainst') ?? 0) + (amountOf(data, 'votesAbstained') ?? 0);
  if (votesFor <= others) {
    errors.votesFor = words(
      'Usnesení je přijato, jen když pro něj je nadpoloviční většina všech členů (§ 87 a § 101 odst. 2 zákona č. 128/2000 Sb.).',
      'A resolution is adopted only by a majority of all members (§ 87 and § 101(2) of Act 128/2000).',
    );
  }
}

function checkSettlement(errors: FieldErrors, data: Data, context: StepContext): void {
  const items = Array.isArray(data.items) ? (data.items as readonly Data[]) : [];
  let fromGrant = 0;
  items.forEach((item, index) => {
    const amount = amountOf(item, 'amount') ?? 0;
    const part = amountOf(item, 'fromGrant') ?? 0;
    fromGrant += part;
    if (part > amount) {
      errors[`items.${index}.fromGrant`] = words(
        'Z dotace nelze zaplatit víc, než kolik doklad zní.',
        'The part from the grant cannot exceed the amount of the document.',
      );
    }
    const paidOn = textOf(item, 'paidOn') ?? '';
    const first = `${context.openedOn.slice(0, 4)}-01-01`;
    if (paidOn > context.today) errors[`items.${index}.paidOn`] = notInFuture;
    else if (paidOn < first) {
      errors[`items.${index}.paidOn`] = words(
        `Doklad je z doby před rokem, ve kterém jste o dotaci žádali.`,
        'The document is from before the year in which you applied.',
      );
    }
  });
  const paid = amountOf(context.values, 'paid');
  if (paid !== null && fromGrant > paid) {
    errors.items = words(
      `Doklady hlásí z dotace ${formatMoney(fromGrant)}, vyplaceno bylo ${formatMoney(paid)}.`,
      `The documents claim ${formatMoney(fromGrant)} from the grant; ${formatMoney(paid)} was paid.`,
    );
  }
}

/** What the last settlement claims from the grant, haléř; null where there is none. */
function claimedIn({ answers }: StepContext): number | null {
  const items = answers.settlement?.items;
  return Array.isArray(items) ? columnSum(items, 'fromGrant') : null;
}

/** What is still to be returned, in haléř. */
function toReturn(values: SmallValues): number | null {
  const paid = amountOf(values, 'paid');
  const accepted = amountOf(values, 'accepted');
  return paid === null || accepted === null ? null : paid - accepted;
}

function validateStep(step: string, outcome: string, data: Data, context: StepContext): FieldErrors {
  const errors: FieldErrors = {};
  const { today, values } = context;
  const notAfterToday = (key: string): void => {
    if ((textOf(data, key) ?? '') > today) errors[key] = notInFuture;
  };
  const atMost = (key: string, limit: number | null, why: (limit: string) => Words): void => {
    const amount = amountOf(data, key);
    if (amount !== null && limit !== null && amount > limit) errors[key] = why(formatMoney(limit));
  };
  const paidOnly = (limit: string): Words => words(`Vyplaceno bylo ${limit}.`, `${limit} was paid.`);

  switch (step) {
    case 'formalCheck':
    case 'settlementCheck':
      if (outcome === 'return') checkReturn(errors, data, today);
      if (outcome === 'approve') {
        atMost('acceptedAmount', claimedIn(context), (limit) =>
          words(`Žadatel vyúčtoval z dotace ${limit}.`, `The applicant accounted for ${limit} of the grant.`),
        );
        atMost('acceptedAmount', amountOf(values, 'paid'), paidOnly);
      }
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
      }
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
      atMost('amount', amountOf(values, 'awarded'), (limit) => words(`Schváleno bylo ${limit}.`, `${limit} was awarded.`));
      break;
    case 'settlement':
      checkSettlement(errors, data, context);
      break;
    case 'refund': {
      notAfterToday('receivedOn');
      notBefore(errors, 'receivedOn', data, textOf(values, 'paidOn'), beforePayment);
      atMost('amount', amountOf(values, 'paid'), paidOnly);
      const rest = toReturn(values);
      const amount = amountOf(data, 'amount');
      if (rest !== null && amount !== null && amount < rest) {
        errors.amount = words(`Vrátit se má ${formatMoney(rest)}.`, `${formatMoney(rest)} is to be returned.`);
      }
      break;
    }
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

export const grantRules: ProcessRules = {
  subject: 'programme',
  validateApplication,
  validateStep,
  derived: () => ({}),
  start,
  comparesAwards: ['councilDecision'],
  applicationIn: { supplement: 'application' },
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
  ],
  toApplicant: {
    'formalCheck.return': ['defects', 'until'],
    'formalCheck.reject': ['reason'],
    'councilDecision.approve': ['resolutionNumber', 'decidedOn', 'amount'],
    'councilDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
    'assemblyDecision.approve': ['resolutionNumber', 'decidedOn', 'amount'],
    'assemblyDecision.refuse': ['resolutionNumber', 'decidedOn', 'reason'],
    'signature.notSigned': ['reason'],
    'settlementCheck.return': ['defects', 'until'],
    'settlementCheck.approve': ['acceptedAmount'],
  },
  blindUntil: { evaluation: 'proposal' },
};
