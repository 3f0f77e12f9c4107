import { DateTime } from 'luxon';
import { Call, inTenant, Programme, query, User, writeEvents } from '../../models/index';
import { plainTerms, type GrantTerms } from '../../processes/grant/terms';
import type { TenantIds } from '../tenants';
import type { ProgrammeContent } from './programmes';

/**
 * A programme that was published so many days ago, all evaluators of the tenant on it. It is written past the api, which
 * rightly refuses to publish what opens in less than thirty days; its events are dated as the demo pretends.
 * @param paid on what terms it pays and settles
 * @returns the one that is there already where the title is taken, not new then
 */
export async function pastProgramme(
  tenant: TenantIds,
  content: ProgrammeContent,
  publishedDaysAgo: number,
  paid: GrantTerms = plainTerms,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  return inTenant(tenant.id, async () => {
    const existing = await Programme.findOne({ where: { title: content.title } });
    if (existing) return { id: existing.id, isNew: false };
    const people = await User.findAll();
    const officer = people.find(({ roles }) => roles.includes('grantOfficer'));
    if (!officer) throw new Error(`${tenant.slug} has no grant officer`);
    const publishedAt = DateTime.now().minus({ days: publishedDaysAgo });
    const createdAt = publishedAt.minus({ days: 7 });
    const { intakeOpensAt, intakeClosesAt, decisionDays, settlementDueOn, ...terms } = content;
    const programme = await Programme.create({
      ...terms,
      evaluatorIds: people.filter(({ roles }) => roles.includes('evaluator')).map(({ id }) => id),
      state: 'published',
      createdBy: officer.id,
      createdAt: createdAt.toJSDate(),
    });
    await query('update programmes set terms = $2::jsonb where id = $1', [programme.id, JSON.stringify(paid)]);
    await Call.create({
      programmeId: programme.id,
      ordinal: 1,
      intakeOpensAt: new Date(intakeOpensAt),
      intakeClosesAt: new Date(intakeClosesAt),
      decisionDays,
      settlementDueOn,
      publishedAt: publishedAt.toJSDate(),
      createdBy: officer.id,
      createdAt: createdAt.toJSDate(),
    });
    const actor = { id: officer.id, role: 'grantOfficer' } as const;
    const event = {
      chainId: tenant.id,
      caseId: null,
      actor,
      what: { programmeId: programme.id, title: content.title },
    };
    await writeEvents(tenant.id, [
      { ...event, type: 'programmeCreated', at: createdAt.toUTC().toISO() },
      { ...event, type: 'programmePublished', at: publishedAt.toUTC().toISO() },
    ]);
    return { id: programme.id, isNew: true };
  });
}
