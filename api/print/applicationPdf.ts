/** The application on paper: of a draft with a word across every page that it was not sent, of a case as it was submitted. */
import { Tenant } from '../../models';
import { applicationDocument } from '../../documents/application';
import { makePdf, type PdfDocument } from '../../documents/pdf';
import { currentApplication, submissionsOf } from '../cases/applications';
import { readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { draftFor } from '../drafts/draftPresenter';
import { applicationForm } from '../forms/applicationForms';
import { select } from '../sql';
import { dayOf } from '../today';
import { printedAnswers, type FileNames } from './answers';
import type { MadeFile } from './receipt';
import { exactMoment, firstSubmission } from './submittedFacts';

const TITLE = 'Žádost o dotaci';

async function filesOf(caseId: string): Promise<FileNames> {
  const rows = await select<{ id: string; fileName: string }>('select id, file_name as "fileName" from documents where case_id = $1', [
    caseId,
  ]);
  return new Map(rows.map(({ id, fileName }) => [id, fileName]));
}

const officeOf = async (tenantId: string): Promise<string> => (await Tenant.findByPk(tenantId, { rejectOnEmpty: true })).name;

async function made(document: PdfDocument, fileName: string): Promise<MadeFile> {
  return { fileName, mediaType: 'application/pdf', bytes: await makePdf(document) };
}

/** @throws ProblemError 404 */
export async function draftPdf({ person, tenantId, inTenant }: Asking, draftId: string): Promise<MadeFile> {
  const document = await inTenant(async () => {
    const draft = await draftFor(person, draftId, 'view');
    const { form } = await applicationForm(draft);
    return applicationDocument({
      title: TITLE,
      office: await officeOf(tenantId),
      programme: draft.subjectTitle,
      submitted: null,
      day: dayOf(new Date(draft.updatedAt)),
      sections: printedAnswers(form, draft.data, await filesOf(draftId)),
    });
  });
  return made(document, 'navrh-zadosti.pdf');
}

/**
 * @param as it was submitted first, or as it stands after it was completed
 * @throws ProblemError 404, 403 as reading of the case does
 */
export async function casePdf({ person, tenantId, inTenant }: Asking, caseId: string, as: 'submitted' | 'current'): Promise<MadeFile> {
  const { document, number } = await inTenant(async () => {
    const readable = await readableCase(person, caseId);
    const { record, tasks } = readable;
    const first = await firstSubmission(readable);
    const data = as === 'submitted' ? first.data : currentApplication(record.processId, await submissionsOf(caseId, tasks));
    const { form } = await applicationForm(record);
    return {
      number: record.number,
      document: applicationDocument({
        title: as === 'current' && data !== first.data ? `${TITLE} (po doplnění)` : TITLE,
        office: await officeOf(tenantId),
        programme: record.subjectTitle,
        submitted: { number: record.number, at: exactMoment(first.createdAt), by: first.userName },
        day: dayOf(first.createdAt),
        sections: printedAnswers(form, data, await filesOf(caseId)),
      }),
    };
  });
  return made(document, `zadost-${number}.pdf`);
}
