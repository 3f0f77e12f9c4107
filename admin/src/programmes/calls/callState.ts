/** Where a call stands, and what may be done with it. */
import type { CallView } from '../../../../processes/programmeViews';
import type { ProgrammeView } from '../../../../processes/views';

export type CallState = 'preparing' | 'announced' | 'open' | 'over' | 'ended';

/** @param now when it is asked */
export function callState(call: CallView, programme: Pick<ProgrammeView, 'state'>, now: Date): CallState {
  if (call.publishedAt === null) return 'preparing';
  if (call.closedAt !== null) return 'ended';
  if (new Date(call.intakeClosesAt) < now) return 'over';
  if (programme.state === 'closed') return 'ended';
  return call.open ? 'open' : 'announced';
}
