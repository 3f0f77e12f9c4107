import type { SubmissionView } from '../../../processes/views';
import { isRecord } from '../../../processes/formSchema';

type Submission = Pick<SubmissionView, 'by' | 'at' | 'data'>;

/** The office's newest list of what is to be mended; none once the applicant has answered it. */
export function defectsFor(submissions: readonly Submission[], personId: string): string[] {
  const newest = (among: readonly Submission[]): Submission | undefined => [...among].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const told = newest(submissions.filter((one) => one.by.id !== personId && isRecord(one.data) && Array.isArray(one.data.defects)));
  const answered = newest(submissions.filter((one) => one.by.id === personId));
  if (!told || (answered && answered.at > told.at)) return [];
  const defects = isRecord(told.data) ? told.data.defects : [];
  return Array.isArray(defects) ? defects.filter((one) => typeof one === 'string') : [];
}
