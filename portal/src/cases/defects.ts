import type { SubmissionView } from '../../../processes/views';
import { isRecord } from '../forms/check';

/** The office's newest list of what is to be mended, as far as it is addressed to the applicant. */
export function defectsFor(submissions: readonly Pick<SubmissionView, 'by' | 'at' | 'data'>[], personId: string): string[] {
  const lists = submissions
    .filter((one) => one.by.id !== personId && isRecord(one.data) && Array.isArray(one.data.defects))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const newest = lists[0]?.data;
  const defects: unknown = isRecord(newest) ? newest.defects : [];
  return Array.isArray(defects) ? defects.filter((one) => typeof one === 'string') : [];
}
