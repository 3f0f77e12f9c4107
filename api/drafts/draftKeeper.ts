import { Document, Draft } from '../../models';
import { prefill } from '../../processes/identities/prefill';
import { answerErrors } from '../../processes/formItems/answerErrors';
import type { FieldErrors } from '../../processes/rules';
import { processes } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { DraftRow, DraftView } from '../../processes/views';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { documentErrors } from '../documents/documentErrors';
import { applicationForm, lastForm } from '../forms/applicationForms';
import { foreignFields, formErrors, type FormData } from '../forms/formCheck';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { select } from '../sql';
import { findSubject } from '../subjects';
import { today } from '../today';
import { identityToWriteFor } from '../identities/identityPresenter';
import { draftFor } from './draftPresenter';
import { whyNotOpen } from './intake';

/** A draft is what people typed; more than this is no application. */
const MAX_BYTES = 300_000;
/** Drafts of one person at a time; old ones are purged. */
const MAX_DRAFTS = 50;

const sent = notNow(
  words('Žádost už je podaná. Najdete ji mezi svými podáními.', 'The application is submitted. You will find it among your cases.'),
);

interface Beginning {
  readonly processId: string;
  readonly subjectId: string | null;
  /** In whose name; null: one's own, with nothing filled in. */
  readonly identityId: string | null;
}

/** Of what the draft is begun with. */
async function asksPastSupport(programmeId: string | null): Promise<boolean> {
  const [row] = await select<{ asks: boolean }>('select asks_past_support as asks from programmes where id = $1', [programmeId]);
  return row?.asks ?? false;
}

/**
 * Begins an application in the call that the programme presents now; it may be written before the intake opens and kept after it closes, but not sent then.
 * @throws ProblemError 422 naming `processId` or `subjectId`
 */
export function createDraft(context: Asking, wanted: Beginning): Promise<DraftRow> {
  const { processId, subjectId, identityId } = wanted;
  return context.inTenant(async () => {
    if (!Object.hasOwn(processes, processId) || processes[processId]?.begunFrom !== undefined)
      throw invalid({ processId: words('Takové řízení tu není.', 'There is no such process.') });
    let callId: string | null = null;
    if (rulesOf(processId).subject === 'programme') {
      const [programme] = await select<{ callId: string }>(
        `select k.id as "callId" from programmes p join current_calls k on k.programme_id = p.id where p.id = $1 and p.state = 'published'`,
        [subjectId],
      );
      callId = programme?.callId ?? null;
      if (!programme) throw invalid({ subjectId: words('Tento program není vyhlášený.', 'This programme is not published.') });
    } else if (subjectId !== null) {
      throw invalid({ subjectId: words('Toto řízení program nemá.', 'This process has no programme.') });
    }
    const count = await Draft.count({ where: { userId: context.person.id, submittedAt: null } });
    if (count >= MAX_DRAFTS)
      throw notNow(words('Máte příliš mnoho rozepsaných žádostí. Některé nejdřív smažte.', 'You have too many drafts. Delete some first.'));
    const { version: formVersion } = subjectId === null ? { version: 0 } : await lastForm(subjectId);
    const asks = await asksPastSupport(subjectId);
    const identity = identityId === null ? null : await identityToWriteFor(context.person, identityId);
    const draft = await Draft.create({
      userId: context.person.id,
      processId,
      subjectId,
      callId,
      formVersion,
      identityId,
      asksPastSupport: asks,
      data: identity === null ? {} : prefill(identity, asks),
    });
    return draftFor(context.person, draft.id, 'view');
  });
}

/**
 * Stores what was typed so far; unfinished is fine, foreign fields are not. @param version that the writer saw
 * @throws ProblemError 412 when another device stored meanwhile, 422 naming foreign fields, 409 when it is submitted
 */
export function saveDraft(context: Asking, id: string, data: FormData, version: number): Promise<DraftRow> {
  return context.inTenant(async () => {
    const draft = await draftFor(context.person, id, 'edit');
    if (draft.submittedAt !== null) throw sent;
    const foreign = foreignFields((await applicationForm(draft)).form, data);
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
    return draftFor(context.person, id, 'view');
  });
}

/** Deletes a draft that was not submitted, with what was uploaded to it. */
export function deleteDraft(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const draft = await draftFor(context.person, id, 'edit');
    if (draft.submittedAt !== null) throw sent;
    await Document.destroy({ where: { caseId: id } });
    await Draft.destroy({ where: { id, submittedAt: null } });
  });
}

/** The person's own draft with its form. Inside inTenant. @throws ProblemError 404 */
export async function showDraft(context: Asking, id: string): Promise<DraftView> {
  const draft = await draftFor(context.person, id, 'view');
  return { ...draft, form: (await applicationForm(draft)).form };
}

/** Everything that would keep the application from being submitted, by field; empty: it is fine. Inside inTenant. */
export async function applicationErrors(draft: DraftRow): Promise<FieldErrors> {
  const definition = processes[draft.processId];
  if (!definition) throw notFound();
  const { form, items } = await applicationForm(draft);
  const errors = formErrors(form, draft.data);
  if (Object.keys(errors).length > 0) return errors;
  return {
    ...(await documentErrors(form.schema, draft.data, draft.id)),
    ...answerErrors(items, draft.data),
    ...rulesOf(definition.id).validateApplication(draft.data, { today: today(), subject: await findSubject(draft.subjectId, draft.id) }),
  };
}

export interface Check {
  readonly errors: FieldErrors;
  /** Why it could not be sent now even without errors: the intake is not open. */
  readonly closed: Words | null;
}

/** Everything that would keep the application from being submitted now. @throws ProblemError 404 */
export function checkDraft(context: Asking, id: string): Promise<Check> {
  return context.inTenant(async () => {
    const draft = await draftFor(context.person, id, 'view');
    const errors = await applicationErrors(draft);
    return { errors, closed: draft.subjectId === null ? null : await whyNotOpen({ ...draft, programmeId: draft.subjectId }, new Date()) };
  });
}
