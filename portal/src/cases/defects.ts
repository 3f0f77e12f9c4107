import type { SubmissionView } from '../../../processes/views';
import { isRecord } from '../../../processes/formSchema';

type Submission = Pick<SubmissionView, 'by' | 'at' | 'data'>;

/** Of what officials filled in the applicant's people read only what is addressed to them, and not by whom: what has a name is the applicant's own. */
export const isOwn = ({ by }: Pick<SubmissionView, 'by'>): boolean => by.id !== '';

/** The office's newest list of what is to be mended; none once the applicant has answered it. */
export function defectsFor(submissions: readonly Submission[]): string[] {
  const newest = (among: readonly Submission[]): Submission | undefined => [...among].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const told = newest(submissions.filter((one) => !isOwn(one) && isRecord(one.data) && Array.isArray(one.data.defects)));
  const answered = newest(submissions.filter(isOwn));
  if (!told || (answered && answered.at > told.at)) return [];
  const defects = isRecord(told.data) ? told.data.defects : [];
  return Array.isArray(defects) ? defects.filter((one) => typeof one === 'string') : [];
}
