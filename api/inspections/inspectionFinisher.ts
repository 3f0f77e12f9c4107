/** Finishing a record of an inspection: from then on it stays, and is a PDF among the documents of the case. */
import { inspectionDocument, type InspectionFacts } from '../../documents/inspection';
import { makePdf } from '../../documents/pdf';
import { Document, query, Tenant } from '../../models';
import { put } from '../../models/files';
import type { InspectionView } from '../../processes/officersSection/views';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { CaseRecord } from '../cases/caseRecords';
import type { Asking } from '../context';
import { officersCase } from '../officersSection/access';
import { invalid, notFound } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { today } from '../today';
import { takeDraft } from './inspectionEditor';
import { findInspection } from './inspectionRecords';

const MISSING = words('Bez toho záznam nejde dokončit.', 'The record cannot be finished without this.');

/** What a finished record must say. */
function missingIn({ heldOn, place, inspectors, subject, findings }: InspectionView): FieldErrors {
  const errors: FieldErrors = {};
  if (heldOn === null) errors.heldOn = MISSING;
  if (place === '') errors.place = MISSING;
  if (inspectors.length === 0) errors.inspectors = MISSING;
  if (subject === '') errors.subject = MISSING;
  if (findings === '') errors.findings = MISSING;
  return errors;
}

/** Inside inTenant. */
async function factsOf(context: Asking, inspection: InspectionView, of: CaseRecord): Promise<InspectionFacts> {
  const tenant = await Tenant.findByPk(context.tenantId);
  if (!tenant) throw notFound();
  const [more] = await select<{ ico: string | null; ownNumber: string | null }>(
    `select g.ico, s.own_number as "ownNumber" from cases c left join grants g on g.case_id = c.id left join case_sections s on s.case_id = c.id where c.id = $1`,
    [of.id],
  );
  const attachments = await select<{ title: string }>('select title from documents where id = any($1::uuid[]) order by created_at, id', [
    inspection.documentIds,
  ]);
  const { ordinal, heldOn, place, inspectors, present, subject, findings, measures } = inspection;
  return {
    office: { name: tenant.name, ico: tenant.ico, address: tenant.address },
    caseNumber: of.number,
    ownNumber: more?.ownNumber ?? null,
    ordinal,
    applicant: { name: of.applicantName, ico: more?.ico ?? null },
    projectTitle: of.title,
    heldOn: heldOn ?? '',
    place,
    inspectors,
    present,
    subject,
    findings,
    measures,
    attachments: attachments.map(({ title }) => title),
    finishedOn: today(),
    finishedBy: context.person.name,
  };
}

/** @throws ProblemError 404, 403, 409 of a finished one, 412, 422 naming what is missing */
export async function finishInspection(context: Asking, id: string, version: number): Promise<InspectionView> {
  const facts = await context.inTenant(async () => {
    const inspection = await takeDraft(context, id, version);
    const errors = missingIn(inspection);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    return factsOf(context, inspection, await officersCase(context.person, inspection.caseId));
  });
  const document = inspectionDocument(facts);
  // Bytes first: a file that no row names is harmless, a row without its file is not. The draft is looked at once more after.
  const { sha256, size } = await put(await makePdf(document));
  return context.inTenant(async () => {
    const { caseId, ordinal } = await takeDraft(context, id, version);
    const made = await Document.create({
      caseId,
      template: 'inspection',
      title: document.title,
      fileName: `kontrola-${facts.caseNumber.replace(/[^\w-]+/g, '-')}-${ordinal}.pdf`,
      mediaType: 'application/pdf',
      size,
      sha256,
      state: 'ready',
      forApplicant: false,
      createdBy: context.person.id,
    });
    await query(
      `update inspections set finished_at = now(), finished_by = $2, record_id = $3, version = version + 1, updated_at = now() where id = $1`,
      [id, context.person.id, made.id],
    );
    await record(context, {
      type: 'inspectionFinished',
      what: { inspectionId: id, ordinal, documentId: made.id, sha256 },
      caseId,
      actor: actorFor(context.person, ['inspections', 'edit']),
    });
    return findInspection(id);
  });
}
