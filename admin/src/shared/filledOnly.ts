/** A form's data without the fields that were left empty: the server takes an absent field, not an empty one. */
export function filledOnly(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== ''));
}
