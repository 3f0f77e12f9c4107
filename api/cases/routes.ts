import { z } from 'zod';
import type { CaseRow, CaseView } from '../../processes/views';
import { words } from '../../processes/words';
import { documentsOfCase, documentView, readsDocument } from '../documents/documentPresenter';
import { applicantEventViews, EVENT_COLUMNS, EVENT_TABLES, eventViewsFor, type EventRecord } from '../events/eventPresenter';
import { caseNumberOf, verification, verifyTrail } from '../events/routes';
import { LETTER_COLUMNS, LETTER_TABLES, letterView, type LetterRecord } from '../letters/letterPresenter';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { day, idParams } from '../schemas';
import { select } from '../sql';
import { schemas } from '../viewSchemas';
import type { Asking } from '../context';
import { moveDeadline, resumeCase, suspendCase, withdrawCase } from './caseActs';
import { caseView } from './casePresenter';
import { caseFilter, caseSorts, findCases } from './caseQuery';
import { commentsOf, writeComment } from './comments';
import { readableCase } from './reading';

const reason = z.string().trim().min(3).max(1000);

function show({ person, inTenant }: Asking, id: string): Promise<CaseView> {
  return inTenant(async () => caseView(person, await readableCase(person, id)));
}

const columns: readonly Column<CaseRow>[] = [
  { title: words('Číslo', 'Number'), value: (row) => row.number },
  { title: words('Vlastní číslo', 'Own number'), value: (row) => row.ownNumber ?? null },
  { title: words('Název', 'Title'), value: (row) => row.title },
  { title: words('Žadatel', 'Applicant'), value: (row) => row.applicantName },
  { title: words('Program', 'Programme'), value: (row) => row.subjectTitle },
  { title: words('Stav', 'Status'), value: (row, language) => row.statusTitle[language] },
  { title: words('Podáno', 'Submitted'), value: (row) => row.openedAt },
  { title: words('Změněno', 'Changed'), value: (row) => row.changedAt },
  { title: words('Uzavřeno', 'Closed'), value: (row) => row.closedAt },
  { title: words('Lhůta do', 'Period until'), value: (row) => row.clockDueAt },
  { title: words('Štítky', 'Labels'), value: (row) => (row.labels ?? []).map(({ name }) => name).join(', ') || null },
  { title: words('Proč stojí', 'Why it waits'), value: (row, language) => row.waitsFor?.sentence[language] ?? null },
];

export const caseRoutes: readonly Route[] = [
  list({
    name: 'cases',
    path: '/api/cases',
    summary: 'Cases that the person reads',
    may: ['cases', 'list'],
    sortable: caseSorts,
    defaultSort: ['changedAt', 'DESC'],
    filter: caseFilter,
    row: schemas.caseRow,
    columns,
    find: (page, { person, inTenant }) => inTenant(() => findCases(person, page)),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id',
    summary: 'A case: where it stands and why, its clock, tasks, what was filled in, its way on the map',
    auth: 'session',
    may: ['cases', 'show'],
    params: idParams,
    response: schemas.caseView,
    handler: (context) => show(context, context.params.id),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/events',
    summary: 'The history of a case, as the person may read it',
    auth: 'session',
    may: ['events', 'list'],
    params: idParams,
    response: z.array(schemas.eventView),
    handler: ({ person, params, inTenant }) =>
      inTenant(async () => {
        const { record, reading } = await readableCase(person, params.id);
        if (reading === 'part') return [];
        const events = await select<EventRecord>(`select ${EVENT_COLUMNS} from ${EVENT_TABLES} where e.chain_id = $1 order by e.seq`, [
          record.id,
        ]);
        return reading === 'own' ? applicantEventViews(events, record) : eventViewsFor(person, events);
      }),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/documents',
    summary: 'Documents of a case that the person may read',
    auth: 'session',
    may: ['documents', 'list'],
    params: idParams,
    response: z.array(schemas.documentView),
    handler: ({ person, params, inTenant }) =>
      inTenant(async () => {
        const readable = await readableCase(person, params.id);
        const documents = await documentsOfCase(params.id);
        return documents
          .filter((document) => readsDocument(person, readable, document))
          .map((document) => documentView(document, readable.reading === 'own'));
      }),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/letters',
    summary: 'Letters of a case; an applicant sees those sent to them',
    auth: 'session',
    may: ['letters', 'list'],
    params: idParams,
    response: z.array(schemas.letterView),
    handler: ({ person, params, inTenant }) =>
      inTenant(async () => {
        const { reading } = await readableCase(person, params.id);
        const letters = await select<LetterRecord>(
          `select ${LETTER_COLUMNS} from ${LETTER_TABLES} where l.case_id = $1 order by l.queued_at, l.id`,
          [params.id],
        );
        return letters
          .filter(({ recipient }) => reading === 'whole' || (reading === 'own' && recipient.kind === 'applicant'))
          .map(letterView);
      }),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/comments',
    summary: 'Comments of the officials on a case',
    auth: 'session',
    may: ['comments', 'list'],
    params: idParams,
    response: z.array(schemas.commentView),
    handler: (context) => commentsOf(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/comments',
    summary: 'Write a comment on a case',
    auth: 'session',
    may: ['comments', 'create'],
    params: idParams,
    body: z.strictObject({ text: z.string().trim().min(1).max(10_000) }),
    status: 201,
    response: schemas.commentView,
    handler: (context) => writeComment(context, context.params.id, context.body.text),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/verify',
    summary: 'Verify the audit trail of one case',
    auth: 'session',
    may: ['events', 'list'],
    params: idParams,
    response: verification,
    handler: async ({ person, tenantId, params, inTenant }) => {
      await inTenant(() => readableCase(person, params.id));
      return verifyTrail(tenantId, params.id, (chainId) => inTenant(() => caseNumberOf(chainId)));
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/withdraw',
    summary: 'Take the application back',
    auth: 'session',
    may: ['cases', 'act'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({ reason }),
    response: schemas.caseView,
    handler: async (context) => {
      await withdrawCase(context, context.params.id, context.body.reason);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/suspend',
    summary: 'Suspend the case: its clocks stand still',
    auth: 'session',
    may: ['cases', 'suspend'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({ reason }),
    response: schemas.caseView,
    handler: async (context) => {
      await suspendCase(context, context.params.id, context.body.reason);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/resume',
    summary: 'Let a suspended case go on',
    auth: 'session',
    may: ['cases', 'suspend'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({}).optional(),
    response: schemas.caseView,
    handler: async (context) => {
      await resumeCase(context, context.params.id);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/move-deadline',
    summary: 'Move the due day of a task, or of the legal clock of the case',
    auth: 'session',
    may: ['cases', 'suspend'],
    params: idParams,
    idempotent: true,
    body: z.strictObject({ taskId: z.string().max(200).nullable(), until: day, reason }),
    response: schemas.caseView,
    handler: async (context) => {
      await moveDeadline(context, context.params.id, context.body);
      return show(context, context.params.id);
    },
  }),
];
