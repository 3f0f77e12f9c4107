/** The five numbers that a person sees first, by their roles: each a list that it leads to. */
import type { Role } from '../../../processes/roles';

export interface Figure {
  /** Key of the word files: `postup.dashboard.<title>`. */
  readonly title: string;
  readonly resource: string;
  readonly filter: Readonly<Record<string, unknown>>;
  /** Red when it is not zero. */
  readonly alarming?: boolean;
}

const tasks = (title: string, filter: Figure['filter'], alarming = false): Figure => ({ title, resource: 'tasks', filter, alarming });

const WORKER: readonly Figure[] = [
  tasks('mine', { scope: 'mine' }),
  tasks('groups', { scope: 'groups' }),
  tasks('overdue', { due: 'overdue' }, true),
  tasks('week', { due: 'week' }),
  tasks('followUp', { due: 'followUp' }),
];

const OVERSEER: readonly Figure[] = [
  { title: 'openCases', resource: 'cases', filter: { open: true } },
  { title: 'closedCases', resource: 'cases', filter: { open: false } },
  tasks('overdue', { due: 'overdue' }, true),
  { title: 'incidents', resource: 'incidents', filter: { state: 'open' }, alarming: true },
  { title: 'events', resource: 'events', filter: {} },
];

const ADMINISTRATOR: readonly Figure[] = [
  { title: 'incidents', resource: 'incidents', filter: { state: 'open' }, alarming: true },
  tasks('overdue', { due: 'overdue' }, true),
  { title: 'openCases', resource: 'cases', filter: { open: true } },
  { title: 'programmes', resource: 'programmes', filter: { state: 'published' } },
  { title: 'users', resource: 'users', filter: {} },
];

const WORKERS: readonly Role[] = ['grantOfficer', 'evaluator', 'councilSecretary', 'accountant', 'inspector'];

/** Whoever does steps of cases sees their tasks first; who oversees or administers, the whole. */
export function figuresFor(roles: readonly Role[]): readonly Figure[] {
  if (roles.some((role) => WORKERS.includes(role))) return WORKER;
  if (roles.includes('tenantAdmin')) return ADMINISTRATOR;
  if (roles.includes('auditor')) return OVERSEER;
  if (roles.includes('platformAdmin')) return [{ title: 'tenants', resource: 'tenants', filter: {} }];
  return [];
}

/** The address of the list with its filter. */
export function addressOf(figure: Figure): string {
  return `/${figure.resource}?${new URLSearchParams({ filter: JSON.stringify(figure.filter), page: '1' }).toString()}`;
}
