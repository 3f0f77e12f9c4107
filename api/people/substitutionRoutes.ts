import { z } from 'zod';
import { Substitution } from '../../models/people/Substitution';
import { User } from '../../models/people/User';
import { processes } from '../../processes/registry';
import type { SubstitutionView } from '../../processes/views';
import { words, type Words } from '../../processes/words';
import { says } from '../http/zodWords';
import { list } from '../lists';
import { invalid, notFound } from '../problems';
import { record } from '../record';
import { route } from '../route';
import { day, id, idParams, ids, personRef } from '../schemas';

const view: z.ZodType<SubstitutionView> = z
  .object({ id, absent: personRef, substitute: personRef, startsOn: z.string(), endsOn: z.string(), processId: z.string().nullable() })
  .meta({ id: 'Substitution' });

/** With the names of both; the people are read in one statement. */
async function present(rows: readonly Substitution[]): Promise<SubstitutionView[]> {
  const users = await User.findAll({ where: { id: [...new Set(rows.flatMap(({ absentId, substituteId }) => [absentId, substituteId]))] } });
  const nameOf = (userId: string) => ({ id: userId, name: users.find((user) => user.id === userId)?.name ?? '' });
  return rows.map(({ id: own, absentId, substituteId, startsOn, endsOn, processId }) => ({
    id: own,
    absent: nameOf(absentId),
    substitute: nameOf(substituteId),
    startsOn,
    endsOn,
    processId,
  }));
}

const listSubstitutions = list({
  name: 'substitutions',
  path: '/api/substitutions',
  summary: 'Who acts in whose place',
  may: ['substitutions', 'list'],
  sortable: ['startsOn', 'endsOn'],
  defaultSort: ['startsOn', 'DESC'],
  filter: z.strictObject({ id: ids, absentId: id.optional(), substituteId: id.optional() }),
  row: view,
  columns: [
    { title: words('Kdo chybí', 'Absent'), value: (row) => row.absent.name },
    { title: words('Kdo zastupuje', 'Substitute'), value: (row) => row.substitute.name },
    { title: words('Od', 'From'), value: (row) => row.startsOn },
    { title: words('Do (včetně)', 'To (inclusive)'), value: (row) => row.endsOn },
    {
      title: words('Pro postup', 'For process'),
      value: (row, language) => (row.processId === null ? null : (processes[row.processId]?.title[language] ?? row.processId)),
    },
  ],
  find: ({ filter, sort, offset, limit }, { inTenant }) =>
    inTenant(async () => {
      const { rows, count } = await Substitution.findAndCountAll({
        where: filter,
        order: [
          [sort.field, sort.direction],
          ['id', 'ASC'],
        ],
        offset,
        limit,
      });
      return { rows: await present(rows), total: count };
    }),
});

const body = z
  .strictObject({
    absentId: id,
    substituteId: id,
    startsOn: day,
    endsOn: day,
    processId: z
      .string()
      .refine((processId) => Object.hasOwn(processes, processId), says('Takový postup tu není.', 'There is no such process.'))
      .nullable()
      .optional(),
  })
  .refine(({ absentId, substituteId }) => absentId !== substituteId, {
    path: ['substituteId'],
    ...says('Nikdo nemůže zastupovat sám sebe.', 'Nobody can substitute themselves.'),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    ...says('Konec musí být v den začátku nebo po něm.', 'The end must not be before the start.'),
  });

const create = route({
  method: 'post',
  path: '/api/substitutions',
  summary: 'Set who acts in whose place; both days included',
  auth: 'session',
  may: ['substitutions', 'create'],
  idempotent: 'optional',
  body,
  status: 201,
  response: view,
  handler: (context) =>
    context.inTenant(async () => {
      const { absentId, substituteId, startsOn, endsOn, processId = null } = context.body;
      const known = await User.findAll({ where: { id: [absentId, substituteId], active: true }, attributes: ['id'] });
      const errors: Record<string, Words> = {};
      for (const [field, userId] of Object.entries({ absentId, substituteId })) {
        if (!known.some((user) => user.id === userId))
          errors[field] = words('Taková osoba tu není, nebo už není aktivní.', 'There is no such active person here.');
      }
      if (Object.keys(errors).length > 0) throw invalid(errors);
      const made = await Substitution.create({ absentId, substituteId, startsOn, endsOn, processId, createdBy: context.person.id });
      await record(context, {
        type: 'substitutionChanged',
        what: { substitutionId: made.id },
        after: { absentId, substituteId, startsOn, endsOn, processId },
      });
      const [shown] = await present([made]);
      if (!shown) throw notFound();
      return shown;
    }),
});

/** The row goes, the trail stays: who acted in whose place, and by which substitution, is in the events. */
const end = route({
  method: 'delete',
  path: '/api/substitutions/:id',
  summary: 'End a substitution now',
  auth: 'session',
  may: ['substitutions', 'edit'],
  params: idParams,
  handler: (context) =>
    context.inTenant(async () => {
      const row = await Substitution.findByPk(context.params.id, { lock: true });
      if (!row) throw notFound();
      const { absentId, substituteId, startsOn, endsOn, processId } = row;
      await row.destroy();
      await record(context, {
        type: 'substitutionChanged',
        what: { substitutionId: row.id, ended: true },
        before: { absentId, substituteId, startsOn, endsOn, processId },
      });
    }),
});

export const substitutionRoutes = [listSubstitutions, create, end];
