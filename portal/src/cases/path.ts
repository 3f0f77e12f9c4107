/**
 * Where a case stands, as a short way from its beginning to its end: what was done and when, what is done now, what comes if all goes well. Read out of
 * the definition of the process and of the case's events.
 */
import type { ProcessDefinition, Step } from '../../../processes/define';
import type { CaseView, EventView } from '../../../processes/views';
import type { Words } from '../../../processes/words';

export interface PathPoint {
  readonly id: string;
  readonly state: 'done' | 'now' | 'next';
  readonly title: Words;
  /** When it was done, or since when it is done now. */
  readonly at: string | null;
}

type Seen = Pick<EventView, 'type' | 'what' | 'at'>;

const titleOf = (step: Step): Words => step.applicantTitle ?? step.title;

function stepOf(what: unknown): string | null {
  return typeof what === 'object' && what !== null && 'step' in what && typeof what.step === 'string' ? what.step : null;
}

/** Several possible next steps in one line: what their titles begin with in common is said once. */
export function joined(titles: readonly string[], or: string): string {
  const [first = '', ...others] = titles;
  const words = first.split(' ');
  let common = 0;
  while (common < words.length - 1 && others.every((title) => title.split(' ')[common] === words[common])) common += 1;
  return [first, ...others.map((title) => title.split(' ').slice(common).join(' '))].join(` ${or} `);
}

const either = (steps: readonly Step[]): Words => ({
  cs: joined(
    steps.map((step) => titleOf(step).cs),
    'nebo',
  ),
  en: joined(
    steps.map((step) => titleOf(step).en),
    'or',
  ),
});

/** Where the first outcome that is no refusal leads: the way when all goes well. */
function leadsTo(step: Step): readonly string[] {
  const outcomes = Object.values(step.outcomes).filter((outcome) => outcome.byTime !== true && outcome.tone !== 'negative');
  return outcomes[0]?.leadsTo ?? [];
}

/** The steps still to come from `from`, each once; ends where the case may close. A step done before may come again: a completed application is checked anew. */
function ahead(definition: ProcessDefinition, from: readonly string[], open: readonly string[]): PathPoint[] {
  const points: PathPoint[] = [];
  const passed = new Set(open);
  let targets = from;
  while (!targets.some((target) => target.startsWith('close:'))) {
    const fresh = targets.filter((target) => !passed.has(target) && target in definition.steps);
    const steps = fresh.map((target) => definition.steps[target]).filter((step) => step !== undefined);
    const [first] = steps;
    if (!first) break;
    for (const target of fresh) passed.add(target);
    points.push({ id: fresh.join('-'), state: 'next', title: either(steps), at: null });
    targets = leadsTo(first);
  }
  return points;
}

interface Way {
  readonly definition: ProcessDefinition;
  readonly view: Pick<CaseView, 'openedAt' | 'closedAt' | 'openTasks' | 'statusTitle'>;
  readonly events: readonly Seen[];
  readonly received: Words;
  readonly finished: Words;
}

/** @param events of the case, in any order; only what was done (`taskDone`) is read. */
export function pathOf({ definition, view, events, received, finished }: Way): PathPoint[] {
  const done = new Map<string, string>();
  const ordered = [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const event of ordered) {
    const step = event.type === 'taskDone' ? stepOf(event.what) : null;
    if (step === null || !definition.steps[step]) continue;
    done.delete(step);
    done.set(step, event.at);
  }
  const open = [...new Map(view.openTasks.map((task) => [task.step, task.openedAt]))];
  for (const [step] of open) done.delete(step);

  const points: PathPoint[] = [{ id: 'start', state: 'done', title: received, at: view.openedAt }];
  for (const [id, at] of done) {
    const step = definition.steps[id];
    if (step) points.push({ id, state: 'done', title: titleOf(step), at });
  }
  if (view.closedAt !== null) return [...points, { id: 'close', state: 'done', title: view.statusTitle, at: view.closedAt }];
  for (const [id, at] of open) {
    const step = definition.steps[id];
    if (step) points.push({ id, state: 'now', title: titleOf(step), at });
  }
  const current = definition.steps[open[0]?.[0] ?? ''];
  const next = current
    ? ahead(
        definition,
        leadsTo(current),
        open.map(([id]) => id),
      )
    : [];
  return [...points, ...next, { id: 'end', state: 'next', title: finished, at: null }];
}
