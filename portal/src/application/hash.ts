/** SHA-256 of a file in hexadecimal, worked out in the browser: the file goes nowhere. */
export async function fileHash(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A hash as people copy it from a print: in any case, with spaces and line breaks. Null: it is none. */
export function typedHash(text: string): string | null {
  const plain = text.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}
