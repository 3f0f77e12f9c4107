/** What a committee of five scores, and what it comes to. */

export const CRITERIA = [
  { id: 'k1', title: 'Přínos', maxPoints: 10, weight: 3 },
  { id: 'k2', title: 'Příprava', maxPoints: 5, weight: 1 },
];

export const COMMENT = 'Promyšlené a pro mnoho lidí.';
/** What each of the five gives; the fifth is in conflict at the first application. Recommended amounts in haléř. */
export const PROJECTS = [
  { title: 'Divadlo', requested: 50_000_00, recommended: 35_000_00, points: [[8, 4], [10, 5], [6, 3], [8, 4], null] },
  { title: 'Knihovna', requested: 40_000_00, recommended: 40_000_00, points: Array.from({ length: 5 }, () => [9, 5]) },
  { title: 'Ohňostroj', requested: 30_000_00, recommended: 30_000_00, points: Array.from({ length: 5 }, () => [4, 2]) },
] as const;
/** What it comes to, weighted by hand: (points / 10 * 3 + points / 5 * 1) / 4 * 100. */
export const RANKED = [
  { title: 'Knihovna', counts: 'odevzdáno 5, potřeba 4', mean: '92,5', spread: '92,5 až 92,5, odchylka 0', running: 40_000_00 },
  {
    title: 'Divadlo',
    counts: 'odevzdáno 4, potřeba 4, podjatých 1',
    mean: '80',
    spread: '60 až 100, odchylka 14,14',
    running: 75_000_00,
  },
  { title: 'Ohňostroj', counts: 'odevzdáno 5, potřeba 4', mean: '40', spread: '40 až 40, odchylka 0', running: 105_000_00 },
];
