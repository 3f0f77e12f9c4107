/** The views of processes/officersSection/views.ts as zod schemas. */
import { z } from 'zod';
import type * as view from '../../processes/officersSection/views';
import { colourNames, type ColourName } from '../../processes/officersSection/palette';
import { wordsSchema } from '../viewSchemas';

const person = z.object({ id: z.string(), name: z.string() });
const nullable = z.string().nullable();
const colour = z.enum(colourNames as readonly [ColourName, ...ColourName[]]);

const labelMark = z.object({ id: z.string(), name: z.string(), colour });

const supportView = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  ico: nullable,
  name: z.string(),
  bornOn: nullable,
  grantedOn: z.string(),
  countsUntil: z.string(),
  cents: z.int(),
  amount: z.int().nullable(),
  rate: z.int().nullable(),
  rateSource: z.enum(['ecb', 'cnb']).nullable(),
  provider: nullable,
  recordedBy: person,
  recordedAt: z.string(),
  voided: z.object({ by: person, at: z.string(), reason: z.string() }).nullable(),
}) satisfies z.ZodType<view.SupportView>;

export const sectionSchemas = {
  labelMark,
  supportView,
  labelView: labelMark.extend({ retired: z.boolean(), cases: z.int(), version: z.int() }) satisfies z.ZodType<view.LabelView>,
  caseSectionView: z.object({
    ownNumber: nullable,
    labels: z.array(labelMark).readonly(),
    version: z.int(),
    updatedBy: person.nullable(),
    updatedAt: nullable,
  }) satisfies z.ZodType<view.CaseSectionView>,
  noteView: z.object({
    id: z.string(),
    author: person,
    text: z.string(),
    writtenAt: z.string(),
    changedAt: nullable,
    version: z.int(),
  }) satisfies z.ZodType<view.NoteView>,
  otherApplicationsView: z.object({
    knownBy: z.enum(['applicant', 'ico', 'nameAndBirth']).nullable(),
    applications: z
      .array(
        z.object({
          caseId: z.string(),
          number: z.string(),
          projectTitle: z.string(),
          programmeTitle: z.string(),
          year: z.int(),
          statusTitle: wordsSchema,
          requested: z.int(),
          awarded: z.int().nullable(),
        }),
      )
      .readonly(),
    years: z.array(z.object({ year: z.int(), inOthers: z.int(), here: z.int(), limit: z.int().nullable() })).readonly(),
  }) satisfies z.ZodType<view.OtherApplicationsView>,
  deMinimisView: z.object({
    applies: z.boolean(),
    day: z.string(),
    from: z.string(),
    recipient: z.object({ ico: nullable, name: z.string(), bornOn: nullable }),
    members: z.array(z.string()).readonly(),
    links: z
      .array(z.object({ id: z.string(), ico: z.string(), otherIco: z.string(), reason: z.string(), by: person, at: z.string() }))
      .readonly(),
    total: z.int(),
    headroom: z.int(),
    ceiling: z.int(),
    provision: z.string(),
    supports: z.array(supportView).readonly(),
    awarded: z.int().nullable(),
  }) satisfies z.ZodType<view.DeMinimisView>,
  inspectionView: z.object({
    id: z.string(),
    caseId: z.string(),
    ordinal: z.int(),
    state: z.enum(['draft', 'finished']),
    heldOn: nullable,
    place: z.string(),
    inspectors: z.array(z.string()).readonly(),
    present: z.array(z.string()).readonly(),
    subject: z.string(),
    findings: z.string(),
    measures: z.array(z.object({ what: z.string(), dueOn: z.string() })).readonly(),
    documentIds: z.array(z.string()).readonly(),
    recordId: nullable,
    createdBy: person,
    finishedBy: person.nullable(),
    finishedAt: nullable,
    updatedAt: z.string(),
    version: z.int(),
  }) satisfies z.ZodType<view.InspectionView>,
};
