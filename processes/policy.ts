/**
 * Who may do what, in one table. The api enforces it; the back office asks the same one (canAccess). Conditions on a record (own, assigned, another's
 * tenant) are the api's queries and the tenancy of the database; whether a person may act on a given task is mayAct below.
 */
import type { ProcessDefinition, Step } from './define';
import type { Role } from './roles';

export const resources = [
  'tasks',
  'cases',
  'exportChoices',
  'documents',
  'letters',
  'comments',
  'bulkActs',
  'programmes',
  'funds',
  'applicants',
  'incidents',
  'events',
  'users',
  'substitutions',
  'tenant',
  'tenants',
  'drafts',
  'identities',
  'map',
  'bank',
  'bankAccounts',
  'reports',
  'officersSection',
  'labels',
  'deMinimis',
  'inspections',
  'evaluations',
  'calendar',
  'evaluatorGroups',
  'publicSettlements',
] as const;
export type Resource = (typeof resources)[number];

export const actions = [
  'list',
  'show',
  'create',
  'edit',
  'delete',
  'act',
  'claim',
  'reassign',
  'publish',
  'suspend',
  'retry',
  'verify',
  'export',
] as const;
export type Action = (typeof actions)[number];

type Grants = Partial<Record<Resource, readonly Action[]>>;

const READ = ['list', 'show', 'export'] as const;

/** What each role may do; `own` rights of applicants are to their own records only, which the api's queries hold. */
export const policy: Readonly<Record<Role, Grants>> = {
  applicant: {
    drafts: ['list', 'show', 'create', 'edit', 'delete'],
    identities: ['list', 'show', 'create', 'edit', 'delete'],
    cases: ['list', 'show', 'act'],
    tasks: ['list', 'show', 'act'],
    documents: ['list', 'show', 'create'],
    letters: ['list', 'show'],
    events: ['list'],
  },
  grantOfficer: {
    reports: READ,
    bulkActs: [...READ, 'create'],
    tasks: [...READ, 'act', 'claim', 'reassign'],
    cases: [...READ, 'suspend'],
    exportChoices: ['list', 'create', 'edit', 'delete'],
    documents: [...READ, 'create'],
    letters: READ,
    comments: ['list', 'create'],
    programmes: [...READ, 'create', 'edit', 'publish'],
    funds: [...READ, 'create', 'edit', 'delete'],
    bankAccounts: ['list'],
    applicants: READ,
    incidents: [...READ, 'retry'],
    events: ['list'],
    evaluations: [...READ, 'edit'],
    evaluatorGroups: [...READ, 'create', 'edit', 'delete'],
    map: ['show'],
    officersSection: [...READ, 'create', 'edit'],
    labels: [...READ, 'create', 'edit'],
    deMinimis: [...READ, 'create', 'edit'],
    inspections: [...READ, 'create', 'edit', 'delete'],
    calendar: [...READ, 'edit'],
    publicSettlements: ['list', 'show', 'edit', 'publish'],
  },
  evaluator: {
    tasks: ['list', 'show', 'act', 'claim'],
    cases: ['list', 'show'],
    documents: ['list', 'show'],
    comments: ['list', 'create'],
    evaluations: ['act'],
    map: ['show'],
  },
  councilSecretary: {
    bulkActs: [...READ, 'create'],
    tasks: [...READ, 'act', 'claim'],
    cases: READ,
    exportChoices: ['list', 'create', 'edit', 'delete'],
    documents: [...READ, 'create'],
    letters: READ,
    comments: ['list', 'create'],
    programmes: ['list', 'show'],
    funds: ['list', 'show'],
    events: ['list'],
    evaluations: READ,
    evaluatorGroups: ['list', 'show'],
    map: ['show'],
    officersSection: ['list', 'show'],
    labels: ['list', 'show'],
    deMinimis: ['list', 'show'],
    inspections: ['list', 'show'],
    calendar: ['list', 'show'],
    publicSettlements: ['list', 'show'],
  },
  accountant: {
    reports: READ,
    bulkActs: READ,
    tasks: [...READ, 'act', 'claim'],
    cases: READ,
    exportChoices: ['list', 'create', 'edit', 'delete'],
    documents: [...READ, 'create'],
    letters: READ,
    comments: ['list', 'create'],
    programmes: ['list', 'show'],
    funds: ['list', 'show'],
    applicants: READ,
    events: ['list'],
    evaluations: READ,
    bank: [...READ, 'create', 'act'],
    bankAccounts: READ,
    map: ['show'],
    officersSection: ['list', 'show'],
    labels: ['list', 'show'],
    deMinimis: READ,
    inspections: ['list', 'show'],
    publicSettlements: ['list', 'show'],
  },
  inspector: {
    tasks: [...READ, 'act', 'claim'],
    cases: [...READ, 'create', 'suspend'],
    exportChoices: ['list', 'create', 'edit', 'delete'],
    documents: [...READ, 'create'],
    letters: READ,
    comments: ['list', 'create'],
    programmes: ['list', 'show'],
    incidents: [...READ, 'retry'],
    events: ['list'],
    map: ['show'],
    inspections: ['list', 'show'],
    publicSettlements: ['list', 'show'],
  },
  auditor: {
    reports: READ,
    bulkActs: READ,
    tasks: READ,
    cases: READ,
    exportChoices: ['list'],
    documents: READ,
    letters: READ,
    comments: ['list'],
    programmes: READ,
    funds: READ,
    applicants: READ,
    incidents: READ,
    events: [...READ, 'verify'],
    users: READ,
    substitutions: READ,
    tenant: ['show'],
    evaluations: READ,
    evaluatorGroups: READ,
    bank: READ,
    bankAccounts: READ,
    map: ['show'],
    officersSection: READ,
    labels: READ,
    deMinimis: READ,
    inspections: READ,
    calendar: READ,
    publicSettlements: READ,
  },
  tenantAdmin: {
    reports: READ,
    bulkActs: READ,
    tasks: [...READ, 'reassign'],
    cases: READ,
    exportChoices: ['list', 'create', 'edit', 'delete'],
    incidents: [...READ, 'retry'],
    programmes: READ,
    funds: READ,
    users: [...READ, 'create', 'edit'],
    substitutions: [...READ, 'create', 'edit'],
    tenant: ['show', 'edit'],
    bankAccounts: [...READ, 'create', 'edit'],
    events: ['list', 'show', 'verify'],
    evaluations: READ,
    evaluatorGroups: READ,
    map: ['show'],
    officersSection: ['list', 'show'],
    labels: [...READ, 'create', 'edit'],
    deMinimis: READ,
    calendar: READ,
  },
  platformAdmin: { tenants: [...READ, 'create', 'edit'] },
};

/** Does any of the roles allow the action on the resource? */
export function allows(held: readonly Role[], resource: Resource, action: Action): boolean {
  return held.some((role) => policy[role][resource]?.includes(action) ?? false);
}

export interface TaskForPolicy {
  readonly step: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly assigneeId: string | null;
  readonly claimedBy: string | null;
}

export interface PersonForPolicy {
  readonly id: string;
  readonly roles: readonly Role[];
  /** People in whose place this one may act now, with their roles. */
  readonly substitutes: readonly { readonly id: string; readonly roles: readonly Role[] }[];
}

export type MayAct =
  | { readonly allowed: true; readonly role: Role; readonly onBehalfOf?: string }
  | { readonly allowed: false; readonly reason: 'role' | 'right' | 'assignedToAnother' | 'claimedByAnother' | 'fourEyes' };

/**
 * May this person complete (or claim) this task? Four eyes hold for the person and for the one in whose place they act.
 * @param doneBy who did which steps of the same case: step -> ids of people (both names of a substitution).
 */
export function mayAct(
  person: PersonForPolicy,
  task: TaskForPolicy,
  definition: ProcessDefinition,
  doneBy: Readonly<Record<string, readonly string[]>>,
  applicantId: string,
): MayAct {
  const step: Step | undefined = definition.steps[task.step];
  if (!step) return { allowed: false, reason: 'role' };
  let refusal: MayAct = { allowed: false, reason: 'role' };
  const faces = [{ id: person.id, roles: person.roles }, ...person.substitutes];
  for (const face of faces) {
    if (!face.roles.includes(step.role)) continue;
    if (step.role === 'applicant' && face.id !== applicantId) continue;
    if (task.assigneeId !== null && task.assigneeId !== face.id) {
      refusal = { allowed: false, reason: 'assignedToAnother' };
      continue;
    }
    if (task.claimedBy !== null && task.claimedBy !== face.id && task.claimedBy !== person.id) {
      refusal = { allowed: false, reason: 'claimedByAnother' };
      continue;
    }
    const eyes = (step.fourEyes ?? []).flatMap((other) => doneBy[other] ?? []);
    if (eyes.includes(person.id) || eyes.includes(face.id)) {
      refusal = { allowed: false, reason: 'fourEyes' };
      continue;
    }
    return face.id === person.id ? { allowed: true, role: step.role } : { allowed: true, role: step.role, onBehalfOf: face.id };
  }
  return refusal;
}
