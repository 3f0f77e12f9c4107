import { z } from 'zod';
import { COLUMN_ID, EXPORT_LIMITS, exportFormats, type ExportChoice, type ExportOffer } from '../../processes/exports/views';
import { caseFilter, caseSorts } from '../cases/caseQuery';
import { says } from '../http/zodWords';
import { line, personRef } from '../schemas';
import { wordsSchema } from '../viewSchemas';

/** The filter of the list of cases; more cases may be chosen than a list shows at once. */
const filter = caseFilter.extend({ id: z.array(z.uuid()).min(1).max(1_000).optional() });

const columns = z
  .array(z.string().max(80).regex(COLUMN_ID, says('Takový sloupec v nabídce není.', 'There is no such column.')))
  .min(1)
  .max(EXPORT_LIMITS.columns)
  .refine((ids) => new Set(ids).size === ids.length, says('Každý sloupec může být v souboru jednou.', 'Each column may be there once.'));

const format = z.enum(exportFormats);
const tablesApart = z.boolean();

const apartInXlsx = <T extends { readonly format?: string; readonly tablesApart?: boolean }>({
  format: kind,
  tablesApart: apart,
}: T): boolean => !(kind === 'csv' && apart === true);
const APART = {
  path: ['tablesApart'],
  ...says('Vlastní listy má jen sešit Excelu (XLSX).', 'Only a workbook (XLSX) has sheets.'),
};

export const offerBody = z.strictObject({ filter });

export const exportBody = z
  .strictObject({
    filter,
    sort: z.tuple([z.enum(caseSorts), z.enum(['ASC', 'DESC'])]).default(['changedAt', 'DESC']),
    columns,
    format,
    tablesApart: tablesApart.default(false),
  })
  .refine(apartInXlsx, APART);
export type ExportAsked = z.output<typeof exportBody>;

const name = line(1, EXPORT_LIMITS.name);
const choice = { name, shared: z.boolean(), columns, format, tablesApart };
export const choiceFields = z.strictObject(choice).refine(apartInXlsx, APART);
/** What goes together is asked of the choice as it comes out (choiceKeeper.ts). */
export const choiceChanges = z.strictObject(choice).partial();
export type ChoiceChanges = z.output<typeof choiceChanges>;

export const offerSchema: z.ZodType<ExportOffer> = z.object({
  cases: z.int(),
  groups: z.array(
    z.object({
      id: z.string(),
      title: wordsSchema,
      columns: z.array(z.object({ id: z.string(), title: wordsSchema, table: z.boolean() })),
    }),
  ),
  usual: z.array(z.string()),
  tooManyProgrammes: z.boolean(),
});

export const choiceView: z.ZodType<ExportChoice> = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  columns: z.array(z.string()),
  format,
  tablesApart,
  owner: personRef,
  mayEdit: z.boolean(),
  version: z.int(),
});
