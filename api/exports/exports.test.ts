/** Cases exported by chosen columns, over HTTP: real ones on their way, and the file read as Excel reads it. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readWorkbook } from '../../documents/spreadsheet/testing/readWorkbook';
import { inTenant, query } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import type { ExportOffer } from '../../processes/exports/views';
import type { FormItem } from '../../processes/formItems/items';
import { roleNames } from '../../processes/roles';
import { testApi } from '../testing/api';
import { complete, grantPeople, openTask, pass, SCORES, submitted, type GrantPeople, type Signed } from '../testing/grantPeople';
import { snapshot } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const items: FormItem[] = [
  { id: 'q1', kind: 'section', title: 'O vás' },
  { id: 'q2', kind: 'number', title: 'Členů' },
  {
    id: 'q3',
    kind: 'choice',
    title: 'Kde',
    options: [
      { id: 'in', title: 'uvnitř' },
      { id: 'out', title: 'venku' },
    ],
  },
  {
    id: 'q4',
    kind: 'choices',
    title: 'Pro koho',
    options: [
      { id: 'a', title: 'děti' },
      { id: 'b', title: 'senioři' },
    ],
  },
  { id: 'q5', kind: 'yesNo', title: 'Veřejná?' },
  { id: 'q6', kind: 'day', title: 'Kdy' },
  {
    id: 'q7',
    kind: 'table',
    title: 'Rozpočet',
    columns: [
      { id: 'a', title: 'Položka', kind: 'text' },
      { id: 'b', title: 'Částka', kind: 'money' },
    ],
  },
  { id: 'q8', kind: 'money', title: 'Vlastní zdroje' },
  { id: 'q9', kind: 'text', title: 'Heslo' },
  { id: 'q10', kind: 'computed', title: 'Podíl', plus: ['q8'], percentOf: 'totalCost' },
  { id: 'q11', kind: 'address', title: 'Místo' },
];
const FORMULA = '=HYPERLINK("http://x.example";"klikni")';
const answers = {
  q2: 12,
  q3: 'out',
  q4: ['a', 'b'],
  q5: true,
  q6: '2027-05-01',
  q7: [
    { a: '=1+1', b: 1_234_56 },
    { a: 'Nájem', b: 1_000_00 },
  ],
  q8: 30_000_00,
  q9: FORMULA,
  q11: { street: 'Náves 1', municipality: 'Zkušebnov', postcode: '100 00' },
};

let tenantId: string;
let people: GrantPeople;
/** Officer and evaluator in one. */
let both: Signed;
let inspector: Signed;
let caseId: string;
let number: string;

const own = (item: string): string => `answers.${people.programme.id}.${item}`;
const criterion = (id: string): string => `criteria.${people.programme.id}.${id}`;
const offer = (who: Signed, filter: object = {}) => who.agent.post('/api/case-exports/offer').send({ filter });
const send = (who: Signed, columns: readonly string[], more: object = {}) =>
  who.agent.post('/api/case-exports').send({ filter: { id: [caseId] }, columns, format: 'xlsx', ...more });

async function offered(who: Signed, filter: object = {}): Promise<string[]> {
  const { groups } = (await offer(who, filter).expect(200)).body as ExportOffer;
  return groups.flatMap(({ columns }) => columns.map(({ id }) => id));
}
const bytesOf = (answer: { body: unknown }): Buffer => answer.body as Buffer;

/** The first sheet without its head, as plain values. */
async function rows(who: Signed, columns: readonly string[], more: object = {}): Promise<unknown[][]> {
  const answer = await send(who, columns, more)
    .buffer()
    .parse((response, done) => {
      buffer(Readable.from(response as unknown as AsyncIterable<Buffer>)).then(
        (read) => done(null, read),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
      );
    });
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  workbook = readWorkbook(bytesOf(answer));
  return workbook.sheets[0]!.rows.slice(1).map((row) => columns.map((_, place) => plain(row[place] ?? null)));
}
const plain = (cell: ReturnType<typeof readWorkbook>['sheets'][number]['rows'][number][number]): unknown =>
  cell === null ? null : 'text' in cell ? cell.text : cell.number;
let workbook: ReturnType<typeof readWorkbook>;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  both = await api.signedIn(tenantId, ['grantOfficer', 'evaluator'], { name: 'Referent hodnotící' });
  inspector = await api.signedIn(tenantId, ['inspector']);
  const evaluators = [people.evaluators[0], both] as const;
  const programme = await buildProgramme(tenantId, { evaluatorIds: evaluators.map(({ user }) => user.id), settlementDueOn: '2028-01-31' });
  people = { ...people, evaluators, programme };
  await people.officer.agent.put(`/api/programmes/${programme.id}/form`).set('If-Match', '"0"').send({ items }).expect(200);
  ({ caseId, number } = await submitted(people, answers));
  await pass(people, people.officer, caseId, 'formalCheck', 'pass');
}, 120_000);

it('offers each person what they may read: criteria to who evaluates not, the officers’ section to officers', async () => {
  const { officer, auditor } = people;
  const all = await offered(officer);
  expect(all).toEqual(expect.arrayContaining(['case.number', own('q7'), criterion('benefit'), 'section.ownNumber', 'applicant.email']));
  // a heading asks nothing
  expect(all).not.toContain(own('q1'));
  expect(await offered(auditor)).toEqual(all);
  const inspected = await offered(inspector);
  expect(inspected).toContain('decision.awarded');
  for (const hidden of ['section.ownNumber', 'section.deMinimis', 'evaluation.mean', criterion('benefit'), 'applicant.email'])
    expect(inspected).not.toContain(hidden);
  // what is not offered is not given either
  const refused = await send(inspector, ['case.number', 'section.ownNumber']);
  expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([422, ['columns.1']]);
});

it('has each question in a column: numbers as numbers, days as days, options by their titles, a table in lines', async () => {
  const columns = [
    'case.number',
    'applicant.ico',
    'application.requestedAmount',
    ...['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10', 'q11'].map(own),
  ];
  expect(await rows(people.officer, columns)).toEqual([
    [
      number,
      '00000027',
      40_000,
      12,
      'venku',
      'děti, senioři',
      'ano',
      46_508,
      'Položka: =1+1; Částka: 1\u00a0234,56\u00a0Kč\nPoložka: Nájem; Částka: 1\u00a0000\u00a0Kč',
      30_000,
      FORMULA,
      25,
      'Náves 1, 100 00 Zkušebnov',
    ],
  ]);
  expect(workbook.sheets[0]!.rows[0]!.slice(0, 3)).toEqual([
    { text: 'Číslo', bold: true },
    { text: 'IČO', bold: true },
    { text: 'Požadováno (Kč)', bold: true },
  ]);
  // in the order that was asked
  expect(await rows(people.officer, [own('q2'), 'case.number'])).toEqual([[12, number]]);
});

it('puts a table on a sheet of its own, with the number of the case', async () => {
  expect(await rows(people.officer, ['case.number', own('q7')], { tablesApart: true })).toEqual([[number, 2]]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Spisy', 'Rozpočet']);
  expect(workbook.sheets[1]!.rows.map((row) => row.map(plain))).toEqual([
    ['Číslo', 'Položka', 'Částka (Kč)'],
    [number, '=1+1', 1_234.56],
    [number, 'Nájem', 1_000],
  ]);
});

it('is a CSV that a Czech Excel opens: marked as UTF-8, semicolons, decimal commas, and no text is run', async () => {
  const { status, text, headers } = await send(
    people.officer,
    ['case.number', 'application.requestedAmount', own('q6'), own('q9'), own('q7')],
    { format: 'csv' },
  );
  expect([status, headers['content-disposition']]).toEqual([200, `attachment; filename="spisy-${today()}.csv"`]);
  expect(text.startsWith('\ufeffČíslo;Požadováno (Kč);Kdy;Heslo;Rozpočet\r\n')).toBe(true);
  expect(text).toContain(`${number};40000,00;01.05.2027;"'=HYPERLINK(""http://x.example"";""klikni"")";"Položka: =1+1;`);
});

describe('evaluations', () => {
  const columns = () => [
    'evaluation.in',
    'evaluation.open',
    'evaluation.mean',
    'evaluation.deviation',
    'evaluation.recommended',
    criterion('benefit'),
  ];
  const seen = (who: Signed) => rows(who, [...columns(), 'decision.proposed']);

  it('say how many are in, and nothing of points while one is open; who has one to give sees nothing of them', async () => {
    await pass(people, people.evaluators[0], caseId, 'evaluation', 'submit', SCORES);
    expect(await seen(people.officer)).toEqual([[1, 1, null, null, null, null, null]]);
    expect(await seen(both)).toEqual([[null, null, null, null, null, null, null]]);
    expect((await people.evaluators[0].agent.post('/api/case-exports').send({})).status).toBe(403);
  });

  it('say the mean, the spread and each criterion when all are in', async () => {
    await pass(people, both, caseId, 'evaluation', 'submit', { ...SCORES, benefit: 40, recommendedAmount: 20_000_00 });
    const told = [2, 0, 75, 5, 30_000, 35, null];
    expect(await seen(people.officer)).toEqual([told]);
    expect(await seen(both)).toEqual([told]);
    expect(await seen(people.auditor)).toEqual([told]);
  });
});

it('tells who is to act, the decision, payments and the officers’ own section', async () => {
  const { officer, secretary, accountant } = people;
  await pass(people, officer, caseId, 'proposal', 'recommend', { amount: 40_000_00, justification: 'Podle hodnocení' });
  expect(await rows(officer, ['case.status', 'case.actors', 'decision.proposed', 'decision.awarded'])).toEqual([
    ['Rozhodování', 'Tajemník orgánů', 40_000, null],
  ]);
  await officer.agent.patch(`/api/cases/${caseId}/section`).set('If-Match', '"0"').send({ ownNumber: 'KUL/7/2026' }).expect(200);
  const votes = { resolutionNumber: 'RM/12/2026', decidedOn: today(), votesFor: 7, votesAgainst: 0, votesAbstained: 0, amount: 40_000_00 };
  await pass(people, secretary, caseId, 'councilDecision', 'approve', votes);
  await pass(people, officer, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S-1/2026' });
  await complete(accountant, (await openTask(people, caseId, 'payment')).id, 'paid', {
    paidOn: today(),
    amount: 40_000_00,
    variableSymbol: '20260001',
  });
  const [row] = await rows(officer, [
    'decision.resolution',
    'decision.decidedBy',
    'payments.paid',
    'payments.unpaid',
    'payments.parts',
    'settlement.dueOn',
    'section.ownNumber',
  ]);
  expect(row).toEqual([
    'RM/12/2026',
    'rada',
    40_000,
    0,
    expect.stringMatching(/^\d+\. \d+\. \d{4}: 40\s000\sKč \(VS 20260001\)$/),
    46_783,
    'KUL/7/2026',
  ]);
  expect(await rows(inspector, ['decision.proposed', 'decision.awarded'])).toEqual([[40_000, 40_000]]);
});

it('has confidential cases only for their readers, also when they are asked for by id', async () => {
  await inspector.agent
    .post(`/api/cases/${caseId}/breach`)
    .set('Idempotency-Key', randomUUID())
    .send({ reason: 'purpose', finding: 'Jiný účel', amount: 10_000_00 })
    .expect(201);
  const [breach] = await inTenant(tenantId, () => query<{ id: string }>(`select id from cases where process_id = 'breach'`));
  const filter = { id: [caseId, breach!.id] };
  expect((await offer(people.officer, filter)).body.cases).toBe(1);
  expect((await offer(inspector, filter)).body.cases).toBe(2);
  expect(await rows(people.officer, ['case.process'], { filter })).toEqual([['Dotace']]);
  expect((await rows(inspector, ['case.process'], { filter })).flat().sort()).toEqual(['Dotace', 'Porušení rozpočtové kázně']);
});

it('is recorded with who, which filter, which columns and how many rows; a refused one is not', async () => {
  const exported = () =>
    inTenant(tenantId, () =>
      query<{ actor: string; what: object }>(`select actor_id as actor, what from events where type = 'exported' order by seq`),
    );
  const before = await exported();
  await send(people.officer, ['case.nothing']).expect(422);
  await send(people.accountant, ['case.number', 'case.title'], { format: 'csv', filter: { q: number } }).expect(200);
  const after = await exported();
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)).toMatchObject({
    actor: people.accountant.user.id,
    what: { list: 'cases', format: 'csv', rows: 1, filter: { q: number }, columns: ['case.number', 'case.title'] },
  });
});

it('refuses what it does not understand, says where, and records nothing', async () => {
  const before = await snapshot(db);
  const ask = { filter: {}, columns: ['case.number'], format: 'csv' };
  for (const [change, field] of [
    [{ columns: [] }, 'columns'],
    [{ columns: 'case.number' }, 'columns'],
    [{ columns: ['case.number', 'case.number'] }, 'columns'],
    [{ columns: ["case.number'; drop table cases; --"] }, 'columns.0'],
    [{ columns: ['case.constructor'] }, 'columns.0'],
    [{ columns: [`answers.${randomUUID()}.q1`] }, 'columns.0'],
    [{ columns: Array.from({ length: 201 }, (_, place) => `case.c${'x'.repeat(place % 30)}`) }, 'columns'],
    [{ format: 'exe' }, 'format'],
    [{ tablesApart: true }, 'tablesApart'],
    [{ sort: ['password_hash', 'ASC'] }, 'sort.0'],
    [{ filter: { tenantId } }, 'filter.tenantId'],
    [{ filter: { id: [] } }, 'filter.id'],
    [{ limit: 5 }, 'limit'],
  ] as const) {
    const { status, body } = await people.officer.agent.post('/api/case-exports').send({ ...ask, ...change });
    expect([change, status, Object.keys((body.errors ?? {}) as object)]).toEqual([change, 422, [field]]);
  }
  // another office finds nothing of ours, neither a case nor a question
  const foreign = await api.signedIn(await buildTenant(), ['grantOfficer']);
  const settled = await snapshot(db);
  expect((await offer(foreign, { id: [caseId] })).body.cases).toBe(0);
  expect((await send(foreign, [own('q2')])).status).toBe(422);
  expect(await snapshot(db)).toEqual(settled);
  expect({ ...(await snapshot(db)), tenants: '', users: '', events: '', chain_heads: '' }).toEqual({
    ...before,
    tenants: '',
    users: '',
    events: '',
    chain_heads: '',
  });
});

describe('kept choices', () => {
  const fields = { name: 'Pro radu', shared: false, columns: ['case.number', 'decision.proposed'], format: 'xlsx', tablesApart: false };
  const keep = (who: Signed, more: object = {}) => who.agent.post('/api/export-choices').send({ ...fields, ...more });
  const names = async (who: Signed): Promise<string[]> =>
    (await who.agent.get('/api/export-choices').expect(200)).body.map(({ name }: { name: string }) => name);

  it('are one’s own, or the whole office’s; only the owner and who looks after the office change a shared one', async () => {
    const { officer, secretary, auditor } = people;
    const admin = await api.signedIn(tenantId, ['tenantAdmin']);
    const mine = (await keep(officer).expect(201)).body;
    const ours = (await keep(officer, { name: 'Pro všechny', shared: true }).expect(201)).body;
    expect(await names(officer)).toEqual(['Pro radu', 'Pro všechny']);
    expect(await names(secretary)).toEqual(['Pro všechny']);
    expect(await names(await api.signedIn(await buildTenant(), ['grantOfficer']))).toEqual([]);
    const change = (who: Signed, { id, version }: { id: string; version: number }, body: object) =>
      who.agent.patch(`/api/export-choices/${id}`).set('If-Match', `"${version}"`).send(body);
    expect((await change(secretary, mine, { name: 'Ne' })).status).toBe(404);
    expect((await change(secretary, ours, { name: 'Ne' })).status).toBe(403);
    expect((await change(auditor, ours, { name: 'Ne' })).status).toBe(403);
    expect((await change(admin, ours, { shared: false })).status).toBe(422);
    const changed = (await change(admin, ours, { columns: ['case.title'] }).expect(200)).body;
    expect(changed).toMatchObject({ columns: ['case.title'], version: 2, name: 'Pro všechny', owner: { id: officer.user.id } });
    expect((await change(officer, ours, { name: 'Staré' })).status).toBe(412);
    expect((await officer.agent.patch(`/api/export-choices/${ours.id}`).send({ name: 'Bez' })).status).toBe(428);
    expect((await officer.agent.delete(`/api/export-choices/${ours.id}`).set('If-Match', '"1"')).status).toBe(412);
    await officer.agent.delete(`/api/export-choices/${ours.id}`).set('If-Match', '"2"').expect(204);
    expect(await names(secretary)).toEqual([]);
    const types = await inTenant(tenantId, () =>
      query<{ type: string }>(`select type from events where type like 'exportChoice%' order by seq`),
    );
    expect(types.map(({ type }) => type)).toEqual([
      'exportChoiceCreated',
      'exportChoiceCreated',
      'exportChoiceChanged',
      'exportChoiceDeleted',
    ]);
  });

  it.each<[string, object, string]>([
    ['a name that is taken, in other letters', { name: 'PRO RADU' }, 'name'],
    ['no name', { name: ' ' }, 'name'],
    ['two lines of a name', { name: 'a\nb' }, 'name'],
    ['a column that is none', { columns: ['x'] }, 'columns.0'],
    ['sheets in a CSV', { name: 'Jiná', format: 'csv', tablesApart: true }, 'tablesApart'],
    ['an owner', { name: 'Jiná', ownerId: randomUUID() }, 'ownerId'],
  ])('refuse %s', async (_name, change, field) => {
    const before = await snapshot(db);
    const { status, body } = await keep(people.officer, change);
    expect([status, Object.keys(body.errors as object)]).toEqual([422, [field]]);
    expect(await snapshot(db)).toEqual(before);
  });
});

it('is not for who may not export', async () => {
  const may = ['grantOfficer', 'councilSecretary', 'accountant', 'inspector', 'auditor', 'tenantAdmin'];
  for (const role of roleNames) {
    const { agent } = await api.signedIn(tenantId, [role]);
    const { status } = await agent.post('/api/case-exports').send({ filter: { id: [caseId] }, columns: ['case.number'], format: 'csv' });
    expect([role, status]).toEqual([role, may.includes(role) ? 200 : 403]);
  }
});
