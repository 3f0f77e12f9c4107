import { createHash } from 'node:crypto';
import { sessionPool } from '../../models/database';
import { availably } from '../../models/problems';
import type { SessionRow } from '../../processes/views';

interface Row {
  readonly sid: string;
  readonly sess: {
    readonly since?: string;
    readonly address?: string;
    readonly device?: string;
    readonly cookie: { readonly originalMaxAge: number | null };
  };
  readonly expire: Date;
}

/** A session's id would be the session itself; the list shows a hash of it. */
const publicId = (sid: string): string => createHash('sha256').update(sid).digest('base64url').slice(0, 22);

const query = async (sql: string, values: readonly unknown[]): Promise<Row[]> => {
  const { rows } = await availably(() => sessionPool().query<Row>(sql, [...values]));
  return rows;
};

/** Sessions of one person that have not ended, the latest used first. @param currentSid of the one who asks */
export async function openSessions(userId: string, currentSid: string): Promise<SessionRow[]> {
  const rows = await query('select sid, sess, expire from session where user_id = $1 and expire > now() order by expire desc', [userId]);
  return rows.map(({ sid, sess, expire }) => {
    const lastSeen = new Date(expire.getTime() - (sess.cookie.originalMaxAge ?? 0)).toISOString();
    return {
      id: publicId(sid),
      current: sid === currentSid,
      createdAt: sess.since ?? lastSeen,
      lastSeenAt: lastSeen,
      address: sess.address ?? '',
      device: sess.device ?? '',
    };
  });
}

/** Ends one of the person's sessions. @returns false when there is none of that id */
export async function revokeSession(userId: string, sessionId: string): Promise<boolean> {
  const rows = await query('select sid, sess, expire from session where user_id = $1', [userId]);
  const found = rows.find(({ sid }) => publicId(sid) === sessionId);
  if (!found) return false;
  await query('delete from session where sid = $1', [found.sid]);
  return true;
}

/** Ends all the person's sessions but one. @param keep null: all. @returns how many */
export async function revokeSessions(userId: string, keep: string | null): Promise<number> {
  const rows = await query('delete from session where user_id = $1 and sid is distinct from $2 returning sid, sess, expire', [
    userId,
    keep,
  ]);
  return rows.length;
}
