/** What holds for every call of a programme: its times, its place among the other calls, its money, its publication. */
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import { DAYS_BEFORE_INTAKE, earliestIntake, PUBLICATION_PROVISION, publishedInTime } from '../../processes/grant/publication';
import { formatMoney } from '../../processes/money';
import type { FieldErrors } from '../../processes/rules';
import { plainDate } from '../../processes/waits';
import { words, type Words } from '../../processes/words';
import { refused } from '../problems';
import { select } from '../sql';
import { plainMoment } from '../today';
import type { Times } from './programmeFields';

/** What does not fit together within one call. */
export function timesErrors(times: Times): FieldErrors {
  const errors: FieldErrors = {};
  if (new Date(times.intakeClosesAt) <= new Date(times.intakeOpensAt)) {
    errors.intakeClosesAt = words('Příjem žádostí musí skončit po svém začátku.', 'The intake must close after it opens.');
  }
  const closes = DateTime.fromISO(times.intakeClosesAt, { zone: ZONE }).toFormat('yyyy-MM-dd');
  if (times.settlementDueOn <= closes) {
    errors.settlementDueOn = words('Vyúčtování musí být až po skončení příjmu žádostí.', 'The settlement must be after the intake closes.');
  }
  return errors;
}

interface OtherCall {
  readonly ordinal: number;
  readonly opensAt: Date;
  /** When its intake ends, or was ended. */
  readonly endsAt: Date;
  /** Haléř that it holds of the programme: its amount until everything in it is decided, then what was awarded. */
  readonly held: number;
}

/** The other calls of the programme. Inside inTenant. @param except the one that is being written; null: a new one */
function otherCalls(programmeId: string, except: string | null): Promise<OtherCall[]> {
  return select<OtherCall>(
    `select k.ordinal, k.intake_opens_at as "opensAt", coalesce(k.closed_at, k.intake_closes_at) as "endsAt",
       case when coalesce(k.closed_at, k.intake_closes_at) < now() and coalesce(sums.waiting, 0) = 0 then coalesce(sums.awarded, 0)
            else greatest(coalesce(k.amount, 0), coalesce(sums.awarded, 0)) end as held
     from calls k left join lateral (
       select sum(g.awarded) filter (where g.state <> 'ended')::bigint as awarded, count(*) filter (where g.state = 'running' and g.awarded is null) as waiting
       from cases c join grants g on g.case_id = c.id where c.call_id = k.id
     ) sums on true
     where k.programme_id = $1 and k.id is distinct from $2 order by k.ordinal`,
    [programmeId, except],
  );
}

const overlapping = ({ ordinal, opensAt, endsAt }: OtherCall): Words =>
  words(
    `Příjem by se kryl s ${ordinal}. výzvou (${plainMoment(opensAt)} – ${plainMoment(endsAt)}).`,
    `The intake would overlap with call no. ${ordinal} (${plainMoment(opensAt)} – ${plainMoment(endsAt)}).`,
  );

/**
 * What does not fit together with the programme's other calls: intakes may not overlap, and a call's own amount is at most what the others leave of the
 * programme. Inside inTenant, with the programme locked.
 */
export async function errorsAmongCalls(
  programme: { readonly id: string; readonly totalAmount: number },
  call: Pick<Times, 'intakeOpensAt' | 'intakeClosesAt'> & { readonly id: string | null; readonly amount: number | null },
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  const others = await otherCalls(programme.id, call.id);
  const opens = new Date(call.intakeOpensAt);
  const crossed = others.find(({ opensAt, endsAt }) => opens <= endsAt && new Date(call.intakeClosesAt) >= opensAt);
  if (crossed) errors[opens >= crossed.opensAt ? 'intakeOpensAt' : 'intakeClosesAt'] = overlapping(crossed);
  const left = Math.max(0, programme.totalAmount - others.reduce((sum, { held }) => sum + held, 0));
  if (call.amount !== null && call.amount > left) {
    const money = formatMoney(left);
    errors.amount = words(`V programu zbývá ${money}.`, `${money} is left in the programme.`);
  }
  return errors;
}

/** Is the programme's total enough for the amounts that its calls hold? Inside inTenant. */
export async function totalErrors(programme: { readonly id: string; readonly totalAmount: number }): Promise<FieldErrors> {
  const held = (await otherCalls(programme.id, null)).reduce((sum, call) => sum + call.held, 0);
  if (held <= programme.totalAmount) return {};
  const money = formatMoney(held);
  return { totalAmount: words(`Výzvy programu už mají ${money}.`, `The calls of the programme have ${money} already.`) };
}

/** After publication a call's intake can only be prolonged and its settlement postponed. @param changed names of the fields */
export function prolongedOnly(before: Times, after: Times, changed: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of changed) {
    if (field !== 'intakeClosesAt' && field !== 'settlementDueOn')
      errors[field] = words('Po zveřejnění už to změnit nelze.', 'This cannot be changed after publication.');
  }
  if (new Date(after.intakeClosesAt) < new Date(before.intakeClosesAt)) {
    errors.intakeClosesAt = words('Po zveřejnění lze příjem jen prodloužit.', 'After publication the intake can only be prolonged.');
  }
  if (after.settlementDueOn < before.settlementDueOn) {
    errors.settlementDueOn = words('Po zveřejnění lze vyúčtování jen odložit.', 'After publication the settlement can only be postponed.');
  }
  return errors;
}

const SUBJECTS = { programme: words('Program', 'A programme'), call: words('Výzva', 'A call') } as const;

/**
 * At the latest 30 days before its intake opens a call is published, the first one with its programme (§ 10c zákona č. 250/2000 Sb.).
 * @throws ProblemError 422 with the provision and the earliest day
 */
export function mustBeInTime(what: keyof typeof SUBJECTS, now: Date, intakeOpensAt: Date): void {
  if (publishedInTime(now, intakeOpensAt.toISOString())) return;
  const earliest = plainDate(earliestIntake(now));
  const { cs, en } = SUBJECTS[what];
  const why = words(
    `${cs} se zveřejňuje nejpozději ${DAYS_BEFORE_INTAKE} dnů před začátkem příjmu žádostí (${PUBLICATION_PROVISION}). Při zveřejnění dnes může příjem začít nejdřív ${earliest}.`,
    `${en} is published at the latest ${DAYS_BEFORE_INTAKE} days before the intake opens (${PUBLICATION_PROVISION}). Published today, the intake may open on ${earliest} at the earliest.`,
  );
  throw refused('before-publication', why, { intakeOpensAt: words(`Nejdřív ${earliest}.`, `${earliest} at the earliest.`) });
}
