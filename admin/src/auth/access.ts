/** What a session allows, in the words of react-admin. The api enforces the same table; this only spares people a refusal. */
import type { Action, Resource } from '../../../processes/policy';
import type { SessionView } from '../../../processes/views';

/** Pages (or `page/action`) whose right is held under another name, or by everybody who is signed in. */
const PAGES: Readonly<Record<string, readonly [Resource, Action] | 'everybody'>> = {
  sessions: 'everybody',
  people: 'everybody',
  processes: ['map', 'show'],
  committee: ['evaluations', 'act'],
  areas: ['funds', 'list'],
  'programme-import': ['programmes', 'create'],
  'applicant-identities': ['applicants', 'list'],
  // Whoever sees a case sees what happened in it; the trail of the whole office is for its auditors.
  timeline: ['events', 'list'],
  'events/list': ['events', 'show'],
  settings: ['tenant', 'show'],
  'bulk-acts/list': ['bulkActs', 'list'],
  'bulk-acts/show': ['bulkActs', 'show'],
  'bulk-acts/create': ['bulkActs', 'create'],
  'bulk-acts/export': ['bulkActs', 'export'],
  'evaluator-groups/list': ['evaluatorGroups', 'list'],
  'evaluator-groups/show': ['evaluatorGroups', 'show'],
  'evaluator-groups/export': ['evaluatorGroups', 'export'],
  'evaluator-groups/create': ['evaluatorGroups', 'create'],
  'evaluator-groups/edit': ['evaluatorGroups', 'edit'],
  'evaluator-groups/delete': ['evaluatorGroups', 'delete'],
  'de-minimis/list': ['deMinimis', 'list'],
  'de-minimis/export': ['deMinimis', 'export'],
  'calendar-events/list': ['calendar', 'list'],
  'calendar-events/export': ['calendar', 'export'],
};

/** May the session do `action` on `resource`? Unknown names are refused. */
export function can(view: SessionView, resource: string, action: string): boolean {
  const page = PAGES[`${resource}/${action}`] ?? PAGES[resource];
  if (page === 'everybody') return true;
  const [name, wanted] = page ?? [resource, action];
  const allowed = (view.can as Readonly<Record<string, readonly string[] | undefined>>)[name];
  return allowed?.includes(wanted) ?? false;
}

/** The back office is for who holds another role than applicant. */
export function belongsHere(view: SessionView): boolean {
  return view.user.roles.some((role) => role !== 'applicant');
}

/** An applicant's account was used to sign in here; it belongs to the portal. */
export class ApplicantError extends Error {}
