/**
 * A text as a search sees it: letters of one size and without marks, so that „zdar“ finds „ŽĎÁR“. The same as fold() of the database (0023), for what is compared
 * outside of it.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
