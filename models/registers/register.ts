/** What a process keeps about its cases beside the case itself: a register of its own, with its own columns. */
import type { SmallValues } from '../../processes/changes';

/** A case at the moment it is opened. */
export interface OpenedCase {
  readonly id: string;
  readonly applicantId: string;
  /** What it is applied in: the programme of a grant. */
  readonly subjectId: string | null;
  /** Calendar year in Prague. */
  readonly year: number;
  readonly application: Readonly<Record<string, unknown>>;
}

/** Every method runs inside the transaction of the commit. */
export interface Register {
  open(opened: OpenedCase): Promise<void>;
  /** The applicant sent the application anew, completed or mended. */
  amend(caseId: string, application: OpenedCase['application']): Promise<void>;
  /** Values that the procedure recorded; keys that are not the register's are left aside. */
  record(caseId: string, values: SmallValues): void;
  close(caseId: string, result: string): void;
  /** A step was done with something filled in, which is in submissions. @param at ISO moment of the act */
  answered?(caseId: string, step: string, submissionId: string, at: string): void;
}
