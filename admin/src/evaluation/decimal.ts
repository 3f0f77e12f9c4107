/** Points as they are read: 77.5 -> `77,5`; nothing for null. */
export const decimal = (points: number | null | undefined): string =>
  points === null || points === undefined ? '' : String(points).replace('.', ',');
