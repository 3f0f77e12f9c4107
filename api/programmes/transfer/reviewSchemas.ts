/** What the api answers of programmes as files. */
import { z } from 'zod';
import { templateKinds } from '../../../processes/grant/contract/fields';
import type * as view from '../../../processes/programmeFile/views';
import { formItem } from '../../forms/itemSchemas';
import { wordsSchema } from '../../viewSchemas';
import { programmeFile } from './fileSchema';
import { importChoices } from './importer';

const fieldErrors = z.record(z.string(), wordsSchema);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const place = { path: z.string(), place: wordsSchema };

const paragraph = z.object({
  change: z.enum(['same', 'added', 'removed', 'changed']),
  pieces: z.array(z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() })),
});

const same = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'published', 'closed']),
  differences: z.array(
    z.object({
      part: z.enum(['programme', 'calls', 'form', 'terms', 'criteria', 'templates']),
      field: z.string(),
      item: z.string().nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      paragraphs: z.array(paragraph).nullable(),
    }),
  ),
});

const template = z.object({
  kind: z.enum(templateKinds),
  fileName: z.string(),
  size: z.int(),
  sha256,
  lacks: z.array(z.object({ provision: z.string(), what: wordsSchema })),
  notes: z.array(wordsSchema),
});

const content = z.object({
  file: programmeFile.omit({ contractTemplates: true }),
  templates: z.array(template),
  form: z.object({ schema: z.record(z.string(), z.unknown()), ui: z.record(z.string(), z.unknown()).optional() }),
  items: z.array(formItem),
  choices: importChoices,
  yearsMoved: z.int(),
  publishBy: z.array(z.string()),
  errors: fieldErrors,
  warnings: fieldErrors,
  same: same.nullable(),
});

export const programmeFileReview: z.ZodType<view.ProgrammeFileReview> = z
  .object({
    sha256,
    size: z.int(),
    formatVersion: z.number().nullable(),
    faults: z.array(z.object({ ...place, line: z.int().nullable(), what: wordsSchema })),
    takenBefore: z.array(z.object({ id: z.string(), title: z.string(), at: z.string() })),
    content: content.nullable(),
  })
  .meta({ id: 'ProgrammeFileReview' });

export const programmeExportView: z.ZodType<view.ProgrammeExportView> = z
  .object({
    fileName: z.string(),
    sha256,
    size: z.int(),
    contacts: z.array(z.object({ ...place, found: z.string() })),
    leftOut: z.array(z.string()),
  })
  .meta({ id: 'ProgrammeExport' });
