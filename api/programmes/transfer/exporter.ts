/** A programme made into a file: the same settings give the same bytes, whoever asks and wherever. */
import { createHash } from 'node:crypto';
import { DocxRefused } from '../../../documents/docx/docxErrors';
import { openDocx } from '../../../documents/docx/openDocx';
import { plainText } from '../../../documents/docx/plainText';
import { Call, ContractTemplate, Programme } from '../../../models';
import { templateKinds } from '../../../processes/grant/contract/fields';
import { FILE_FORMAT, FILE_VERSION, MAX_FILE_TEMPLATE, type FileTemplate, type ProgrammeFile } from '../../../processes/programmeFile/file';
import type { ProgrammeExportView } from '../../../processes/programmeFile/views';
import type { Asking } from '../../context';
import { bytesOfVersion } from '../../contracts/templateKeeper';
import { evaluationSettingsOf } from '../../evaluations/criteriaKeeper';
import { lastForm } from '../../forms/applicationForms';
import { findArea } from '../../funds/areaEditor';
import { notFound } from '../../problems';
import { callFieldsOf } from '../programmeFields';
import { termsOf } from '../termsKeeper';
import { programmeFile } from './fileSchema';
import { placeOf } from './places';
import { bytesOfTemplate, withoutWriters } from './templatesInFile';

interface Exported {
  readonly file: ProgrammeFile;
  /** Names of templates that are too large to go along. */
  readonly leftOut: readonly string[];
}

/** The programme's own templates; that of the municipality is no setting of a programme. */
async function ownTemplates(programmeId: string): Promise<{ templates: FileTemplate[]; leftOut: string[] }> {
  const templates: FileTemplate[] = [];
  const leftOut: string[] = [];
  for (const kind of templateKinds) {
    const last = await ContractTemplate.findOne({ where: { programmeId, documentKind: kind }, order: [['version', 'desc']] });
    if (!last || last.withdrawn || last.sha256 === null) continue;
    const bytes = withoutWriters(await bytesOfVersion(last.sha256));
    if (bytes.length > MAX_FILE_TEMPLATE) leftOut.push(last.fileName);
    else templates.push({ kind, fileName: last.fileName, docx: bytes.toString('base64') });
  }
  return { templates, leftOut };
}

/** The programme as it would be written. Inside inTenant. @throws ProblemError 404 */
export async function fileOf(programmeId: string): Promise<Exported> {
  const programme = await Programme.findByPk(programmeId);
  if (!programme) throw notFound();
  const calls = await Call.findAll({ where: { programmeId }, order: [['ordinal', 'asc']] });
  const area = programme.areaId === null ? null : await findArea(programme.areaId);
  const { items } = await lastForm(programmeId);
  const { criteria, needed } = await evaluationSettingsOf(programmeId);
  const { templates, leftOut } = await ownTemplates(programmeId);
  const { title, purpose, reasons, totalAmount, maxAmount, eligible, conditions, attachments, deMinimis, asksPastSupport } = programme;
  // Read by its own schema: what is written can be read, and its keys stand in one order.
  const file = programmeFile.parse({
    format: FILE_FORMAT,
    formatVersion: FILE_VERSION,
    programme: {
      title,
      area: area?.name ?? programme.area,
      purpose,
      reasons,
      totalAmount,
      maxAmount,
      eligible,
      criteria: programme.criteria,
      conditions,
      attachments,
      deMinimis,
      asksPastSupport,
    },
    fund: area?.fundName ?? null,
    calls: calls.map(callFieldsOf),
    items,
    terms: await termsOf(programmeId),
    criteria,
    evaluationsNeeded: needed,
    contractTemplates: templates,
  });
  return { file, leftOut };
}

const bytesOf = (file: ProgrammeFile): Buffer => Buffer.from(`${JSON.stringify(file, null, 2)}\n`);

/** `Kultura 2027` -> `program-kultura-2027.json`. */
function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `program${plain === '' ? '' : `-${plain}`}.json`;
}

/** @throws ProblemError 404 */
export function exportProgramme(context: Asking, id: string): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
  return context.inTenant(async () => {
    const { file } = await fileOf(id);
    return { fileName: fileNameOf(file.programme.title), bytes: bytesOf(file) };
  });
}

const CONTACT =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d/])(?:\+420[ \u00a0]?)?\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}(?!\d)(?![ \u00a0]*(?:Kč|,-|korun))/g;
const MOST_CONTACTS = 50;

function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === '' ? key : `${path}.${key}`));
}

function textOfTemplate(template: FileTemplate): string {
  try {
    return plainText(openDocx(bytesOfTemplate(template))).join('\n');
  } catch (error) {
    if (error instanceof DocxRefused) return '';
    throw error;
  }
}

/** E-mails and phone numbers in its texts. Whether they are a person's, no machine knows. */
function contactsIn(file: ProgrammeFile): ProgrammeExportView['contacts'] {
  const readable = { ...file, contractTemplates: file.contractTemplates.map((one) => ({ ...one, docx: textOfTemplate(one) })) };
  return textsIn(readable, '')
    .flatMap(({ path, text }) => [...new Set(text.match(CONTACT) ?? [])].map((found) => ({ path, place: placeOf(path, file), found })))
    .slice(0, MOST_CONTACTS);
}

/** What the file will be: its name, its SHA-256, and what a person should look at before it leaves. @throws ProblemError 404 */
export function aboutExport(context: Asking, id: string): Promise<ProgrammeExportView> {
  return context.inTenant(async () => {
    const { file, leftOut } = await fileOf(id);
    const bytes = bytesOf(file);
    return {
      fileName: fileNameOf(file.programme.title),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      contacts: contactsIn(file),
      leftOut,
    };
  });
}
