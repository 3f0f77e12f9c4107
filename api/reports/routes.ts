import { z } from 'zod';
import { auditParts, type ProgrammeFigures } from '../../processes/reportViews';
import { words } from '../../processes/words';
import { csv, csvMoney, sendCsv, type Column } from '../lists';
import { actorFor, record } from '../record';
import { ANSWERED, route, type Route } from '../route';
import { id, idParams } from '../schemas';
import { exportForAudit } from './auditExport';
import { budget, comparison, programmeReport } from './programmes';
import { budgetView, comparisonView, programmeReportView } from './reportSchemas';

const filter = z.strictObject({ year: z.coerce.number().int().min(2000).max(2200).optional() });

const columns: readonly Column<ProgrammeFigures>[] = [
  { title: words('Fond', 'Fund'), value: (row) => row.fund },
  { title: words('Oblast', 'Area'), value: (row) => row.area },
  { title: words('Program', 'Programme'), value: (row) => row.title },
  { title: words('Celkem k rozdělení (Kč)', 'To be given (CZK)'), value: (row) => csvMoney(row.totalAmount) },
  { title: words('Žádostí', 'Applications'), value: (row) => row.figures.asked.count },
  { title: words('Požadováno (Kč)', 'Requested (CZK)'), value: (row) => csvMoney(row.figures.asked.amount) },
  { title: words('Poskytnuto dotací', 'Grants'), value: (row) => row.figures.granted.count },
  { title: words('Poskytnuto (Kč)', 'Granted (CZK)'), value: (row) => csvMoney(row.figures.granted.amount) },
  { title: words('Nevyhověno', 'Refused'), value: (row) => row.figures.refused.count },
  { title: words('Nerozhodnuto', 'Undecided'), value: (row) => row.figures.undecided.count },
  { title: words('Vyplaceno (Kč)', 'Paid (CZK)'), value: (row) => csvMoney(row.figures.paid.amount) },
  { title: words('Uznáno ve vyúčtování (Kč)', 'Recognised (CZK)'), value: (row) => csvMoney(row.figures.settled.amount) },
  { title: words('Vráceno (Kč)', 'Returned (CZK)'), value: (row) => csvMoney(row.figures.returned.amount) },
];

export const reportRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/reports/comparison',
    summary: 'Programmes beside one another, and years beside one another; amounts in haléř',
    auth: 'session',
    may: ['reports', 'list'],
    query: filter,
    response: comparisonView,
    handler: ({ query, inTenant }) => inTenant(() => comparison(query)),
  }),
  route({
    method: 'get',
    path: '/api/reports/comparison.csv',
    summary: 'Programmes beside one another as a file for Excel',
    auth: 'session',
    may: ['reports', 'export'],
    query: filter,
    produces: 'text/csv',
    handler: async (context) => {
      const { programmes } = await context.inTenant(async () => {
        const found = await comparison(context.query);
        const what = { list: 'reports', rows: found.programmes.length, filter: context.query };
        await record(context, { type: 'exported', what, actor: actorFor(context.person, ['reports', 'export']) });
        return found;
      });
      return sendCsv(context.response, 'programy-v-cislech', csv(columns, programmes, context.language));
    },
  }),
  route({
    method: 'get',
    path: '/api/reports/budget',
    summary: 'Funds and programmes against their budget, and what was granted and paid by month; amounts in haléř',
    auth: 'session',
    may: ['reports', 'list'],
    query: filter,
    response: budgetView,
    handler: ({ query, inTenant }) => inTenant(() => budget(query)),
  }),
  route({
    method: 'get',
    path: '/api/reports/programmes/:id',
    summary: 'A programme in numbers: sums, statuses, days in each phase, months',
    auth: 'session',
    may: ['reports', 'show'],
    params: idParams,
    response: programmeReportView,
    handler: ({ params, inTenant }) => inTenant(() => programmeReport(params.id)),
  }),
  route({
    method: 'get',
    path: '/api/reports/programmes/:id/audit/:part',
    summary: 'A file for internal audit: cases, decisions, contracts, payments, settlements, or who did each step when',
    auth: 'session',
    may: ['reports', 'export'],
    params: z.strictObject({ id, part: z.enum(auditParts) }),
    produces: 'text/csv',
    handler: async (context) => {
      await exportForAudit(context, context.params.id, context.params.part);
      return ANSWERED;
    },
  }),
];
