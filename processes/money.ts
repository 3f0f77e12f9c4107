/** Money is an integer of haléř everywhere; floats and decimal strings exist only between a person's keyboard and these functions. */

/** 762000 -> `7 620 Kč`, 762050 -> `7 620,50 Kč` (no-break spaces). */
export function formatMoney(haler: number): string {
  const whole = Math.trunc(Math.abs(haler) / 100);
  const rest = Math.abs(haler) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${haler < 0 ? '-' : ''}${grouped}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}\u00a0Kč`;
}

/** `7 620,50` (spaces, comma or dot, optional Kč) -> 762050; null for anything that is not an amount with at most two decimals. */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/(Kč|CZK|,-)$/i, '');
  const match = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const haler = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -haler : haler;
}
