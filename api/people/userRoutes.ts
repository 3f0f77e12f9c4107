import { Op, type WhereOptions } from 'sequelize';
import { z } from 'zod';
import { User } from '../../models/people/User';
import { roleNames } from '../../processes/roles';
import type { PersonRef } from '../../processes/views';
import { searchedFor } from '../search';
import { list } from '../lists';
import { forbidden, notFound } from '../problems';
import { route } from '../route';
import { email, idParams, ids, language, personName, personRef, phone, role, searchText } from '../schemas';
import { editUser } from './userEditor';
import { inviteUser } from './userInviter';
import { presentUser, userColumns, userView } from './userView';

const filter = z.strictObject({ id: ids, q: searchText, role: role.optional(), active: z.boolean().optional() });

/** What a filter means for the table. */
function matching({ id, q, role: held, active }: z.output<typeof filter>): WhereOptions<User> {
  return {
    ...(id && { id }),
    ...(active !== undefined && { active }),
    ...(held && { roles: { [Op.contains]: [held] } }),
    ...(q && { [Op.and]: [searchedFor(q)] }),
  };
}

const listUsers = list({
  name: 'users',
  path: '/api/users',
  summary: 'People of the tenant',
  may: ['users', 'list'],
  sortable: ['name', 'email', 'createdAt', 'active'],
  defaultSort: ['name', 'ASC'],
  filter,
  row: userView,
  columns: userColumns,
  find: ({ filter: asked, sort, offset, limit }, { inTenant }) =>
    inTenant(async () => {
      const order: [string, string][] = [
        [sort.field, sort.direction],
        ['id', 'ASC'],
      ];
      const { rows, count } = await User.findAndCountAll({ where: matching(asked), order, offset, limit });
      return { rows: rows.map(presentUser), total: count };
    }),
});

const show = route({
  method: 'get',
  path: '/api/users/:id',
  summary: 'One person',
  auth: 'session',
  may: ['users', 'show'],
  params: idParams,
  response: userView,
  async handler({ params, inTenant }) {
    const user = await inTenant(() => User.findByPk(params.id));
    if (!user) throw notFound();
    return presentUser(user);
  },
});

const roleList = z
  .array(role)
  .min(1)
  .max(8)
  .transform((roles) => [...new Set(roles)]);

const create = route({
  method: 'post',
  path: '/api/users',
  summary: 'Add a person; they get a link to set their password',
  auth: 'session',
  may: ['users', 'create'],
  idempotent: 'optional',
  body: z.strictObject({ email, name: personName, roles: roleList, phone: phone.optional(), language: language.optional() }),
  status: 201,
  response: userView,
  handler: async (context) => presentUser(await inviteUser(context, context.body)),
});

const edit = route({
  method: 'patch',
  path: '/api/users/:id',
  summary: 'Change a person or their roles',
  auth: 'session',
  may: ['users', 'edit'],
  ifMatch: true,
  params: idParams,
  body: z.strictObject({
    name: personName.optional(),
    phone: phone.optional(),
    language: language.optional(),
    roles: roleList.optional(),
    active: z.boolean().optional(),
  }),
  response: userView,
  handler: async (context) => presentUser(await editUser(context, context.params.id, context.version, context.body)),
});

const officeRoles = roleNames.filter((name) => name !== 'applicant');

/** For pickers in the back office: more than a name is the administrator's. */
const people = route({
  method: 'get',
  path: '/api/people',
  summary: 'Active people with a role, for pickers',
  auth: 'session',
  query: z.strictObject({ role: role.optional() }),
  response: z.array(personRef),
  async handler({ person, query, inTenant }): Promise<PersonRef[]> {
    if (!person.roles.some((held) => held !== 'applicant')) throw forbidden();
    // Applicants are picked in no form, and their names are nobody's business here.
    const wanted = query.role ? { [Op.contains]: [query.role] } : { [Op.overlap]: officeRoles };
    const users = await inTenant(() =>
      User.findAll({ where: { active: true, roles: wanted }, attributes: ['id', 'name'], order: [['name', 'ASC']], limit: 500 }),
    );
    return users.map(({ id, name }) => ({ id, name }));
  },
});

export const userRoutes = [listUsers, show, create, edit, people];
