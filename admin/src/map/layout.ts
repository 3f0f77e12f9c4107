/**
 * Places a process's steps on a page, top to bottom: layers by the longest way from the start, order in a layer by the neighbours above,
 * ways back drawn aside. Small processes only (tens of steps), so plain and without a library.
 */
import type { ProcessMap } from '../../../processes/views';

type MapStep = ProcessMap['steps'][number];
type MapWay = ProcessMap['ways'][number];

export interface PlacedStep extends MapStep {
  readonly x: number;
  readonly y: number;
  readonly layer: number;
}

export interface PlacedWay extends MapWay {
  readonly source: string;
  readonly back: boolean;
  /** SVG path. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface MapLayout {
  readonly steps: readonly PlacedStep[];
  readonly ways: readonly PlacedWay[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 168, height: 46 } as const;
const GAP = { x: 26, y: 52 } as const;
/** Beside the boxes there is room for ways back. */
const MARGIN = 44;
const LANE = 16;

/** The step from which a way starts: `formalCheck` of `formalCheck.pass`. */
export function sourceOf(way: Pick<MapWay, 'from'>): string {
  return way.from.split('.')[0] ?? way.from;
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Ways that close a circle when the steps are walked in depth from the start: they point back. */
function backEdges(ids: readonly string[], edges: readonly Edge[]): Set<Edge> {
  const back = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      const seen = state.get(edge.to);
      if (seen === 'open') back.add(edge);
      else if (seen === undefined) visit(edge.to);
    }
    state.set(id, 'done');
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return back;
}

/** Longest way from any beginning, so that every forward way leads down. */
function layersOf(ids: readonly string[], forward: readonly Edge[]): Map<string, number> {
  const layer = new Map(ids.map((id) => [id, 0]));
  // One round a step is enough: without ways back no way is longer.
  for (let left = ids.length; left > 0; left -= 1) {
    let moved = false;
    for (const edge of forward) {
      const wanted = (layer.get(edge.from) ?? 0) + 1;
      if (wanted > (layer.get(edge.to) ?? 0)) {
        layer.set(edge.to, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return layer;
}

/** A row is either a step or the place where a long way passes through (its id holds a `|`). */
function rowsOf(
  ids: readonly string[],
  layer: ReadonlyMap<string, number>,
  forward: readonly Edge[],
): { readonly rows: string[][]; readonly links: Edge[] } {
  const rows: string[][] = [];
  const put = (id: string, at: number): void => {
    (rows[at] ??= []).push(id);
  };
  for (const id of ids) put(id, layer.get(id) ?? 0);
  const links: Edge[] = [];
  const passed = new Set<string>();
  for (const edge of forward) {
    let above = edge.from;
    for (let at = (layer.get(edge.from) ?? 0) + 1; at < (layer.get(edge.to) ?? 0); at += 1) {
      const point = `${edge.from}|${edge.to}|${at}`;
      if (!passed.has(point)) put(point, at);
      passed.add(point);
      links.push({ from: above, to: point });
      above = point;
    }
    links.push({ from: above, to: edge.to });
  }
  return { rows, links };
}

/** Orders each row by the mean place of its neighbours, down and up again a few times: fewer crossings. */
function order(rows: string[][], links: readonly Edge[]): void {
  const settle = (at: number, beside: number, side: 'from' | 'to'): void => {
    const row = rows[at];
    const fixed = rows[beside];
    if (!row || !fixed) return;
    const other = side === 'from' ? 'to' : 'from';
    const weight = new Map(
      row.map((id, index) => {
        const places = links
          .filter((link) => link[other] === id)
          .map((link) => fixed.indexOf(link[side]) / Math.max(1, fixed.length - 1))
          .filter((place) => place >= 0);
        const own = index / Math.max(1, row.length - 1);
        return [id, places.length === 0 ? own : places.reduce((sum, place) => sum + place, 0) / places.length];
      }),
    );
    row.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
  };
  for (let sweep = 0; sweep < 4; sweep += 1) {
    for (let at = 1; at < rows.length; at += 1) settle(at, at - 1, 'from');
    for (let at = rows.length - 2; at >= 0; at -= 1) settle(at, at + 1, 'to');
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A smooth line through the points, leaving and arriving upright. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M ${first.x} ${first.y}`;
  let from = first;
  for (const to of rest) {
    const middle = (from.y + to.y) / 2;
    path += ` C ${from.x} ${middle}, ${to.x} ${middle}, ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}

/** Lays the map out. Every step and every way of the map is in the answer, steps never overlap, forward ways lead down. */
export function layoutMap(map: ProcessMap): MapLayout {
  const ids = map.steps.map((step) => step.id);
  const known = new Set(ids);
  const ways = map.ways.filter((way) => known.has(sourceOf(way)) && known.has(way.to));
  const edges = ways.map((way) => ({ from: sourceOf(way), to: way.to }));
  const distinct = [...new Map(edges.map((edge) => [`${edge.from}>${edge.to}`, edge])).values()];
  const back = backEdges(ids, distinct);
  const forward = distinct.filter((edge) => !back.has(edge) && edge.from !== edge.to);
  const layer = layersOf(ids, forward);
  // What no declared way leads to (a withdrawal may come at any time) stands last.
  const last = Math.max(0, ...layer.values());
  for (const id of ids) if (ids.length > 1 && !distinct.some((edge) => edge.from === id || edge.to === id)) layer.set(id, last);
  const { rows, links } = rowsOf(ids, layer, forward);
  order(rows, links);

  const widest = Math.max(1, ...rows.map((row) => row.length));
  const inner = widest * BOX.width + (widest - 1) * GAP.x;
  const at = new Map<string, Point>();
  rows.forEach((row, index) => {
    const rowWidth = row.length * BOX.width + (row.length - 1) * GAP.x;
    row.forEach((id, place) => {
      at.set(id, {
        x: MARGIN + (inner - rowWidth) / 2 + place * (BOX.width + GAP.x) + BOX.width / 2,
        y: GAP.y / 4 + index * (BOX.height + GAP.y) + BOX.height / 2,
      });
    });
  });
  const place = (id: string): Point => at.get(id) ?? { x: 0, y: 0 };

  const lanes = { left: 0, right: 0 };
  /** Around the boxes of the rows between, on the side that is nearer: nothing is crossed. */
  const around = (from: Point, to: Point, top: number, bottom: number): Pick<PlacedWay, 'path' | 'labelX' | 'labelY'> => {
    const boxes = rows.slice(top, bottom + 1).flatMap((row) => row.filter((id) => known.has(id)).map((id) => place(id).x));
    const left = from.x - Math.min(...boxes) < Math.max(...boxes) - from.x;
    const side = left ? 'left' : 'right';
    lanes[side] += 1;
    const out = left ? -1 : 1;
    const edge = (left ? Math.min(...boxes) : Math.max(...boxes)) + out * (BOX.width / 2 + LANE);
    const lane = edge + out * ((lanes[side] - 1) % 3) * 7;
    const [start, end] = [
      { x: from.x + (out * BOX.width) / 2, y: from.y + 9 },
      { x: to.x + out * (BOX.width / 2 + 4), y: to.y - 9 },
    ];
    const middle = (start.y + end.y) / 2;
    return {
      path: `M ${start.x} ${start.y} C ${lane} ${start.y}, ${lane} ${start.y}, ${lane} ${middle} C ${lane} ${end.y}, ${lane} ${end.y}, ${end.x} ${end.y}`,
      labelX: lane,
      labelY: middle,
    };
  };
  const placedWays = ways.map((way): PlacedWay => {
    const source = sourceOf(way);
    const from = place(source);
    const to = place(way.to);
    const [above, below] = [layer.get(way.to) ?? 0, layer.get(source) ?? 0];
    if (above <= below) return { ...way, source, back: true, ...around(from, to, above, below) };
    const through: Point[] = [];
    for (let row = below + 1; row < above; row += 1) through.push(place(`${source}|${way.to}|${row}`));
    const points = [{ x: from.x, y: from.y + BOX.height / 2 }, ...through, { x: to.x, y: to.y - BOX.height / 2 - 4 }];
    const next = points[1] ?? from;
    return {
      ...way,
      source,
      back: false,
      path: smooth(points),
      labelX: (from.x + next.x) / 2,
      labelY: (from.y + BOX.height / 2 + next.y) / 2,
    };
  });

  return {
    steps: map.steps.map((step) => ({ ...step, ...place(step.id), layer: layer.get(step.id) ?? 0 })),
    ways: placedWays,
    width: inner + 2 * MARGIN,
    height: rows.length * BOX.height + (rows.length - 1) * GAP.y + GAP.y / 2,
  };
}
