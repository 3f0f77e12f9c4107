/** How a document of a settlement is judged on the screen. Amounts are integers of haléř. */
import { VERDICTS } from '../../../../processes/grant/verdicts';

export const verdicts = VERDICTS;

export interface JudgedDocument {
  readonly description: string;
  readonly fromGrant: number;
  readonly verdict: string;
  readonly accepted: number;
  readonly reason?: string;
}

/** The document with another verdict: all of it accepted, nothing, or an amount that is still to be typed. A reason that is not needed any more goes. */
export function judged(row: JudgedDocument, verdict: string): JudgedDocument {
  const { reason, ...document } = row;
  if (verdict === 'accepted') return { ...document, verdict, accepted: row.fromGrant };
  return { ...document, verdict, accepted: 0, ...(reason !== undefined && { reason }) };
}

export const sumOf = (rows: readonly JudgedDocument[], field: 'accepted' | 'fromGrant'): number =>
  rows.reduce((sum, row) => sum + (typeof row[field] === 'number' ? row[field] : 0), 0);
