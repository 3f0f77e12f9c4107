/** What may be uploaded, told before it is sent; the server looks into the file itself. */
const EXTENSIONS = ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'odt', 'ods', 'txt', 'csv', 'p7s', 'asice'] as const;

/** For the file dialog of the browser. */
export const ACCEPTED = EXTENSIONS.map((extension) => `.${extension}`).join(',');

const MOST_BYTES = 20 * 1024 * 1024;

/** Why a file cannot be taken; null when it can. */
export function fileFlaw(name: string, size: number): 'tooBig' | 'wrongKind' | null {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  if (!EXTENSIONS.some((one) => one === extension)) return 'wrongKind';
  return size > MOST_BYTES ? 'tooBig' : null;
}

/** 1536 -> `1,5 kB`. */
export function shownSize(bytes: number, decimal: ',' | '.'): string {
  const units = ['B', 'kB', 'MB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const text =
    unit === 0 || size >= 10
      ? String(Math.round(size))
      : size
          .toFixed(1)
          .replace('.', decimal)
          .replace(/[.,]0$/, '');
  return `${text}\u00a0${units[unit] ?? ''}`;
}
