import { z } from 'zod';
import { formatRate } from '../../processes/grant/deMinimis';
import type { SupportView } from '../../processes/officersSection/views';
import { words } from '../../processes/words';
import { csvMoney, list, type Column } from '../lists';
import { addOfficersCases, officersCase } from '../officersSection/access';
import { sectionSchemas } from '../officersSection/schemas';
import { route, type Route } from '../route';
import { day, ico, idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { today } from '../today';
import { position } from './position';
import { linkUndertaking, recordSupport, supportFields, unlinkUndertaking, voidSupport } from './recorder';
import { SUPPORT_COLUMNS, SUPPORT_TABLES, supportView, type SupportRecord } from './supports';

const reason = z.string().trim().min(3).max(1000);

/** A support of this office, with what the central register wants to know besides. */
interface OwnSupport extends SupportView {
  readonly programmeTitle: string;
  readonly projectTitle: string;
  readonly municipality: string;
}
const ownSupport = sectionSchemas.supportView.extend({ programmeTitle: z.string(), projectTitle: z.string(), municipality: z.string() });

/** What a provider reports to the central register of support de minimis (vyhláška č. 298/2020 Sb.), to be typed or taken over there. */
const columns: readonly Column<OwnSupport>[] = [
  { title: words('IČO příjemce', 'Recipient’s number'), value: (row) => row.ico },
  { title: words('Příjemce', 'Recipient'), value: (row) => row.name },
  { title: words('Datum narození', 'Birth date'), value: (row) => row.bornOn },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  { title: words('Datum poskytnutí', 'Granted on'), value: (row) => row.grantedOn },
  { title: words('Částka (Kč)', 'Amount (CZK)'), value: (row) => csvMoney(row.amount) },
  { title: words('Částka (EUR)', 'Amount (EUR)'), value: (row) => csvMoney(row.cents) },
  { title: words('Kurz (Kč/EUR)', 'Rate (CZK/EUR)'), value: (row) => (row.rate === null ? null : formatRate(row.rate)) },
  { title: words('Zdroj kurzu', 'Source of the rate'), value: (row) => (row.rateSource === 'ecb' ? 'ECB' : 'ČNB') },
  { title: words('Právní předpis', 'Regulation'), value: () => '2023/2831' },
  { title: words('Forma podpory', 'Form'), value: (_row, language) => (language === 'cs' ? 'dotace' : 'grant') },
  { title: words('Účel', 'Purpose'), value: (row) => row.projectTitle },
  { title: words('Program', 'Programme'), value: (row) => row.programmeTitle },
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Zapsal', 'Recorded by'), value: (row) => row.recordedBy.name },
  { title: words('Zapsáno', 'Recorded at'), value: (row) => row.recordedAt },
  { title: words('Zrušeno', 'Voided'), value: (row) => row.voided?.at ?? null },
  { title: words('Důvod zrušení', 'Why voided'), value: (row) => row.voided?.reason ?? null },
];

const ORDER = { grantedOn: 'r.granted_on', recordedAt: 'r.recorded_at', name: 'r.name', cents: 'r.cents' } as const;
const TABLES = `${SUPPORT_TABLES} join grants g on g.case_id = r.case_id join programmes p on p.id = g.programme_id`;
const COLUMNS = `${SUPPORT_COLUMNS}, p.title as "programmeTitle", g.project_title as "projectTitle", g.municipality`;

type OwnRecord = SupportRecord & Pick<OwnSupport, 'programmeTitle' | 'projectTitle' | 'municipality'>;

function own({ programmeTitle, projectTitle, municipality, ...support }: OwnRecord): OwnSupport {
  return { ...supportView(support), programmeTitle, projectTitle, municipality };
}

export const deMinimisRoutes: readonly Route[] = [
  list({
    name: 'de-minimis',
    path: '/api/de-minimis',
    summary: 'Support de minimis that this office granted, as it reports it to the central register',
    may: ['deMinimis', 'list'],
    sortable: ['grantedOn', 'recordedAt', 'name', 'cents'],
    defaultSort: ['grantedOn', 'DESC'],
    filter: z.strictObject({
      id: ids,
      q: searchText,
      from: day.optional(),
      until: day.optional(),
      subjectId: z.uuid().optional(),
      voided: z.boolean().optional(),
    }),
    row: ownSupport,
    columns,
    find: ({ sort, offset, limit, filter }, { person, inTenant }) =>
      inTenant(async () => {
        const where = addOfficersCases(new Where().add(`r.provider = ''`), person);
        where.addIf('r.id = any(?::uuid[])', filter.id).addIf('r.granted_on >= ?', filter.from).addIf('r.granted_on <= ?', filter.until);
        where.addIf('c.subject_id = ?', filter.subjectId).addIf('(r.voided_at is not null) = ?', filter.voided);
        if (filter.q !== undefined && filter.q !== '')
          where.add('r.search like ? or c.search like ?', anywhere(filter.q), anywhere(filter.q));
        const rows = await selectWhere<OwnRecord>(
          `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by ${ORDER[sort.field]} ${sort.direction}, r.id limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(`select count(*) as total from ${TABLES} where ${where.toString()}`, where);
        return { rows: rows.map(own), total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/de-minimis',
    summary: 'How the applicant’s undertaking stands against the ceiling of support de minimis, today or on a day',
    auth: 'session',
    may: ['deMinimis', 'show'],
    params: idParams,
    query: z.strictObject({ on: day.optional() }),
    response: sectionSchemas.deMinimisView,
    handler: ({ person, params, query, inTenant }) =>
      inTenant(async () => {
        await officersCase(person, params.id);
        return position(params.id, query.on ?? today());
      }),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/de-minimis',
    summary: 'Record support de minimis, if it fits under the ceiling',
    auth: 'session',
    may: ['deMinimis', 'create'],
    params: idParams,
    idempotent: true,
    body: supportFields,
    status: 201,
    response: sectionSchemas.deMinimisView,
    handler: (context) => recordSupport(context, context.params.id, context.body),
  }),
  route({
    method: 'post',
    path: '/api/de-minimis/:id/void',
    summary: 'Void a record of support de minimis that was a mistake',
    auth: 'session',
    may: ['deMinimis', 'edit'],
    params: idParams,
    body: z.strictObject({ reason }),
    response: sectionSchemas.deMinimisView,
    handler: (context) => voidSupport(context, context.params.id, context.body.reason),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/undertaking-links',
    summary: 'Write that another enterprise is one undertaking with the applicant',
    auth: 'session',
    may: ['deMinimis', 'create'],
    params: idParams,
    body: z.strictObject({ ico, reason }),
    status: 201,
    response: sectionSchemas.deMinimisView,
    handler: (context) => linkUndertaking(context, context.params.id, context.body.ico, context.body.reason),
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/undertaking-links/:linkId/end',
    summary: 'They are one undertaking no more, or never were',
    auth: 'session',
    may: ['deMinimis', 'edit'],
    params: idParams.extend({ linkId: z.uuid() }),
    body: z.strictObject({ reason }),
    response: sectionSchemas.deMinimisView,
    handler: (context) => unlinkUndertaking(context, context.params.id, context.params.linkId, context.body.reason),
  }),
];
