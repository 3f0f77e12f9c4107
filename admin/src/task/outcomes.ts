/** The order of a task's buttons: as the definition gives it (by frequency), with refusing ones at the end, never first. */
import type { OutcomeView } from '../../../processes/views';

export function ordered(outcomes: readonly OutcomeView[]): OutcomeView[] {
  return [...outcomes.filter((one) => one.tone !== 'negative'), ...outcomes.filter((one) => one.tone === 'negative')];
}
