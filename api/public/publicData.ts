import { createHash } from 'node:crypto';
import type { PublicContext } from '../context';
import { ANSWERED } from '../route';

export interface PublicAnswer {
  readonly body: string;
  /** With its charset. */
  readonly type: string;
  /** Saved under this name; absent: read by a page. */
  readonly fileName?: string;
}

/** A download may be this old, so that one that many ask for is made seldom; what a page shows is always asked for. */
const DOWNLOAD_SECONDS = 300;

/**
 * Answers with what anybody may read, also a page of another site (CORS for GET; no cookie goes with it), and with nothing but 304 where the reader has the
 * same already.
 */
export function sendPublic({ request, response }: PublicContext<unknown, unknown, unknown>, answer: PublicAnswer): typeof ANSWERED {
  const { body, type, fileName } = answer;
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Disposition, ETag',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': fileName === undefined ? 'public, no-cache' : `public, max-age=${DOWNLOAD_SECONDS}`,
    Vary: 'Accept-Language',
    ETag: tag,
    ...(fileName !== undefined && { 'Content-Disposition': `attachment; filename="${fileName}"` }),
  });
  if (request.fresh) response.status(304).end();
  else response.type(type).send(body);
  return ANSWERED;
}

/** The same for a value as JSON. */
export function sendPublicJson(context: PublicContext<unknown, unknown, unknown>, value: unknown, fileName?: string): typeof ANSWERED {
  return sendPublic(context, {
    body: JSON.stringify(value),
    type: 'application/json; charset=utf-8',
    ...(fileName !== undefined && { fileName }),
  });
}
