/** Reads what an export needs of many cases, and leaves out what the person may not see of each. */
import type { FormItem } from '../../processes/formItems/items';
import { meanOf } from '../../processes/grant/evaluation';
import { allows } from '../../processes/policy';
import { processOfProgrammes, rulesOf } from '../../processes/rulesRegistry';
import { currentApplication } from '../cases/applications';
import { caseRow } from '../cases/casePresenter';
import { CASE_COLUMNS, CASE_TABLES, openIn, openOf, type CaseRecord, type Open } from '../cases/caseRecords';
import { isApplicantOf, wholeProcesses, type Reading } from '../cases/reading';
import type { Person } from '../context';
import { evaluationsOf, standingOf, type EvaluationRecord } from '../evaluations/standing';
import { applicationForm } from '../forms/applicationForms';
import { readsSection } from '../officersSection/access';
import { sectionMarks, type SectionMarks } from '../officersSection/section';
import { select } from '../sql';
import {
  actsOf,
  answering,
  applicationsOf,
  contactsOf,
  deMinimisOf,
  filesOf,
  grantsOf,
  grouped,
  scoresOf,
  type ContactRow,
} from './factQueries';
import type { CaseFacts, Need } from './facts';

/** Only what may be seen: everything, or what the applicant is told. */
function seen<V>(record: CaseRecord, all: boolean, values: Readonly<Record<string, V>>): Record<string, V> {
  const { applicantValues } = rulesOf(record.processId);
  return Object.fromEntries(Object.entries(values).filter(([key]) => all || applicantValues.includes(key)));
}

const mean = (amounts: readonly number[]): number | null =>
  amounts.length === 0 ? null : Math.round(amounts.reduce((a, b) => a + b, 0) / amounts.length);

/** Mean of the points by the criterion's id. */
function scoreMeans(rows: readonly { readonly data: Readonly<Record<string, unknown>> }[]): Record<string, number> {
  const points = new Map<string, number[]>();
  for (const { data } of rows)
    for (const [key, value] of Object.entries(data)) if (typeof value === 'number') points.set(key, [...(points.get(key) ?? []), value]);
  return Object.fromEntries([...points].map(([key, given]) => [key, meanOf(given) ?? 0]));
}

/** What the evaluations come to; told only when none is open any more. */
function evaluationFacts(
  records: readonly EvaluationRecord[],
  needed: number,
  scores: readonly { readonly data: Readonly<Record<string, unknown>> }[],
): Pick<CaseFacts, 'standing' | 'scores'> {
  const standing = standingOf(records, needed);
  if (standing.open > 0) return { standing: { ...standing, recommended: null }, scores: {} };
  return {
    standing: { ...standing, recommended: mean(records.flatMap(({ recommendedAmount }) => recommendedAmount ?? [])) },
    scores: scoreMeans(scores),
  };
}

async function recordsOf(ids: readonly string[]): Promise<CaseRecord[]> {
  const found = await select<CaseRecord>(`select ${CASE_COLUMNS} from ${CASE_TABLES} where c.id = any($1::uuid[])`, [ids]);
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const NO_MARKS: ReadonlyMap<string, SectionMarks> = new Map();
const NOTHING_OPEN: ReadonlyMap<string, Open> = new Map();

/** Items of the programmes' forms by the case; a version is read once in a process. */
async function formsOf(records: readonly CaseRecord[]): Promise<ReadonlyMap<string, readonly FormItem[]>> {
  const applied = records.filter(({ processId }) => processId === processOfProgrammes());
  return new Map(await Promise.all(applied.map(async (record) => [record.id, (await applicationForm(record)).items] as const)));
}

/** Everything that is asked, in one trip; nothing that the person's roles do not allow, or no column needs. */
async function readAll(person: Person, records: readonly CaseRecord[], wholes: readonly string[], needs: ReadonlySet<Need>) {
  const may = (resource: Parameters<typeof allows>[1]): boolean => allows(person.roles, resource, 'list');
  const read = <Row>(wanted: boolean, ids: readonly string[], query: (ids: readonly string[]) => Promise<Row[]>): Promise<Row[]> =>
    wanted && ids.length > 0 ? query(ids) : Promise.resolve([]);
  const ids = records.map(({ id }) => id);
  const whole = records.filter(({ processId }) => wholes.includes(processId));
  const wholeIds = whole.map(({ id }) => id);
  const applied = records.flatMap(({ id, processId }) => (processId === processOfProgrammes() ? id : []));
  const sections = records.flatMap((record) => (readsSection(person, record) ? record.id : []));
  const evaluated = (needs.has('evaluation') || needs.has('scores')) && may('evaluations');
  const [busy, grants, applications, files, marks, deMinimis, evaluations, scores, acts, contacts, open] = await Promise.all([
    answering(person, records),
    read(needs.has('grant') || evaluated, ids, grantsOf),
    read(needs.has('application'), applied, applicationsOf),
    read(needs.has('files') && may('documents'), applied, filesOf),
    needs.has('section') ? sectionMarks(person, records) : Promise.resolve(NO_MARKS),
    read(needs.has('deMinimis') && may('deMinimis'), sections, deMinimisOf),
    read(evaluated, wholeIds, evaluationsOf),
    read(evaluated && needs.has('scores'), wholeIds, scoresOf),
    read(needs.has('acts'), wholeIds, actsOf),
    read(
      needs.has('contact') && may('applicants'),
      whole.map(({ applicantId }) => applicantId),
      contactsOf,
    ),
    needs.has('work') ? openIn(records) : Promise.resolve(NOTHING_OPEN),
  ]);
  return {
    busy,
    open,
    marks,
    evaluated,
    mayFiles: may('documents'),
    grants: new Map(grants.map((row) => [row.caseId, row])),
    applications: grouped(applications),
    files: grouped(files),
    deMinimis: new Map(deMinimis.map(({ caseId, cents }) => [caseId, cents])),
    evaluations: grouped(evaluations),
    scores: grouped(scores),
    acts: grouped(acts),
    contacts: new Map(contacts.map((row): [string, ContactRow] => [row.id, row])),
  };
}

/**
 * Cases with what the columns need, in the order of the ids; one that is there no more is left out. What is recorded or evaluated is read by who reads the
 * case whole and has no evaluation of it to give; another official (with a task in it) gets no more than the applicant is told. Inside inTenant.
 */
export async function readFacts(person: Person, ids: readonly string[], needs: ReadonlySet<Need>): Promise<CaseFacts[]> {
  const records = await recordsOf(ids);
  const wholes = wholeProcesses(person);
  const read = await readAll(person, records, wholes, needs);
  const forms = await formsOf(needs.has('application') ? records : []);
  return records.map((record): CaseFacts => {
    const { id, processId, applicantId } = record;
    const reading: Reading = wholes.includes(processId) ? 'whole' : isApplicantOf(person, record) ? 'own' : 'part';
    const all = reading === 'whole' && !read.busy.has(id);
    const grant = read.grants.get(id);
    const open = openOf(read.open, id);
    const sent = read.applications.get(id);
    return {
      record,
      row: caseRow(record, open, reading),
      reading,
      values: seen(record, all, record.values),
      open,
      grant: grant ? { ...grant, figures: seen(record, all, grant.figures) } : null,
      application: sent ? currentApplication(processId, sent) : null,
      items: forms.get(id) ?? [],
      files: read.mayFiles ? new Map((read.files.get(id) ?? []).map((file) => [file.id, file.fileName])) : null,
      section: read.marks.get(id) ?? null,
      deMinimis: read.deMinimis.get(id) ?? null,
      ...(all && read.evaluated && grant
        ? evaluationFacts(read.evaluations.get(id) ?? [], grant.needed, read.scores.get(id) ?? [])
        : { standing: null, scores: {} }),
      acts: all ? (read.acts.get(id) ?? []) : [],
      contact: reading === 'whole' ? (read.contacts.get(applicantId) ?? null) : null,
    };
  });
}
