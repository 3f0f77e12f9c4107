/** Into which filter of the timeline an event belongs. */
import type { EventType } from '../../../processes/changes';

export const groups = ['steps', 'clock', 'messages', 'office', 'faults'] as const;
export type Group = (typeof groups)[number];

const STEPS: readonly EventType[] = [
  'caseOpened',
  'taskOpened',
  'taskDone',
  'taskCancelled',
  'statusSet',
  'recorded',
  'suspended',
  'resumed',
  'withdrawn',
  'closed',
  'waitStarted',
  'waitEnded',
];
const CLOCK: readonly EventType[] = [
  'clockStarted',
  'clockStopped',
  'clockResumed',
  'clockMoved',
  'clockExpired',
  'clockEnded',
  'taskReminded',
  'taskOverdue',
  'taskMoved',
];
const MESSAGES: readonly EventType[] = [
  'letterQueued',
  'letterSent',
  'documentQueued',
  'documentReady',
  'documentUploaded',
  'documentViewed',
  'documentDownloaded',
];
const FAULTS: readonly EventType[] = ['incidentOpened', 'incidentRetried', 'incidentResolved'];

/** Everything that is none of the others is the office's own work (claims, comments, people, settings). */
export function groupOf(type: EventType): Group {
  if (STEPS.includes(type)) return 'steps';
  if (CLOCK.includes(type)) return 'clock';
  if (MESSAGES.includes(type)) return 'messages';
  if (FAULTS.includes(type)) return 'faults';
  return 'office';
}
