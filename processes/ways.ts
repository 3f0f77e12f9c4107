import { declaredWays, type ProcessDefinition, type Way } from './define';

/**
 * Which ways the case took, compared with those that the definition declares. What ended since something last opened (a start, outcomes of steps, waits)
 * is where the next opening comes from; so parallel steps that join each lead to what follows the join.
 */
export class Ways {
  private origins = new Set(['start']);
  private opened = false;
  private readonly taken = new Map<string, Way>();
  private readonly declared: ReadonlySet<string>;

  constructor(definition: ProcessDefinition) {
    this.declared = new Set(declaredWays(definition).map(keyOf));
  }

  ended(origin: string): void {
    this.origins.add(origin);
  }

  leads(to: string): void {
    for (const from of this.origins) {
      const way = { from, to };
      this.taken.set(keyOf(way), way);
    }
    this.opened = true;
  }

  /** At a rest: what led somewhere is used up. */
  rest(): void {
    if (this.opened) this.origins = new Set();
    this.opened = false;
  }

  get all(): Way[] {
    return [...this.taken.values()];
  }

  get undeclared(): Way[] {
    return this.all.filter((way) => !this.declared.has(keyOf(way)));
  }
}

function keyOf(way: Way): string {
  return `${way.from} -> ${way.to}`;
}
