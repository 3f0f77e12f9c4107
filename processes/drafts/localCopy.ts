/**
 * A copy of what was typed, on this device, until the server has it: nothing is lost by a reload, a lost session or a lost connection. It is kept under
 * the person's id, so another one at the same computer does not meet it, and is removed as soon as the server has the same, and at sign-out.
 */
export interface LocalCopy {
  readonly data: Record<string, unknown>;
  /** The server's version from which this was typed. */
  readonly version: number;
  readonly at: string;
}

/** What a browser's Storage offers and this needs. */
export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

const PREFIX = 'postup.copy.';

export const copyKey = (personId: string, what: string): string => `${PREFIX}${personId}.${what}`;

/** Null when there is none, or none that can be read. */
export function readCopy(keeper: Keeper, key: string): LocalCopy | null {
  try {
    const text = keeper.getItem(key);
    if (text === null) return null;
    const copy: unknown = JSON.parse(text);
    return isCopy(copy) ? copy : null;
  } catch {
    return null;
  }
}

function isCopy(value: unknown): value is LocalCopy {
  return (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    typeof value.data === 'object' &&
    value.data !== null &&
    !Array.isArray(value.data) &&
    'version' in value &&
    typeof value.version === 'number' &&
    'at' in value &&
    typeof value.at === 'string'
  );
}

/** A browser whose storage is full or forbidden still saves to the server: false, and no error. */
export function writeCopy(keeper: Keeper, key: string, copy: LocalCopy): boolean {
  try {
    keeper.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function removeCopy(keeper: Keeper, key: string): void {
  try {
    keeper.removeItem(key);
  } catch {
    // A forbidden storage holds nothing that could be removed.
  }
}

/** At sign-out: nothing of this person stays on the device. */
export function removeCopiesOf(keeper: Keeper, personId: string): void {
  const prefix = copyKey(personId, '');
  const keys: string[] = [];
  try {
    for (let index = 0; index < keeper.length; index += 1) {
      const key = keeper.key(index);
      if (key?.startsWith(prefix)) keys.push(key);
    }
  } catch {
    return;
  }
  for (const key of keys) removeCopy(keeper, key);
}

/** What the form begins with, and the server's version from which that was typed: a save that names an older one is refused. */
interface Begun {
  readonly data: Record<string, unknown>;
  readonly version: number;
}

export type Start =
  | (Begun & { readonly kind: 'server' })
  /** Typed here and never saved: goes on from it. */
  | (Begun & { readonly kind: 'restored'; readonly at: string })
  /** Typed here and not saved, while another device saved something else: saving it is refused, and a person decides. */
  | (Begun & { readonly kind: 'conflict' });

/** Two contents are the same whatever the order of their keys: a database does not keep it. */
export function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

/**
 * From what a form starts: what the server has, or what this device kept and could not send.
 * @param sent what the server would have got of the copy: the copy also holds fields that do not apply now.
 */
export function startFrom(server: Begun, copy: LocalCopy | null, sent: (data: Record<string, unknown>) => unknown): Start {
  if (!copy || sameContent(sent(copy.data), server.data)) return { kind: 'server', ...server };
  if (copy.version === server.version) return { kind: 'restored', ...copy };
  return { kind: 'conflict', data: copy.data, version: copy.version };
}
