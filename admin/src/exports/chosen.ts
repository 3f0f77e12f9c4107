/** Which columns are chosen, in their order. */
import type { ExportChoiceFields, ExportColumn, ExportOffer } from '../../../processes/exports/views';

export type Draft = Pick<ExportChoiceFields, 'columns' | 'format' | 'tablesApart'>;

/** Every offered column by its id. */
export function columnsById({ groups }: ExportOffer): ReadonlyMap<string, ExportColumn> {
  return new Map(groups.flatMap(({ columns }) => columns.map((column) => [column.id, column] as const)));
}

/** With these columns added at the end, or without them. */
export function toggled(columns: readonly string[], ids: readonly string[], on: boolean): string[] {
  const without = columns.filter((id) => !ids.includes(id));
  return on ? [...columns, ...ids.filter((id) => !columns.includes(id))] : without;
}

/** What of a kept choice is offered now, and how much of it is not: another programme's questions, or what the person may not read. */
export function applied(choice: Draft, offered: ReadonlyMap<string, ExportColumn>): { readonly draft: Draft; readonly missing: number } {
  const columns = choice.columns.filter((id) => offered.has(id));
  return {
    draft: { columns, format: choice.format, tablesApart: choice.tablesApart },
    missing: choice.columns.length - columns.length,
  };
}

/**
 * What is sent for a choice that was changed: columns that are not offered now stay in it, at its end, for the cases that have them.
 * @param before what is kept; null for a new choice
 */
export function toKeep(draft: Draft, before: Draft | null, offered: ReadonlyMap<string, ExportColumn>): Draft {
  return { ...draft, columns: [...draft.columns, ...(before?.columns ?? []).filter((id) => !offered.has(id))] };
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, place) => id === other[place]);

/** Was anything changed since the choice was taken? */
export function isChanged(draft: Draft, choice: Draft, offered: ReadonlyMap<string, ExportColumn>): boolean {
  const { draft: before } = applied(choice, offered);
  return !same(draft.columns, before.columns) || draft.format !== before.format || draft.tablesApart !== before.tablesApart;
}

/** Groups with only those columns whose title, or the title of their group, has the text in it. */
export function found(
  offer: ExportOffer,
  text: string,
  say: (title: ExportColumn['title']) => string,
  fold: (text: string) => string,
): ExportOffer['groups'] {
  const wanted = fold(text.trim());
  if (wanted === '') return offer.groups;
  return offer.groups.flatMap((group) => {
    const columns = fold(say(group.title)).includes(wanted)
      ? group.columns
      : group.columns.filter(({ title }) => fold(say(title)).includes(wanted));
    return columns.length === 0 ? [] : [{ ...group, columns }];
  });
}
