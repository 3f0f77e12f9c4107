import type { Request } from 'express';
import { inTenant } from '../../models/database';
import { record } from '../record';
import { findPerson } from './signedIn';
import { endSession } from './startSession';

/** Ends the session of the request, if there is one, and records it. */
export async function signOut(request: Request): Promise<void> {
  const { userId, tenantId } = request.session;
  await endSession(request);
  if (userId === undefined || tenantId === undefined) return;
  const person = await findPerson(tenantId, userId);
  if (!person) return;
  await inTenant(tenantId, () =>
    record({ tenantId, person, requestId: request.requestId }, { type: 'sessionRevoked', what: { userId, sessions: 1 } }),
  );
}
