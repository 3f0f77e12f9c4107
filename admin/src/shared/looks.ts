/** A column of amounts. */
export const AMOUNT = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;

/** A column that is not broken: dates, numbers of cases. */
export const UNBROKEN = { whiteSpace: 'nowrap' } as const;

/** A column that a narrow screen can do without. */
export const ON_WIDE = { display: { xs: 'none', md: 'table-cell' } } as const;

/** What a cell says on a narrow screen for the columns that stand on wide ones only. */
export const NARROW_ONLY = { display: { md: 'none' } } as const;

/** A column that says on a narrow screen, one line under another, what wide ones have in columns. */
export const ON_NARROW = { display: { xs: 'table-cell', md: 'none' } } as const;
