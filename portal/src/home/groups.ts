import type { ProgrammeView } from '../../../processes/views';

/** Programmes of one area of support. */
export interface AreaGroup<P = ProgrammeView> {
  /** Empty: no area is said. */
  readonly area: string;
  readonly programmes: readonly P[];
}

/** Areas of one fund. */
export interface FundGroup<P = ProgrammeView> {
  /** Null: programmes that belong to no fund. */
  readonly fund: string | null;
  readonly areas: readonly AreaGroup<P>[];
}

type Placed = Pick<ProgrammeView, 'fund' | 'areaId' | 'area'>;

const keyOf = ({ fund, areaId, area }: Placed): string => (fund === null ? `text ${area}` : `record ${areaId ?? ''}`);

/** Programmes by fund and area, funds and areas in the order in which they come (the office's own), those of no fund at the end. */
export function byFund<P extends Placed>(programmes: readonly P[]): FundGroup<P>[] {
  const funds = new Map<string | null, Map<string, P[]>>();
  for (const programme of programmes) {
    const id = programme.fund?.id ?? null;
    const areas = funds.get(id) ?? new Map<string, P[]>();
    funds.set(id, areas);
    areas.set(keyOf(programme), [...(areas.get(keyOf(programme)) ?? []), programme]);
  }
  const groups = [...funds.values()].map((areas): FundGroup<P> => {
    const rows = [...areas.values()];
    return { fund: rows[0]?.[0]?.fund?.name ?? null, areas: rows.map((row) => ({ area: row[0]?.area ?? '', programmes: row })) };
  });
  return [...groups.filter(({ fund }) => fund !== null), ...groups.filter(({ fund }) => fund === null)];
}
