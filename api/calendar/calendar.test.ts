import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import { buildGrants } from '../../models/testing/grantRows';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import type { AnnouncedEventRow, OwnEvent, PublicCalendar, PublicEvent } from '../../processes/calendarViews';
import { testApi, type Agent } from '../testing/api';
import { complete, grantPeople, openTask, pass, submitted, upTo, type GrantPeople } from '../testing/grantPeople';
import { snapshot } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';
import { eventsIn, parseCalendar, textOf, timeOf } from './testing/parseCalendar';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });
const slug = 'kalendarov';
const BASE = `/api/public/${slug}/calendar`;

let people: GrantPeople;
let caseId: string;
let tenantId: string;
let stranger: Agent;

const inDays = (days: number): string => DateTime.fromISO(today()).plus({ days }).toFormat('yyyy-MM-dd');
const concert = {
  title: 'Koncert',
  day: inDays(60),
  time: '18:00',
  endTime: '21:00',
  place: 'Náves',
  text: 'Přijďte všichni.',
  invites: true,
};

/** What must be nowhere in public of a natural person. */
const PRIVATE = ['1980-02-29', 'Tajná 7', '2000145399', 'Žadatelka', 'zkusebnov.example'];

const shown = async (query: object = {}): Promise<PublicCalendar> => (await api.browser().get(BASE).query(query).expect(200)).body;
const feed = async (address = `${BASE}.ics`) => parseCalendar((await api.browser().get(address).expect(200)).text);
const announce = (data: object) => pass(people, people.applicant, caseId, 'eventAnnouncement', 'submit', data);
const announceForm = async () => {
  const { id } = await openTask(people, caseId, 'eventAnnouncement');
  return (await people.applicant.agent.get(`/api/tasks/${id}`).expect(200)).body;
};
const own = async (agent: Agent = people.applicant.agent): Promise<OwnEvent[]> =>
  (await agent.get(`/api/cases/${caseId}/calendar-events`).expect(200)).body;
const listed = async (filter: object = {}, agent: Agent = people.officer.agent): Promise<AnnouncedEventRow[]> =>
  (
    await agent
      .get('/api/calendar-events')
      .query({ filter: JSON.stringify(filter) })
      .expect(200)
  ).body;
const put = (id: string, way: 'hide' | 'show', version: number, body: unknown = { reason: 'Patří jinam' }, agent = people.officer.agent) =>
  agent
    .post(`/api/calendar-events/${id}/${way}`)
    .set('If-Match', `"${version}"`)
    .send(body as object);

beforeAll(async () => {
  tenantId = await buildTenant({ slug });
  people = await grantPeople(api, tenantId);
  stranger = (await api.signedIn(await buildTenant({ slug: 'cizikov' }), ['grantOfficer', 'auditor'])).agent;
  ({ caseId } = await submitted(people, {
    applicantKind: 'natural',
    name: 'Žaneta Zkušební',
    birthDate: '1980-02-29',
    ico: undefined,
    representative: undefined,
    street: 'Tajná 7',
  }));
  await upTo(people, caseId, 'payment');
}, 180_000);

it('begins with nothing, and with a whole calendar of it', async () => {
  expect(await shown()).toEqual({ from: today(), to: inDays(366), events: [], total: 0, previousMonth: null, nextMonth: null });
  expect(eventsIn(await feed())).toEqual([]);
  const { form, startsBy } = await announceForm();
  expect([Object.keys(form.schema.properties).includes('event'), startsBy]).toEqual([false, null]);
});

it.each<[string, object, string]>([
  ['an hour that is none', { time: '25:00' }, 'time'],
  ['an end before the beginning', { endTime: '17:00' }, 'endTime'],
  ['a last day before the first', { endDay: inDays(1) }, 'endDay'],
  ['a day that is over', { day: inDays(-1) }, 'day'],
  ['a link that runs a script', { link: 'javascript:alert(1)' }, 'link'],
  ['a link with a tag', { link: 'https://a.example/"><script>' }, 'link'],
  ['an event that nobody announced', { event: randomUUID() }, 'event'],
  ['another as cancelled', { cancelled: true }, 'cancelled'],
  ['an unknown field', { hiddenReason: 'x' }, 'hiddenReason'],
  ['a title that is too long', { title: 'x'.repeat(201) }, 'title'],
  ['a wish that is no yes or no', { invites: 'ano' }, 'invites'],
])('refuses to announce %s, and nothing changes', async (_name, change, field) => {
  const { id } = await openTask(people, caseId, 'eventAnnouncement');
  const before = await snapshot(db);
  const answer = await complete(people.applicant, id, 'submit', { ...concert, ...change });
  expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  const { idempotency_keys: _keys, ...after } = await snapshot(db);
  expect(before).toMatchObject(after);
});

it('shows what the applicant wishes to be shown: of a natural person the name and the municipality, nothing more', async () => {
  await announce(concert);
  await announce({ title: 'Schůze', day: inDays(61), place: 'Doma', invites: false });
  const calendar = await shown();
  expect(calendar.events).toEqual([
    {
      id: expect.any(String),
      title: 'Koncert',
      startsOn: concert.day,
      startsAt: '18:00',
      endsOn: concert.day,
      endsAt: '21:00',
      place: 'Náves',
      invitation: 'Přijďte všichni.',
      link: null,
      organiser: { name: 'Žaneta Zkušební', municipality: 'Zkušebnov' },
      cancelled: false,
      changedAt: expect.any(String),
    },
  ]);
  const file = await api.browser().get(`${BASE}.ics`).expect(200);
  expect(file.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="kalendar-${slug}.ics"`,
    'access-control-allow-origin': '*',
  });
  for (const text of [JSON.stringify(calendar), file.text]) {
    for (const secret of [...PRIVATE, 'Schůze', people.applicant.user.id, caseId]) expect(text).not.toContain(secret);
  }
  await api
    .browser()
    .get(`${BASE}.ics`)
    .set('If-None-Match', file.headers.etag ?? '')
    .expect(304);
});

it('gives the same event to programs for calendars, in the feed and by itself', async () => {
  const [{ id }] = (await shown()).events as readonly [PublicEvent];
  for (const address of [`${BASE}.ics`, `${BASE}/${id}.ics`]) {
    const calendar = await feed(address);
    const [event, ...others] = eventsIn(calendar);
    expect(others).toEqual([]);
    expect(['UID', 'SUMMARY', 'SEQUENCE', 'STATUS'].map((name) => event && textOf(event, name))).toEqual([id, 'Koncert', '0', 'CONFIRMED']);
    const starts = DateTime.fromISO(`${concert.day}T18:00`, { zone: 'Europe/Prague' }).toUTC().toISO();
    expect(event && timeOf(calendar, event, 'DTSTART')).toBe(starts);
  }
  const [hidden] = (await listed({ state: 'notWished' })) as [AnnouncedEventRow];
  await api.browser().get(`${BASE}/${hidden.id}.ics`).expect(404);
});

it('takes another word of the applicant on the same event', async () => {
  const [{ id }] = (await shown()).events as readonly [PublicEvent];
  const { form, startsBy } = await announceForm();
  expect(form.schema.properties.event.oneOf.map((one: { title: string }) => one.title.split(',')[0])).toEqual([
    'nová akce',
    'Koncert',
    'Schůze',
  ]);
  expect(startsBy).toMatchObject({ field: 'event', starts: { [id]: { ...concert, event: id } } });

  await announce({ ...startsBy.starts[id], title: 'Koncert v kostele', day: inDays(62) });
  const after = await shown();
  expect(after.events).toMatchObject([{ id, title: 'Koncert v kostele', startsOn: inDays(62), cancelled: false }]);
  expect(eventsIn(await feed()).map((event) => [textOf(event, 'UID'), textOf(event, 'SEQUENCE')])).toEqual([[id, '1']]);
  // The history of the case names the event, and not its id.
  const view = (await people.officer.agent.get(`/api/cases/${caseId}`).expect(200)).body;
  expect(view.submissions.at(-1).form.schema.properties.event.oneOf).toContainEqual(
    expect.objectContaining({ const: id, title: expect.stringMatching(/^Koncert v kostele, /) }),
  );
});

it('says of a cancelled event that it is cancelled, and of one that takes place after all that it does', async () => {
  const [{ id }] = (await shown()).events as readonly [PublicEvent];
  const start = async () => (await announceForm()).startsBy.starts[id];
  await announce({ ...(await start()), cancelled: true });
  expect((await shown()).events).toMatchObject([{ id, cancelled: true }]);
  const [event] = eventsIn(await feed());
  expect(event && [textOf(event, 'STATUS'), textOf(event, 'SEQUENCE')]).toEqual(['CANCELLED', '2']);
  expect(await listed({ state: 'cancelled' })).toMatchObject([{ id, state: 'cancelled' }]);
  await announce({ ...(await start()), cancelled: false });
  expect((await shown()).events).toMatchObject([{ id, cancelled: false }]);
});

describe('the office', () => {
  it('hides an event with a reason and shows it again; both are in the history, and its applicant reads why', async () => {
    const [{ id, version }] = (await listed({ state: 'shown' })) as [AnnouncedEventRow];
    const hidden = await put(id, 'hide', version).expect(200);
    expect(hidden.body).toMatchObject({
      id,
      state: 'hidden',
      hiddenReason: 'Patří jinam',
      hiddenBy: { name: 'Referentka' },
      version: version + 1,
    });
    expect(hidden.headers.etag).toBe(`"${version + 1}"`);
    expect((await shown()).total).toBe(0);
    expect(eventsIn(await feed())).toEqual([]);
    await api.browser().get(`${BASE}/${id}.ics`).expect(404);
    expect((await own()).find((one) => one.id === id)).toMatchObject({ state: 'hidden', hiddenReason: 'Patří jinam' });
    expect(JSON.stringify(await own())).not.toContain('Referentka');
    const events = (await people.applicant.agent.get(`/api/cases/${caseId}/events`).expect(200)).body;
    expect(events.at(-1).sentence.cs).toBe('Úřad nezobrazuje akci „Koncert v kostele“ v kalendáři. Důvod: Patří jinam.');

    // What the applicant says of it meanwhile does not bring it back.
    const start = (await announceForm()).startsBy.starts[id];
    await announce({ ...start, place: 'Kostel' });
    expect((await shown()).total).toBe(0);
    expect((await put(id, 'show', version + 1)).status).toBe(412);
    await put(id, 'show', version + 2, { reason: 'Opraveno' }).expect(200);
    expect((await shown()).events).toMatchObject([{ id, place: 'Kostel' }]);
    const trail = await db.superuser<{ type: string; what: object; before: object; after: object }>(
      `select type, what, before, after from events where case_id = $1 and type like 'calendarEvent%' order by seq`,
      [caseId],
    );
    expect(trail).toMatchObject([
      { type: 'calendarEventHidden', what: { eventId: id, reason: 'Patří jinam' }, before: { state: 'shown' }, after: { state: 'hidden' } },
      { type: 'calendarEventShown', what: { eventId: id, reason: 'Opraveno' }, before: { state: 'hidden' }, after: { state: 'shown' } },
    ]);
  });

  it('reads all that was announced, found by a part of it, and as a file', async () => {
    expect((await listed()).map((row) => [row.title, row.state])).toEqual([
      ['Schůze', 'notWished'],
      ['Koncert v kostele', 'shown'],
    ]);
    expect(await listed({ q: 'kostele' })).toMatchObject([{ title: 'Koncert v kostele', applicantName: 'Žaneta Zkušební', caseId }]);
    expect(await listed({ q: '%' })).toEqual([]);
    expect(await listed({ from: inDays(62) })).toHaveLength(1);
    expect(await listed({ to: inDays(59) })).toEqual([]);
    const csv = await people.auditor.agent.get('/api/calendar-events').query({ format: 'csv' }).expect(200);
    expect(csv.text).toContain('Koncert v kostele');
  });

  it('may not do it by halves, twice, or in another role, and another office not at all', async () => {
    const [{ id, version }] = (await listed({ state: 'shown' })) as [AnnouncedEventRow];
    const before = await snapshot(db);
    for (const body of [
      {},
      { reason: '' },
      { reason: '  a ' },
      { reason: 1 },
      { reason: 'x'.repeat(1001) },
      { reason: 'dost', more: 1 },
      [],
    ])
      expect([body, (await put(id, 'hide', version, body)).status]).toEqual([body, 422]);
    expect((await put(id, 'hide', version - 1)).status).toBe(412);
    expect((await people.officer.agent.post(`/api/calendar-events/${id}/hide`).send({ reason: 'dost' })).status).toBe(428);
    expect((await put(id, 'show', version)).status).toBe(409);
    expect((await put(randomUUID(), 'hide', 1)).status).toBe(404);
    expect((await put(`${id}' or 1=1`, 'hide', version)).status).toBe(404);
    for (const { agent } of [people.applicant, people.secretary, people.auditor])
      expect((await put(id, 'hide', version, undefined, agent)).status).toBe(403);
    expect((await put(id, 'hide', version, undefined, stranger)).status).toBe(404);
    expect(await snapshot(db)).toEqual(before);
  });
});

it('is each town’s own', async () => {
  const [{ id }] = (await shown()).events as readonly [PublicEvent];
  expect((await api.browser().get('/api/public/cizikov/calendar').expect(200)).body.events).toEqual([]);
  expect(eventsIn(await feed('/api/public/cizikov/calendar.ics'))).toEqual([]);
  await api.browser().get(`/api/public/cizikov/calendar/${id}.ics`).expect(404);
  await api.browser().get('/api/public/neni-takova/calendar').expect(404);
  expect(await listed({}, stranger)).toEqual([]);
  await stranger.get(`/api/cases/${caseId}/calendar-events`).expect(404);
  const other = await api.signedIn(tenantId, ['applicant']);
  await other.agent.get(`/api/cases/${caseId}/calendar-events`).expect(404);
});

describe('what is asked for', () => {
  it.each([
    { month: '2027-13' },
    { month: '2027-5' },
    { month: '1027-05' },
    { month: '2027-05', from: '2027-05-01' },
    { from: '2027-02-30' },
    { from: '2027-05-02', to: '2027-05-01' },
    { from: '2027-01-01', to: '2028-12-31' },
    { from: `2027-01-01' or 1=1--` },
    { page: 2 },
  ])('is refused when it makes no sense: %j', async (query) => {
    const { status, body } = await api.browser().get(BASE).query(query);
    expect([status, Object.keys(body.errors)]).toEqual([422, [expect.any(String)]]);
  });

  it('is a month with the way to others, days from and to, or what is past', async () => {
    const [row] = (await shown()).events;
    const month = row?.startsOn.slice(0, 7);
    expect(await shown({ month })).toMatchObject({ from: `${month}-01`, total: 1, previousMonth: null, nextMonth: null });
    const nextYear = DateTime.fromISO(today()).plus({ years: 1 }).toFormat('yyyy-MM');
    expect(await shown({ month: nextYear })).toMatchObject({ events: [], total: 0, previousMonth: month });
    expect(await shown({ to: inDays(-1) })).toMatchObject({ from: inDays(-367), to: inDays(-1), events: [], nextMonth: month });
    expect((await shown({ from: row?.startsOn, to: row?.startsOn })).total).toBe(1);
  });

  it('finds an event on each of its days, and gives no more than five hundred at once', async () => {
    const office = await buildTenant({ slug: 'mnohov' });
    const applicant = await buildUser(office);
    const { id: programmeId } = await buildProgramme(office);
    const [grant] = await buildGrants(office, [{ programmeId, applicantId: applicant.id }]);
    await db.superuser(
      `insert into calendar_events (id, tenant_id, case_id, submission_id, title, starts_on, ends_on, place, wished, announced_at, changed_at)
       select gen_random_uuid(), $1, $2, gen_random_uuid(), 'Akce ' || n, '2031-06-10', '2031-07-02', 'Náves', true, now(), now() from generate_series(1, 501) n`,
      [office, grant],
    );
    const address = '/api/public/mnohov/calendar';
    for (const query of [{ month: '2031-06' }, { month: '2031-07' }, { from: '2031-06-20', to: '2031-06-20' }]) {
      const { body } = await api.browser().get(address).query(query).expect(200);
      expect([body.events.length, body.total]).toEqual([500, 501]);
    }
    expect((await api.browser().get(address).query({ month: '2031-08' })).body).toMatchObject({ total: 0, previousMonth: '2031-07' });
  });
});

it('takes in what was announced before there was a calendar', async () => {
  const migration = readFileSync(path.resolve(__dirname, '../../models/migrations/0017-calendar.sql'), 'utf8');
  const backfill = migration.slice(migration.indexOf('insert into calendar_events'));
  await db.superuser('delete from calendar_events');
  await db.superuser(backfill);
  const rows = await db.superuser<{ title: string; wished: boolean; starts_at: string; sequence: number }>(
    `select e.title, e.wished, e.starts_at, e.sequence from calendar_events e join submissions s on s.id = e.id where not s.data ? 'event' order by e.title`,
  );
  expect(rows).toEqual([
    { title: 'Koncert', wished: true, starts_at: '18:00:00', sequence: 0 },
    { title: 'Schůze', wished: false, starts_at: null, sequence: 0 },
  ]);
});
