/** What is awarded beside one case: in the same list, and in lists that were accepted and have not reached their cases. Amounts in haléř. */
import { select } from '../sql';
import type { Beside } from '../tasks/taskCompleter';

/** Whom the case is of, and in which programme. */
export interface Recipient {
  readonly caseId: string;
  readonly programmeId: string;
  readonly ico: string | null;
  readonly identityId: string | null;
  readonly applicantId: string;
}

interface Award extends Recipient {
  readonly year: string;
  readonly amount: number;
}

/** One person, as awardedByYear tells them: a legal one by its IČO, a natural one by its identity, and where one of the cases has none, by its account. */
function isSame(one: Recipient, other: Recipient): boolean {
  if (one.ico !== null || other.ico !== null) return one.ico === other.ico;
  if (one.identityId !== null && other.identityId !== null) return one.identityId === other.identityId;
  return one.applicantId === other.applicantId;
}

const COLUMNS = `g.case_id as "caseId", g.programme_id as "programmeId", g.ico, c.identity_id as "identityId", g.applicant_id as "applicantId"`;
const TABLES = 'grants g join cases c on c.id = g.case_id';

/** Whose the cases are. Inside inTenant. */
export function recipientsOf(caseIds: readonly string[]): Promise<Recipient[]> {
  return select<Recipient>(`select ${COLUMNS} from ${TABLES} where g.case_id = any($1::uuid[])`, [caseIds]);
}

/** Approved by accepted bulk acts whose cases do not know it yet. */
function awardsUnderway(): Promise<Award[]> {
  return select<Award>(
    `select ${COLUMNS}, left(i.sends #>> '{act,values,decidedOn}', 4) as year,
       (i.sends #>> '{act,values,amount}')::bigint as amount
     from ${TABLES} join bulk_items i on i.case_id = g.case_id
     where i.done_at is null and i.refused_at is null and i.sends #>> '{act,outcome}' = 'approve'`,
  );
}

/** Sums up what a list gives, case by case. */
export class Awards {
  private constructor(
    private readonly recipients: ReadonlyMap<string, Recipient>,
    private readonly given: Award[],
  ) {}

  /** Begins with what other lists are giving. Inside inTenant. */
  static async begin(caseIds: readonly string[]): Promise<Awards> {
    const [recipients, underway] = await Promise.all([recipientsOf(caseIds), awardsUnderway()]);
    return new Awards(new Map(recipients.map((one) => [one.caseId, one])), underway);
  }

  add(caseId: string, decidedOn: string, amount: number): void {
    const of = this.recipients.get(caseId);
    if (of) this.given.push({ ...of, year: decidedOn.slice(0, 4), amount });
  }

  /** What counts into the limits of the case. */
  beside(caseId: string): Beside {
    const of = this.recipients.get(caseId);
    const others = this.given.filter((award) => award.caseId !== caseId);
    const byYear: Record<string, number> = {};
    for (const award of others) {
      if (of && isSame(award, of)) byYear[award.year] = (byYear[award.year] ?? 0) + award.amount;
    }
    const inSubject = others.reduce((sum, award) => (award.programmeId === of?.programmeId ? sum + award.amount : sum), 0);
    return { inSubject, byYear };
  }
}
