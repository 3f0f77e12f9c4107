/** The register of grants: who got how much, for what, by which resolution, and how it was settled. */
import type { SmallValue, SmallValues } from '../../processes/changes';
import { query, send } from '../database';
import { Grant } from '../grants/Grant';
import { announceEvent } from './announcement';
import type { OpenedCase, Register } from './register';

function text(application: OpenedCase['application'], field: string): string {
  const value = application[field];
  return typeof value === 'string' ? value : '';
}

/** Key that the procedure records -> column. */
const COLUMNS: Readonly<Record<string, string>> = {
  requested: 'requested',
  points: 'points',
  proposed: 'proposed',
  awarded: 'awarded',
  resolutionNumber: 'resolution_number',
  decidedOn: 'decided_on',
  decidedBy: 'decided_by',
  contractNumber: 'contract_number',
  signedOn: 'signed_on',
  paid: 'paid',
  paidOn: 'paid_on',
  accepted: 'accepted',
  returned: 'returned',
  state: 'state',
};

/** A grant belongs to the year in which it was decided, whenever it was asked for. */
function withYear(columns: Map<string, SmallValue>): Map<string, SmallValue> {
  const decidedOn = columns.get('decided_on');
  if (typeof decidedOn === 'string') columns.set('year', Number(decidedOn.slice(0, 4)));
  return columns;
}

function record(caseId: string, values: SmallValues): void {
  const columns = new Map<string, SmallValue>();
  for (const [key, value] of Object.entries(values)) {
    const column = COLUMNS[key];
    if (column !== undefined) columns.set(column, value);
  }
  if (columns.size === 0) return;
  const names = [...withYear(columns).keys()];
  const settings = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
  send(`update grants set ${settings} where case_id = $1`, [caseId, ...columns.values()]);
}

/** What the register takes from the application itself. */
function fromApplication(application: OpenedCase['application']) {
  const { applicantKind, requestedAmount } = application;
  return {
    applicantKind: applicantKind === 'natural' ? ('natural' as const) : ('legal' as const),
    applicantName: text(application, 'name'),
    ico: text(application, 'ico') || null,
    municipality: text(application, 'municipality'),
    projectTitle: text(application, 'projectTitle'),
    requested: typeof requestedAmount === 'number' ? requestedAmount : 0,
  };
}

export const grantRegister: Register = {
  open: async ({ id, applicantId, subjectId, year, application }) => {
    if (subjectId === null) throw new Error(`Case ${id} names no programme`);
    await Grant.create(
      { caseId: id, programmeId: subjectId, applicantId, year, ...fromApplication(application), state: 'running' },
      { returning: false },
    );
  },
  amend: async (caseId, application) => {
    await Grant.update(fromApplication(application), { where: { caseId } });
  },
  record,
  close: (caseId, result) => record(caseId, { state: result === 'settled' ? 'settled' : 'ended' }),
  answered: (caseId, step, submissionId, at) => {
    if (step === 'eventAnnouncement') announceEvent(caseId, submissionId, at);
  },
};

/**
 * What the same applicant was awarded in other cases, in haléř by calendar year of the decision: a legal person is known by its IČO, a natural one by its
 * identity, and where one of the cases has none, by its account. Grants whose contract was not concluded do not count.
 * Source: § 85 písm. c) zákona č. 128/2000 Sb. (the limit is to one person in a calendar year).
 */
export async function awardedByYear(caseId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await query<{ year: number; awarded: number }>(
    `select extract(year from other.decided_on)::integer as year, sum(other.awarded)::bigint as awarded
     from grants mine join cases my_case on my_case.id = mine.case_id
       join grants other on other.case_id <> mine.case_id and other.tenant_id = mine.tenant_id
       join cases its_case on its_case.id = other.case_id
         and case when mine.ico is not null then other.ico = mine.ico
           else other.ico is null and coalesce(its_case.identity_id = my_case.identity_id, other.applicant_id = mine.applicant_id) end
     where mine.case_id = $1 and other.state in ('awarded', 'settled') and other.decided_on is not null
     group by 1`,
    [caseId],
  );
  return Object.fromEntries(rows.map(({ year, awarded }) => [year, awarded]));
}
