/** Collects from the records what a document says. */
import { Op } from 'sequelize';
import type { SmallValues } from '../../processes/changes';
import { Case, Programme, Submission, Tenant, type Document } from '../../models';
import type { ContractFacts } from './contract';

/** The records lack something that the document must say. */
export class DocumentFactMissingError extends Error {
  override readonly name = 'DocumentFactMissingError';

  constructor(fact: string) {
    super(`Dokument nejde vytvořit: chybí údaj „${fact}“`);
  }
}

type Application = Readonly<Record<string, unknown>>;

function text(from: Application | SmallValues, field: string): string {
  const value = from[field];
  if (typeof value !== 'string' || value === '') throw new DocumentFactMissingError(field);
  return value;
}

function textOrNull(from: Application, field: string): string | null {
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
 * What the contract of a grant says, inside inTenant.
 * @throws DocumentFactMissingError naming what is missing
 */
export async function contractFacts({ tenantId, caseId, values }: Document): Promise<ContractFacts> {
  if (caseId === null) throw new DocumentFactMissingError('case');
  const of = await Case.findByPk(caseId, { rejectOnEmpty: true });
  const tenant = await Tenant.findByPk(tenantId, { rejectOnEmpty: true });
  const programme = await Programme.findByPk(of.subjectId ?? '', { rejectOnEmpty: true });
  const application = await lastApplication(caseId);
  const { awarded } = values;
  if (typeof awarded !== 'number') throw new DocumentFactMissingError('awarded');
  return {
    caseNumber: of.number,
    provider: { name: tenant.name, ico: tenant.ico, address: tenant.address, bankAccount: textOrNull(tenant.settings, 'bankAccount') },
    recipient: {
      kind: application.applicantKind === 'natural' ? 'natural' : 'legal',
      name: text(application, 'name'),
      ico: textOrNull(application, 'ico'),
      birthDate: textOrNull(application, 'birthDate'),
      address: `${text(application, 'street')}, ${text(application, 'postcode')} ${text(application, 'municipality')}`,
      representative: textOrNull(application, 'representative'),
      bankAccount: text(application, 'bankAccount'),
    },
    programme: { title: programme.title, conditions: programme.conditions },
    project: {
      title: text(application, 'projectTitle'),
      purpose: text(application, 'purpose'),
      from: text(application, 'from'),
      to: text(application, 'to'),
    },
    amount: awarded,
    variableSymbol: text(values, 'variableSymbol'),
    settlementDueOn: text(values, 'settlementDueOn'),
    decision: {
      body: of.values.decidedBy === 'assembly' ? 'assembly' : 'council',
      resolutionNumber: text(values, 'resolutionNumber'),
      decidedOn: text(values, 'decidedOn'),
    },
  };
}
