/** Around such a table: where it is wider than its place, it alone is scrolled sideways. */
export const SIDEWAYS = { overflowX: 'auto' } as const;

/** A table whose rows become cards where it is narrow: each cell then says its heading from `data-label`. */
export const CARDS_WHEN_NARROW = {
  position: 'relative',
  '& th, & td': { px: 0.75, py: 0.5, verticalAlign: 'top' },
  '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' },
  '@media (max-width: 899px)': {
    '&, & tbody, & tr, & td': { display: 'block', width: '100%' },
    '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
    '& tr': { border: '1px solid #c5ccd3', borderRadius: 1, mb: 1.5, p: 1 },
    '& td': { border: 0, textAlign: 'left', px: 0, overflowWrap: 'anywhere' },
    '& td[data-label]::before': { content: 'attr(data-label)', display: 'block', fontSize: '0.75rem', color: '#4f5b66' },
  },
} as const;
