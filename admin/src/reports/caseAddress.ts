import type { FigureId } from '../../../processes/reportViews';

/** Which cases are behind a figure, as the list of cases is filtered. */
export interface Behind {
  readonly figure?: FigureId;
  /** Of the programme. */
  readonly subjectId?: string;
  readonly grantYear?: number;
  /** `yyyy-MM` of the decision, and of the (last) payment. */
  readonly decidedIn?: string;
  readonly paidIn?: string;
  readonly status?: string;
  readonly result?: string;
  /** A status that the case has had and left. */
  readonly passed?: string;
}

/** Address of the list of cases behind a figure. */
export function caseAddress(behind: Behind): string {
  return `/cases?filter=${encodeURIComponent(JSON.stringify({ processId: 'grant', ...behind }))}`;
}
