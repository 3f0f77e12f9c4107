/** What officers write down about support de minimis: the support itself, its voiding, and who is one undertaking. */
import { z } from 'zod';
import { query } from '../../models';
import { CEILING_PROVISION, centsOf, fits, formatEuro, headroom } from '../../processes/grant/deMinimis';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import type { DeMinimisView } from '../../processes/officersSection/views';
import { plainDate } from '../../processes/waits';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, ProblemError } from '../problems';
import { actorFor, record } from '../record';
import { day, ico, line } from '../schemas';
import { select } from '../sql';
import { today } from '../today';
import { officersCase } from '../officersSection/access';
import { position } from './position';

/** 99 CZK 9999 for 1 EUR: beyond it is a slip of the hand. */
const MAX_RATE = 99_9999;

const own = z.strictObject({
  by: z.literal('office'),
  grantedOn: day,
  /** Haléř. */
  amount: z.int().min(1).max(MAX_AMOUNT),
  /** CZK for 1 EUR in ten-thousandths. */
  rate: z.int().min(1).max(MAX_RATE),
  rateSource: z.enum(['ecb', 'cnb']),
});
/** As the officer found it in the central register or in the applicant's declaration: there it is in EUR already. */
const anothers = z.strictObject({
  by: z.literal('other'),
  grantedOn: day,
  /** EUR cents. */
  cents: z.int().min(1).max(MAX_AMOUNT),
  provider: line(2, 200),
  /** Of the member that has it; the applicant where nothing is said. */
  ico: ico.optional(),
});
export const supportFields = z.discriminatedUnion('by', [own, anothers]);
type Fields = z.output<typeof supportFields>;

/** Two supports of one undertaking are not looked at side by side, each without the other. Inside inTenant. */
async function oneAtATime(tenantId: string): Promise<void> {
  await query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [tenantId]);
}

const actor = (context: Asking) => actorFor(context.person, ['deMinimis', 'create']);

/** @throws ProblemError 422 with the provision and what may still be granted */
function mustFit(view: DeMinimisView, grantedOn: string, cents: number, field: 'amount' | 'cents'): void {
  const valid = view.supports.filter(({ voided }) => voided === null);
  if (fits(valid, { grantedOn, cents })) return;
  const left = headroom(valid, grantedOn);
  const why = words(
    `Podpora ${formatEuro(cents)} by překročila strop ${formatEuro(view.ceiling)} na jeden podnik v kterýchkoli třech letech (${CEILING_PROVISION}). Ke dni ${plainDate(grantedOn)} lze poskytnout nejvýš ${formatEuro(left)}. Nic se nezapsalo.`,
    `Support of ${formatEuro(cents)} would exceed the ceiling of ${formatEuro(view.ceiling)} for one undertaking in any three years (Art. 3(2) of Regulation (EU) 2023/2831). On ${plainDate(grantedOn)} at most ${formatEuro(left)} may be granted. Nothing was recorded.`,
  );
  throw new ProblemError('validation', why, {
    errors: { [field]: words(`Nejvýš ${formatEuro(left)}.`, `At most ${formatEuro(left)}.`) },
    extensions: { provision: CEILING_PROVISION, headroom: left },
  });
}

const LATER = words(
  'Podpora je poskytnutá dnem, kdy na ni vznikne nárok; ten nemůže být v budoucnu.',
  'Support is granted on the day when the right to it arises; that cannot be in the future.',
);

/**
 * Records a support of this case, or one that the undertaking has from another provider.
 * @throws ProblemError 404, 403, 409 where support of the programme is not de minimis, 422 naming the field, over the ceiling with the provision
 */
export function recordSupport(context: Asking, caseId: string, fields: Fields): Promise<DeMinimisView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    await oneAtATime(context.tenantId);
    const view = await position(caseId, today());
    const { recipient } = view;
    if (!view.applies)
      throw notNow(
        words(
          'Podpora z tohoto programu není de minimis; v programu to není nastavené.',
          'Support of this programme is not de minimis; the programme does not say so.',
        ),
      );
    if (fields.grantedOn > view.day) throw invalid({ grantedOn: LATER });
    if (recipient.ico === null && recipient.bornOn === null)
      throw notNow(words('Žadatel nemá IČO ani datum narození.', 'The applicant has neither an identification number nor a birth date.'));
    const whose = fields.by === 'other' ? (fields.ico ?? recipient.ico) : recipient.ico;
    if (whose !== null && !view.members.includes(whose))
      throw invalid({ ico: words('Toto IČO k podniku žadatele nepatří.', 'This number does not belong to the applicant’s undertaking.') });
    const money =
      fields.by === 'office'
        ? { cents: centsOf(fields.amount, fields.rate), amount: fields.amount, rate: fields.rate, rateSource: fields.rateSource }
        : { cents: fields.cents, amount: null, rate: null, rateSource: null };
    if (money.cents === 0) throw invalid({ amount: words('To je méně než jeden cent.', 'This is less than one cent.') });
    mustFit(view, fields.grantedOn, money.cents, fields.by === 'office' ? 'amount' : 'cents');
    const [made] = await query<{ id: string }>(
      `insert into de_minimis_records (tenant_id, case_id, ico, name, born_on, granted_on, cents, amount, rate, rate_source, provider, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        context.tenantId,
        caseId,
        whose ?? '',
        whose === recipient.ico ? recipient.name : '',
        recipient.bornOn,
        fields.grantedOn,
        money.cents,
        money.amount,
        money.rate,
        money.rateSource,
        fields.by === 'other' ? fields.provider : '',
        context.person.id,
      ],
    );
    await record(context, {
      type: 'deMinimisRecorded',
      what: {
        recordId: made?.id,
        ico: whose,
        grantedOn: fields.grantedOn,
        ...money,
        provider: fields.by === 'other' ? fields.provider : null,
      },
      caseId,
      actor: actor(context),
    });
    return position(caseId, today());
  });
}

/** A mistake: it counts no more and stays to be read. @throws ProblemError 404, 403, 409 when it is voided already */
export function voidSupport(context: Asking, id: string, reason: string): Promise<DeMinimisView> {
  return context.inTenant(async () => {
    const [found] = await select<{ caseId: string; cents: number }>(
      'select case_id as "caseId", cents from de_minimis_records where id = $1',
      [id],
    );
    if (!found) throw notFound();
    await officersCase(context.person, found.caseId);
    const voided = await query(
      'update de_minimis_records set voided_by = $2, voided_at = now(), void_reason = $3 where id = $1 and voided_at is null returning 1',
      [id, context.person.id, reason],
    );
    if (voided.length === 0) throw notNow(words('Tento zápis už je zrušený.', 'This record is voided already.'));
    await record(context, {
      type: 'deMinimisVoided',
      what: { recordId: id, cents: found.cents, reason },
      caseId: found.caseId,
      actor: actorFor(context.person, ['deMinimis', 'edit']),
    });
    return position(found.caseId, today());
  });
}

/**
 * Writes that another enterprise is one undertaking with the applicant (Art. 2(2)). It is a fact that was found, so it is not refused though the two are
 * over the ceiling together: support that was granted lawfully stays so (Art. 3(8)); no more can then be granted.
 * @throws ProblemError 404, 403, 409 when they are one already, 422 naming the field
 */
export function linkUndertaking(context: Asking, caseId: string, other: string, reason: string): Promise<DeMinimisView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    await oneAtATime(context.tenantId);
    const { recipient, members } = await position(caseId, today());
    if (recipient.ico === null)
      throw notNow(words('Žadatel nemá IČO, podnik s ním nejde propojit.', 'The applicant has no identification number to be linked.'));
    if (other === recipient.ico) throw invalid({ ico: words('To je IČO samotného žadatele.', 'This is the applicant’s own number.') });
    if (members.includes(other)) throw notNow(words('Už jsou vedené jako jeden podnik.', 'They are one undertaking already.'));
    await query('insert into undertaking_links (tenant_id, ico, other_ico, reason, created_by) values ($1, $2, $3, $4, $5)', [
      context.tenantId,
      recipient.ico,
      other,
      reason,
      context.person.id,
    ]);
    await record(context, {
      type: 'undertakingLinked',
      what: { ico: recipient.ico, otherIco: other, reason },
      caseId,
      actor: actor(context),
    });
    return position(caseId, today());
  });
}

/** They are one undertaking no more, or never were. @throws ProblemError 404 (of a case where the link has no part too), 403 */
export function unlinkUndertaking(context: Asking, caseId: string, linkId: string, reason: string): Promise<DeMinimisView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    await oneAtATime(context.tenantId);
    const link = (await position(caseId, today())).links.find(({ id }) => id === linkId);
    if (!link) throw notFound();
    await query('update undertaking_links set ended_by = $2, ended_at = now() where id = $1', [linkId, context.person.id]);
    await record(context, {
      type: 'undertakingUnlinked',
      what: { ico: link.ico, otherIco: link.otherIco, reason },
      caseId,
      actor: actorFor(context.person, ['deMinimis', 'edit']),
    });
    return position(caseId, today());
  });
}
