import { Document, Draft } from '../../models';
import type { FieldErrors } from '../../processes/rules';
import { processes } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { DraftView } from '../../processes/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { documentErrors } from '../documents/documentErrors';
import { foreignFields, formErrors, type FormData } from '../forms/formCheck';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { select } from '../sql';
import { findSubject } from '../subjects';
import { today } from '../today';
import { findOwnDraft } from './draftPresenter';

/** A draft is what one person typed; more than this is no application. */
const MAX_BYTES = 300_000;
/** Drafts of one person at a time; old ones are purged. */
const MAX_DRAFTS = 50;

const sent = notNow(
  words('Žádost už je podaná. Najdete ji mezi svými podáními.', 'The application is submitted. You will find it among your cases.'),
);

async function ownDraft(context: Asking, id: string): Promise<DraftView> {
  const draft = await findOwnDraft(id, context.person.id);
  if (!draft) throw notFound();
  return draft;
}

/**
 * Begins an application; it may be written before the intake opens and kept after it closes, but not sent then.
 * @throws ProblemError 422 naming `processId` or `subjectId`
 */
export function createDraft(
  context: Asking,
  wanted: { readonly processId: string; readonly subjectId: string | null },
): Promise<DraftView> {
  const { processId, subjectId } = wanted;
  return context.inTenant(async () => {
    if (!Object.hasOwn(processes, processId)) throw invalid({ processId: words('Takové řízení tu není.', 'There is no such process.') });
    if (rulesOf(processId).subject === 'programme') {
      const [programme] = await select<{ id: string }>(`select id from programmes where id = $1 and state = 'published'`, [subjectId]);
      if (!programme) throw invalid({ subjectId: words('Tento program není vyhlášený.', 'This programme is not published.') });
    } else if (subjectId !== null) {
      throw invalid({ subjectId: words('Toto řízení program nemá.', 'This process has no programme.') });
    }
    const count = await Draft.count({ where: { userId: context.person.id, submittedAt: null } });
    if (count >= MAX_DRAFTS)
      throw notNow(words('Máte příliš mnoho rozepsaných žádostí. Některé nejdřív smažte.', 'You have too many drafts. Delete some first.'));
    const draft = await Draft.create({ userId: context.person.id, processId, subjectId });
    return ownDraft(context, draft.id);
  });
}

/**
 * Stores what was typed so far; unfinished is fine, foreign fields are not. @param version that the writer saw
 * @throws ProblemError 412 when another device stored meanwhile, 422 naming foreign fields, 409 when it is submitted
 */
export function saveDraft(context: Asking, id: string, data: FormData, version: number): Promise<DraftView> {
  return context.inTenant(async () => {
    const draft = await ownDraft(context, id);
    if (draft.submittedAt !== null) throw sent;
    const form = processes[draft.processId]?.application;
    const foreign = form ? foreignFields(form, data) : [];
    if (foreign.length > 0) {
      throw invalid(
        Object.fromEntries(
          foreign.map((field) => [field, words('Takový údaj v žádosti není.', 'There is no such field in the application.')]),
        ),
      );
    }
    if (Buffer.byteLength(JSON.stringify(data)) > MAX_BYTES)
      throw invalid({ data: words('Žádost je příliš dlouhá.', 'The application is too long.') });
    const rows = await select<{ id: string }>(
      `update drafts set data = $3::jsonb, version = version + 1, updated_at = now()
       where id = $1 and version = $2 and submitted_at is null returning id`,
      [id, version, JSON.stringify(data)],
    );
    if (rows.length === 0) throw staleVersion();
    return ownDraft(context, id);
  });
}

/** Deletes a draft that was not submitted, with what was uploaded to it. */
export function deleteDraft(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const draft = await ownDraft(context, id);
    if (draft.submittedAt !== null) throw sent;
    await Document.destroy({ where: { caseId: id } });
    await Draft.destroy({ where: { id, userId: context.person.id, submittedAt: null } });
  });
}

/** Everything that would keep the application from being submitted, by field; empty: it is fine. Inside inTenant. */
export async function applicationErrors(draft: DraftView): Promise<FieldErrors> {
  const definition = processes[draft.processId];
  if (!definition) throw notFound();
  const form = definition.application;
  const errors = formErrors(form, draft.data);
  if (Object.keys(errors).length > 0) return errors;
  return {
    ...(await documentErrors(form.schema, draft.data, draft.id)),
    ...rulesOf(definition.id).validateApplication(draft.data, { today: today(), subject: await findSubject(draft.subjectId, draft.id) }),
  };
}

export function checkDraft(context: Asking, id: string): Promise<FieldErrors> {
  return context.inTenant(async () => applicationErrors(await ownDraft(context, id)));
}
