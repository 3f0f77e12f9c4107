import { z } from 'zod';
import type { LabelView } from '../../processes/officersSection/views';
import { palette } from '../../processes/officersSection/palette';
import { words } from '../../processes/words';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { changeLabel, createLabel, findLabel, findLabels, labelChanges, labelFields } from './labels';
import { changeNote, notesOf, writeNote } from './notes';
import { otherApplications } from './otherApplications';
import { sectionSchemas } from './schemas';
import { changeSection, sectionChanges, showSection } from './section';

const text = z.string().trim().min(1).max(10_000);

const columns: readonly Column<LabelView>[] = [
  { title: words('Štítek', 'Label'), value: (row) => row.name },
  { title: words('Barva', 'Colour'), value: (row, language) => palette[row.colour].title[language] },
  { title: words('Spisů', 'Cases'), value: (row) => row.cases },
];

const sectionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:id/section',
    summary: 'The office’s own number and labels of a case',
    auth: 'session',
    may: ['officersSection', 'show'],
    params: idParams,
    response: sectionSchemas.caseSectionView,
    handler: (context) => showSection(context, context.params.id),
  }),
  route({
    method: 'patch',
    path: '/api/cases/:id/section',
    summary: 'Change the own number or the labels of a case; version 0 where nobody has filled anything in',
    auth: 'session',
    may: ['officersSection', 'edit'],
    params: idParams,
    ifMatch: true,
    body: sectionChanges,
    response: sectionSchemas.caseSectionView,
    handler: (context) => changeSection(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/notes',
    summary: 'Notes of the officers on a case, which neither the applicant nor evaluators read',
    auth: 'session',
    may: ['officersSection', 'list'],
    params: idParams,
    response: z.array(sectionSchemas.noteView),
    handler: (context) => notesOf(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/notes',
    summary: 'Write a note',
    auth: 'session',
    may: ['officersSection', 'create'],
    params: idParams,
    idempotent: 'optional',
    body: z.strictObject({ text }),
    status: 201,
    response: sectionSchemas.noteView,
    handler: (context) => writeNote(context, context.params.id, context.body.text),
  }),
  route({
    method: 'patch',
    path: '/api/cases/:id/notes/:noteId',
    summary: 'Change one’s own note; what it said before is kept',
    auth: 'session',
    may: ['officersSection', 'edit'],
    params: idParams.extend({ noteId: z.uuid() }),
    ifMatch: true,
    body: z.strictObject({ text }),
    response: sectionSchemas.noteView,
    handler: (context) => changeNote(context, context.params.id, context.params.noteId, context.body.text, context.version),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/other-applications',
    summary: 'Other applications of the same applicant, and what was awarded by year against the council’s limit',
    auth: 'session',
    may: ['officersSection', 'list'],
    params: idParams,
    response: sectionSchemas.otherApplicationsView,
    handler: (context) => otherApplications(context, context.params.id),
  }),
];

const ORDER = { name: 'l.name_key', cases: 'cases' } as const;

const labelRoutes: readonly Route[] = [
  list({
    name: 'labels',
    path: '/api/labels',
    summary: 'Labels of the office',
    may: ['labels', 'list'],
    sortable: ['name', 'cases'],
    defaultSort: ['name', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText, retired: z.boolean().optional() }),
    row: sectionSchemas.labelView,
    columns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('l.id = any(?::uuid[])', filter.id).addIf('l.retired = ?', filter.retired);
        if (filter.q !== undefined && filter.q !== '') where.add('fold(l.name) like ?', anywhere(filter.q));
        const rows = await findLabels(where, `${ORDER[sort.field]} ${sort.direction}`, limit, offset);
        const [count] = await selectWhere<{ total: number }>(`select count(*) as total from labels l where ${where.toString()}`, where);
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'post',
    path: '/api/labels',
    summary: 'Make a label',
    auth: 'session',
    may: ['labels', 'create'],
    idempotent: 'optional',
    body: labelFields,
    status: 201,
    response: sectionSchemas.labelView,
    handler: (context) => createLabel(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/labels/:id',
    summary: 'One label',
    auth: 'session',
    may: ['labels', 'show'],
    params: idParams,
    response: sectionSchemas.labelView,
    handler: ({ params, inTenant }) => inTenant(() => findLabel(params.id)),
  }),
  route({
    method: 'patch',
    path: '/api/labels/:id',
    summary: 'Change, retire or offer again a label',
    auth: 'session',
    may: ['labels', 'edit'],
    params: idParams,
    ifMatch: true,
    body: labelChanges,
    response: sectionSchemas.labelView,
    handler: (context) => changeLabel(context, context.params.id, context.body, context.version),
  }),
];

export const officersSectionRoutes: readonly Route[] = [...sectionRoutes, ...labelRoutes];
