/** The row of the case: opened with its number, title and applicant, then brought to where the changes lead. */
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import type { Change } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import { query, send } from '../../models';
import { registers } from '../../models/registers';
import type { CommitInput } from '../../workflows/messages';
import type { CaseState } from './caseState';

export interface StoredCase extends CaseState {
  readonly number: string;
}

interface FirstLook extends Partial<StoredCase> {
  readonly fresh: readonly string[];
  readonly forked: string | null;
}

interface RestBegun {
  /** Changes that were not committed before, in their order. */
  readonly fresh: readonly Change[];
  /** Null when the case is not there yet. */
  readonly stored: StoredCase | null;
}

/** What may not differ when a change comes again: otherwise the case has gone two ways. */
function markOf(change: Change): string {
  switch (change.type) {
    case 'taskDone':
      return change.outcome;
    case 'statusSet':
      return change.status;
    case 'closed':
      return change.result;
    default:
      return '';
  }
}

/** The case comes to a change that is committed already with another content. */
export class CaseForkedError extends Error {
  override readonly name = 'CaseForkedError';
}

/**
 * Marks the changes as committed, keeps the acts that led to them, and reads where the case stood, in one statement. Two commits of the same case wait for
 * each other here, and the second finds done what the first has done.
 * @returns null when everything was committed before
 * @throws CaseForkedError
 */
export async function beginRest({ tenantId, caseId, changes, acts }: CommitInput): Promise<RestBegun | null> {
  const given = changes.map((change) => ({ id: change.id, mark: markOf(change) }));
  const [look] = await query<FirstLook>(
    `with stood as materialized (select * from cases where id = $2 for update),
     given as (select row.* from jsonb_to_recordset($3::jsonb) as row (id text, mark text) left join stood on true),
     fresh as (
       insert into committed_changes (tenant_id, case_id, id, mark) select $1, $2, id, mark from given on conflict do nothing returning id
     ),
     kept as (
       insert into unconfirmed_acts (tenant_id, case_id, id, act)
       select $1, $2, id, act from jsonb_to_recordset($4::jsonb) as row (id text, act jsonb) where exists (select from fresh) on conflict do nothing
     )
     select (select coalesce(jsonb_agg(id), '[]') from fresh) as fresh,
       (select min(id) from given join committed_changes c using (id) where c.tenant_id = $1 and c.case_id = $2 and c.mark <> given.mark) as forked,
       number, status, result, suspended, "values", clock, clock_due_at as "clockDueAt", waits_for as "waitsFor", waits_until as "waitsUntil",
       closed_at as "closedAt"
     from (select) as one left join stood on true`,
    [tenantId, caseId, JSON.stringify(given), JSON.stringify(acts)],
  );
  if (look?.forked) throw new CaseForkedError(`Case ${caseId} has come to '${look.forked}' twice, with different content`);
  const ids = new Set(look?.fresh);
  const fresh = changes.filter(({ id }) => ids.has(id));
  if (!look || fresh.length === 0) return null;
  const { number, status, result, suspended, values, clock, clockDueAt, waitsFor, waitsUntil, closedAt } = look;
  if (number == null || status == null) return { fresh, stored: null };
  return {
    fresh,
    stored: {
      number,
      status,
      result: result ?? null,
      suspended: suspended ?? false,
      values: values ?? {},
      clock: clock ?? null,
      clockDueAt: isoOf(clockDueAt),
      waitsFor: waitsFor ?? null,
      waitsUntil: isoOf(waitsUntil),
      closedAt: isoOf(closedAt),
    },
  };
}

function isoOf(moment: string | null | undefined): string | null {
  return moment == null ? null : new Date(moment).toISOString();
}

interface Beginning {
  readonly userId: string;
  readonly userName: string;
  readonly subjectId: string | null;
  readonly callId: string | null;
  readonly formVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The field that the definition names, where it is a text that says something. */
function textIn(data: Beginning['data'], field: string): string | null {
  const value = data[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** `DOT-2026-0001`: numbered by prefix and year, without gaps, because the number is taken in the same transaction. */
async function nextNumber(tenantId: string, prefix: string, year: number): Promise<string> {
  const [row] = await query<{ last: number }>(
    `insert into case_numbers as counter (tenant_id, prefix, year, last) values ($1, $2, $3, 1)
     on conflict (tenant_id, prefix, year) do update set last = counter.last + 1 returning last`,
    [tenantId, prefix, year],
  );
  return `${prefix}-${year}-${String(row?.last).padStart(4, '0')}`;
}

/** Whose case it is from which an official began this one. @throws Error when it is not there */
async function parentOf(opened: Extract<Change, { type: 'caseOpened' }>): Promise<{ applicantId: string; identityId: string | null }> {
  const [parent] = await query<{ applicantId: string; identityId: string | null }>(
    'select applicant_id as "applicantId", identity_id as "identityId" from cases where id = $1',
    [opened.values.parentCaseId],
  );
  if (!parent) throw new Error(`The case from which another was begun is not there: ${String(opened.values.parentCaseId)}`);
  return parent;
}

/**
 * Makes the case of its submission and draft, marks the draft as submitted, and opens its row in the register.
 * @returns the case's number
 * @throws Error when the submission is not there
 */
export async function openCase(
  input: CommitInput,
  definition: ProcessDefinition,
  opened: Extract<Change, { type: 'caseOpened' }>,
  state: CaseState,
): Promise<string> {
  const { tenantId, caseId, processId } = input;
  const [beginning] = await query<Beginning>(
    `with submitted as (
       update drafts set submitted_at = coalesce(submitted_at, $3), version = version + 1, updated_at = $3 where id = $2 returning subject_id, call_id, form_version
     )
     select submissions.user_id as "userId", users.name as "userName", submissions.data, (select subject_id from submitted) as "subjectId",
       (select call_id from submitted) as "callId",
       coalesce((select form_version from submitted), 0) as "formVersion"
     from submissions join users on users.id = submissions.user_id where submissions.id = $1 and submissions.case_id = $2`,
    [opened.submissionId, caseId, opened.at],
  );
  if (!beginning) throw new Error(`Case ${caseId} begins with submission ${opened.submissionId}, which is not there`);
  const parent = definition.begunFrom === undefined ? null : await parentOf(opened);
  const { userName, subjectId, callId, formVersion, data } = beginning;
  const userId = parent?.applicantId ?? beginning.userId;
  const year = DateTime.fromISO(opened.at, { zone: ZONE }).year;
  const number = await nextNumber(tenantId, definition.numberPrefix, year);
  await query(
    `insert into cases (identity_id, asks_past_support, id, tenant_id, process_id, number, title, applicant_id, applicant_name, subject_id, call_id, form_version, criteria_version, opened_at,
       status, result, suspended, "values", clock, clock_due_at, waits_for, waits_until, closed_at, rest, changed_at)
     values (coalesce($23::uuid, (select identity_id from drafts where id = $1::uuid)), coalesce((select asks_past_support from drafts where id = $1::uuid), false),
       $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
       coalesce((select max(criteria.version) from evaluation_criteria criteria where criteria.programme_id = $8::uuid), 0), $11, $12, $13, $14, $15::jsonb, $16::jsonb, $17, $18, $19, $20, $21, $22)`,
    [
      caseId,
      tenantId,
      processId,
      number,
      textIn(data, definition.heading.title) ?? definition.title.cs,
      userId,
      textIn(data, definition.heading.applicant) ?? userName,
      subjectId,
      callId,
      formVersion,
      opened.at,
      ...columnsOf(input, state),
      parent?.identityId ?? null,
    ],
  );
  await registers[processId]?.open({ id: caseId, applicantId: userId, subjectId, year, application: data });
  return number;
}

/** Does the form of the step bring the whole application anew, under `application`? */
function bringsApplication(definition: ProcessDefinition, step: string): boolean {
  const properties = definition.steps[step]?.form?.schema.properties;
  return typeof properties === 'object' && properties !== null && 'application' in properties;
}

/** Where the applicant sent the application anew, its title and names are those that count from now on. */
export async function amendCase({ caseId, processId, changes }: CommitInput, definition: ProcessDefinition): Promise<void> {
  for (const change of changes) {
    if (change.type !== 'taskDone' || change.submissionId === null || !bringsApplication(definition, change.step)) continue;
    const [submission] = await query<{ application: Beginning['data'] | null }>(
      `select data -> 'application' as application from submissions where id = $1 and case_id = $2`,
      [change.submissionId, caseId],
    );
    const application = submission?.application;
    if (!application) continue;
    await query('update cases set title = coalesce($2, title), applicant_name = coalesce($3, applicant_name) where id = $1', [
      caseId,
      textIn(application, definition.heading.title),
      textIn(application, definition.heading.applicant),
    ]);
    await registers[processId]?.amend(caseId, application);
  }
}

/** Brings the row of the case to where the changes lead. */
export function writeCase(input: CommitInput, state: CaseState): void {
  send(
    `update cases set status = $2, result = $3, suspended = $4, "values" = $5::jsonb, clock = $6::jsonb, clock_due_at = $7,
       waits_for = $8, waits_until = $9, closed_at = $10, rest = greatest(rest, $11), changed_at = $12
     where id = $1`,
    [input.caseId, ...columnsOf(input, state)],
  );
}

function columnsOf({ rest, changes }: CommitInput, state: CaseState): unknown[] {
  return [
    state.status,
    state.result,
    state.suspended,
    JSON.stringify(state.values),
    state.clock === null ? null : JSON.stringify(state.clock),
    state.clockDueAt,
    state.waitsFor,
    state.waitsUntil,
    state.closedAt,
    rest,
    changes.at(-1)?.at,
  ];
}
