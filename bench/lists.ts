/** The list of cases over HTTP with ten thousand applications behind it: filtered, sorted, paged, as officers ask for it. */
import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { z } from 'zod';
import { ownerSequelize } from '../models/index';
import { holders, type Crew } from '../scripts/drill/crew';
import { percentiles, timed, type Times } from './measure';

export const LISTED = 10_000;
const ROUNDS = 40;
const WARM_UP = 5;

/** What officers ask for; the dialect of the back office. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'as it opens': { sort: ['changedAt', 'DESC'], range: [0, 24] },
  'open ones by the end of their period': { sort: ['clockDueAt', 'ASC'], range: [0, 24], filter: { open: true } },
  'two statuses by applicant': { sort: ['applicantName', 'ASC'], range: [0, 24], filter: { status: ['checking', 'evaluating'] } },
  'refused ones by number': { sort: ['number', 'DESC'], range: [0, 24], filter: { result: 'refused' } },
  'a word in the text': { sort: ['openedAt', 'DESC'], range: [0, 24], filter: { q: 'hřiště 77' } },
  'the hundredth page by title': { sort: ['title', 'ASC'], range: [2475, 2499] },
  'two hundred of a programme': { sort: ['status', 'ASC'], range: [0, 199], filter: {} },
};

/** Puts the applications into the tables past the procedure: only lists read them. */
async function seed({ tenantId, programmeId, people }: Crew): Promise<void> {
  const owner = ownerSequelize();
  const applicants = people.filter(({ roles }) => roles.includes('applicant')).map(({ id }) => id);
  const bind = [tenantId, programmeId, applicants, LISTED];
  try {
    await owner.query(
      `insert into cases (id, tenant_id, process_id, number, title, applicant_id, applicant_name, subject_id, status, result, values, clock_due_at, rest,
         opened_at, changed_at, closed_at)
       select gen_random_uuid(), $1, 'grant', 'LST-2026-' || lpad(i::text, 5, '0'), 'Hřiště ' || i || ' ' || md5(i::text), ($3::uuid[])[1 + i % cardinality($3::uuid[])],
         'Spolek ' || md5((i % 900)::text), $2, (array['checking', 'returned', 'evaluating', 'deciding', 'contracting', 'running'])[1 + i % 6],
         case when i % 3 = 0 then (array['settled', 'refused', 'rejected'])[1 + (i / 3) % 3] end, jsonb_build_object('requested', i * 1000),
         now() + (i % 90) * interval '1 day', 1, now() - (i % 700) * interval '1 hour', now() - (i % 500) * interval '1 hour',
         case when i % 3 = 0 then now() - (i % 300) * interval '1 hour' end
       from generate_series(1, $4::integer) as i`,
      { bind, type: QueryTypes.RAW },
    );
    await owner.query(
      `insert into tasks (id, tenant_id, case_id, process_id, step, ordinal, role, state, due_at, opened_at)
       select c.id || '.formalCheck.1', c.tenant_id, c.id, 'grant', 'formalCheck', 1, 'grantOfficer', case when c.closed_at is null then 'open' else 'done' end,
         c.clock_due_at, c.opened_at from cases c where c.tenant_id = $1 and c.number like 'LST-%'`,
      { bind: [tenantId], type: QueryTypes.RAW },
    );
    await owner.query('analyze');
  } finally {
    await owner.close();
  }
}

/** Milliseconds by what was asked. */
export type ListTimes = Readonly<Record<string, Times>>;

/** Seeds the applications and asks for lists of them as one officer, one after another. */
export async function measureLists(crew: Crew): Promise<ListTimes> {
  await seed(crew);
  const [officer] = holders(crew, 'grantOfficer');
  if (!officer) throw new Error('No officer');
  const times: Record<string, Times> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const filter = name.endsWith('of a programme') ? { subjectId: crew.programmeId } : (question.filter ?? {});
    // Another key each time, so that nothing between us and the database answers twice the same.
    const ask = () =>
      officer.client.request('GET', 'api/cases', z.array(z.unknown()), { query: { ...question, filter }, key: randomUUID() });
    for (let left = WARM_UP; left > 0; left -= 1) await ask();
    const samples: number[] = [];
    for (let left = ROUNDS; left > 0; left -= 1) samples.push(await timed(ask));
    times[name] = percentiles(samples);
  }
  return times;
}
