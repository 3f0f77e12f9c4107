/** What would come of a file, told before anything is stored. */
import { compareTexts } from '../../../documents/comparison';
import { DocxRefused } from '../../../documents/docx/docxErrors';
import { openDocx } from '../../../documents/docx/openDocx';
import { plainText } from '../../../documents/docx/plainText';
import type { Form } from '../../../processes/define';
import { choiceWarnings, proposedChoices, publishBy, yearsToMove, type ImportChoices } from '../../../processes/programmeFile/choices';
import { programmeDifferences, sameName, type Difference } from '../../../processes/programmeFile/differences';
import type { FileTemplate, ProgrammeFile } from '../../../processes/programmeFile/file';
import type { ProgrammeFileReview, SameProgramme } from '../../../processes/programmeFile/views';
import { processOfProgrammes } from '../../../processes/rulesRegistry';
import type { FieldErrors } from '../../../processes/rules';
import { words } from '../../../processes/words';
import { withPastSupport } from '../../../processes/identities/pastSupportForm';
import type { Asking } from '../../context';
import { formOf } from '../../forms/applicationForms';
import { iso, select } from '../../sql';
import { fileOf } from './exporter';
import { readProgrammeFile } from './fileReader';
import { choicesFit, importErrors } from './importer';
import { bytesOfTemplate, templateView } from './templatesInFile';

/** The whole form as the applicant will see it. */
export function wholeForm({ items, programme }: ProgrammeFile): Form {
  const form = formOf(processOfProgrammes(), items);
  return programme.asksPastSupport ? withPastSupport(form) : form;
}

/** An area that is used, of that name in a fund of that name, in whatever letters. Inside inTenant. */
async function areaHere({ fund, programme }: ProgrammeFile): Promise<string | null> {
  if (programme.area === '') return null;
  const rows = await select<{ id: string }>(
    `select a.id from areas a join funds f on f.id = a.fund_id
     where lower(a.name collate "und-x-icu") = lower($1 collate "und-x-icu") and a.active and f.active
       and ($2::text is null or lower(f.name collate "und-x-icu") = lower($2 collate "und-x-icu")) limit 2`,
    [programme.area, fund],
  );
  // Where the file names no fund and two funds have such an area, a person chooses.
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** Shorter texts are read whole, one under the other. */
const LONG = 90;

function paragraphsOf(template: FileTemplate | undefined): string[] {
  if (!template) return [];
  try {
    return plainText(openDocx(bytesOfTemplate(template)));
  } catch (error) {
    if (error instanceof DocxRefused) return [];
    throw error;
  }
}

function compared(difference: Difference, here: ProgrammeFile, there: ProgrammeFile): SameProgramme['differences'][number] {
  const { part, field, before, after } = difference;
  if (before === null || after === null) return { ...difference, paragraphs: null };
  if (part === 'templates') {
    const [was, is] = [here, there].map(({ contractTemplates }) => paragraphsOf(contractTemplates.find(({ kind }) => kind === field)));
    return { ...difference, paragraphs: compareTexts(was ?? [], is ?? []).filter(({ change }) => change !== 'same') };
  }
  const long = [before, after].some((text) => text.length > LONG || text.includes('\n'));
  return { ...difference, paragraphs: long ? compareTexts(before.split('\n'), after.split('\n')) : null };
}

/** The programme of the same name that is here, the very same title before one of another year, the latest first. Inside inTenant. */
async function sameHere(file: ProgrammeFile): Promise<SameProgramme | null> {
  const all = await select<Pick<SameProgramme, 'id' | 'title' | 'state'>>(
    'select id, title, state from programmes order by created_at desc, id',
  );
  const alike = all.filter(({ title }) => sameName(title, file.programme.title));
  const found = alike.find(({ title }) => title === file.programme.title) ?? alike[0];
  if (!found) return null;
  const { file: here } = await fileOf(found.id);
  return { ...found, differences: programmeDifferences(here, file).map((one) => compared(one, here, file)) };
}

const TITLE_TAKEN = words(
  'Program toho názvu tu už je. Nový bude vedle něj.',
  'There is a programme of this title. The new one will stand beside it.',
);

async function titleWarning(title: string): Promise<FieldErrors> {
  const [row] = await select('select from programmes where lower(title) = lower($1) limit 1', [title]);
  return row ? { title: TITLE_TAKEN } : {};
}

/**
 * Checks the file and, with the choices or with those that are proposed, what its import would make. Nothing is stored.
 * @param sent choices of the officer; undefined: not chosen yet
 */
export async function reviewFile(context: Asking, bytes: Buffer, sent: ImportChoices | undefined): Promise<ProgrammeFileReview> {
  const { file, ...read } = readProgrammeFile(bytes);
  const takenBefore = await context.inTenant(() =>
    select<{ id: string; title: string; at: Date }>(
      'select id, title, created_at as at from programmes where taken_sha256 = $1 order by created_at desc limit 20',
      [read.sha256],
    ),
  );
  const about = { ...read, takenBefore: takenBefore.map(({ at, ...one }) => ({ ...one, at: iso(at) })) };
  if (!file) return { ...about, content: null };
  const now = new Date();
  const { areaId, same } = await context.inTenant(async () => ({ areaId: await areaHere(file), same: await sameHere(file) }));
  const choices = sent ?? proposedChoices(file, areaId, now);
  const misfits = choicesFit(file, choices);
  const fits = Object.keys(misfits).length === 0;
  const { contractTemplates, ...rest } = file;
  return {
    ...about,
    content: {
      file: rest,
      templates: contractTemplates.map(templateView),
      form: wholeForm(file),
      items: file.items,
      choices,
      yearsMoved: yearsToMove(file.calls, now),
      publishBy: choices.calls.map((call) => publishBy(call.intakeOpensAt)),
      errors: fits ? await importErrors(context, file, choices, read.sha256) : misfits,
      warnings: fits ? { ...choiceWarnings(file, choices, now), ...(await context.inTenant(() => titleWarning(choices.title))) } : {},
      same,
    },
  };
}
