/** Views of contracts as zod schemas. */
import { z } from 'zod';
import { templateKinds } from '../../processes/grant/contract/fields';
import type * as view from '../../processes/grant/contract/views';
import { personRef } from '../schemas';
import { wordsSchema } from '../viewSchemas';

export const templateKind = z.enum(templateKinds);

export const contractFieldView: z.ZodType<view.ContractFieldView> = z
  .object({
    name: z.string(),
    kind: z.enum(['text', 'list', 'condition']),
    meaning: wordsSchema,
    example: z.string(),
    inside: z.string().nullable(),
  })
  .meta({ id: 'ContractField' });

export const templateVersionView: z.ZodType<view.TemplateVersionView> = z
  .object({
    id: z.string(),
    programmeId: z.string().nullable(),
    kind: templateKind,
    version: z.int(),
    withdrawn: z.boolean(),
    fileName: z.string(),
    size: z.int(),
    sha256: z.string().nullable(),
    fields: z.array(z.string()),
    lacks: z.array(z.object({ provision: z.string(), what: wordsSchema })),
    notes: z.array(wordsSchema),
    createdAt: z.string(),
    createdBy: personRef,
  })
  .meta({ id: 'ContractTemplateVersion' });

export const templatesView: z.ZodType<view.TemplatesView> = z
  .object({ kind: templateKind, version: z.int(), current: templateVersionView.nullable(), versions: z.array(templateVersionView) })
  .meta({ id: 'ContractTemplates' });

const pieceChange = z.enum(['same', 'added', 'removed']);
export const comparisonView: z.ZodType<view.ComparisonView> = z
  .object({
    before: z.string(),
    after: z.string(),
    paragraphs: z.array(
      z.object({
        change: z.enum(['same', 'added', 'removed', 'changed']),
        pieces: z.array(z.object({ change: pieceChange, text: z.string() })),
      }),
    ),
  })
  .meta({ id: 'TextComparison' });

const nullableDay = z.string().nullable();
export const contractDutyRow: z.ZodType<view.ContractDutyRow> = z
  .object({
    caseId: z.string(),
    caseNumber: z.string(),
    programmeId: z.string(),
    programmeTitle: z.string(),
    applicantName: z.string(),
    amount: z.int(),
    contractNumber: z.string().nullable(),
    signedOn: nullableDay,
    publishBy: nullableDay,
    publishedOn: nullableDay,
    publishedUntil: nullableDay,
    duty: z.enum(['none', 'due', 'overdue', 'published', 'publishedLate', 'ended']),
  })
  .meta({ id: 'ContractDuty' });

export const publishedContractRow: z.ZodType<view.PublishedContractRow> = z
  .object({
    caseId: z.string(),
    contractNumber: z.string().nullable(),
    programmeTitle: z.string(),
    applicantName: z.string(),
    ico: z.string().nullable(),
    municipality: z.string(),
    projectTitle: z.string(),
    amount: z.int(),
    signedOn: nullableDay,
    publishedOn: z.string(),
    publishedUntil: z.string(),
    documents: z.array(z.object({ id: z.string(), title: z.string(), size: z.int() })),
  })
  .meta({ id: 'PublishedContract' });
