import type { CaseRow } from '../../../processes/views';

/** The colour of a status; what it means is always said in words beside. */
export const tagColours = {
  waiting: 'warning',
  working: 'primary',
  good: 'success',
  bad: 'error',
  neutral: 'neutral',
} as const satisfies Record<CaseRow['tone'], string>;
