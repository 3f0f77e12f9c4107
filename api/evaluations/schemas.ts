/** Schemas of what is sent and answered about evaluations. */
import { z } from 'zod';
import { CRITERIA_LIMITS, CRITERION_ID, type Criterion } from '../../processes/grant/criteria';
import type * as view from '../../processes/grant/evaluationViews';
import { amount, id, line, personRef } from '../schemas';

export const criterion = z.strictObject({
  id: z.string().regex(CRITERION_ID),
  title: line(1, CRITERIA_LIMITS.title),
  help: z.string().trim().min(1).max(CRITERIA_LIMITS.help).optional(),
  maxPoints: z.int().min(1).max(CRITERIA_LIMITS.maxPoints),
  weight: z.int().min(1).max(CRITERIA_LIMITS.weight),
}) satisfies z.ZodType<Criterion>;

/** At least one: without any there is nothing to weigh. */
export const criteriaList = z.array(criterion).min(1).max(CRITERIA_LIMITS.criteria);

const words = z.object({ cs: z.string(), en: z.string() });
const moment = z.iso.datetime();
const points = z.number().min(0).max(100).nullable();
const data = z.record(z.string(), z.unknown());
const state = z.enum(['open', 'submitted', 'conflict', 'cancelled']);
const version = z.int().min(0);

const standing = {
  needed: z.int(),
  in: z.int(),
  open: z.int(),
  conflicts: z.int(),
  mean: points,
  spread: z.object({ min: z.number(), max: z.number(), deviation: z.number() }).nullable(),
};

export const criteriaView: z.ZodType<view.CriteriaView> = z
  .object({
    version,
    criteria: z.array(criterion),
    frozen: words.nullable(),
    needsReason: z.boolean(),
    needed: z.int(),
    programmeVersion: z.int(),
  })
  .meta({ id: 'Criteria' });

const oneEvaluation = z.object({
  taskId: z.string(),
  evaluator: personRef,
  state,
  dueAt: moment.nullable(),
  closedAt: moment.nullable(),
  points,
  recommendedAmount: amount.nullable(),
  scores: z.record(z.string(), z.int()).nullable(),
  comment: z.string().nullable(),
  internalComment: z.string().nullable(),
  conflictReason: z.string().nullable(),
});

const chosenEvaluator: z.ZodType<view.ChosenEvaluator> = z.object({ id, name: z.string(), group: z.string().nullable() });

export const caseEvaluationView: z.ZodType<view.CaseEvaluationView> = z
  .object({
    id,
    ...standing,
    criteria: z.array(criterion),
    evaluations: z.array(oneEvaluation),
    evaluators: z.array(chosenEvaluator),
    own: z.boolean(),
    byGroups: z.boolean(),
    nobodyAsked: z.boolean(),
    left: z.array(chosenEvaluator),
    mayAssign: z.boolean(),
  })
  .meta({ id: 'CaseEvaluation' });

export const committeeProgramme = z.object({
  id,
  title: z.string(),
  open: z.int(),
  done: z.int(),
}) satisfies z.ZodType<view.CommitteeProgramme>;

const committeeRow = z.object({
  id: z.string(),
  caseId: id,
  number: z.string(),
  title: z.string(),
  applicantName: z.string(),
  requested: amount,
  criteriaVersion: version,
  state,
  dueAt: moment.nullable(),
  standing: words.nullable(),
  data,
  version,
});

export const committeeView: z.ZodType<view.CommitteeView> = z
  .object({
    id,
    title: z.string(),
    maxAmount: amount,
    sets: z.array(z.object({ version, criteria: z.array(criterion) })),
    rows: z.array(committeeRow),
  })
  .meta({ id: 'Committee' });

const rankedApplication = z.object({
  id,
  number: z.string(),
  title: z.string(),
  applicantName: z.string(),
  statusTitle: words,
  tone: z.enum(['waiting', 'working', 'good', 'bad', 'neutral']),
  ...standing,
  firstCriterion: z.int().nullable(),
  submittedAt: moment,
  requested: amount,
  recommended: amount.nullable(),
  proposed: amount.nullable(),
  awarded: amount.nullable(),
  ended: z.boolean(),
  taskId: z.string().nullable(),
  data,
  version,
  mayAssign: z.boolean(),
});

export const rankingView: z.ZodType<view.RankingView> = z
  .object({ id, totalAmount: amount, maxAmount: amount, rows: z.array(rankedApplication) })
  .meta({ id: 'Ranking' });

const given = z.object({ caseId: id, number: z.string(), evaluatorIds: z.array(id) });

/** What each case was given. */
export const givenList: z.ZodType<readonly view.Given[]> = z.array(given);
