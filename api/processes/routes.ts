import { z } from 'zod';
import type { ProcessDefinition } from '../../processes/define';
import { processMap, type Path } from '../../processes/map';
import { processes } from '../../processes/registry';
import { hiddenProcesses } from '../cases/reading';
import { notFound } from '../problems';
import { route, type Route } from '../route';
import { select } from '../sql';
import { schemas, wordsSchema } from '../viewSchemas';

const standing = z.record(
  z.string(),
  z.object({ title: wordsSchema, applicant: wordsSchema, tone: z.enum(['waiting', 'working', 'good', 'bad', 'neutral']) }),
);
const summary = {
  id: z.string(),
  title: wordsSchema,
  summary: wordsSchema,
  law: z.array(z.string()),
  statuses: standing,
  results: standing,
};

const present = ({ id, title, summary: about, law, statuses, results }: ProcessDefinition) => ({
  id,
  title,
  summary: about,
  law: [...law],
  statuses: { ...statuses },
  results: { ...results },
});

/** Ways of all cases, put together in the database: cases that went the same way are one row. Inside inTenant. */
async function paths(processId: string): Promise<Path[]> {
  const rows = await select<{ path: string; cases: number }>(
    `select path, count(*) as cases from (
       select string_agg(case e.type
           when 'caseOpened' then 'start'
           when 'taskOpened' then 'open:' || (e.what ->> 'step')
           when 'taskDone' then 'done:' || (e.what ->> 'step') || '.' || (e.what ->> 'outcome')
           when 'waitStarted' then 'wait:' || (e.what ->> 'wait')
           when 'waitEnded' then 'waited:' || (e.what ->> 'wait')
           else 'close:' || (e.what ->> 'result') end, ' ' order by e.seq) as path
       from events e join cases c on c.id = e.chain_id
       where c.process_id = $1 and e.type in ('caseOpened', 'taskOpened', 'taskDone', 'waitStarted', 'waitEnded', 'closed')
       group by e.chain_id) as each group by path`,
    [processId],
  );
  return rows.map(({ path, cases }) => ({ tokens: path.split(' '), cases }));
}

/** How many tasks of each step are open now, and the median of days from opening to the end. Inside inTenant. */
async function figures(processId: string): Promise<{ open: Record<string, number>; medianDays: Record<string, number> }> {
  const rows = await select<{ step: string; open: number; median: number | null }>(
    `select step, count(*) filter (where state = 'open') as open,
       round((percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at)) filter (where state = 'done') / 86400)::numeric, 2)::float8 as median
     from tasks where process_id = $1 group by step`,
    [processId],
  );
  return {
    open: Object.fromEntries(rows.map(({ step, open }) => [step, open])),
    medianDays: Object.fromEntries(rows.flatMap(({ step, median }) => (median === null ? [] : [[step, median]]))),
  };
}

export const processRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/processes',
    summary: 'Processes that run here',
    auth: 'session',
    response: z.array(z.object(summary)),
    handler: async ({ person }) => {
      const hidden = hiddenProcesses(person);
      return Object.values(processes)
        .filter(({ id }) => !hidden.includes(id))
        .map(present);
    },
  }),
  route({
    method: 'get',
    path: '/api/processes/:id',
    summary: 'A process with its map, what went which way, what is open and how long a step takes',
    auth: 'session',
    may: ['map', 'show'],
    params: z.strictObject({ id: z.string().max(40) }),
    response: z.object({ ...summary, map: schemas.processMapView, medianDays: z.record(z.string(), z.number()) }),
    handler: ({ person, params, inTenant }) =>
      inTenant(async () => {
        const definition = Object.hasOwn(processes, params.id) ? processes[params.id] : undefined;
        if (!definition || hiddenProcesses(person).includes(definition.id)) throw notFound();
        const { open, medianDays } = await figures(definition.id);
        return { ...present(definition), map: processMap(definition, await paths(definition.id), open), medianDays };
      }),
  }),
];
