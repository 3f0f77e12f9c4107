import { words } from '../../processes/words';
import { malformed, missingVersion } from '../problems';

/**
 * The version of the record that the caller changes, from `If-Match: "5"`.
 * @throws ProblemError 428 when it is missing, 400 when it is no version.
 */
export function expectedVersion(header: string | undefined): number {
  if (header === undefined) throw missingVersion();
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw malformed(words('Hlavička If-Match má mít tvar "číslo verze".', 'If-Match should look like "number of the version".'));
  return Number(match[1]);
}

/** The ETag of an answer that has a version; none otherwise. */
export function versionTag(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body) || typeof body.version !== 'number') return undefined;
  return `"${body.version}"`;
}
