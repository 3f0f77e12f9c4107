/** Rows for tests: whole by themselves, changed where a test cares. People and places are made up. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { CreationAttributes } from 'sequelize';
import { Call, Draft, inTenant, Programme, Submission, User } from '../index';
import { createTenant, type NewTenant } from '../tenancy';

const unique = (): string => randomBytes(4).toString('hex');

/** @returns the tenant's id */
export function buildTenant(overrides: Partial<NewTenant> = {}): Promise<string> {
  return createTenant({
    slug: `obec-${unique()}`,
    name: 'Městys Zkušebnov',
    ico: '00000019',
    address: 'Náves 1, 100 00 Zkušebnov',
    ...overrides,
  });
}

export function buildUser(tenantId: string, overrides: Partial<CreationAttributes<User>> = {}): Promise<User> {
  return inTenant(tenantId, () =>
    User.create({
      email: `osoba-${unique()}@zkusebnov.example`,
      name: 'Zkušební osoba',
      roles: ['applicant'],
      language: 'cs',
      active: true,
      ...overrides,
    }),
  );
}

const DAY = 24 * 3600 * 1000;

type CallTimes = Partial<
  Pick<CreationAttributes<Call>, 'intakeOpensAt' | 'intakeClosesAt' | 'decisionDays' | 'settlementDueOn' | 'publishedAt'>
>;

/** A further call of the programme; published and open where nothing else is said. */
export function buildCall(programme: Programme, overrides: Partial<CreationAttributes<Call>> = {}): Promise<Call> {
  return inTenant(programme.tenantId, async () =>
    Call.create({
      programmeId: programme.id,
      ordinal: (await Call.count({ where: { programmeId: programme.id } })) + 1,
      intakeOpensAt: new Date(Date.now() - DAY),
      intakeClosesAt: new Date(Date.now() + 30 * DAY),
      settlementDueOn: '2027-01-31',
      publishedAt: new Date(Date.now() - 40 * DAY),
      createdBy: programme.createdBy,
      ...overrides,
    }),
  );
}

/** A published programme whose only call is open. */
export async function buildProgramme(
  tenantId: string,
  {
    intakeOpensAt,
    intakeClosesAt,
    decisionDays,
    settlementDueOn,
    publishedAt,
    ...overrides
  }: Partial<CreationAttributes<Programme>> & CallTimes = {},
): Promise<Programme> {
  const createdBy = overrides.createdBy ?? (await buildUser(tenantId, { roles: ['grantOfficer'] })).id;
  const programme = await inTenant(tenantId, () =>
    Programme.create({
      title: 'Podpora spolků',
      area: 'Kultura',
      purpose: 'Podpora spolkové činnosti',
      reasons: 'Spolky drží obec pohromadě',
      totalAmount: 500_000_00,
      maxAmount: 80_000_00,
      eligible: 'Spolky se sídlem v obci',
      criteria: 'Přínos, kvalita, hospodárnost',
      conditions: 'Peníze lze použít jen na účel uvedený v žádosti.\nDoklady se uchovávají 10 let.',
      attachments: '',
      evaluatorIds: [],
      state: 'published',
      ...overrides,
      createdBy,
    }),
  );
  const times = { intakeOpensAt, intakeClosesAt, decisionDays, settlementDueOn, publishedAt };
  const said = Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined));
  await buildCall(programme, { ...(programme.state === 'draft' && { publishedAt: null }), ...said });
  return programme;
}

/** What an applicant filled in, valid by the form of the application. */
export const applicationData = {
  applicantKind: 'legal',
  name: 'Spolek přátel dechovky',
  ico: '00000027',
  street: 'Horní 5',
  municipality: 'Zkušebnov',
  postcode: '100 00',
  representative: 'předsedkyně spolku podle stanov',
  bankAccount: '19-2000145399/0800',
  projectTitle: 'Příměstský tábor – žluťoučký kůň',
  purpose: 'Nájem sálu a nástroje',
  reasons: 'Děti se naučí hrát',
  from: '2026-06-01',
  to: '2026-10-31',
  totalCost: 120_000_00,
  requestedAmount: 40_000_00,
  declaration: true,
};

/** A draft of an application in a programme, with the submission that would begin its case. */
export async function buildDraft(
  tenantId: string,
  overrides: Partial<CreationAttributes<Draft>> = {},
): Promise<{ draft: Draft; submission: Submission }> {
  const userId = overrides.userId ?? (await buildUser(tenantId)).id;
  const subjectId = overrides.subjectId ?? (await buildProgramme(tenantId)).id;
  return inTenant(tenantId, async () => {
    const call = await Call.findOne({ where: { programmeId: subjectId }, order: [['ordinal', 'desc']] });
    const begun = { id: randomUUID(), processId: 'grant', data: applicationData, callId: call?.id ?? null };
    const draft = await Draft.create({ ...begun, ...overrides, userId, subjectId });
    const submission = await Submission.create({ caseId: draft.id, step: 'application', userId, data: draft.data });
    return { draft, submission };
  });
}
