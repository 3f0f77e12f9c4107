/** How the undertaking of a case's applicant stands against the ceiling. */
import { CEILING, CEILING_PROVISION, countsFrom, headroom, totalOn, undertakingOf } from '../../processes/grant/deMinimis';
import type { DeMinimisView } from '../../processes/officersSection/views';
import { currentLinks, factsOf, supportsOf } from './supports';

/** @param day `yyyy-MM-dd` to which it is counted. Inside inTenant. @throws ProblemError 404 of a case that is no grant */
export async function position(caseId: string, day: string): Promise<DeMinimisView> {
  const { recipient, applies, awarded } = await factsOf(caseId);
  const all = await currentLinks();
  const members = recipient.ico === null ? [] : undertakingOf(recipient.ico, all);
  const supports = await supportsOf(recipient, members);
  const valid = supports.filter(({ voided }) => voided === null);
  return {
    applies,
    day,
    from: countsFrom(day),
    recipient,
    members,
    links: all.filter(({ ico }) => members.includes(ico)),
    total: totalOn(valid, day),
    headroom: headroom(valid, day),
    ceiling: CEILING,
    provision: CEILING_PROVISION,
    supports,
    awarded,
  };
}
