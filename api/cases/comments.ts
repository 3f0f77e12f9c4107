import { Comment } from '../../models';
import type { CommentView } from '../../processes/views';
import { words } from '../../processes/words';
import type { Asking, Person } from '../context';
import { forbidden } from '../problems';
import { actorFor, record } from '../record';
import { iso, select } from '../sql';
import { readableCase } from './reading';

/** Comments are the officials' own section: never the applicant's, whatever other roles they hold. */
async function mustBeInside(person: Person, caseId: string): Promise<void> {
  const { reading } = await readableCase(person, caseId);
  if (reading === 'own') throw forbidden(words('Poznámky úřadu žadatel nevidí.', 'The notes of the office are not the applicant’s.'));
}

export function commentsOf({ person, inTenant }: Asking, caseId: string): Promise<CommentView[]> {
  return inTenant(async () => {
    await mustBeInside(person, caseId);
    const rows = await select<{ id: string; authorId: string; name: string; text: string; createdAt: Date }>(
      `select m.id, m.author_id as "authorId", u.name, m.text, m.created_at as "createdAt" from comments m join users u on u.id = m.author_id
       where m.case_id = $1 order by m.created_at, m.id`,
      [caseId],
    );
    return rows.map(({ id, authorId, name, text, createdAt }) => ({ id, author: { id: authorId, name }, text, createdAt: iso(createdAt) }));
  });
}

/** Writes a comment; its text stays in its row, the audit trail knows that it was written. */
export function writeComment(context: Asking, caseId: string, text: string): Promise<CommentView> {
  return context.inTenant(async () => {
    await mustBeInside(context.person, caseId);
    const comment = await Comment.create({ caseId, authorId: context.person.id, text });
    await record(context, {
      type: 'commented',
      what: { commentId: comment.id },
      caseId,
      actor: actorFor(context.person, ['comments', 'create']),
    });
    return { id: comment.id, author: { id: context.person.id, name: context.person.name }, text, createdAt: iso(comment.createdAt) };
  });
}
