/** Checks of the grant that its forms cannot say. Amounts are integers of haléř, dates `yyyy-MM-dd` in Prague (they compare as text). */
import { formatMoney } from '../money';
import type { FieldErrors, ProcessRules, RulesContext, StepContext, SubjectForRules } from '../rules';
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

function validateApplication(data: Data, { subject, today }: RulesContext): FieldErrors {
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
  const born = textOf(data, 'birthDate');
  if (born !== null && born >= today) errors.birthDate = notInFuture;
  return errors;
}

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

const positive = words('Částka musí být vyšší než nula.', 'The amount must be more than zero.');

function checkDecision(errors: FieldErrors, outcome: string, data: Data, context: StepContext): void {
  const decidedOn = textOf(data, 'decidedOn');
  if (decidedOn !== null && decidedOn > context.today) errors.decidedOn = notInFuture;
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
    if ((textOf(item, 'paidOn') ?? '') > context.today) errors[`items.${index}.paidOn`] = notInFuture;
  });
  const paid = amountOf(context.values, 'paid');
  if (paid !== null && fromGrant > paid) {
    errors.items = words(
      `Doklady hlásí z dotace ${formatMoney(fromGrant)}, vyplaceno bylo ${formatMoney(paid)}.`,
      `The documents claim ${formatMoney(fromGrant)} from the grant; ${formatMoney(paid)} was paid.`,
    );
  }
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
      if (outcome === 'return' && (textOf(data, 'until') ?? '') <= today) errors.until = inFuture;
      if (outcome === 'approve') atMost('acceptedAmount', amountOf(values, 'paid'), paidOnly);
      break;
    case 'supplement': {
      const application = data.application;
      if (typeof application === 'object' && application !== null) {
        for (const [path, what] of Object.entries(validateApplication(application as Data, context))) errors[`application.${path}`] = what;
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
      break;
    case 'signature':
      notAfterToday('signedOn');
      break;
    case 'payment':
      notAfterToday('paidOn');
      atMost('amount', amountOf(values, 'awarded'), (limit) => words(`Schváleno bylo ${limit}.`, `${limit} was awarded.`));
      break;
    case 'settlement':
      checkSettlement(errors, data, context);
      break;
    case 'refund': {
      notAfterToday('receivedOn');
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
  start,
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
    'settlementCheck.return': ['defects', 'until'],
    'settlementCheck.approve': ['acceptedAmount'],
  },
  blindUntil: { evaluation: 'proposal' },
};
