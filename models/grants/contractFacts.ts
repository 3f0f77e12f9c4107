/** Collects from the records what a contract on a grant, or its amendment, says. */
import { Op } from 'sequelize';
import type { SmallValues } from '../../processes/changes';
import { changesBetween, type ContractFacts, type PaymentPart } from '../../processes/grant/contract/facts';
import { partAmounts, partsFrom, type PaymentPart as PartTerms } from '../../processes/grant/terms';
import { formatMoney } from '../../processes/money';
import { Case } from '../cases/Case';
import { Document } from '../cases/Document';
import { Submission } from '../cases/Submission';
import { query } from '../database';
import { Tenant } from '../people/Tenant';
import { Programme } from './Programme';

/** The records lack something that the document must say. */
export class DocumentFactMissingError extends Error {
  override readonly name = 'DocumentFactMissingError';

  constructor(readonly fact: string) {
    super(`Dokument nejde vytvořit: chybí údaj „${fact}“`);
  }
}

/** When a part is paid, as a contract says it; a day stands by itself. */
const CONDITIONS: Readonly<Record<PartTerms['when'], string>> = {
  signature: 'do 30 dnů ode dne účinnosti smlouvy',
  settlement: 'po schválení vyúčtování předchozí části',
  day: '',
};

type Application = Readonly<Record<string, unknown>>;

function text(from: Application | SmallValues, field: string): string {
  const value = from[field];
  if (typeof value !== 'string' || value === '') throw new DocumentFactMissingError(field);
  return value;
}

function textOrNull(from: Application | SmallValues, field: string): string | null {
  const value = from[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

function isApplication(value: unknown): value is Application {
  return typeof value === 'object' && value !== null;
}

/** The application as it stood last: as it was sent, or as the applicant completed it. */
async function lastApplication(caseId: string): Promise<Application> {
  const last = await Submission.findOne({
    where: { caseId, step: { [Op.in]: ['application', 'supplement'] } },
    order: [['createdAt', 'desc']],
    rejectOnEmpty: true,
  });
  const completed = last.step === 'supplement' ? last.data.application : last.data;
  if (!isApplication(completed)) throw new DocumentFactMissingError('application');
  return completed;
}

/**
 * Parts of the payment by the programme's terms (`parts`), haléř to the last one; one part is no part.
 * @throws Error for what is none (processes/grant/terms.ts)
 */
export function paymentParts(awarded: number, values: SmallValues): PaymentPart[] {
  const shares = partsFrom(Array.isArray(values.parts) ? (values.parts as readonly string[]) : []);
  if (shares.length < 2) return [];
  const amounts = partAmounts(awarded, shares);
  return shares.map(({ when, on }, index) => ({ amount: amounts[index] ?? 0, dueOn: on, condition: CONDITIONS[when] }));
}

/** Fund and area of a programme; empty where it belongs to none. */
async function placeOf(programmeId: string): Promise<{ area: string; fund: string }> {
  const [place] = await query<{ area: string; fund: string }>(
    `select coalesce(a.name, p.area) as area, coalesce(f.name, '') as fund
     from programmes p left join areas a on a.id = p.area_id left join funds f on f.id = a.fund_id where p.id = $1`,
    [programmeId],
  );
  return place ?? { area: '', fund: '' };
}

/** The account of the office that the programme pays from; null where the office has none. */
async function officeAccountOf(tenantId: string, programmeId: string): Promise<string | null> {
  const [row] = await query<{ account: string | null }>('select office_account($1, $2) as account', [tenantId, programmeId]);
  return row?.account ?? null;
}

/**
 * What the contract of a grant says, inside inTenant.
 * @param values that the procedure gave with the document: awarded (haléř), variableSymbol, settlementDueOn, resolutionNumber, decidedOn; perhaps `parts`, and `from` and `to`
 *   where an amendment changed them
 * @throws DocumentFactMissingError naming what is missing
 */
export async function contractFactsFrom(tenantId: string, caseId: string, values: SmallValues): Promise<ContractFacts> {
  const of = await Case.findByPk(caseId, { rejectOnEmpty: true });
  const tenant = await Tenant.findByPk(tenantId, { rejectOnEmpty: true });
  const programme = await Programme.findByPk(of.subjectId ?? '', { rejectOnEmpty: true });
  const application = await lastApplication(caseId);
  const { awarded } = values;
  if (typeof awarded !== 'number') throw new DocumentFactMissingError('awarded');
  const municipality = text(application, 'municipality');
  return {
    caseNumber: of.number,
    contractNumber: textOrNull(values, 'contractNumber') ?? textOrNull(of.values, 'contractNumber'),
    signedOn: textOrNull(values, 'signedOn') ?? textOrNull(of.values, 'signedOn'),
    provider: {
      name: tenant.name,
      ico: tenant.ico,
      address: tenant.address,
      bankAccount: await officeAccountOf(tenantId, programme.id),
      representative: textOrNull(tenant.settings, 'representative'),
    },
    recipient: {
      kind: application.applicantKind === 'natural' ? 'natural' : 'legal',
      name: text(application, 'name'),
      ico: textOrNull(application, 'ico'),
      birthDate: textOrNull(application, 'birthDate'),
      address: `${text(application, 'street')}, ${text(application, 'postcode')} ${municipality}`,
      municipality,
      representative: textOrNull(application, 'representative'),
      bankAccount: text(application, 'bankAccount'),
    },
    programme: { title: programme.title, conditions: programme.conditions, ...(await placeOf(programme.id)) },
    project: {
      title: text(application, 'projectTitle'),
      purpose: text(application, 'purpose'),
      from: textOrNull(values, 'from') ?? text(application, 'from'),
      to: textOrNull(values, 'to') ?? text(application, 'to'),
    },
    amount: awarded,
    parts: paymentParts(awarded, values),
    variableSymbol: text(values, 'variableSymbol'),
    settlementDueOn: text(values, 'settlementDueOn'),
    decision: {
      body: (values.decidedBy ?? of.values.decidedBy) === 'assembly' ? 'assembly' : 'council',
      resolutionNumber: text(values, 'resolutionNumber'),
      decidedOn: text(values, 'decidedOn'),
    },
    amendment: null,
  };
}

/** An amendment that both sides have signed. */
export interface ConcludedAmendment {
  /** Of its document: the decisions on changes, the documents and the signatures follow one another, so they count alike. */
  readonly key: string;
  /** `yyyy-MM-dd` */
  readonly signedOn: string;
  readonly number: string;
}

/** Amendments of a case that were concluded; those refused at the signature, or not signed yet, are none. Inside inTenant. */
export function concludedAmendments(caseId: string): Promise<ConcludedAmendment[]> {
  return query<ConcludedAmendment>(
    `select 'amendment.' || t.ordinal as key, s.data ->> 'signedOn' as "signedOn", s.data ->> 'amendmentNumber' as number
     from tasks t join submissions s on s.id = t.submission_id where t.case_id = $1 and t.step = 'amendmentSignature' and t.outcome = 'signed' order by t.ordinal`,
    [caseId],
  );
}

/** What was agreed before this document: the values of the contract and of the concluded amendments in their order, the later over the earlier. */
async function agreedBefore({ id, createdAt }: Document, caseId: string): Promise<{ values: SmallValues; amendments: number }> {
  const earlier = await Document.findAll({
    where: { caseId, template: ['contract', 'amendment'], id: { [Op.ne]: id }, createdAt: { [Op.lte]: createdAt } },
    order: ['createdAt', 'key'],
  });
  const concluded = new Set((await concludedAmendments(caseId)).map(({ key }) => key));
  const made = earlier.filter(({ key, template }) => (template === 'contract' ? key !== null : concluded.has(key ?? '')));
  return {
    values: Object.assign({}, ...made.map(({ values }) => values)) as SmallValues,
    amendments: made.filter(({ template }) => template === 'amendment').length,
  };
}

/** What the decision on the change writes into the amendment (`subject`): free text stays in the submission, which the procedure only names. */
async function changeSaid(caseId: string, { changeIn }: SmallValues): Promise<string[]> {
  if (typeof changeIn !== 'string') return [];
  const decision = await Submission.findOne({ where: { id: changeIn, caseId } });
  const said = textOrNull(decision?.data ?? {}, 'subject');
  return said === null
    ? []
    : said
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

/**
 * What a queued contract or amendment says, inside inTenant. An amendment says what it changes against all before it; free text comes from
 * the submission that `changeIn` names, or in `changes`.
 * @throws DocumentFactMissingError naming what is missing
 */
export async function contractFacts(document: Document): Promise<ContractFacts> {
  const { tenantId, caseId, template, values } = document;
  if (caseId === null) throw new DocumentFactMissingError('case');
  if (template !== 'amendment') {
    const facts = await contractFactsFrom(tenantId, caseId, values);
    // The number and the day are given at the signature: a contract made again later must be the same file.
    return { ...facts, contractNumber: textOrNull(values, 'contractNumber'), signedOn: textOrNull(values, 'signedOn') };
  }
  const earlier = await agreedBefore(document, caseId);
  const before = await contractFactsFrom(tenantId, caseId, earlier.values);
  const facts = await contractFactsFrom(tenantId, caseId, { ...earlier.values, ...values });
  const own = Array.isArray(values.changes) ? (values.changes as readonly string[]) : [];
  const number = earlier.amendments + 1;
  const changes = [...changesBetween(before, facts, formatMoney), ...(await changeSaid(caseId, values)), ...own];
  return { ...facts, amendment: { number, changes } };
}
