/** The receipt of a submission (potvrzení o podání): its number, its exact time and the hashes by which anybody can tell that nothing was changed since. */
import { z } from 'zod';
import { Tenant } from '../../models';
import { makePdf } from '../../documents/pdf';
import { receiptDocument } from '../../documents/application';
import { processById } from '../../processes/registry';
import type { SubmissionRecord } from '../cases/applications';
import { readableCase, type Readable } from '../cases/reading';
import type { Asking } from '../context';
import { receiptCode } from '../../processes/receiptCode';
import { findCase, tasksOf } from '../cases/caseRecords';
import { iso, select } from '../sql';
import { dayOf } from '../today';
import { attachmentsOf, canonicalText, exactMoment, firstSubmission, sha256Of } from './submittedFacts';

const hash = z.string();
export const receiptView = z.object({
  caseId: z.string(),
  number: z.string(),
  /** Moment at which it came, ISO. */
  submittedAt: z.string(),
  by: z.string(),
  dataSha256: hash,
  attachments: z.array(z.object({ id: z.string(), title: z.string(), fileName: z.string(), size: z.int(), sha256: hash })),
});
export type ReceiptView = z.output<typeof receiptView>;

/** Inside inTenant. @throws ProblemError 404 */
async function receiptIn(readable: Readable, first: SubmissionRecord): Promise<ReceiptView> {
  return {
    caseId: readable.record.id,
    number: readable.record.number,
    submittedAt: iso(first.createdAt),
    by: first.userName,
    dataSha256: sha256Of(canonicalText(first.data)),
    attachments: await attachmentsOf(readable, first),
  };
}

/** @throws ProblemError 404, 403 as reading of the case does */
export function receiptOf({ person, inTenant }: Asking, caseId: string): Promise<ReceiptView> {
  return inTenant(async () => {
    const readable = await readableCase(person, caseId);
    return receiptIn(readable, await firstSubmission(readable));
  });
}

export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Title and applicant as they were submitted; what was completed later changes the case, not the receipt. */
function headingOf({ record }: Readable, data: SubmissionRecord['data']): { readonly title: string; readonly applicant: string } {
  const { heading } = processById(record.processId);
  const text = (field: string, otherwise: string): string => {
    const value = data[field];
    return typeof value === 'string' && value.trim() !== '' ? value : otherwise;
  };
  return { title: text(heading.title, record.title), applicant: text(heading.applicant, record.applicantName) };
}

/** The receipt as a PDF; the same case gives the same bytes. @throws ProblemError 404, 403 */
export async function receiptPdf(context: Asking, caseId: string): Promise<MadeFile> {
  const { person, services, tenantId } = context;
  const document = await context.inTenant(async () => {
    const readable = await readableCase(person, caseId);
    const first = await firstSubmission(readable);
    const receipt = await receiptIn(readable, first);
    const tenant = await Tenant.findByPk(tenantId, { rejectOnEmpty: true });
    const at = new Date(receipt.submittedAt);
    return receiptDocument({
      office: tenant.name,
      number: receipt.number,
      ...headingOf(readable, first.data),
      programme: readable.record.subjectTitle,
      by: receipt.by,
      at: exactMoment(at),
      day: dayOf(at),
      dataSha256: receipt.dataSha256,
      attachments: receipt.attachments,
      checkAt: `${services.environment.publicUrl}/${tenant.slug}/overeni`,
    });
  });
  return {
    fileName: `potvrzeni-${document.title.split(' ').at(-1) ?? ''}.pdf`,
    mediaType: 'application/pdf',
    bytes: await makePdf(document),
  };
}

/** The submitted data as the file whose SHA-256 stands in the receipt. @throws ProblemError 404, 403 */
export function submittedData({ person, inTenant }: Asking, caseId: string): Promise<MadeFile> {
  return inTenant(async () => {
    const readable = await readableCase(person, caseId);
    const { data } = await firstSubmission(readable);
    return { fileName: `${readable.record.number}.json`, mediaType: 'application/json', bytes: Buffer.from(canonicalText(data)) };
  });
}

export const hashCheck = z.object({
  /** Which part of the submission has this hash; null: none. */
  fits: z.enum(['application', 'attachment']).nullable(),
  /** Name of the attachment. */
  name: z.string().nullable(),
  submittedAt: z.string().nullable(),
});
export type HashCheck = z.output<typeof hashCheck>;

const NOTHING: HashCheck = { fits: null, name: null, submittedAt: null };

/** Which part of the submission has this hash, for who reads the case. @throws ProblemError 404, 403 */
export function checkOwnHash(context: Asking, caseId: string, sha256: string): Promise<HashCheck> {
  return context.inTenant(async () => {
    const readable = await readableCase(context.person, caseId);
    const receipt = await receiptIn(readable, await firstSubmission(readable));
    const { submittedAt } = receipt;
    if (receipt.dataSha256 === sha256) return { fits: 'application', name: null, submittedAt };
    const file = receipt.attachments.find((one) => one.sha256 === sha256);
    return file ? { fits: 'attachment', name: file.fileName, submittedAt } : NOTHING;
  });
}

export const publicCheck = hashCheck.extend({
  /** Do the number and the code of the receipt belong together? Null: no code was given. */
  receipt: z.boolean().nullable(),
});
export type PublicCheck = z.output<typeof publicCheck>;

/**
 * Is this the hash of the data that were submitted under the number, or, for who knows the code of the receipt as well, of one of the attachments? Without the
 * code nothing is said of attachments, because a file may be known to many and the number guessed. A number that is not there and a hash that does not fit are
 * answered alike. Inside inTenant.
 */
export async function checkPublicHash(number: string, sha256: string, code: string | undefined): Promise<PublicCheck> {
  const nothing: PublicCheck = { ...NOTHING, receipt: code === undefined ? null : false };
  const [found] = await select<{ id: string }>('select id from cases where number = $1', [number]);
  const record = found ? await findCase(found.id) : null;
  if (!record || processById(record.processId).begunFrom !== undefined) return nothing;
  const first = await firstSubmission({ record, tasks: await tasksOf(record.id) });
  const dataSha256 = sha256Of(canonicalText(first.data));
  const receipt = code === undefined ? null : receiptCode(dataSha256) === code;
  const submittedAt = iso(first.createdAt);
  if (dataSha256 === sha256) return { fits: 'application', name: null, submittedAt, receipt };
  if (receipt !== true) return { ...nothing, receipt };
  const file = (await attachmentsOf({ record }, first)).find((one) => one.sha256 === sha256);
  return file ? { fits: 'attachment', name: file.fileName, submittedAt, receipt } : { ...nothing, receipt };
}
