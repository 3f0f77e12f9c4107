/** The map of a process, with what cases went through, read out of their events: the picture is made of declared ways and cannot lie. */
import { BESIDE, declaredWays, type ProcessDefinition, type Way } from './define';
import type { ProcessMap } from './views';
import { words } from './words';

/** What ends beside the main line leads nowhere on the picture. */
const drawnWays = (definition: ProcessDefinition): Way[] => declaredWays(definition).filter(({ to }) => to !== BESIDE);

/** One thing that moved a case: `start`, `done:<step>.<outcome>`, `open:<step>`, `wait:<wait>`, `waited:<wait>`, `close:<result>`. */
export type Token = string;

/** The token of an event, or null where the event moves nothing. */
export function tokenOf(type: string, what: Readonly<Record<string, unknown>>): Token | null {
  const part = (key: string): string => String(what[key]);
  switch (type) {
    case 'caseOpened':
      return 'start';
    case 'taskOpened':
      return `open:${part('step')}`;
    case 'taskDone':
      return `done:${part('step')}.${part('outcome')}`;
    case 'waitStarted':
      return `wait:${part('wait')}`;
    case 'waitEnded':
      return `waited:${part('wait')}`;
    case 'closed':
      return `close:${part('result')}`;
    default:
      return null;
  }
}

interface Cause {
  readonly from: string;
  readonly reached: Set<string>;
}

const wayKey = (way: Way): string => `${way.from}>${way.to}`;

/** The declared ways that one case took, each as often as it took it. Several evaluations that together lead to one proposal are a way each. */
export function waysTaken(definition: ProcessDefinition, tokens: readonly Token[]): Map<string, number> {
  const declared = new Set(declaredWays(definition).map(wayKey));
  const taken = new Map<string, number>();
  let causes: Cause[] = [];
  const arrive = (target: string): void => {
    for (const cause of causes) {
      const key = wayKey({ from: cause.from, to: target });
      if (!declared.has(key) || cause.reached.has(target)) continue;
      cause.reached.add(target);
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  };
  for (const token of tokens) {
    if (token.startsWith('open:')) arrive(token.slice('open:'.length));
    else if (token.startsWith('wait:')) arrive(token.slice('wait:'.length));
    else if (token.startsWith('close:')) arrive(token);
    else {
      const from = token === 'start' ? token : token.slice(token.indexOf(':') + 1);
      causes = [...causes.filter((cause) => cause.reached.size === 0), { from, reached: new Set() }];
    }
  }
  return taken;
}

/** Tokens of a case and how many cases went exactly so. */
export interface Path {
  readonly tokens: readonly Token[];
  readonly cases: number;
}

/**
 * Draws the map.
 * @param open how many tasks (or waits) of each step are open now.
 * @param doneAt where it is the map of one case: when each finished step was finished.
 */
export function processMap(
  definition: ProcessDefinition,
  paths: readonly Path[],
  open: Readonly<Record<string, number>>,
  doneAt: Readonly<Record<string, string>> = {},
): ProcessMap {
  const taken = new Map<string, number>();
  const visited = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, count: number): void => void to.set(key, (to.get(key) ?? 0) + count);
  for (const { tokens, cases } of paths) {
    for (const [key, count] of waysTaken(definition, tokens)) add(taken, key, count * cases);
    for (const token of tokens) {
      if (token === 'start' || token.startsWith('close:')) add(visited, token, cases);
      else if (token.startsWith('open:') || token.startsWith('wait:')) add(visited, token.slice(token.indexOf(':') + 1), cases);
    }
  }
  const node = (id: string) => ({ id, visited: visited.get(id) ?? 0, open: open[id] ?? 0, doneAt: doneAt[id] ?? null });
  return {
    steps: [
      { ...node('start'), title: words('Podáno', 'Submitted'), role: null, kind: 'start' },
      ...Object.entries(definition.steps).map(([id, step]) => ({
        ...node(id),
        title: step.title,
        role: step.role,
        kind: 'step' as const,
      })),
      ...Object.entries(definition.waits ?? {}).map(([id, wait]) => ({
        ...node(id),
        title: wait.title,
        role: null,
        kind: 'wait' as const,
      })),
      ...Object.entries(definition.results).map(([id, result]) => ({
        ...node(`close:${id}`),
        title: result.title,
        role: null,
        kind: 'close' as const,
      })),
    ],
    ways: drawnWays(definition).map((way) => {
      const [step = '', outcome = ''] = way.from.split('.');
      return {
        ...way,
        title: definition.steps[step]?.outcomes[outcome]?.title ?? null,
        taken: taken.get(wayKey(way)) ?? 0,
      };
    }),
  };
}
