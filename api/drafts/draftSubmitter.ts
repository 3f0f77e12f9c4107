import { Submission, Tenant } from '../../models';
import { rulesOf } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import { actId } from '../actKey';
import { kept, type Keyed } from '../cases/actSender';
import { findCase } from '../cases/caseRecords';
import { refusalProblem } from '../cases/refusals';
import { invalid, notNow } from '../problems';
import { findSubject } from '../subjects';
import { ActRefused, beginCase } from '../temporal';
import { applicationErrors } from './draftKeeper';
import { draftFor } from './draftPresenter';
import { mustBeOpen } from './intake';

export interface Submitted {
  readonly caseId: string;
  /** The number of the case, DOT-2026-0001. */
  readonly number: string;
}

/** Of the act that begins the case: a case begins once. */
const beginId = (caseId: string): string => `begin-${caseId}`;

async function begun(caseId: string): Promise<Submitted | null> {
  const record = await findCase(caseId);
  return record ? { caseId, number: record.number } : null;
}

/**
 * Submits the application: checks intake and form, stores what was filled in, begins the case (whose id is the draft's). Submitting again gives the same answer.
 * @throws ProblemError 404, 422 outside of the intake with the exact time, 422 naming the fields; then nothing has begun
 */
export async function submitDraft(context: Keyed, id: string): Promise<Submitted> {
  const { person, tenantId, services } = context;
  const prepared = await context.inTenant(async () => {
    const draft = await draftFor(person, id, 'submit');
    const already = await begun(id);
    if (already) return { already };
    const submissionId = actId({ ...context, idempotencyKey: id }, { submit: draft.data });
    // It came in time, was stored, and then a server was lost: that moment counts, not the one of the repetition.
    const came = (await Submission.findByPk(submissionId))?.createdAt ?? new Date();
    if (draft.subjectId !== null) await mustBeOpen({ ...draft, programmeId: draft.subjectId }, came);
    const errors = await applicationErrors(draft);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const tenant = await Tenant.findByPk(tenantId);
    await Submission.bulkCreate([{ id: submissionId, caseId: id, step: 'application', userId: person.id, data: draft.data }], {
      ignoreDuplicates: true,
    });
    const start = rulesOf(draft.processId).start(draft.data, await findSubject(draft.subjectId, id), tenant?.settings ?? {});
    return { submissionId, processId: draft.processId, start };
  });
  if (prepared.already) return prepared.already;

  const { submissionId, processId, start } = prepared;
  try {
    await beginCase(
      services.temporal,
      { caseId: id, tenantId, processId, ...start },
      { kind: 'begin', submissionId, actor: { id: person.id, role: 'applicant' }, requestId: context.requestId },
      beginId(id),
    );
    kept(tenantId, id, beginId(id));
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const there = await context.inTenant(() => begun(id));
    if (there) return there;
    throw await context.inTenant(() => refusalProblem(error, id, null));
  }
  const submitted = await context.inTenant(() => begun(id));
  if (!submitted)
    throw notNow(
      words(
        'Žádost se zapisuje. Za chvíli ji najdete mezi svými podáními.',
        'The application is being recorded. You will find it among your cases in a moment.',
      ),
    );
  return submitted;
}
