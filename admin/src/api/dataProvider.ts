/**
 * Data of the back office: the dialect of ra-data-simple-rest, with the version of a record in If-Match, parts of a case read as its references,
 * and the acts of officers as methods of their own.
 */
import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin';
import type { GrantTerms } from '../../../processes/grant/terms';
import type { FormItem } from '../../../processes/formItems/items';
import type {
  ApplicationFormView,
  CaseRow,
  CaseView,
  DocumentView,
  ProgrammeView,
  TaskDraftView,
  TaskView,
} from '../../../processes/views';
import type { ImportChoices } from '../../../processes/programmeFile/choices';
import type { ProgrammeExportView, ProgrammeFileReview } from '../../../processes/programmeFile/views';
import type { CallView } from '../../../processes/programmeViews';
import { ApiError, ask, NotSavedError, type ApiRequest } from './http';

const ROOT = '/api';

/** The rest dialect's own http client, over ours: one place for headers and errors. */
const base = simpleRest(ROOT, async (url: string, options) => {
  const method = (options?.method ?? 'GET') as ApiRequest['method'];
  const body = typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
  const { status, headers, json } = await ask(url, { method, body, signal: options?.signal ?? undefined });
  return { status, headers, body: '', json: withIds(json) };
});

/** Short lists that the api gives whole: without range and sort, filter as plain query. */
const WHOLE_LISTS = new Set([
  'contract-templates',
  'contract-duties',
  'committee',
  'evaluator-questions',
  'export-choices',
  'people',
  'sessions',
  'processes',
]);

/** Things of which there is one: their address has no id. */
const SINGLE: Readonly<Record<string, string>> = {
  'tenant/own': '/tenant',
  'audit/verify': '/audit/verify',
  'tasks/counts': '/tasks/counts',
};

function withId(row: unknown, fallback: string): RaRecord {
  const record = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
  if (typeof record.id === 'string') return record as RaRecord;
  // A row of the audit trail is known by its chain and its place in it.
  const id = typeof record.chainId === 'string' ? `${record.chainId}:${String(record.seq)}` : fallback;
  return { ...record, id };
}

function withIds(json: unknown): unknown {
  return Array.isArray(json) ? json.map((row, index) => withId(row, String(index))) : json;
}

/** Sort, range and filter as the dialect has them. The order by `id` is react-admin's own default: then the list's own order holds. */
function listQuery({ sort, pagination, filter }: GetListParams): URLSearchParams {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const query = new URLSearchParams({
    range: JSON.stringify([(page - 1) * perPage, page * perPage - 1]),
    filter: JSON.stringify(filter ?? {}),
  });
  if (sort && sort.field !== 'id') query.set('sort', JSON.stringify([sort.field, sort.order]));
  return query;
}

/** How many rows there are in all, from `Content-Range: tasks 0-24/319`. */
export function totalOf(headers: Headers): number | null {
  const total = Number(headers.get('Content-Range')?.split('/').at(-1) ?? Number.NaN);
  return Number.isInteger(total) ? total : null;
}

/** What belongs to one record and is read whole, under the record's id. */
const PARTS: Readonly<Record<string, readonly [of: string, part: string]>> = {
  programmeCriteria: ['programmes', 'criteria'],
  programmeRanking: ['programmes', 'ranking'],
  caseEvaluation: ['cases', 'evaluation'],
  taskMovements: ['tasks', 'movements'],
  programmeAccount: ['programmes', 'bank-account'],
};

function address(resource: string, id: Identifier): string {
  if (resource === 'programmeTerms') return `${ROOT}/programmes/${encodeURIComponent(id)}/terms`;
  // One thing of a case, such as `case/section`: its address is under the case, and its id is the case's.
  if (resource.startsWith('case/')) return `${ROOT}/cases/${encodeURIComponent(id)}/${resource.slice('case/'.length)}`;
  if (resource === 'reports') {
    const [report = '', year] = String(id).split(':');
    return `${ROOT}/reports/${encodeURIComponent(report)}${year === undefined ? '' : `?year=${encodeURIComponent(year)}`}`;
  }
  if (resource === 'programmeForms') return `${ROOT}/programmes/${encodeURIComponent(id)}/form`;
  const part = PARTS[resource];
  if (part) return `${ROOT}/${part[0]}/${encodeURIComponent(id)}/${part[1]}`;
  return ROOT + (SINGLE[`${resource}/${id}`] ?? `/${resource}/${encodeURIComponent(id)}`);
}

/** Fields that changed: a PATCH carries these alone, so that two people editing different fields are told apart by the version only. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (JSON.stringify(value) !== JSON.stringify(before[name])) changed[name] = value;
  }
  return changed;
}

/** Address of a list as a file that Excel opens, with the filter and order that the reader sees. */
export function csvAddress(resource: string, filter: unknown, sort: { readonly field: string; readonly order: string }): string {
  const query = new URLSearchParams({ format: 'csv', filter: JSON.stringify(filter) });
  if (sort.field !== 'id') query.set('sort', JSON.stringify([sort.field, sort.order]));
  return `${ROOT}/${resource}?${query.toString()}`;
}

export interface PostupDataProvider extends DataProvider {
  completeTask(
    taskId: string,
    act: { readonly outcome: string; readonly data: unknown; readonly onBehalfOf?: string },
    key: string,
  ): Promise<void>;
  claim(taskId: string): Promise<TaskView>;
  release(taskId: string): Promise<TaskView>;
  reassign(taskId: string, userId: string, reason: string): Promise<void>;
  followUp(taskId: string, on: string | null): Promise<void>;
  saveDraft(taskId: string, data: unknown, version: number): Promise<TaskDraftView>;
  suspend(caseId: string, reason: string, key: string): Promise<CaseView>;
  resume(caseId: string, key: string): Promise<CaseView>;
  moveDeadline(
    caseId: string,
    move: { readonly taskId: string | null; readonly until: string; readonly reason: string },
    key: string,
  ): Promise<CaseView>;
  comment(caseId: string, text: string): Promise<void>;
  upload(caseId: string, file: File): Promise<DocumentView>;
  publishProgramme(id: string): Promise<void>;
  closeProgramme(id: string, reason: string): Promise<void>;
  /** The same programme for the next year, as a draft. */
  copyProgramme(id: string, key: string): Promise<ProgrammeView>;
  /** Name and SHA-256 of the file that a programme would be downloaded as. */
  aboutProgrammeFile(id: string): Promise<ProgrammeExportView>;
  /** What would come of a file with a programme; nothing is stored. @param choices null: none were made yet */
  checkProgrammeFile(file: File, choices: ImportChoices | null): Promise<ProgrammeFileReview>;
  /** A draft of the file that was looked through. @throws ApiError 422 naming the choices that do not fit */
  importProgramme(file: File, choices: ImportChoices, sha256: string, key: string): Promise<ProgrammeView>;
  /** A further call; it is prepared until it is published. @throws ApiError 422 naming the fields */
  addCall(programmeId: string, call: object, key: string): Promise<CallView>;
  editCall(programmeId: string, before: CallView, changes: object): Promise<CallView>;
  publishCall(programmeId: string, id: string): Promise<CallView>;
  closeCall(programmeId: string, id: string, reason: string): Promise<CallView>;
  /** Puts all funds, or all areas of one fund, in this order. */
  orderFunds(fundId: string | null, ids: readonly string[]): Promise<void>;
  saveProgrammeTerms(id: string, terms: GrantTerms, version: number): Promise<void>;
  saveProgrammeForm(id: string, items: readonly FormItem[], version: number): Promise<ProgrammeForm>;
  retryIncident(id: string, key: string): Promise<void>;
  revokeOtherSessions(): Promise<void>;
  changePassword(current: string, password: string): Promise<void>;
}

/** What a programme asks beyond the law; its id is the programme's. */
export interface ProgrammeForm extends ApplicationFormView {
  readonly id: string;
}

/** On what terms a programme pays and settles; its id and version are the programme's. */
export interface ProgrammeTerms {
  readonly id: string;
  readonly terms: GrantTerms;
  readonly editable: boolean;
  readonly version: number;
}

/** Cases of a programme with their decisive values. */
export interface ProgrammeApplications {
  readonly id: string;
  readonly cases: readonly CaseView[];
}

/** How many cases are read at once: a list of them has no values, so each is read by itself. */
const AT_ONCE = 8;

async function programmeApplications(id: string): Promise<ProgrammeApplications> {
  const { json } = await ask(`${ROOT}/cases?${listQuery({ filter: { subjectId: id }, pagination: { page: 1, perPage: 200 } }).toString()}`);
  const rows = json as readonly CaseRow[];
  const cases: CaseView[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE).map(async (row) => (await ask(`${ROOT}/cases/${row.id}`)).json as CaseView);
    cases.push(...(await Promise.all(part)));
  }
  return { id, cases };
}

const post = async (path: string, body: unknown, idempotencyKey?: string): Promise<unknown> =>
  (await ask(`${ROOT}${path}`, { method: 'POST', body, idempotencyKey })).json;

/** A file with a programme, and what was chosen for it. */
function fileForm(file: File, choices: ImportChoices | null, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  form.set('file', file);
  if (choices !== null) form.set('choices', JSON.stringify(choices));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
}

/** Saving of a form that the person has before them. */
async function saved(request: Promise<unknown>): Promise<unknown> {
  try {
    return await request;
  } catch (error) {
    throw error instanceof ApiError && error.status === 401 ? new NotSavedError(error) : error;
  }
}

/** Views are interfaces shared with the api; what it answers is held to them by its own schemas. */
export const dataProvider: PostupDataProvider = {
  ...base,

  getList: async (resource, params) => {
    const query = WHOLE_LISTS.has(resource) ? new URLSearchParams(params.filter as Record<string, string>) : listQuery(params);
    const { json, headers } = await ask(`${ROOT}/${resource}?${query.toString()}`, { signal: params.signal });
    const data = withIds(json) as never[];
    return { data, total: totalOf(headers) ?? data.length };
  },

  getOne: async (resource, params) => {
    if (resource === 'programmeApplications') return { data: (await programmeApplications(String(params.id))) as never };
    const { json } = await ask(address(resource, params.id), { signal: params.signal });
    return { data: { ...withId(json, String(params.id)), id: params.id } as never };
  },

  /** Parts of a case (its events, documents, letters, comments) are read whole from `/cases/:id/<part>`. */
  getManyReference: async (resource, params) => {
    if (params.target !== 'caseId') return base.getManyReference(resource, params);
    const { json } = await ask(`${ROOT}/cases/${encodeURIComponent(String(params.id))}/${resource}`, { signal: params.signal });
    const data = withIds(json) as never[];
    return { data, total: data.length };
  },

  update: async (resource, params) => {
    const id = params.id as Identifier;
    const before = (params.previousData ?? {}) as Record<string, unknown>;
    const body = changedFields(before, params.data as Record<string, unknown>);
    const version = typeof before.version === 'number' ? before.version : undefined;
    const json = await saved(ask(address(resource, id), { method: 'PATCH', body, version }).then((answer) => answer.json));
    return { data: { ...withId(json, String(id)), id } as never };
  },

  create: async (resource, params) => ({ data: (await saved(post(`/${resource}`, params.data))) as never }),

  delete: async (resource, params) => {
    await ask(address(resource, params.id), { method: 'DELETE' });
    return { data: (params.previousData ?? { id: params.id }) as never };
  },

  completeTask: async (taskId, act, key) => {
    await post(`/tasks/${taskId}/complete`, act, key);
  },
  claim: async (taskId) => (await post(`/tasks/${taskId}/claim`, undefined)) as TaskView,
  release: async (taskId) => (await post(`/tasks/${taskId}/release`, undefined)) as TaskView,
  reassign: async (taskId, userId, reason) => {
    await post(`/tasks/${taskId}/reassign`, { userId, reason });
  },
  followUp: async (taskId, on) => {
    await ask(`${ROOT}/tasks/${taskId}/follow-up`, { method: 'PUT', body: { on } });
  },
  saveDraft: async (taskId, data, version) =>
    (await ask(`${ROOT}/tasks/${taskId}/draft`, { method: 'PUT', body: { data }, version })).json as TaskDraftView,
  suspend: async (caseId, reason, key) => (await post(`/cases/${caseId}/suspend`, { reason }, key)) as CaseView,
  resume: async (caseId, key) => (await post(`/cases/${caseId}/resume`, {}, key)) as CaseView,
  moveDeadline: async (caseId, move, key) => (await post(`/cases/${caseId}/move-deadline`, move, key)) as CaseView,
  comment: async (caseId, text) => {
    await post(`/cases/${caseId}/comments`, { text });
  },
  upload: async (caseId, file) => {
    const form = new FormData();
    form.set('caseId', caseId);
    form.set('file', file);
    return (await post('/documents', form)) as DocumentView;
  },
  publishProgramme: async (id) => {
    await post(`/programmes/${id}/publish`, undefined);
  },
  closeProgramme: async (id, reason) => {
    await post(`/programmes/${id}/close`, { reason });
  },
  copyProgramme: async (id, key) => (await post(`/programmes/${id}/copy`, {}, key)) as ProgrammeView,
  aboutProgrammeFile: async (id) => (await ask(`${ROOT}/programmes/${id}/export/about`)).json as ProgrammeExportView,
  checkProgrammeFile: async (file, choices) => (await post('/programmes/import/check', fileForm(file, choices))) as ProgrammeFileReview,
  importProgramme: async (file, choices, sha256, key) =>
    (await saved(post('/programmes/import', fileForm(file, choices, { sha256 }), key))) as ProgrammeView,
  addCall: async (programmeId, call, key) => (await saved(post(`/programmes/${programmeId}/calls`, call, key))) as CallView,
  editCall: async (programmeId, before, changes) => {
    const body = changedFields({ ...before }, { ...changes });
    const request = ask(`${ROOT}/programmes/${programmeId}/calls/${before.id}`, { method: 'PATCH', body, version: before.version });
    return (await saved(request.then(({ json }) => json))) as CallView;
  },
  publishCall: async (programmeId, id) => (await post(`/programmes/${programmeId}/calls/${id}/publish`, undefined)) as CallView,
  closeCall: async (programmeId, id, reason) => (await post(`/programmes/${programmeId}/calls/${id}/close`, { reason })) as CallView,
  orderFunds: async (fundId, ids) => {
    await ask(`${ROOT}/funds${fundId === null ? '' : `/${fundId}`}/order`, { method: 'PUT', body: { ids } });
  },
  saveProgrammeTerms: async (id, terms, version) => {
    await saved(ask(address('programmeTerms', id), { method: 'PUT', body: terms, version }));
  },
  saveProgrammeForm: async (id, items, version) => {
    const request = ask(address('programmeForms', id), { method: 'PUT', body: { items }, version });
    const view = (await saved(request.then(({ json }) => json))) as ApplicationFormView;
    return { ...view, id };
  },
  retryIncident: async (id, key) => {
    await post(`/incidents/${id}/retry`, undefined, key);
  },
  revokeOtherSessions: async () => {
    await ask(`${ROOT}/sessions?others=1`, { method: 'DELETE' });
  },
  changePassword: async (current, password) => {
    await ask(`${ROOT}/password`, { method: 'PUT', body: { current, password } });
  },
};
