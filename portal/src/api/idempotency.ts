/**
 * Keys under which an act has one effect, however often it is sent. The key of an act is kept until its content changes or it succeeds, so a person who
 * presses the button again after a lost connection, or after a reload, does not send the application twice.
 */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** FNV-1a, 32 bits: tells one content from the next, guards nothing. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

const entry = (act: string): string => `postup.key.${act}`;

/** @param act which act of what: `submit.<draft>`; @param content what is sent with it. */
export function keyOf(act: string, content: unknown, keeper: Storage = sessionStorage): string {
  const mark = digest(JSON.stringify({ content }));
  try {
    const [known, key] = (keeper.getItem(entry(act)) ?? '').split(' ');
    if (known === mark && key) return key;
    const fresh = newKey();
    keeper.setItem(entry(act), `${mark} ${fresh}`);
    return fresh;
  } catch {
    return newKey();
  }
}

/** The act succeeded: the next one of the same name is another. */
export function forgetKey(act: string, keeper: Storage = sessionStorage): void {
  try {
    keeper.removeItem(entry(act));
  } catch {
    // Without storage no key was kept.
  }
}
