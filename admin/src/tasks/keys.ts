/** What the inbox does on which key; none of it while something is being typed. */
export const KEYS = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  c: 'claim',
  e: 'complete',
  '/': 'search',
  '?': 'help',
  Escape: 'escape',
} as const;

export type Command = (typeof KEYS)[keyof typeof KEYS];

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: unknown;
}

/** Tag and role of what the key was pressed in, as far as they matter. */
function typesInto(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  const { tagName, isContentEditable } = target as { readonly tagName?: string; readonly isContentEditable?: boolean };
  return isContentEditable === true || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName ?? '');
}

function actsOnEnter(target: unknown): boolean {
  const { tagName } = (target ?? {}) as { readonly tagName?: string };
  return ['A', 'BUTTON', 'SUMMARY'].includes(tagName ?? '');
}

/** The command of a key press; null where it belongs to the control that has the focus. */
export function commandOf(press: KeyPress): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const command = (KEYS as Readonly<Record<string, Command | undefined>>)[press.key] ?? null;
  if (typesInto(press.target)) return null;
  return command === 'open' && actsOnEnter(press.target) ? null : command;
}
