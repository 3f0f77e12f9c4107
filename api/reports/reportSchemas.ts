import { z } from 'zod';
import { figureIds, type Budget, type Comparison, type ProgrammeReport } from '../../processes/reportViews';
import { wordsSchema } from '../viewSchemas';

const figure = z.object({ count: z.int(), amount: z.int() });
const figures = z.record(z.enum(figureIds), figure);
const programme = z.object({
  id: z.string(),
  title: z.string(),
  fund: z.string().nullable(),
  area: z.string(),
  totalAmount: z.int(),
  figures,
});
const month = z.object({ month: z.string(), granted: z.int(), paid: z.int() });

export const comparisonView: z.ZodType<Comparison> = z.object({
  programmes: z.array(programme),
  years: z.array(z.object({ year: z.int(), figures })),
  total: figures,
});

export const programmeReportView: z.ZodType<ProgrammeReport> = programme.extend({
  statuses: z.array(z.object({ status: z.string(), title: wordsSchema, final: z.boolean(), count: z.int() })),
  phases: z.array(z.object({ id: z.string(), title: wordsSchema, count: z.int(), median: z.number(), ninetieth: z.number() })),
  months: z.array(month),
});

export const budgetView: z.ZodType<Budget> = z.object({
  funds: z.array(z.object({ name: z.string().nullable(), yearBudget: z.int().nullable(), programmes: z.array(programme) })),
  months: z.array(month),
});
