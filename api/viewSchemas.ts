/** The views of processes/views.ts as zod schemas: what the OpenAPI document says of answers, and what tests hold them to. */
import { z } from 'zod';
import type * as view from '../processes/views';
import { identityRights } from '../processes/identities/identity';
import { colourNames, type ColourName } from '../processes/officersSection/palette';
import { roleNames, type Role } from '../processes/roles';
import { formItem } from './forms/itemSchemas';
import { callView } from './programmes/programmeSchemas';

export const wordsSchema = z.object({ cs: z.string(), en: z.string() });
const moment = z.string();
const nullableMoment = moment.nullable();
const haler = z.int();
const person = z.object({ id: z.string(), name: z.string() }) satisfies z.ZodType<view.PersonRef>;
const role = z.enum(roleNames as [Role, ...Role[]]);
const smallValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));
const form = z.object({ schema: z.record(z.string(), z.unknown()), ui: z.record(z.string(), z.unknown()).optional() });
const limit = z.object({ days: z.number(), unit: z.enum(['working', 'calendar']) });

const clockReading = z.object({
  day: z.number(),
  of: z.number(),
  unit: z.enum(['working', 'calendar']),
  onStartDay: z.boolean(),
  stopped: z.boolean(),
  stoppedDays: z.number(),
  dueAt: nullableMoment,
  overdue: z.boolean(),
  daysLeft: z.number().nullable(),
});
const clock = z.object({
  startedAt: moment,
  limit,
  provision: z.string(),
  stops: z.array(z.object({ from: moment, to: nullableMoment, reason: z.string(), provision: z.string() })),
  moves: z.array(z.object({ at: moment, until: z.string(), reason: z.string() })),
  endedAt: nullableMoment,
});

const waitsFor = z.object({
  sentence: wordsSchema,
  who: z.array(z.string()),
  since: nullableMoment,
  until: nullableMoment,
  provision: z.string().nullable(),
  ifLate: wordsSchema.nullable(),
});

const taskRow = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  applicantName: z.string(),
  processId: z.string(),
  step: z.string(),
  title: wordsSchema,
  role,
  assignee: person.nullable(),
  claimedBy: person.nullable(),
  followUpOn: z.string().nullable(),
  openedAt: moment,
  dueAt: nullableMoment,
  overdue: z.boolean(),
  clockStopped: z.boolean(),
  optional: z.boolean(),
  state: z.enum(['open', 'done', 'cancelled']),
}) satisfies z.ZodType<view.TaskRow>;

const taskView = taskRow.extend({
  instruction: wordsSchema,
  provision: z.string().nullable(),
  form: form.nullable(),
  outcomes: z.array(
    z.object({
      id: z.string(),
      title: wordsSchema,
      next: wordsSchema,
      tone: z.enum(['positive', 'neutral', 'negative']),
      requires: z.array(z.string()),
    }),
  ),
  params: smallValues,
  clock: clockReading.nullable(),
  mayAct: z.boolean(),
  mayKeep: z.boolean(),
  mayClaim: z.boolean(),
  whyNot: wordsSchema.nullable(),
  inOwnName: z.boolean(),
  actFor: z.array(person),
  draft: z.unknown(),
  draftVersion: z.number(),
  initial: z.unknown(),
  startsBy: z.object({ field: z.string(), starts: z.record(z.string(), z.record(z.string(), z.unknown())) }).nullable(),
  outcome: z.string().nullable(),
  doneBy: person.nullable(),
  closedAt: nullableMoment,
}) satisfies z.ZodType<view.TaskView>;

const caseRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  processId: z.string(),
  applicantId: z.string(),
  applicantName: z.string(),
  identityId: z.string().nullable(),
  subjectId: z.string().nullable(),
  subjectTitle: z.string().nullable(),
  status: z.string(),
  statusTitle: wordsSchema,
  tone: z.enum(['waiting', 'working', 'good', 'bad', 'neutral']),
  result: z.string().nullable(),
  suspended: z.boolean(),
  openedAt: moment,
  changedAt: moment,
  closedAt: nullableMoment,
  clockDueAt: nullableMoment,
  waitsFor: waitsFor.nullable(),
  ownNumber: z.string().nullable().optional(),
  labels: z
    .array(z.object({ id: z.string(), name: z.string(), colour: z.enum(colourNames as readonly [ColourName, ...ColourName[]]) }))
    .readonly()
    .optional(),
}) satisfies z.ZodType<view.CaseRow>;

const processMapView = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      title: wordsSchema,
      role: role.nullable(),
      kind: z.enum(['start', 'step', 'wait', 'close']),
      visited: z.number(),
      open: z.number(),
      doneAt: nullableMoment,
    }),
  ),
  ways: z.array(z.object({ from: z.string(), to: z.string(), title: wordsSchema.nullable(), taken: z.number() })),
}) satisfies z.ZodType<view.ProcessMap>;

const caseView = caseRow.extend({
  values: smallValues,
  clock: z.object({ title: wordsSchema, provision: z.string(), raw: clock, reading: clockReading }).nullable(),
  openTasks: z.array(taskRow),
  submissions: z.array(
    z.object({
      id: z.string(),
      step: z.string(),
      stepTitle: wordsSchema,
      outcome: wordsSchema.nullable(),
      by: person,
      at: moment,
      data: z.unknown(),
      form: form.nullable(),
    }),
  ),
  people: z.array(z.object({ role, person, did: z.array(wordsSchema) })),
  may: z.object({
    withdraw: z.boolean(),
    suspend: z.boolean(),
    resume: z.boolean(),
    moveDeadline: z.boolean(),
    comment: z.boolean(),
    upload: z.boolean(),
  }),
  map: processMapView,
}) satisfies z.ZodType<view.CaseView>;

const eventView = z.object({
  chainId: z.string(),
  seq: z.number(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  type: z.string() as unknown as z.ZodType<view.EventView['type']>,
  title: wordsSchema,
  at: moment,
  actor: person.nullable(),
  role: role.nullable(),
  onBehalfOf: person.nullable(),
  sentence: wordsSchema,
  what: z.unknown(),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
}) satisfies z.ZodType<view.EventView>;

const documentView = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string().nullable(),
  state: z.enum(['queued', 'ready']),
  signature: z.enum(['pdf', 'detached', 'container']).nullable(),
  createdAt: moment,
  createdBy: person.nullable(),
}) satisfies z.ZodType<view.DocumentView>;

const letterView = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  to: z.union([
    z.object({ kind: z.literal('applicant') }),
    z.object({ kind: z.literal('role'), role }),
    z.object({ kind: z.literal('person'), id: z.string() }),
  ]),
  toAddresses: z.array(z.string()),
  subject: z.string().nullable(),
  body: z.string().nullable(),
  state: z.enum(['queued', 'sent', 'kept']),
  queuedAt: moment,
  sentAt: nullableMoment,
}) satisfies z.ZodType<view.LetterView>;

const commentView = z.object({
  id: z.string(),
  author: person,
  text: z.string(),
  createdAt: moment,
}) satisfies z.ZodType<view.CommentView>;

const incidentView = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string().nullable(),
  key: z.string(),
  what: z.string(),
  error: z.string(),
  state: z.enum(['open', 'retrying', 'resolved']),
  openedAt: moment,
  lastAt: moment,
}) satisfies z.ZodType<view.IncidentView>;

const programmeView = z.object({
  id: z.string(),
  title: z.string(),
  area: z.string(),
  areaId: z.string().nullable(),
  fund: z.object({ id: z.string(), name: z.string() }).nullable(),
  purpose: z.string(),
  reasons: z.string(),
  totalAmount: haler,
  maxAmount: haler,
  eligible: z.string(),
  criteria: z.string(),
  conditions: z.string(),
  attachments: z.string(),
  deMinimis: z.boolean(),
  asksPastSupport: z.boolean(),
  callId: z.string(),
  intakeOpensAt: moment,
  intakeClosesAt: moment,
  decisionDays: z.int(),
  settlementDueOn: z.string(),
  calls: z.array(callView),
  evaluatorIds: z.array(z.string()),
  evaluatorsByGroups: z.boolean(),
  state: z.enum(['draft', 'published', 'closed']),
  publishedAt: nullableMoment,
  open: z.boolean(),
  version: z.int(),
  counts: z.object({ applications: z.int(), requested: haler, awarded: haler, paid: haler }).optional(),
}) satisfies z.ZodType<view.ProgrammeView>;

const draftRow = z.object({
  id: z.string(),
  identityId: z.string().nullable(),
  identityName: z.string().nullable(),
  asksPastSupport: z.boolean(),
  may: z.enum(identityRights),
  processId: z.string(),
  subjectId: z.string().nullable(),
  subjectTitle: z.string().nullable(),
  callId: z.string().nullable(),
  formVersion: z.int(),
  data: z.record(z.string(), z.unknown()),
  submittedAt: nullableMoment,
  updatedAt: moment,
  version: z.int(),
  intakeClosesAt: nullableMoment,
}) satisfies z.ZodType<view.DraftRow>;

const draftView = draftRow.extend({ form }) satisfies z.ZodType<view.DraftView>;

const applicationFormView = z.object({
  version: z.int(),
  items: z.array(formItem),
  form,
  usedBy: z.int(),
}) satisfies z.ZodType<view.ApplicationFormView>;

const taskDraftView = z.object({ version: z.number(), updatedAt: moment }) satisfies z.ZodType<view.TaskDraftView>;

const applicantView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  cases: z.int(),
  awarded: haler,
}) satisfies z.ZodType<view.ApplicantView>;

const registerRow = z.object({
  caseId: z.string(),
  programmeId: z.string(),
  programmeTitle: z.string(),
  fund: z.string().nullable(),
  area: z.string(),
  applicantKind: z.enum(['natural', 'legal']),
  applicantName: z.string(),
  ico: z.string().nullable(),
  municipality: z.string(),
  projectTitle: z.string(),
  year: z.int(),
  awarded: haler,
  paid: haler.nullable(),
  accepted: haler.nullable(),
  returned: haler.nullable(),
  state: z.enum(['awarded', 'settled', 'ended']),
  decidedOn: z.string().nullable(),
  resolutionNumber: z.string().nullable(),
  settlementsUrl: z.string().nullable(),
}) satisfies z.ZodType<view.RegisterRow>;

/** Typed as the views are (readonly), so that presenters' results fit as they are. */
export const schemas: { readonly [Name in keyof Views]: z.ZodType<Views[Name]> } = {
  taskRow,
  taskView,
  caseRow,
  processMapView,
  caseView,
  eventView,
  documentView,
  letterView,
  commentView,
  incidentView,
  programmeView,
  draftRow,
  draftView,
  applicationFormView,
  taskDraftView,
  applicantView,
  registerRow,
};

interface Views {
  readonly taskRow: view.TaskRow;
  readonly taskView: view.TaskView;
  readonly caseRow: view.CaseRow;
  readonly processMapView: view.ProcessMap;
  readonly caseView: view.CaseView;
  readonly eventView: view.EventView;
  readonly documentView: view.DocumentView;
  readonly letterView: view.LetterView;
  readonly commentView: view.CommentView;
  readonly incidentView: view.IncidentView;
  readonly programmeView: view.ProgrammeView;
  readonly draftRow: view.DraftRow;
  readonly draftView: view.DraftView;
  readonly applicationFormView: view.ApplicationFormView;
  readonly taskDraftView: view.TaskDraftView;
  readonly applicantView: view.ApplicantView;
  readonly registerRow: view.RegisterRow;
}
