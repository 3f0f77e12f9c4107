/** Reading small values: one that is missing makes the case wait as an incident rather than decide wrongly. */
import type { SmallValue } from '../processes/changes';

export function numberOf(value: SmallValue | undefined): number {
  if (typeof value !== 'number') throw new Error(`a number was expected, got ${JSON.stringify(value)}`);
  return value;
}

export function textOf(value: SmallValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`a text was expected, got ${JSON.stringify(value)}`);
  return value;
}

export function textsOf(value: SmallValue | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`a list was expected, got ${JSON.stringify(value)}`);
  return value as readonly string[];
}

/** The text, or null where nothing was said. */
export function textOrNull(value: SmallValue | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : textOf(value);
}
