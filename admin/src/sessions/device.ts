/** What a browser says of itself, as people say it: `Firefox, Windows`. */

/** The order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** Android also says Linux, an iPad also says Mac OS. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (known: typeof BROWSERS, text: string): string | undefined => known.find(([sign]) => sign.test(text))?.[1];

/**
 * @param userAgent the header `User-Agent` with which the session was opened.
 * @returns browser and system; the text itself where neither is known (a program, not a browser).
 */
export function deviceName(userAgent: string): string {
  const parts = [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : userAgent;
}
