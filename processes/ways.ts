import { BESIDE, declaredWays, type ProcessDefinition, type Way } from './define';

/** One line of a procedure; after a fork several run beside each other. */
export class Line {
  opened = false;
  /** Has anything opened on it at all? */
  moved = false;

  constructor(readonly origins: Set<string>) {}
}

/**
 * Which ways the case took, compared with those that the definition declares. What ended on a line since something last opened there (a start, outcomes of
 * steps, waits) is where the next opening comes from; so parallel steps that join each lead to what follows the join.
 */
export class Ways {
  readonly main = new Line(new Set(['start']));
  private readonly lines = new Set([this.main]);
  private readonly taken = new Map<string, Way>();
  private readonly declared: ReadonlySet<string>;

  constructor(definition: ProcessDefinition) {
    this.declared = new Set(declaredWays(definition).map(keyOf));
  }

  /** Another line that begins where this one stands. */
  fork(line: Line): Line {
    const aside = new Line(new Set(line.origins));
    this.lines.add(aside);
    return aside;
  }

  /** The line is at its end; what ended last on it leads to nothing of its own. */
  end(line: Line): void {
    if (line.moved && !line.opened) this.leads(line, BESIDE);
    this.lines.delete(line);
  }

  ended(line: Line, origin: string): void {
    line.origins.add(origin);
  }

  leads(line: Line, to: string): void {
    for (const from of line.origins) {
      const way = { from, to };
      this.taken.set(keyOf(way), way);
    }
    line.opened = true;
    line.moved = true;
  }

  /** At a rest: what led somewhere is used up. */
  rest(): void {
    for (const line of this.lines) {
      if (line.opened) line.origins.clear();
      line.opened = false;
    }
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
