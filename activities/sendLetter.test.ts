import { randomUUID } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Change, Recipient, SmallValues } from '../processes/changes';
import { Event, inTenant, Letter, Submission, type User } from '../models';
import { testDatabase } from '../models/testing/database';
import { buildDraft, buildTenant, buildUser } from '../models/testing/factories';
import { commit } from './commit/commit';
import { closeActivities } from './index';
import { sendLetter } from './sendLetter';

/** What the mail server does with the next letters; undefined: takes them. */
let behaviour: { code: number; text: string } | undefined;
/** Called when a letter was taken, before the sender hears of it. */
let onTaken: () => Promise<void> = async () => undefined;
const received: Email[] = [];

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    done(behaviour ? Object.assign(new Error(behaviour.text), { responseCode: behaviour.code }) : undefined);
  },
  onData: (stream, _session, done) => {
    void buffer(stream as Readable)
      .then((bytes) => PostalMime.parse(bytes))
      .then(async (mail) => {
        received.push(mail);
        await onTaken();
        done();
      });
  },
});
server.on('error', () => undefined);

// Read once, before anything of ours looks at it; the port is known only later, so it is chosen here.
const port = 20_000 + Math.floor(Math.random() * 20_000);
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.MAIL_FROM = 'Městys Zkušebnov <podatelna@zkusebnov.example>';
process.env.PUBLIC_URL = 'https://postup.zkusebnov.example';

const db = testDatabase();
let tenantId: string;
let officer: User;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect((server.server.address() as AddressInfo).port).toBe(port);
  tenantId = await buildTenant({ slug: 'zkusebnov' });
  officer = await buildUser(tenantId, { roles: ['grantOfficer'] });
});
afterAll(async () => {
  closeActivities();
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(() => {
  behaviour = undefined;
  onTaken = async () => undefined;
  received.length = 0;
});

/** A case with one queued letter. */
async function queued(template: string, values: SmallValues = {}, to: Recipient = { kind: 'applicant' }, applicant?: User) {
  const { draft, submission } = await buildDraft(tenantId, applicant && { userId: applicant.id });
  const at = new Date().toISOString();
  const changes: Change[] = [
    { id: '1', at, type: 'caseOpened', submissionId: submission.id, values: {} },
    { id: '2', at, type: 'letterQueued', key: 'dopis.1', template, to, values },
  ];
  await commit({ tenantId, caseId: draft.id, processId: 'grant', rest: 1, changes, acts: [] });
  const input = { tenantId, caseId: draft.id, key: 'dopis.1', requestId: 'r-1' };
  const row = (): Promise<Letter> => inTenant(tenantId, () => Letter.findOne({ where: { caseId: draft.id }, rejectOnEmpty: true }));
  return { input, row, draft, submission };
}

describe('a letter', () => {
  it('goes out once, however often and by however many it is sent', async () => {
    const { input, row } = await queued('received');
    await Promise.all([sendLetter(input), sendLetter(input), sendLetter(input)]);
    await sendLetter(input);
    expect(received.length).toBe(1);
    expect(received[0]).toMatchObject({ messageId: `<dopis.1.${input.caseId}@postup>`, from: { address: 'podatelna@zkusebnov.example' } });
    const events = await inTenant(tenantId, () => Event.findAll({ where: { caseId: input.caseId, type: 'letterSent' } }));
    expect(events).toMatchObject([{ what: { key: 'dopis.1' }, requestId: 'r-1' }]);
    const letter = await row();
    expect(letter).toMatchObject({ state: 'sent', messageId: received[0]!.messageId, subject: received[0]!.subject });
    expect(received[0]!.text?.trim()).toBe(letter.body);
    expect(letter.subject).toMatch(/^Přijali jsme vaši žádost DOT-\d{4}-\d{4}$/);
    expect(letter.body).toContain(`https://postup.zkusebnov.example/zkusebnov/moje/${input.caseId}`);
  });

  it('speaks in words: lists, days, amounts, what the officer wrote', async () => {
    const { input, draft, row } = await queued('paid', { amount: 7_620_50, variableSymbol: '20260001', until: '2027-01-31' });
    await sendLetter(input);
    expect((await row()).body).toContain(
      'odeslali 7\u00a0620,50\u00a0Kč (variabilní symbol 20260001). Vyúčtování předložte do 31. 1. 2027',
    );
    const check = await inTenant(tenantId, () =>
      Submission.create({
        caseId: draft.id,
        step: 'formalCheck',
        userId: officer.id,
        data: { defects: ['Chybí rozpočet', '<b>Podpis</b>'] },
      }),
    );
    const returned = await queued('returned', { submissionId: check.id, until: '2026-04-05' });
    await sendLetter(returned.input);
    expect((await returned.row()).body).toContain('je potřeba opravit:\n– Chybí rozpočet\n– <b>Podpis</b>\n');
  });

  it("is in the recipient's language", async () => {
    const reader = await buildUser(tenantId, { language: 'en' });
    const { input } = await queued('received', {}, { kind: 'applicant' }, reader);
    await sendLetter(input);
    expect(received[0]!.subject).toMatch(/^We received your application/);
  });

  it('to a role goes to every active person who holds it, with the link to the back office and the title of the step', async () => {
    const secretary = await buildUser(tenantId, { roles: ['councilSecretary'] });
    const colleague = await buildUser(tenantId, { roles: ['councilSecretary', 'auditor'] });
    await buildUser(tenantId, { roles: ['councilSecretary'], active: false });
    const { input, row } = await queued(
      'kernel.overdue',
      { step: 'formalCheck', until: '2026-04-05' },
      { kind: 'role', role: 'councilSecretary' },
    );
    await sendLetter(input);
    expect(received[0]!.to?.map(({ address }) => address).sort()).toEqual([colleague.email, secretary.email].sort());
    expect((await row()).toAddresses.length).toBe(2);
    expect((await row()).body).toContain(`/admin/#/cases/${input.caseId}/show`);
    expect((await row()).subject).toMatch(/^Po termínu: Formální kontrola/);
  });

  it('about a task goes to who has it, and to everybody with its role only while nobody has', async () => {
    const [jana, petr] = [await buildUser(tenantId, { roles: ['evaluator'] }), await buildUser(tenantId, { roles: ['evaluator'] })];
    const about = async (assignee: string | null): Promise<(string | undefined)[]> => {
      received.length = 0;
      const { draft, submission } = await buildDraft(tenantId);
      const at = new Date().toISOString();
      const key = `${draft.id}.evaluation.1`;
      const to: Recipient = { kind: 'task', key, role: 'evaluator' };
      const task = {
        type: 'taskOpened',
        taskKey: key,
        step: 'evaluation',
        ordinal: 1,
        assignee,
        params: {},
        clock: null,
        dueAt: null,
      } as const;
      const changes: Change[] = [
        { id: '1', at, type: 'caseOpened', submissionId: submission.id, values: {} },
        { id: '2', at, ...task },
        {
          id: '3',
          at,
          type: 'letterQueued',
          key: 'dopis.1',
          template: 'kernel.moved',
          to,
          values: { step: 'evaluation', until: '2026-04-05' },
        },
      ];
      await commit({ tenantId, caseId: draft.id, processId: 'grant', rest: 1, changes, acts: [] });
      await sendLetter({ tenantId, caseId: draft.id, key: 'dopis.1' });
      return received.flatMap(({ to: addresses }) => addresses ?? []).map(({ address }) => address);
    };
    expect(await about(petr.id)).toEqual([petr.email]);
    expect((await about(null)).sort()).toEqual([jana.email, petr.email].sort());
  });

  it('is not sent with a hole in it', async () => {
    const { input, row } = await queued('paid', { amount: 100 });
    await expect(sendLetter(input)).rejects.toThrow('chybí údaj „variableSymbol“');
    expect((await row()).state).toBe('queued');
    expect(received).toEqual([]);
  });

  it('to a role that nobody holds says so', async () => {
    const { input } = await queued('kernel.overdue', { step: 'payment', until: '2026-04-05' }, { kind: 'role', role: 'accountant' });
    await expect(sendLetter(input)).rejects.toThrow('roli „Účetní“ nemá žádný aktivní člověk');
  });

  it('that is not there is an error', async () => {
    await expect(sendLetter({ tenantId, caseId: randomUUID(), key: 'x' })).rejects.toThrow();
  });
});

describe('a mail server', () => {
  it('that refuses for ever is told plainly and not asked again by itself', async () => {
    const { input, row } = await queued('received');
    behaviour = { code: 550, text: 'no such mailbox' };
    await expect(sendLetter(input)).rejects.toMatchObject({
      type: 'MailRefused',
      nonRetryable: true,
      message: expect.stringMatching(/odmítl natrvalo.*550 no such mailbox/),
    });
    expect((await row()).state).toBe('queued');
    behaviour = undefined;
    await sendLetter(input);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(received.length).toBe(1);
  });

  it('that is busy is asked again', async () => {
    const { input, row } = await queued('received');
    behaviour = { code: 451, text: 'try later' };
    const failure: unknown = await sendLetter(input).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.stringContaining('teď nepřijal') });
    expect(failure).not.toHaveProperty('nonRetryable', true);
    behaviour = undefined;
    await sendLetter(input);
    expect((await row()).state).toBe('sent');
  });

  it('that took the letter before the worker died gets it again under the same Message-ID, and the row tells', async () => {
    const { input, row } = await queued('received');
    onTaken = async () => {
      await db.superuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'postup' and datname = current_database()",
      );
    };
    await expect(sendLetter(input)).rejects.toThrow();
    expect((await row()).state).toBe('queued');
    onTaken = async () => undefined;
    await sendLetter(input);
    expect(received.map(({ messageId }) => messageId)).toEqual([received[0]!.messageId, received[0]!.messageId]);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('that does not exist: the letter is kept in the case', async () => {
    const { input, row } = await queued('received');
    const url = process.env.SMTP_URL;
    delete process.env.SMTP_URL;
    await jest.isolateModulesAsync(async () => {
      const models = await import('../models');
      await models.connectDatabase();
      const isolated = await import('./sendLetter');
      await isolated.sendLetter(input);
      await models.closeDatabase();
    });
    process.env.SMTP_URL = url;
    expect(await row()).toMatchObject({ state: 'kept', messageId: null, subject: expect.stringContaining('Přijali jsme') });
    expect(received).toEqual([]);
    const [event] = await db.superuser<{ what: object }>("select what from events where case_id = $1 and type = 'letterSent'", [
      input.caseId,
    ]);
    expect(event?.what).toEqual({ key: 'dopis.1', kept: true });
  });
});
