/** Bytes of the picture, so that it fits on every page. */
const MAX_BYTES = 200_000;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What makes a picture act or call home: scripts, handlers, foreign content, entities, addresses outside. */
const ACTIVE = /<script|<foreignObject|<iframe|<!ENTITY|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)/i;

/** Is this a data address of a small PNG, or of an SVG that only draws? */
export function isCoatOfArms(address: string): boolean {
  const match = /^data:image\/(png|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address);
  if (!match?.[2]) return false;
  const bytes = Buffer.from(match[2], 'base64');
  if (bytes.length > MAX_BYTES) return false;
  if (match[1] === 'png') return bytes.subarray(0, PNG.length).equals(PNG);
  const svg = bytes.toString('utf8');
  return /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(svg) && !ACTIVE.test(svg);
}
