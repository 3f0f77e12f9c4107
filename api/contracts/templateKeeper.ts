/** Templates of contracts: read with all their versions, kept as another one, withdrawn. */
import { buffer } from 'node:stream/consumers';
import { UniqueConstraintError } from 'sequelize';
import { DocxRefused } from '../../documents/docx/docxErrors';
import { checkTemplate } from '../../documents/templateCheck';
import { ContractTemplate, currentTemplate, Programme, User } from '../../models';
import { get, put } from '../../models/files';
import { templateKinds, type TemplateKind } from '../../processes/grant/contract/fields';
import type { TemplatesView, TemplateVersionView } from '../../processes/grant/contract/views';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { FileRefused, fileKind, plainFileName } from '../documents/fileKinds';
import { notFound, notNow, ProblemError, staleVersion } from '../problems';
import { actorFor, record } from '../record';

/** Whose templates: of one programme, or (null) of the municipality. */
export interface Place {
  readonly programmeId: string | null;
  readonly kind: TemplateKind;
}

/** Names of people by their ids. */
async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await User.findAll({ where: { id: [...new Set(ids)] }, attributes: ['id', 'name'] });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function view(template: ContractTemplate, names: ReadonlyMap<string, string>): TemplateVersionView {
  const { id, programmeId, documentKind, version, withdrawn, fileName, size, sha256, fields, lacks, notes, createdAt, createdBy } =
    template;
  return {
    id,
    programmeId,
    kind: documentKind,
    version,
    withdrawn,
    fileName,
    size,
    sha256,
    fields,
    lacks,
    notes,
    createdAt: createdAt.toISOString(),
    createdBy: { id: createdBy, name: names.get(createdBy) ?? '' },
  };
}

/** @throws ProblemError 404 where there is no such programme */
async function mustBe(programmeId: string | null): Promise<string | null> {
  if (programmeId === null) return null;
  const programme = await Programme.findByPk(programmeId);
  if (!programme) throw notFound();
  return programme.title;
}

async function templatesOf({ programmeId, kind }: Place): Promise<TemplatesView> {
  const versions = await ContractTemplate.findAll({ where: { programmeId, documentKind: kind }, order: [['version', 'desc']], limit: 200 });
  const current = await currentTemplate(programmeId, kind);
  const names = await namesOf([...versions, ...(current ? [current] : [])].map(({ createdBy }) => createdBy));
  return {
    kind,
    version: versions[0]?.version ?? 0,
    current: current && view(current, names),
    versions: versions.map((one) => view(one, names)),
  };
}

/** Both kinds. @throws ProblemError 404 */
export function showTemplates(context: Asking, programmeId: string | null): Promise<TemplatesView[]> {
  return context.inTenant(async () => {
    await mustBe(programmeId);
    const views: TemplatesView[] = [];
    for (const kind of templateKinds) views.push(await templatesOf({ programmeId, kind }));
    return views;
  });
}

/** A version with its bytes; inside inTenant. @throws ProblemError 404 also where it was a withdrawal */
export async function findVersion(id: string): Promise<{ readonly template: ContractTemplate; readonly sha256: string }> {
  const template = await ContractTemplate.findByPk(id);
  if (!template?.sha256) throw notFound();
  return { template, sha256: template.sha256 };
}

export const bytesOfVersion = async (sha256: string): Promise<Buffer> => buffer(await get(sha256));

const joined = (whys: readonly Words[]): Words => words(whys.map(({ cs }) => cs).join(' '), whys.map(({ en }) => en).join(' '));

/** 422 with every reason, together and one by one (`reasons`). */
const refusedTemplate = (whys: readonly Words[]): ProblemError =>
  new ProblemError('file-refused', joined(whys), {
    errors: Object.fromEntries(whys.length === 1 ? [['file', joined(whys)]] : whys.map((why, index) => [`file.${index}`, why])),
  });

function checked(fileName: string, bytes: Buffer, kind: TemplateKind) {
  try {
    if (!/\.docx$/i.test(fileName))
      throw new FileRefused(
        words('Šablona je dokument Wordu s příponou .docx.', 'A template is a Word document with the extension .docx.'),
      );
    fileKind(fileName, bytes);
    return checkTemplate(bytes, kind);
  } catch (error) {
    if (error instanceof FileRefused) throw refusedTemplate([error.why]);
    if (error instanceof DocxRefused) throw refusedTemplate(error.whys);
    throw error;
  }
}

interface Written {
  readonly fileName: string;
  readonly sha256: string | null;
  readonly size: number;
  readonly withdrawn: boolean;
  readonly fields: string[];
  readonly lacks: TemplateVersionView['lacks'];
  readonly notes: TemplateVersionView['notes'];
}

/** Writes the next version in a transaction with its event. @param seen version that the writer saw */
function write(context: Asking, { programmeId, kind }: Place, seen: number, written: Written): Promise<TemplatesView> {
  return context.inTenant(async () => {
    const title = await mustBe(programmeId);
    const last = await ContractTemplate.findOne({ where: { programmeId, documentKind: kind }, order: [['version', 'desc']] });
    if ((last?.version ?? 0) !== seen) throw staleVersion();
    if (written.withdrawn && (last === null || last.withdrawn))
      throw notNow(words('Žádná šablona tu není, není co zrušit.', 'There is no template here to withdraw.'));
    if (!written.withdrawn && last?.sha256 === written.sha256) return templatesOf({ programmeId, kind });
    const { lacks, notes, ...columns } = written;
    const made = await ContractTemplate.create({
      ...columns,
      lacks: [...lacks],
      notes: [...notes],
      programmeId,
      documentKind: kind,
      version: seen + 1,
      createdBy: context.person.id,
    }).catch((error: unknown) => {
      // Rows are never changed, so none is locked: two who saw the same version meet at the table's own rule.
      throw error instanceof UniqueConstraintError ? staleVersion() : error;
    });
    await record(context, {
      type: written.withdrawn ? 'contractTemplateWithdrawn' : 'contractTemplateKept',
      what: { templateId: made.id, programmeId, title, kind, version: made.version, fileName: written.fileName, sha256: written.sha256 },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return templatesOf({ programmeId, kind });
  });
}

/**
 * Keeps the file as the next version; the same bytes again are no other version.
 * @throws ProblemError 404, 412, 422 `file-refused` naming everything that is wrong with it
 */
export async function keepTemplate(
  context: Asking,
  place: Place,
  file: { readonly name: string; readonly bytes: Buffer },
  seen: number,
): Promise<TemplatesView> {
  await context.inTenant(() => mustBe(place.programmeId));
  const fileName = plainFileName(file.name);
  const { fields, lacks, notes } = checked(fileName, file.bytes, place.kind);
  const { sha256, size } = await put(file.bytes);
  return write(context, place, seen, { fileName, sha256, size, withdrawn: false, fields: [...fields], lacks, notes });
}

/** From now on the municipality's default holds, or our own words. Earlier versions stay to be read. @throws ProblemError 404, 409, 412 */
export function withdrawTemplate(context: Asking, place: Place, seen: number): Promise<TemplatesView> {
  return write(context, place, seen, { fileName: '', sha256: null, size: 0, withdrawn: true, fields: [], lacks: [], notes: [] });
}
