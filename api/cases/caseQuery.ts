import { z } from 'zod';
import type { CaseRow } from '../../processes/views';
import type { Person } from '../context';
import { ownCases } from '../identities/ownership';
import type { Page, Rows } from '../lists';
import { inSections } from '../officersSection/access';
import { sectionMarks } from '../officersSection/section';
import { addFigureConditions, figureFilter } from '../reports/figures';
import { ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { caseRow } from './casePresenter';
import { CASE_COLUMNS, CASE_TABLES, openIn, openOf, type CaseRecord } from './caseRecords';
import { addReadable, isApplicantOf, wholeProcesses } from './reading';

export const caseFilter = z.strictObject({
  id: ids,
  processId: z.string().max(40).optional(),
  status: z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]).optional(),
  result: z.string().max(40).optional(),
  open: z.boolean().optional(),
  subjectId: z.uuid().optional(),
  applicantId: z.uuid().optional(),
  identityId: z.uuid().optional(),
  /** Any of these labels. */
  labels: z.array(z.uuid()).max(50).optional(),
  q: searchText,
  mine: z.boolean().optional(),
  ...figureFilter,
});
export type CaseFilter = z.output<typeof caseFilter>;

export const caseSorts = ['changedAt', 'openedAt', 'closedAt', 'number', 'title', 'applicantName', 'status', 'clockDueAt'] as const;
export type CaseSort = (typeof caseSorts)[number];

const ORDER: Readonly<Record<CaseSort, string>> = {
  changedAt: 'c.changed_at',
  openedAt: 'c.opened_at',
  closedAt: 'c.closed_at',
  number: 'c.number',
  title: 'c.title',
  applicantName: 'c.applicant_name',
  status: 'c.status',
  clockDueAt: 'c.clock_due_at',
};

/** Which cases a filter lets through, of those that the person reads. */
export function conditions(person: Person, filter: CaseFilter): Where {
  const where = addReadable(new Where(), person);
  where.addIf('c.id = any(?::uuid[])', filter.id).addIf('c.process_id = ?', filter.processId).addIf('c.result = ?', filter.result);
  where.addIf('c.status = any(?::text[])', filter.status === undefined ? undefined : [filter.status].flat());
  where
    .addIf('(c.closed_at is null) = ?', filter.open)
    .addIf('c.subject_id = ?', filter.subjectId)
    .addIf('c.applicant_id = ?', filter.applicantId)
    .addIf('c.identity_id = ?', filter.identityId);
  addFigureConditions(where, filter, person.roles);
  if (filter.mine === true) {
    const own = ownCases(person);
    where.add(own.condition, ...own.values);
  }
  if (filter.labels !== undefined) {
    const labelled = 'exists (select from case_labels k where k.case_id = c.id and k.label_id = any(?::uuid[]))';
    where.add(...inSections(person, labelled, [filter.labels]));
  }
  if (filter.q !== undefined && filter.q !== '') {
    const text = anywhere(filter.q);
    const [numbered, ...values] = inSections(
      person,
      'exists (select from case_sections s where s.case_id = c.id and fold(s.own_number) like ?)',
      [text],
    );
    where.add(`c.search like ? or (${numbered})`, text, ...values);
  }
  return where;
}

type Order = Page<CaseSort, CaseFilter>['sort'];

const orderOf = ({ field, direction }: Order): string => `${ORDER[field]} ${direction} nulls last, c.id`;

/** Which cases are on the page, and how many there are in all: found in one pass over narrow rows. */
export async function findPage(
  where: Where,
  { sort, limit, offset }: Page<CaseSort, CaseFilter>,
): Promise<{ ids: string[]; total: number }> {
  const found = await selectWhere<{ id: string; total: number }>(
    `select c.id, count(*) over () as total from cases c where ${where.toString()} order by ${orderOf(sort)} limit ${limit} offset ${offset}`,
    where,
  );
  const [first] = found;
  if (first) return { ids: found.map(({ id }) => id), total: first.total };
  // Behind the last page nobody says how many there are.
  const [count] = await selectWhere<{ total: number }>(`select count(*) as total from cases c where ${where.toString()}`, where);
  return { ids: [], total: count?.total ?? 0 };
}

/** Cases that the person reads. Inside inTenant. */
export async function findCases(person: Person, page: Page<CaseSort, CaseFilter>): Promise<Rows<CaseRow>> {
  const where = conditions(person, page.filter);
  const { ids: found, total } = await findPage(where, page);
  const on = new Where().add('c.id = any(?::uuid[])', found);
  const records =
    found.length === 0
      ? []
      : await selectWhere<CaseRecord>(
          `select ${CASE_COLUMNS} from ${CASE_TABLES} where ${on.toString()} order by ${orderOf(page.sort)}`,
          on,
        );
  const [open, marks] = await Promise.all([openIn(records), sectionMarks(person, records)]);
  const whole = wholeProcesses(person);
  const rows = records.map((record) => {
    const own = isApplicantOf(person, record);
    const reading = whole.includes(record.processId) && page.filter.mine !== true ? 'whole' : own ? 'own' : 'part';
    return { ...caseRow(record, openOf(open, record.id), reading), ...(page.filter.mine !== true && marks.get(record.id)) };
  });
  return { rows, total };
}
