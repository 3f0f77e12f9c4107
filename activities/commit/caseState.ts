/** Where a case stands after each change: a pure reading of the changes, one after another. */
import type { Change, SmallValues } from '../../processes/changes';
import type { Clock } from '../../processes/clock';

export interface CaseState {
  readonly status: string;
  readonly result: string | null;
  readonly suspended: boolean;
  readonly values: SmallValues;
  readonly clock: Clock | null;
  /** ISO moment; null while the clock stands. */
  readonly clockDueAt: string | null;
  readonly waitsFor: string | null;
  readonly waitsUntil: string | null;
  readonly closedAt: string | null;
}

export const newCase: CaseState = {
  status: '',
  result: null,
  suspended: false,
  values: {},
  clock: null,
  clockDueAt: null,
  waitsFor: null,
  waitsUntil: null,
  closedAt: null,
};

/** The case after the change; the same object where the change is not about the case as a whole. */
export function afterChange(state: CaseState, change: Change): CaseState {
  switch (change.type) {
    case 'caseOpened':
    case 'recorded':
      return { ...state, values: { ...state.values, ...change.values } };
    case 'statusSet':
      return { ...state, status: change.status };
    case 'clockStarted':
    case 'clockResumed':
    case 'clockMoved':
      return { ...state, clock: change.clock, clockDueAt: change.dueAt };
    case 'clockStopped':
    case 'clockEnded':
      return { ...state, clock: change.clock, clockDueAt: null };
    case 'clockExpired':
      return { ...state, clock: change.clock };
    case 'waitStarted':
      return { ...state, waitsFor: change.wait, waitsUntil: change.until };
    case 'waitEnded':
      return { ...state, waitsFor: null, waitsUntil: null };
    case 'suspended':
      return { ...state, suspended: true };
    case 'resumed':
      return { ...state, suspended: false };
    case 'closed':
      return { ...state, status: change.result, result: change.result, closedAt: change.at, waitsFor: null, waitsUntil: null };
    default:
      return state;
  }
}

interface Difference {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** What an auditor reads as before and after. The clock as a whole is in the change itself; here its due moment. */
const SHOWN = ['status', 'result', 'suspended', 'clockDueAt', 'waitsFor', 'waitsUntil'] as const;

/** The fields, and the values of the case, in which two states differ; empty where they do not. */
export function difference(before: CaseState, after: CaseState): Difference {
  if (before === after) return {};
  const fields = SHOWN.filter((field) => before[field] !== after[field]);
  const keys = Object.keys(after.values).filter((key) => JSON.stringify(before.values[key]) !== JSON.stringify(after.values[key]));
  if (fields.length + keys.length === 0) return {};
  const pick = (state: CaseState): Record<string, unknown> => ({
    ...Object.fromEntries(fields.map((field) => [field, state[field]])),
    ...(keys.length > 0 && { values: Object.fromEntries(keys.map((key) => [key, state.values[key] ?? null])) }),
  });
  return { before: pick(before), after: pick(after) };
}
