/**
 * Where a case stands, as a short way from its beginning to its end: what was done and when, what is done now, what comes if all goes well. Read out of
 * the definition of the process and of the case's map.
 */
import { BESIDE, type ProcessDefinition, type Step } from '../../../processes/define';
import type { CaseView } from '../../../processes/views';
import type { Words } from '../../../processes/words';

export interface PathPoint {
  readonly id: string;
  readonly state: 'done' | 'now' | 'next';
  readonly title: Words;
  /** When it was done; null ahead. */
  readonly at: string | null;
}

/** What is done now is told to the applicant in their words; what is behind and ahead by the name of the step. */
const nowTitle = (step: Step): Words => step.applicantTitle ?? step.title;

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
    steps.map((step) => step.title.cs),
    'nebo',
  ),
  en: joined(
    steps.map((step) => step.title.en),
    'or',
  ),
});

/** Not on the way: an offer, or what is done beside it and leads back to no more than an offer. */
function isBeside(definition: ProcessDefinition, step: Step): boolean {
  if (step.optional === true) return true;
  const aside = (target: string): boolean => target === BESIDE || definition.steps[target]?.optional === true;
  return Object.values(step.outcomes).every(({ leadsTo }) => leadsTo.every(aside));
}

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
    const possible = targets.flatMap((id) => {
      const step = passed.has(id) ? undefined : definition.steps[id];
      return step === undefined || isBeside(definition, step) ? [] : [{ id, step }];
    });
    // What another of them leads to comes after it; that it may come at once where there is nothing to do before is no other way.
    const fresh = possible.filter(({ id }) => !possible.some((other) => other.id !== id && leadsTo(other.step).includes(id)));
    const [first] = fresh;
    if (!first) break;
    for (const { id } of fresh) passed.add(id);
    points.push({ id: fresh.map(({ id }) => id).join('-'), state: 'next', title: either(fresh.map(({ step }) => step)), at: null });
    targets = leadsTo(first.step);
  }
  return points;
}

interface Way {
  readonly definition: ProcessDefinition;
  readonly view: Pick<CaseView, 'openedAt' | 'closedAt' | 'statusTitle'> & {
    readonly map: { readonly steps: readonly Pick<CaseView['map']['steps'][number], 'id' | 'kind' | 'open' | 'doneAt'>[] };
  };
  readonly received: Words;
  readonly finished: Words;
}

export function pathOf(way: Way): PathPoint[] {
  const { definition, view } = way;
  const steps = view.map.steps.flatMap((drawn) => {
    const step = drawn.kind === 'step' ? definition.steps[drawn.id] : undefined;
    return step && !isBeside(definition, step) ? [{ ...drawn, step }] : [];
  });
  const open = steps.filter((drawn) => drawn.open > 0);
  // What was taken back in the middle has no day: it was not done.
  const done = steps
    .flatMap(({ id, step, open: stillOpen, doneAt }): (PathPoint & { readonly at: string })[] =>
      stillOpen > 0 || doneAt === null ? [] : [{ id, state: 'done', title: step.title, at: doneAt }],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));

  const points: PathPoint[] = [{ id: 'start', state: 'done', title: way.received, at: view.openedAt }, ...done];
  if (view.closedAt !== null) return [...points, { id: 'close', state: 'done', title: view.statusTitle, at: view.closedAt }];
  const now = open.map(({ id, step }): PathPoint => ({ id, state: 'now', title: nowTitle(step), at: null }));
  const [first] = open;
  const next = first
    ? ahead(
        definition,
        leadsTo(first.step),
        open.map(({ id }) => id),
      )
    : [];
  return [...points, ...now, ...next, { id: 'end', state: 'next', title: way.finished, at: null }];
}
