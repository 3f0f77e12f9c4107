/** What the api answers of funds, areas and calls, as zod schemas. */
import { z } from 'zod';
import type { AreaView, CallView, FundView } from '../../processes/programmeViews';

const haler = z.int();

export const callView: z.ZodType<CallView> = z.object({
  id: z.string(),
  ordinal: z.int(),
  title: z.string(),
  intakeOpensAt: z.string(),
  intakeClosesAt: z.string(),
  decisionDays: z.int(),
  settlementDueOn: z.string(),
  amount: haler.nullable(),
  publishedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  open: z.boolean(),
  version: z.int(),
  applications: z.int().optional(),
});

export const areaView: z.ZodType<AreaView> = z.object({
  id: z.string(),
  fundId: z.string(),
  fundName: z.string(),
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  position: z.int(),
  programmes: z.int(),
  version: z.int(),
});

export const fundView: z.ZodType<FundView> = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  yearBudget: haler.nullable(),
  active: z.boolean(),
  position: z.int(),
  areas: z.array(areaView),
  version: z.int(),
});
