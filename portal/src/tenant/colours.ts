/** The municipality's own colour in the page, as far as it can be read on it. */

function channel(part: string): number {
  const value = parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#rrggbb` by WCAG 2.1, 0 to 1; null for anything else. */
export function luminance(colour: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return null;
  const [red = '', green = '', blue = ''] = match.slice(1);
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** Black or white, whichever is read better on the colour. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const light = luminance(colour) ?? 1;
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}
