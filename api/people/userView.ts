import { z } from 'zod';
import type { User } from '../../models/people/User';
import { roles } from '../../processes/roles';
import type { UserView } from '../../processes/views';
import { words } from '../../processes/words';
import type { Column } from '../lists';
import { id, language, role } from '../schemas';

export const userView: z.ZodType<UserView> = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    roles: z.array(role),
    language,
    active: z.boolean(),
    lockedUntil: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'User' });

export function presentUser(user: User): UserView {
  const { email, name, phone, active, version, lockedUntil, createdAt } = user;
  // A lock that has passed is none.
  const locked = lockedUntil !== null && lockedUntil > new Date() ? lockedUntil.toISOString() : null;
  return {
    id: user.id,
    email,
    name,
    phone,
    roles: user.roles,
    language: user.language,
    active,
    lockedUntil: locked,
    createdAt: createdAt.toISOString(),
    version,
  };
}

export const userColumns: readonly Column<UserView>[] = [
  { title: words('Jméno', 'Name'), value: (user) => user.name },
  { title: words('E-mail', 'E-mail'), value: (user) => user.email },
  { title: words('Telefon', 'Phone'), value: (user) => user.phone },
  { title: words('Role', 'Roles'), value: (user, language) => user.roles.map((held) => roles[held][language]).join(', ') },
  { title: words('Aktivní', 'Active'), value: (user, language) => (user.active ? words('ano', 'yes') : words('ne', 'no'))[language] },
];
