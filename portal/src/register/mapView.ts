/** What of the world a map shows: Web Mercator, tiles of 256 points, as tile servers have them. */

const TILE = 256;
/** Closer than this a single municipality would be a picture of its square. */
const CLOSEST = 11;
const FARTHEST = 5;
/** Points kept free round the outermost place. */
const MARGIN = 24;

export interface Point {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface View {
  readonly zoom: number;
  /** Of the left upper corner, in points of the whole world at the zoom. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The place in points of the whole world at the zoom. */
function project({ latitude, longitude }: Point, zoom: number): { readonly x: number; readonly y: number } {
  const world = TILE * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: ((longitude + 180) / 360) * world, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world };
}

/** The closest view in which all places are, in the middle of it. */
export function viewOf(points: readonly Point[], width: number, height: number): View {
  for (let zoom = CLOSEST; ; zoom -= 1) {
    const projected = points.map((point) => project(point, zoom));
    const [xs, ys] = [projected.map(({ x }) => x), projected.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const fits = right - left <= width - 2 * MARGIN && bottom - top <= height - 2 * MARGIN;
    if (fits || zoom === FARTHEST) {
      return { zoom, left: (left + right - width) / 2, top: (top + bottom - height) / 2, width, height };
    }
  }
}

/** Where in the view the place is, in points from its left upper corner. */
export function placeIn(view: View, point: Point): { readonly x: number; readonly y: number } {
  const { x, y } = project(point, view.zoom);
  return { x: x - view.left, y: y - view.top };
}

export interface Tile {
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

/** Tiles that cover the view. @param url with {z}, {x} and {y} */
export function tilesOf(view: View, url: string): Tile[] {
  const tiles: Tile[] = [];
  const last = 2 ** view.zoom - 1;
  for (let column = Math.floor(view.left / TILE); column * TILE < view.left + view.width; column += 1) {
    for (let row = Math.floor(view.top / TILE); row * TILE < view.top + view.height; row += 1) {
      if (column < 0 || row < 0 || column > last || row > last) continue;
      const address = url.replace('{z}', String(view.zoom)).replace('{x}', String(column)).replace('{y}', String(row));
      tiles.push({ address, x: column * TILE - view.left, y: row * TILE - view.top });
    }
  }
  return tiles;
}

export const TILE_SIZE = TILE;

const SMALLEST = 5;
const LARGEST = 22;

/** Radius of a place, so that areas are as the amounts. */
export function radiusOf(amount: number, most: number): number {
  return most <= 0 ? SMALLEST : Math.max(SMALLEST, Math.sqrt(Math.max(0, amount) / most) * LARGEST);
}
