import { createHash, randomUUID } from 'node:crypto';
import { inTenant, Programme } from '../../models';
import { pdfText } from '../../documents/testing/pdfText';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import { pdf } from '../testing/files';
import { application, grantPeople, pass, type GrantPeople, type Signed } from '../testing/grantPeople';
import { madeIdentity } from '../testing/identities';
import { testTemporal } from '../testing/temporal';
import { printedAnswers } from './answers';
import { applicationForm } from '../../processes/grant/forms';
import { receiptCode } from '../../processes/receiptCode';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let slug: string;
let people: GrantPeople;
let caseId: string;
let number: string;
const statutes = pdf('/Title (stanovy)');

const bytesOf = async ({ agent }: Pick<Signed, 'agent'>, path: string): Promise<Buffer> => {
  const answer = await agent
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body as Buffer;
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  slug = `obec-${randomUUID().slice(0, 8)}`;
  const tenantId = await buildTenant({ slug });
  people = await grantPeople(api, tenantId);
  await inTenant(tenantId, () => Programme.update({ asksPastSupport: true }, { where: { id: people.programme.id } }));
  const { agent } = people.applicant;
  const identity = await madeIdentity(agent);
  const paper = await agent
    .post(`/api/identities/${identity.id}/papers`)
    .field('title', 'Stanovy')
    .attach('file', statutes, 'stanovy.pdf')
    .expect(201);
  const draft = await agent
    .post('/api/drafts')
    .send({ processId: 'grant', subjectId: people.programme.id, identityId: identity.id })
    .expect(201);
  expect(draft.body.data.pastSupport).toEqual(identity.pastSupport);
  caseId = draft.body.id;
  const document = await agent.post(`/api/drafts/${caseId}/papers`).send({ paperId: paper.body.id }).expect(201);
  const data = { ...draft.body.data, ...application, attachments: [document.body.id] };
  await agent.put(`/api/drafts/${caseId}`).set('If-Match', '"1"').send({ data }).expect(200);
}, 60_000);

it('prints a draft that says it was not sent', async () => {
  const bytes = await bytesOf(people.applicant, `/api/drafts/${caseId}/pdf`);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const { agent } = await api.signedIn(await buildTenant(), ['applicant']);
  expect((await agent.get(`/api/drafts/${caseId}/pdf`)).status).toBe(404);
});

describe('after it was submitted', () => {
  beforeAll(async () => {
    const answer = await people.applicant.agent.post(`/api/drafts/${caseId}/submit`).set('Idempotency-Key', randomUUID()).expect(201);
    ({ number } = answer.body);
  }, 30_000);

  it('gives a receipt whose hashes are those of what can be downloaded', async () => {
    const { body } = await people.applicant.agent.get(`/api/cases/${caseId}/receipt`).expect(200);
    expect(body).toMatchObject({
      number,
      by: 'Žadatelka',
      attachments: [{ title: 'Stanovy', fileName: 'stanovy.pdf', sha256: sha256(statutes) }],
    });
    const data = await bytesOf(people.applicant, `/api/cases/${caseId}/receipt/data`);
    expect(sha256(data)).toBe(body.dataSha256);
    expect(JSON.parse(data.toString())).toMatchObject({ projectTitle: application.projectTitle });
    const file = await bytesOf(people.applicant, `/api/documents/${body.attachments[0].id}/content`);
    expect(sha256(file)).toBe(body.attachments[0].sha256);
    const [row] = await db.superuser<{ createdAt: Date }>('select created_at as "createdAt" from submissions where case_id = $1', [caseId]);
    expect(body.submittedAt).toBe(new Date(row?.createdAt ?? 0).toISOString());
  });

  it('stays the same when the application is completed later, byte for byte', async () => {
    const before = await bytesOf(people.applicant, `/api/cases/${caseId}/receipt/pdf`);
    const { body } = await people.applicant.agent.get(`/api/cases/${caseId}/receipt`).expect(200);
    await pass(people, people.officer, caseId, 'formalCheck', 'return', { defects: ['Chybí stanovy'], until: '2027-01-15' });
    const task = (await people.applicant.agent.get(`/api/cases/${caseId}`)).body.openTasks[0];
    const view = (await people.applicant.agent.get(`/api/tasks/${task.id}`)).body;
    const changed = { ...view.initial.application, projectTitle: 'Docela jiný projekt' };
    await people.applicant.agent
      .post(`/api/tasks/${task.id}/complete`)
      .set('Idempotency-Key', randomUUID())
      .send({ outcome: view.outcomes[0].id, data: { application: changed, whatChanged: 'Název' } })
      .expect(200);
    expect((await people.applicant.agent.get(`/api/cases/${caseId}/receipt`)).body).toEqual(body);
    expect(await bytesOf(people.officer, `/api/cases/${caseId}/receipt/pdf`)).toEqual(before);
    for (const as of ['submitted', 'current']) await bytesOf(people.officer, `/api/cases/${caseId}/application/pdf?as=${as}`);
  }, 30_000);

  it('tells who reads the case which part a hash fits, and anybody whether it is that of the data', async () => {
    const { body: receipt } = await people.applicant.agent.get(`/api/cases/${caseId}/receipt`);
    const own = async (hash: string) =>
      (await people.officer.agent.get(`/api/cases/${caseId}/receipt/check`).query({ sha256: hash }).expect(200)).body;
    expect(await own(receipt.dataSha256.toUpperCase())).toMatchObject({ fits: 'application', submittedAt: receipt.submittedAt });
    expect(await own(sha256(statutes))).toMatchObject({ fits: 'attachment', name: 'stanovy.pdf' });
    const nothing = { fits: null, name: null, submittedAt: null };
    expect(await own('0'.repeat(64))).toEqual(nothing);

    const ask = (at: string, query: object) => api.browser().get(`/api/public/${at}/receipt-check`).query(query);
    const anybody = async (of: string, hash: string, at = slug, code?: string) =>
      (await ask(at, { number: of, sha256: hash, ...(code !== undefined && { code }) }).expect(200)).body;
    const unknown = { ...nothing, receipt: null };
    expect(await anybody(number, receipt.dataSha256)).toMatchObject({ fits: 'application', receipt: null });
    expect(await anybody(number, sha256(statutes))).toEqual(unknown);
    expect(await anybody('DOT-1999-0001', receipt.dataSha256)).toEqual(unknown);

    // Who holds the receipt learns of the attachments; who has only the file and the number does not.
    const code = receiptCode(receipt.dataSha256);
    const text = pdfText(await bytesOf(people.applicant, `/api/cases/${caseId}/receipt/pdf`));
    expect(text.replace(/ /g, '')).toContain(`Kódkověřenípříloh:${code}`);
    expect(await anybody(number, sha256(statutes), slug, code.toUpperCase())).toEqual({
      fits: 'attachment',
      name: 'stanovy.pdf',
      submittedAt: receipt.submittedAt,
      receipt: true,
    });
    expect(await anybody(number, '0'.repeat(64), slug, code)).toEqual({ ...nothing, receipt: true });
    const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await anybody(number, sha256(statutes), slug, wrong)).toEqual({ ...nothing, receipt: false });
    expect(await anybody('DOT-1999-0001', sha256(statutes), slug, code)).toEqual({ ...nothing, receipt: false });
    for (const bad of ['', code.slice(1), `${code}0`, 'x'.repeat(16), "' or 1=1 --"])
      await ask(slug, { number, sha256: sha256(statutes), code: bad }).expect(422);
    const other = `obec-${randomUUID().slice(0, 8)}`;
    await buildTenant({ slug: other });
    expect(await anybody(number, receipt.dataSha256, other)).toEqual(unknown);
    expect(await anybody(number, sha256(statutes), other, code)).toEqual({ ...nothing, receipt: false });
    for (const bad of ['', 'x'.repeat(64), '0'.repeat(63)])
      expect((await api.browser().get(`/api/public/${slug}/receipt-check`).query({ number, sha256: bad })).status).toBe(422);
  });

  it('is nobody else’s', async () => {
    const { agent } = await api.signedIn(people.applicant.user.tenantId, ['applicant']);
    for (const path of ['receipt', 'receipt/pdf', 'receipt/data', `receipt/check?sha256=${'0'.repeat(64)}`, 'application/pdf'])
      expect([path, (await agent.get(`/api/cases/${caseId}/${path}`)).status]).toEqual([path, 404]);
  });
});

describe('answers on paper', () => {
  it('are those of the form, in its order, with what is missing named', () => {
    const sections = printedAnswers(
      applicationForm,
      { applicantKind: 'legal', name: 'Spolek', from: '2027-01-05', requestedAmount: 40_000_00 },
      new Map(),
    );
    expect(sections.map(({ title }) => title)).toEqual(['Žadatel', 'Projekt', 'Peníze', 'Přílohy a prohlášení']);
    const answers = new Map(sections.flatMap((section) => section.answers.map(({ label, text }) => [label, text] as const)));
    expect(answers.get('Žadatel je')).toBe('právnická osoba (spolek, firma, církev …)');
    expect(answers.get('Projekt začne')).toBe('5. 1. 2027');
    expect(answers.get('Požadovaná částka')?.replace(/\s/g, ' ')).toBe('40 000 Kč');
    expect(answers.get('Obec')).toBe('');
    expect(answers.has('Datum narození')).toBe(false);
  });

  it('of tables are rows, and files go by their names', () => {
    const form = {
      schema: {
        type: 'object',
        properties: {
          budget: {
            type: 'array',
            title: 'Rozpočet',
            items: {
              type: 'object',
              properties: { what: { type: 'string', title: 'Co' }, amount: { type: 'integer', format: 'money', title: 'Kolik' } },
            },
          },
          files: { type: 'array', title: 'Přílohy', items: { type: 'string', format: 'document' } },
        },
      },
    };
    const [section] = printedAnswers(
      form,
      { budget: [{ what: 'Sál', amount: 100_00 }], files: ['a', 'b'] },
      new Map([['a', 'stanovy.pdf']]),
    );
    expect(section?.answers).toEqual([
      { label: 'Rozpočet', table: { head: ['Co', 'Kolik'], rows: [['Sál', expect.stringMatching(/^100\sKč$/)]] } },
      { label: 'Přílohy', text: 'stanovy.pdf\nsoubor, který tu už není' },
    ]);
  });
});
