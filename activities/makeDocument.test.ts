import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { contract } from '../documents/contract';
import { makePdf } from '../documents/pdf';
import type { Change } from '../processes/changes';
import type { ContractFacts } from '../processes/grant/contract/facts';
import { Document, Event, inTenant, Programme, Submission } from '../models';
import { get } from '../models/files';
import { testDatabase } from '../models/testing/database';
import { applicationData, buildDraft, buildProgramme, buildTenant } from '../models/testing/factories';
import type { EffectInput } from '../workflows/messages';
import { commit } from './commit/commit';
import { makeDocument } from './makeDocument';

testDatabase();
let tenantId: string;

beforeAll(async () => {
  tenantId = await buildTenant({ settings: { bankAccount: '2000145399/0800' } });
});

async function queued(values = {}) {
  const programme = await buildProgramme(tenantId);
  const { draft, submission } = await buildDraft(tenantId, { subjectId: programme.id });
  const at = new Date().toISOString();
  const changes: Change[] = [
    { id: '1', at, type: 'caseOpened', submissionId: submission.id, values: {} },
    { id: '2', at, type: 'recorded', values: { decidedBy: 'assembly' } },
    {
      id: '3',
      at,
      type: 'documentQueued',
      key: 'contract.1',
      template: 'contract',
      values: {
        awarded: 76_200_50,
        variableSymbol: '20260001',
        settlementDueOn: '2027-01-31',
        resolutionNumber: '12/2026',
        decidedOn: '2026-05-20',
        ...values,
      },
    },
  ];
  await commit({ tenantId, caseId: draft.id, processId: 'grant', rest: 1, changes, acts: [] });
  return { input: { tenantId, caseId: draft.id, key: 'contract.1' }, programme, draft };
}

const row = (caseId: string): Promise<Document> =>
  inTenant(tenantId, () => Document.findOne({ where: { caseId, key: 'contract.1' }, rejectOnEmpty: true }));

/** @returns the SHA-256 that the row names then */
async function made(input: EffectInput): Promise<string> {
  await makeDocument(input);
  return (await row(input.caseId)).sha256 ?? '';
}

/** Everything of a definition that a reader sees, in its order. */
function texts(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(texts).join('\n');
  if (typeof content !== 'object' || content === null) return '';
  return ['text', 'ol', 'columns'].map((key) => texts((content as Record<string, unknown>)[key])).join('');
}

const facts: ContractFacts = {
  caseNumber: 'DOT-2026-0001',
  contractNumber: null,
  signedOn: null,
  provider: { name: 'Městys Zkušebnov', ico: '00000019', address: 'Náves 1', bankAccount: null, representative: null },
  recipient: {
    kind: 'natural',
    name: 'Zkušební Osoba',
    ico: null,
    birthDate: '1980-02-29',
    address: 'Horní 5',
    municipality: 'Zkušebnov',
    representative: null,
    bankAccount: '19-2000145399/0800',
  },
  programme: { title: 'Sport', area: '', fund: '', conditions: 'První podmínka\n\nDruhá podmínka' },
  project: { title: 'Běh', purpose: 'závod', from: '2026-06-01', to: '2026-10-31' },
  amount: 50_000_00,
  parts: [],
  variableSymbol: '20260001',
  settlementDueOn: '2027-01-31',
  decision: { body: 'council', resolutionNumber: '7/2026', decidedOn: '2026-05-20' },
  amendment: null,
};

it('is a PDF in the file store, made once, the same bytes when it is made again', async () => {
  const { input } = await queued();
  expect((await row(input.caseId)).state).toBe('queued');
  const sha256 = await made(input);
  const bytes = await buffer(await get(sha256));
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(await row(input.caseId)).toMatchObject({ state: 'ready', sha256, size: bytes.length });
  await inTenant(tenantId, () =>
    Document.update({ state: 'queued', sha256: null }, { where: { caseId: input.caseId, key: 'contract.1' } }),
  );
  expect(await Promise.all([made(input), made(input)])).toEqual([sha256, sha256]);
  const events = await inTenant(tenantId, () => Event.findAll({ where: { caseId: input.caseId, type: 'documentReady' } }));
  const what = { key: 'contract.1', sha256 };
  expect(events.map((event) => event.what)).toEqual([what, what]); // made, put back by hand, and made once by two
  const metadata = bytes.toString('latin1');
  expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(metadata).toContain('/Lang (cs)');
});

it('stays as it was made when the records change later', async () => {
  const { input, programme } = await queued();
  const sha256 = await made(input);
  await inTenant(tenantId, () => Programme.update({ conditions: 'Jiné podmínky' }, { where: { id: programme.id } }));
  expect(await made(input)).toBe(sha256);
});

it('says which fact is missing', async () => {
  const { input } = await queued({ resolutionNumber: '' });
  await expect(makeDocument(input)).rejects.toThrow('chybí údaj „resolutionNumber“');
  expect((await row(input.caseId)).state).toBe('queued');
});

it('takes the application as the applicant completed it', async () => {
  const { input, draft } = await queued();
  await inTenant(tenantId, () =>
    Submission.create({
      caseId: draft.id,
      step: 'supplement',
      userId: draft.userId,
      data: { application: { ...applicationData, projectTitle: 'Opravený název' }, whatChanged: 'název' },
    }),
  );
  const before = await queued();
  expect(await made(input)).not.toBe(await made(before.input));
});

it('the contract has what § 10a odst. 5 asks for', () => {
  const text = texts(contract(facts).content);
  for (const part of [
    'Městys Zkušebnov',
    '00000019',
    'Zkušební Osoba',
    'datum narození: 29. 2. 1980',
    '19-2000145399/0800',
    '50\u00a0000\u00a0Kč',
    'závod',
    'od 1. 6. 2026 do 31. 10. 2026',
    'První podmínka',
    'Druhá podmínka',
    'variabilním symbolem 20260001',
    'nejpozději do 31. 1. 2027',
    '§ 22',
    'rozhodla rada obce podle § 102 odst. 3',
    'usnesením č. 7/2026 ze dne 20. 5. 2026',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('IČO: null');
  expect(text).not.toContain('úřední desce');
});

it('above fifty thousand the contract is published, and the assembly decided', () => {
  const text = texts(contract({ ...facts, amount: 50_000_01, decision: { ...facts.decision, body: 'assembly' } }).content);
  expect(text).toContain('na své úřední desce');
  expect(text).toContain('rozhodlo zastupitelstvo obce podle § 85 písm. c)');
});

/** The characters that the fonts in the PDF have glyphs of their own for: from the tables by which a reader copies text. */
function characters(pdf: Buffer): Set<string> {
  const found = new Set<string>();
  for (const [, stream = ''] of pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    let text: string;
    try {
      text = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      continue; // not compressed
    }
    if (!text.includes('begincmap')) continue;
    for (const [, code = ''] of text.matchAll(/<([0-9a-f]{4})>/gi)) found.add(String.fromCodePoint(parseInt(code, 16)));
  }
  return found;
}

it('prints every Czech letter', async () => {
  const letters = 'Příliš žluťoučký kůň úpěl ďábelské ódy PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ ÚPĚL ĎÁBELSKÉ ÓDY „“–€§';
  const found = characters(await makePdf(contract({ ...facts, project: { ...facts.project, purpose: letters } })));
  expect([...new Set(letters.replaceAll(' ', ''))].filter((letter) => !found.has(letter))).toEqual([]);
  expect(found.has('漢')).toBe(false);
});
