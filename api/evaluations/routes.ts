import { z } from 'zod';
import { allows } from '../../processes/policy';
import { csv, sendCsv } from '../lists';
import { says } from '../http/zodWords';
import { forbidden } from '../problems';
import { actorFor, record } from '../record';
import { route, type Route } from '../route';
import { id, idParams } from '../schemas';
import { assignMany, assignToCase } from './assignment';
import { showCaseEvaluation } from './caseEvaluation';
import { committeeProgrammes, showCommittee } from './committee';
import { keepCriteria, setEvaluationsNeeded, showCriteria } from './criteriaKeeper';
import { addByGroup } from './groupAssignment';
import { placed, rankingColumns, showRanking } from './ranking';
import { caseEvaluationView, committeeProgramme, committeeView, criteriaList, criteriaView, givenList, rankingView } from './schemas';

const evaluatorIds = z.array(id).max(30);

export const evaluationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/programmes/:id/criteria',
    summary: 'By what its applications are scored, in the last version',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    response: criteriaView,
    handler: (context) => showCriteria(context, context.params.id),
  }),
  route({
    method: 'put',
    path: '/api/programmes/:id/criteria',
    summary: 'Keep them as the next version, until the first application comes',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ criteria: criteriaList, reason: z.string().trim().min(3).max(1000).optional() }),
    response: criteriaView,
    handler: (context) => keepCriteria(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'put',
    path: '/api/programmes/:id/evaluations-needed',
    summary: 'How many evaluations of an application should count; If-Match names the version of the programme',
    auth: 'session',
    may: ['programmes', 'edit'],
    params: idParams,
    ifMatch: true,
    body: z.strictObject({ needed: z.int().min(1).max(30) }),
    response: criteriaView,
    handler: (context) => setEvaluationsNeeded(context, context.params.id, context.body.needed, context.version),
  }),
  route({
    method: 'post',
    path: '/api/programmes/:id/evaluators',
    summary:
      'Give evaluators, or the members of a group, to many applications that are not in evaluation yet: all of them to each, or shared evenly',
    auth: 'session',
    may: ['evaluations', 'edit'],
    params: idParams,
    idempotent: 'optional',
    body: z
      .strictObject({
        caseIds: z.array(id).min(1).max(500),
        evaluatorIds: evaluatorIds.min(1).optional(),
        groupId: id.optional(),
        each: z.int().min(1).max(30).optional(),
      })
      .refine((body) => (body.evaluatorIds === undefined) !== (body.groupId === undefined), {
        path: ['evaluatorIds'],
        ...says('Vyberte buď hodnotitele, nebo skupinu.', 'Choose either evaluators or a group.'),
      }),
    response: givenList,
    handler: (context) => assignMany(context, context.params.id, context.body),
  }),
  route({
    method: 'get',
    path: '/api/programmes/:id/ranking',
    summary: 'Its applications in the order of the ranking, with amounts',
    auth: 'session',
    may: ['evaluations', 'list'],
    params: idParams,
    query: z.strictObject({ format: z.enum(['json', 'csv']).optional() }),
    response: rankingView,
    handler: async (context) => {
      const { params, query, person } = context;
      if (query.format !== 'csv') return showRanking(context, params.id);
      if (!allows(person.roles, 'evaluations', 'export')) throw forbidden();
      const { rows } = await showRanking(context, params.id);
      await context.inTenant(() =>
        record(context, {
          type: 'exported',
          what: { list: 'ranking', rows: rows.length, filter: { programmeId: params.id } },
          actor: actorFor(person, ['evaluations', 'export']),
        }),
      );
      return sendCsv(context.response, 'ranking', csv(rankingColumns, placed(rows), context.language));
    },
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/evaluation',
    summary: 'How far the evaluation of a case is, what it came to, and who may still be asked',
    auth: 'session',
    may: ['evaluations', 'show'],
    params: idParams,
    response: caseEvaluationView,
    handler: (context) => showCaseEvaluation(context, context.params.id),
  }),
  route({
    method: 'put',
    path: '/api/cases/:id/evaluators',
    summary: 'Set who evaluates the case; an empty list leaves it to the evaluators of the programme',
    auth: 'session',
    may: ['evaluations', 'edit'],
    params: idParams,
    body: z.strictObject({ evaluatorIds }),
    response: caseEvaluationView,
    handler: async (context) => {
      await assignToCase(context, context.params.id, context.body.evaluatorIds);
      return showCaseEvaluation(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/evaluators/by-group',
    summary: 'Add today’s members of a group to who evaluates the case; without one, of all groups that are for it',
    auth: 'session',
    may: ['evaluations', 'edit'],
    params: idParams,
    body: z.strictObject({ groupId: id.optional() }),
    response: caseEvaluationView,
    handler: async (context) => {
      await addByGroup(context, context.params.id, context.body.groupId);
      return showCaseEvaluation(context, context.params.id);
    },
  }),
  route({
    method: 'get',
    path: '/api/committee',
    summary: 'Programmes in which the person evaluates, with how much is to be done',
    auth: 'session',
    may: ['evaluations', 'act'],
    response: z.array(committeeProgramme),
    handler: (context) => committeeProgrammes(context),
  }),
  route({
    method: 'get',
    path: '/api/committee/:id',
    summary: 'All that the person evaluates in one programme, with what was typed',
    auth: 'session',
    may: ['evaluations', 'act'],
    params: idParams,
    response: committeeView,
    handler: (context) => showCommittee(context, context.params.id),
  }),
];
