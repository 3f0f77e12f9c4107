/** What was submitted, exactly: its data, its moment, its attachments, and their hashes. */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { canonicalJson, type Json } from '../../models/audit/canonical';
import { ZONE } from '../../processes/calendar';
import { processById } from '../../processes/registry';
import { submissionsOf, type SubmissionRecord } from '../cases/applications';
import type { Readable } from '../cases/reading';
import { applicationForm } from '../forms/applicationForms';
import { documentsIn } from '../forms/formCheck';
import { notFound } from '../problems';
import { select } from '../sql';

/** `21. 11. 2026 11:05:09` in Prague. */
export function exactMoment(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('d. M. yyyy H:mm:ss');
}

/** The text of which the hash is made: canonical JSON, the same whenever it is made (models/audit/canonical.ts). */
export const canonicalText = (data: Readonly<Record<string, unknown>>): string => canonicalJson(JSON.parse(JSON.stringify(data)) as Json);

export const sha256Of = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** The application with which the case began. Inside inTenant. @throws ProblemError 404 where the case has none */
export async function firstSubmission({ record, tasks }: Pick<Readable, 'record' | 'tasks'>): Promise<SubmissionRecord> {
  const first = (await submissionsOf(record.id, tasks)).find(({ step }) => step === 'application');
  // What an official began a case with is no application, and nobody's receipt.
  if (!first || processById(record.processId).begunFrom !== undefined) throw notFound();
  return first;
}

export interface AttachedFile {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/** Files that the submission names, in the order in which it names them. Inside inTenant. */
export async function attachmentsOf(
  { record }: Pick<Readable, 'record'>,
  { data }: Pick<SubmissionRecord, 'data'>,
): Promise<AttachedFile[]> {
  const { form } = await applicationForm(record);
  const ids = [...new Set(documentsIn(form.schema, data).map(({ id }) => id))];
  const rows = await select<AttachedFile>(
    `select id, title, file_name as "fileName", size, sha256 from documents where case_id = $1 and id = any($2::uuid[]) and sha256 is not null`,
    [record.id, ids],
  );
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
