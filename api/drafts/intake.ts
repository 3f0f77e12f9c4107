import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import { words } from '../../processes/words';
import { notFound, refused } from '../problems';
import { select } from '../sql';

/** `21. 11. 2026 v 12:00:05` in Prague, to the second: the deadline is what people argue about. */
function exactly(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat("d. M. yyyy 'v' H:mm:ss");
}
const exactlyEn = (moment: Date): string => DateTime.fromJSDate(moment, { zone: ZONE }).toFormat("d. M. yyyy 'at' H:mm:ss");

/**
 * Refuses an application outside of the programme's intake (lhůta pro podání žádosti, § 10c odst. 2 zákona č. 250/2000 Sb.). The moment that counts is when the
 * request came. Inside inTenant.
 * @throws ProblemError 422 with the exact time in Prague, 404 when there is no such published programme
 */
export async function mustBeOpen(programmeId: string, now: Date): Promise<void> {
  const [programme] = await select<{ state: string; opensAt: Date; closesAt: Date }>(
    `select state, intake_opens_at as "opensAt", intake_closes_at as "closesAt" from programmes where id = $1 and state <> 'draft'`,
    [programmeId],
  );
  if (!programme) throw notFound();
  const { state, opensAt, closesAt } = programme;
  if (now < opensAt) {
    throw refused(
      'intake-not-open',
      words(
        `Žádosti se přijímají od ${exactly(opensAt)}. Rozepsaná žádost zůstane uložená.`,
        `Applications are taken from ${exactlyEn(opensAt)} (Prague). Your draft is kept.`,
      ),
    );
  }
  if (now > closesAt || state === 'closed') {
    const ended = now > closesAt ? closesAt : null;
    throw refused(
      'intake-closed',
      ended
        ? words(
            `Příjem žádostí skončil ${exactly(ended)}; žádost přišla ${exactly(now)}. Rozepsaná žádost zůstane uložená.`,
            `The intake closed on ${exactlyEn(ended)} (Prague); the application came on ${exactlyEn(now)}. Your draft is kept.`,
          )
        : words(
            'Úřad příjem žádostí do tohoto programu ukončil. Rozepsaná žádost zůstane uložená.',
            'The office ended the intake of this programme. Your draft is kept.',
          ),
    );
  }
}
