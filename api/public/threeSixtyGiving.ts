/**
 * The register of grants as a package of the 360Giving data standard 1.4 (https://standard.threesixtygiving.org), which
 * tools of other countries read as well.
 */
import { words } from '../../processes/words';
import { notFound } from '../problems';
import { selectWhere } from '../sql';
import { MAX_DOWNLOADED } from './register';
import { REGISTER_TABLES, registerWhere, type RegisterFilter } from './registerQuery';

/** What of a grant is published, before it takes the standard's form. Amounts in haléř. */
export interface PublishedGrant {
  readonly caseId: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly applicantKind: 'natural' | 'legal';
  readonly applicantName: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly projectTitle: string;
  readonly requested: number;
  readonly awarded: number;
  readonly paid: number | null;
  /** `yyyy-MM-dd`. */
  readonly decidedOn: string;
}

export interface Publisher {
  readonly slug: string;
  readonly name: string;
  readonly ico: string | null;
}

const HALER_IN_CZK = 100;

/** Decided grants that fit the query, without those that came to no contract. Inside inTenant. */
export async function publishedGrants(filter: RegisterFilter): Promise<PublishedGrant[]> {
  const where = (await registerWhere(filter)).add(`g.decided_on is not null and g.state <> 'ended'`);
  return selectWhere<PublishedGrant>(
    `select g.case_id as "caseId", p.id as "programmeId", p.title as "programmeTitle", g.applicant_kind as "applicantKind", g.applicant_name as "applicantName",
       g.ico, g.municipality, g.project_title as "projectTitle", g.requested, g.awarded, g.paid, g.decided_on::text as "decidedOn"
     from ${REGISTER_TABLES} where ${where.toString()} order by g.decided_on, g.case_id limit ${MAX_DOWNLOADED}`,
    where,
  );
}

/** An organisation by its IČO, in the form of org-id.guide; by its address here where it has none. */
function organisationId(ico: string | null, address: string): string {
  return ico === null ? address : `CZ-ICO-${ico}`;
}

/** Of a natural person the name and the municipality, nothing more, and no number by which grants of one person could be put together. */
function recipientOf(grant: PublishedGrant, register: string): object {
  const { caseId, applicantKind, applicantName: name, ico, municipality } = grant;
  if (applicantKind === 'natural') return { recipientIndividual: { id: `${register}#${caseId}`, name } };
  const id = organisationId(ico, `${register}#${caseId}`);
  return {
    recipientOrganization: [{ id, name, addressLocality: municipality, addressCountry: 'CZ', ...(ico !== null && { companyNumber: ico }) }],
  };
}

/**
 * The package. @param register address of the public register
 * @param now when it is made
 */
export function packageOf(publisher: Publisher, grants: readonly PublishedGrant[], register: string, now: Date): object {
  const funder = { id: organisationId(publisher.ico, register), name: publisher.name };
  return {
    version: '1.4',
    title: `Dotace: ${publisher.name}`,
    issued: now.toISOString(),
    grants: grants.map((grant) => ({
      id: `${funder.id}/${grant.caseId}`,
      title: grant.projectTitle,
      description: `${grant.programmeTitle}: ${grant.projectTitle}`,
      currency: 'CZK',
      amountAppliedFor: grant.requested / HALER_IN_CZK,
      amountAwarded: grant.awarded / HALER_IN_CZK,
      ...(grant.paid !== null && { amountDisbursed: grant.paid / HALER_IN_CZK }),
      awardDate: grant.decidedOn,
      ...recipientOf(grant, register),
      beneficiaryLocation: [{ name: grant.municipality, countryCode: 'CZ' }],
      fundingOrganization: [funder],
      grantProgramme: [{ code: grant.programmeId, title: grant.programmeTitle }],
      fromOpenCall: 'Yes',
      dataSource: register,
    })),
  };
}

/** @throws ProblemError 404 where there is no grant yet: the standard knows no empty package */
export function refuseEmpty(grants: readonly PublishedGrant[]): void {
  if (grants.length === 0) throw notFound(words('Tomuto výběru neodpovídá žádná poskytnutá dotace.', 'No awarded grant fits this choice.'));
}
