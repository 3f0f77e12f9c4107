/** What the public register of grants says besides its rows: what may be chosen, and what was chosen in numbers. Money in integers of haléř. */

export interface RegisterChoice {
  readonly id: string;
  readonly title: string;
}

/** What occurs in the register, so that nothing is offered that would find nothing. */
export interface RegisterChoices {
  readonly years: readonly number[];
  readonly programmes: readonly RegisterChoice[];
  readonly funds: readonly string[];
  readonly areas: readonly string[];
  readonly municipalities: readonly string[];
  /** Districts (LAU 1) of those municipalities whose name belongs to one only. */
  readonly districts: readonly RegisterChoice[];
  /** Regions (NUTS 3) of the same. */
  readonly regions: readonly RegisterChoice[];
  /** Address of map tiles with {z}, {x} and {y}; null: the map has a plain ground. */
  readonly tilesUrl: string | null;
  /** Who made the tiles, as their licence asks to be said. */
  readonly tilesBy: string | null;
}

/** One bar: how many grants, and what was awarded and paid. Grants that came to no contract are counted, their money is not. */
export interface RegisterSum {
  readonly name: string;
  readonly count: number;
  readonly awarded: number;
  readonly paid: number;
}

export interface PlacedSum extends RegisterSum {
  readonly code: string;
  readonly district: string;
  readonly districtCode: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface UnplacedSum extends RegisterSum {
  /** Several municipalities are called so, or none is known. */
  readonly why: 'ambiguous' | 'unknown';
}

export interface RegisterFigures {
  readonly years: readonly RegisterSum[];
  readonly areas: readonly RegisterSum[];
  readonly places: readonly PlacedSum[];
  readonly districts: readonly (RegisterSum & { readonly code: string })[];
  /** What is on no map: never guessed. */
  readonly unplaced: readonly UnplacedSum[];
}
