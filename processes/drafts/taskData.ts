import { isRecord } from '../formSchema';
import type { TaskView } from '../views';

/** From what the form of a task starts, as the server has it: what was typed, or what is offered where nothing was. */
export function keptOf({ draft, initial }: Pick<TaskView, 'draft' | 'initial'>): Record<string, unknown> {
  if (isRecord(draft)) return draft;
  return isRecord(initial) ? initial : {};
}
