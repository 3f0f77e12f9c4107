/** A draft made of a file and of what was chosen here for it. */
import { z } from 'zod';
import { query } from '../../../models';
import type { ImportChoices } from '../../../processes/programmeFile/choices';
import { withChoices } from '../../../processes/programmeFile/choices';
import { MAX_FILE_CALLS, type ProgrammeFile } from '../../../processes/programmeFile/file';
import type { FieldErrors } from '../../../processes/rules';
import type { ProgrammeView } from '../../../processes/views';
import { words } from '../../../processes/words';
import { MOST_PARTS, termsFaults } from '../../../processes/grant/terms';
import type { Asking } from '../../context';
import { keepTemplate } from '../../contracts/templateKeeper';
import { areaByName } from '../../funds/areaEditor';
import { invalid, ProblemError } from '../../problems';
import { day } from '../../schemas';
import { addCall, editCall } from '../callEditor';
import { currentCall } from '../callRecords';
import { begin } from '../programmeCopier';
import { findProgramme } from '../programmeEditor';
import { callTimes, programmeFields } from '../programmeFields';
import { bytesOfTemplate } from './templatesInFile';

const { intakeOpensAt, intakeClosesAt, settlementDueOn } = callTimes;

export const importChoices = z.strictObject({
  title: programmeFields.shape.title,
  areaId: z.uuid().nullable(),
  makeArea: z.boolean(),
  evaluatorIds: z.array(z.uuid()).max(30),
  calls: z.array(z.strictObject({ take: z.boolean(), intakeOpensAt, intakeClosesAt, settlementDueOn })).max(MAX_FILE_CALLS),
  paymentDays: z.array(day.nullable()).max(MOST_PARTS),
  templates: z.boolean(),
}) satisfies z.ZodType<ImportChoices>;

/** Do the choices belong to this file? A call or a part that is not there cannot be chosen. */
export function choicesFit(file: ProgrammeFile, choices: ImportChoices): FieldErrors {
  const errors: FieldErrors = {};
  const other = words(
    'Volba nepatří k tomuto souboru. Vyberte soubor znovu.',
    'The choice does not belong to this file. Choose the file again.',
  );
  if (choices.calls.length !== file.calls.length) errors.calls = other;
  if (choices.paymentDays.length !== file.terms.paymentParts.length) errors.paymentDays = other;
  if (choices.makeArea && (choices.areaId !== null || file.fund === null || file.programme.area === ''))
    errors.makeArea = words(
      'Soubor žádný fond s oblastí nemá, nebo jste vybrali jinou.',
      'The file has no fund with an area, or another was chosen.',
    );
  return errors;
}

/** Does a part of the work, and says what it complains of under the choice that it was made of. @throws ProblemError 422 naming the choice */
async function as<T>(named: (path: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError) || Object.keys(error.errors).length === 0) throw error;
    throw invalid(Object.fromEntries(Object.entries(error.errors).map(([path, what]) => [named(path), what])));
  }
}

const ofFirstCall = (path: string): string => (Object.hasOwn(callTimes, path) ? `calls.0.${path}` : path);

/**
 * Makes the draft: programme, calls, terms, form, criteria, templates, and the fund with its area where it is to be made. All of it or nothing.
 * @param sha256 of the bytes of the file @throws ProblemError 422 naming the choice
 */
export function importProgramme(context: Asking, read: ProgrammeFile, choices: ImportChoices, sha256: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const misfits = choicesFit(read, choices);
    if (Object.keys(misfits).length > 0) throw invalid(misfits);
    const file = withChoices(read, choices);
    const { programme, terms, criteria, items, calls, evaluationsNeeded, contractTemplates } = file;
    const [first, ...further] = calls;
    if (!first) throw new Error('A file without a call');
    const faults = termsFaults(terms);
    if (Object.keys(faults).length > 0)
      throw invalid(
        Object.fromEntries(
          Object.entries(faults).map(([path, what]) => [path.replace(/^paymentParts\.(\d+)\.on$/, 'paymentDays.$1'), what]),
        ),
      );
    const areaId = choices.makeArea && file.fund !== null ? await areaByName(context, file.fund, programme.area) : choices.areaId;
    const { title, amount, ...times } = first;
    const { evaluatorIds: chosen, ...fields } = programmeFields.parse({
      ...programme,
      ...times,
      areaId,
      evaluatorIds: choices.evaluatorIds,
    });
    const scoring = { criteria, needed: evaluationsNeeded };
    const draft = await as(ofFirstCall, () => begin(context, fields, items, terms, scoring, chosen, { imported: true, sha256 }));
    if (title !== '' || amount !== null) {
      const made = await currentCall(draft.id);
      await as(
        (path) => `calls.0.${path}`,
        () => editCall(context, draft.id, made.id, { title, amount }, made.version),
      );
    }
    // Places of the calls in the file, of which some may not be taken.
    const places = choices.calls.flatMap(({ take }, index) => (index > 0 && take ? [index] : []));
    for (const [index, call] of further.entries())
      await as(
        (path) => `calls.${places[index] ?? 0}.${path}`,
        () => addCall(context, draft.id, call),
      );
    for (const template of contractTemplates) {
      const place = { programmeId: draft.id, kind: template.kind };
      await keepTemplate(context, place, { name: template.fileName, bytes: bytesOfTemplate(template) }, 0);
    }
    await query('update programmes set taken_sha256 = $2 where id = $1', [draft.id, sha256]);
    return findProgramme(draft.id);
  });
}

class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
}

/**
 * What keeps the draft from being made: it is made in a transaction that never ends, so that the answer is that of the import itself. Templates, whose bytes are
 * kept elsewhere, were checked with the file. Outside of inTenant.
 */
export async function importErrors(context: Asking, file: ProgrammeFile, choices: ImportChoices, sha256: string): Promise<FieldErrors> {
  try {
    await context.inTenant(async () => {
      await importProgramme(context, { ...file, contractTemplates: [] }, choices, sha256);
      throw new Rehearsed();
    });
    return {};
  } catch (error) {
    if (error instanceof Rehearsed) return {};
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    return Object.keys(error.errors).length > 0 ? { ...error.errors } : { '': error.detail };
  }
}
