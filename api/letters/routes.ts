import { z } from 'zod';
import type { LetterView } from '../../processes/views';
import { words } from '../../processes/words';
import { addReadable, wholeProcesses } from '../cases/reading';
import { ownCases } from '../identities/ownership';
import { list, type Column } from '../lists';
import type { Route } from '../route';
import { ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { schemas } from '../viewSchemas';
import { LETTER_COLUMNS, LETTER_TABLES, letterView, type LetterRecord } from './letterPresenter';

const ORDER = { queuedAt: 'l.queued_at', sentAt: 'l.sent_at', caseNumber: 'c.number', state: 'l.state', subject: 'l.subject' } as const;

const columns: readonly Column<LetterView>[] = [
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Komu', 'To'), value: (row) => row.toAddresses.join(', ') },
  { title: words('Předmět', 'Subject'), value: (row) => row.subject },
  { title: words('Odesláno', 'Sent'), value: (row) => row.sentAt },
];

export const letterRoutes: readonly Route[] = [
  list({
    name: 'letters',
    path: '/api/letters',
    summary: 'Letters of the cases that the person reads; an applicant sees those sent to them',
    may: ['letters', 'list'],
    sortable: ['queuedAt', 'sentAt', 'caseNumber', 'state', 'subject'],
    defaultSort: ['queuedAt', 'DESC'],
    filter: z.strictObject({ id: ids, caseId: z.uuid().optional(), state: z.enum(['queued', 'sent', 'kept']).optional(), q: searchText }),
    row: schemas.letterView,
    columns,
    find: ({ sort, offset, limit, filter }, { person, inTenant }) =>
      inTenant(async () => {
        const where = addReadable(new Where(), person);
        const own = ownCases(person);
        where.add(
          `c.process_id = any(?::text[]) or (${own.condition} and l.recipient ->> 'kind' = 'applicant')`,
          wholeProcesses(person),
          ...own.values,
        );
        where.addIf('l.id = any(?::uuid[])', filter.id).addIf('l.case_id = ?', filter.caseId).addIf('l.state = ?', filter.state);
        if (filter.q !== undefined && filter.q !== '')
          where.add('l.search like ? or c.search like ?', anywhere(filter.q), anywhere(filter.q));
        const rows = await selectWhere<LetterRecord>(
          `select ${LETTER_COLUMNS} from ${LETTER_TABLES} where ${where.toString()}
           order by ${ORDER[sort.field]} ${sort.direction} nulls last, l.id limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from ${LETTER_TABLES} where ${where.toString()}`,
          where,
        );
        return { rows: rows.map(letterView), total: count?.total ?? 0 };
      }),
  }),
];
