/** Notes of the officers on a case: unlike comments (api/cases/comments.ts), evaluators do not read them, and their authors may change them. */
import { randomUUID } from 'node:crypto';
import { query } from '../../models';
import type { NoteView } from '../../processes/officersSection/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { forbidden, notFound, staleVersion } from '../problems';
import { actorFor, record } from '../record';
import { iso, isoOrNull, select } from '../sql';
import { officersCase } from './access';

interface NoteRecord {
  readonly id: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly version: number;
  readonly writtenAt: Date;
  readonly changedAt: Date | null;
}

/** Each in its last version, the oldest first. */
const NOTES = `
  select n.id, n.author_id as "authorId", u.name as "authorName", n.text, n.version,
    first.created_at as "writtenAt", case when n.version > 1 then n.created_at end as "changedAt"
  from case_notes n join case_notes first on first.id = n.id and first.version = 1 join users u on u.id = n.author_id
  where n.case_id = $1 and not exists (select from case_notes later where later.id = n.id and later.version > n.version)`;

const view = (note: NoteRecord): NoteView => ({
  id: note.id,
  author: { id: note.authorId, name: note.authorName },
  text: note.text,
  writtenAt: iso(note.writtenAt),
  changedAt: isoOrNull(note.changedAt),
  version: note.version,
});

async function findNote(caseId: string, id: string): Promise<NoteRecord> {
  const [note] = await select<NoteRecord>(`${NOTES} and n.id = $2`, [caseId, id]);
  if (!note) throw notFound();
  return note;
}

/** @throws ProblemError 404, 403 */
export function notesOf({ person, inTenant }: Asking, caseId: string): Promise<NoteView[]> {
  return inTenant(async () => {
    await officersCase(person, caseId);
    return (await select<NoteRecord>(`${NOTES} order by first.created_at, n.id`, [caseId])).map(view);
  });
}

const insert = (context: Asking, note: { id: string; version: number; caseId: string; text: string }): Promise<object[]> =>
  query(
    `insert into case_notes (tenant_id, id, version, case_id, author_id, text) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [context.tenantId, note.id, note.version, note.caseId, context.person.id, note.text],
  );

/** The text stays in its row; the audit trail knows that it was written. @throws ProblemError 404, 403 */
export function writeNote(context: Asking, caseId: string, text: string): Promise<NoteView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    const id = randomUUID();
    await insert(context, { id, version: 1, caseId, text });
    await record(context, {
      type: 'noteWritten',
      what: { noteId: id },
      caseId,
      actor: actorFor(context.person, ['officersSection', 'create']),
    });
    return view(await findNote(caseId, id));
  });
}

/** Another version of one's own note; what it said before is kept. @throws ProblemError 404, 403 of somebody else's, 412 */
export function changeNote(context: Asking, caseId: string, id: string, text: string, version: number): Promise<NoteView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    const note = await findNote(caseId, id);
    if (note.authorId !== context.person.id)
      throw forbidden(words('Poznámku mění jen ten, kdo ji napsal.', 'A note is changed only by who wrote it.'));
    if (note.version !== version) throw staleVersion();
    if (note.text === text) return view(note);
    // Who was faster has the version already.
    if ((await insert(context, { id, version: version + 1, caseId, text })).length === 0) throw staleVersion();
    await record(context, {
      type: 'noteChanged',
      what: { noteId: id, version: version + 1 },
      caseId,
      actor: actorFor(context.person, ['officersSection', 'edit']),
    });
    return view(await findNote(caseId, id));
  });
}
