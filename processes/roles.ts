import { words, type Words } from './words';

/** Roles that a person holds in a tenant; several at once are usual. What each may do is decided in one place: policy.ts. */
export const roles = {
  applicant: words('Žadatel', 'Applicant'),
  grantOfficer: words('Referent dotací', 'Grant officer'),
  evaluator: words('Hodnotitel', 'Evaluator'),
  councilSecretary: words('Tajemník orgánů', 'Council secretary'),
  accountant: words('Účetní', 'Accountant'),
  inspector: words('Kontrolor', 'Inspector'),
  auditor: words('Auditor', 'Auditor'),
  tenantAdmin: words('Správce úřadu', 'Tenant administrator'),
  platformAdmin: words('Správce platformy', 'Platform administrator'),
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

export function isRole(value: string): value is Role {
  return Object.hasOwn(roles, value);
}
