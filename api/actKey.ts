import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../models/audit/canonical';
import type { Asking } from './context';

/**
 * One id for one act: made of who asks, the caller's key and everything that is asked, in the shape of a UUID. The same request again is the same Update of
 * the case and the same submission, whichever of them was lost on the way; another request under the same key is another act.
 */
export function actId(context: Pick<Asking, 'tenantId' | 'person'> & { readonly idempotencyKey: string }, what: object): string {
  const plain = JSON.parse(JSON.stringify(what)) as Json;
  const hash = createHash('sha256')
    .update(canonicalJson([context.tenantId, context.person.id, context.idempotencyKey, plain]))
    .digest('hex');
  const variant = '89ab'.charAt(parseInt(hash.charAt(16), 16) % 4);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join('-');
}
