/** The views of processes/publicSettlement/views.ts as zod schemas, and what is taken in. */
import { z } from 'zod';
import { textChoices } from '../../processes/publicSettlement/blackening';
import { personalKinds } from '../../processes/publicSettlement/personalData';
import type * as view from '../../processes/publicSettlement/views';
import { personRef } from '../schemas';
import { schemas } from '../viewSchemas';

const haler = z.int();
const nullable = z.string().nullable();
const sums = z.object({ amount: haler, fromGrant: haler, accepted: haler });
const choice = z.enum(textChoices);
/** From and to (not included), in UTF-16 units of the original. */
const span = z.tuple([z.int().min(0).max(20_000), z.int().min(1).max(20_000)]).readonly();

export const publicationView: z.ZodType<view.PublicationView> = z.object({
  id: z.string(),
  caseId: z.string(),
  ordinal: z.int(),
  state: z.enum(['draft', 'published', 'withdrawn']),
  items: z.array(sums).readonly(),
  texts: z
    .array(
      z.object({
        of: z.enum(['description', 'documentNumber', 'report']),
        row: z.int().nullable(),
        original: z.string(),
        choice,
        spans: z.array(span).readonly(),
        proposed: z.array(span).readonly(),
        published: nullable,
        left: z.array(z.enum(personalKinds)).readonly(),
      }),
    )
    .readonly(),
  documentId: nullable,
  publishedAt: nullable,
  publishedBy: personRef.nullable(),
  withdrawnAt: nullable,
  withdrawnBy: personRef.nullable(),
  withdrawReason: nullable,
  version: z.int(),
});

export const acceptedSettlementView: z.ZodType<view.AcceptedSettlementView> = z.object({
  id: z.string(),
  ordinal: z.int(),
  submittedOn: z.string(),
  acceptedOn: z.string(),
  sums,
  publication: publicationView.nullable(),
});

export const publicGrantView: z.ZodType<view.PublicGrant> = z.object({
  grant: schemas.registerRow,
  settlements: z
    .array(
      z.object({
        id: z.string(),
        ordinal: z.int(),
        submittedOn: z.string(),
        acceptedOn: z.string(),
        publishedOn: z.string(),
        items: z.array(sums.extend({ description: nullable, documentNumber: nullable })).readonly(),
        sums,
        own: haler,
        ownShare: z.int(),
        unspent: haler.nullable(),
        returned: haler.nullable(),
        report: nullable,
      }),
    )
    .readonly(),
});

/** The wording of every free text, in the order of the view. */
export const wordings = z.array(z.strictObject({ choice, spans: z.array(span).max(1_000) })).max(500);
