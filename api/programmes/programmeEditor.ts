import { DateTime } from 'luxon';
import { z } from 'zod';
import { Programme, User } from '../../models';
import { ZONE } from '../../processes/calendar';
import {
  DAYS_BEFORE_INTAKE,
  earliestIntake,
  PUBLICATION_PROVISION,
  publishedInTime,
  publishedUntil,
} from '../../processes/grant/publication';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import type { FieldErrors } from '../../processes/rules';
import type { ProgrammeView } from '../../processes/views';
import { plainDate } from '../../processes/waits';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, refused, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { day, line } from '../schemas';
import { Where } from '../sql';
import { findProgrammes } from './programmePresenter';

const text = z.string().trim().min(1).max(20_000);
const money = z.int().min(1).max(MAX_AMOUNT);

/** Contents of a programme by § 10c odst. 2 zákona č. 250/2000 Sb.; amounts in haléř. */
export const programmeFields = z.strictObject({
  title: line(3, 200),
  area: line(0, 200).default(''),
  purpose: text,
  reasons: text,
  totalAmount: money,
  maxAmount: money,
  eligible: text,
  criteria: text,
  conditions: text,
  attachments: z.string().trim().max(20_000).default(''),
  intakeOpensAt: z.iso.datetime({ offset: true }),
  intakeClosesAt: z.iso.datetime({ offset: true }),
  decisionDays: z.int().min(1).max(730).default(90),
  settlementDueOn: day,
  evaluatorIds: z.array(z.uuid()).max(30).default([]),
});
type Fields = z.output<typeof programmeFields>;

/** What may be changed; defaults are for a new one only. */
export const programmeChanges = z
  .strictObject({
    ...programmeFields.shape,
    area: line(0, 200),
    attachments: z.string().trim().max(20_000),
    decisionDays: z.int().min(1).max(730),
    evaluatorIds: z.array(z.uuid()).max(30),
  })
  .partial();
type Changes = z.output<typeof programmeChanges>;

/** What an officer fills in, as it stands. */
export const fieldsOf = (programme: Programme): Fields => ({
  title: programme.title,
  area: programme.area,
  purpose: programme.purpose,
  reasons: programme.reasons,
  totalAmount: programme.totalAmount,
  maxAmount: programme.maxAmount,
  eligible: programme.eligible,
  criteria: programme.criteria,
  conditions: programme.conditions,
  attachments: programme.attachments,
  intakeOpensAt: programme.intakeOpensAt.toISOString(),
  intakeClosesAt: programme.intakeClosesAt.toISOString(),
  decisionDays: programme.decisionDays,
  settlementDueOn: programme.settlementDueOn,
  evaluatorIds: [...programme.evaluatorIds],
});

const columnsOf = (fields: Fields) => ({
  ...fields,
  intakeOpensAt: new Date(fields.intakeOpensAt),
  intakeClosesAt: new Date(fields.intakeClosesAt),
});

/** What does not fit together. Inside inTenant. */
async function errorsIn(fields: Fields): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  if (fields.maxAmount > fields.totalAmount) {
    errors.maxAmount = words(
      'Nejvyšší částka v jednom případě nemůže být vyšší než celý program.',
      'The maximum in one case cannot exceed the whole programme.',
    );
  }
  if (new Date(fields.intakeClosesAt) <= new Date(fields.intakeOpensAt)) {
    errors.intakeClosesAt = words('Příjem žádostí musí skončit po svém začátku.', 'The intake must close after it opens.');
  }
  const closes = DateTime.fromISO(fields.intakeClosesAt, { zone: ZONE }).toFormat('yyyy-MM-dd');
  if (fields.settlementDueOn <= closes) {
    errors.settlementDueOn = words('Vyúčtování musí být až po skončení příjmu žádostí.', 'The settlement must be after the intake closes.');
  }
  const wanted = [...new Set(fields.evaluatorIds)];
  const found = wanted.length === 0 ? [] : await User.findAll({ where: { id: wanted, active: true } });
  if (wanted.length !== fields.evaluatorIds.length || found.filter(({ roles }) => roles.includes('evaluator')).length !== wanted.length) {
    errors.evaluatorIds = words(
      'Vyberte jen činné lidi s rolí hodnotitele, každého jednou.',
      'Choose active people with the role of evaluator, each once.',
    );
  }
  return errors;
}

/** Inside inTenant. @throws ProblemError 404 */
export async function findProgramme(id: string): Promise<ProgrammeView> {
  const [programme] = await findProgrammes(new Where().add('p.id = ?', id), 'p.title', 1, 0);
  if (!programme) throw notFound();
  return programme;
}

const actor = (context: Asking) => actorFor(context.person, ['programmes', 'edit']);

/** @param origin of what it was made, for the audit trail. @throws ProblemError 422 naming the fields */
export function createProgramme(context: Asking, fields: Fields, origin: object = {}): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const errors = await errorsIn(fields);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const programme = await Programme.create({ ...columnsOf(fields), createdBy: context.person.id });
    await record(context, {
      type: 'programmeCreated',
      what: { programmeId: programme.id, title: fields.title, ...origin },
      after: fields,
      actor: actor(context),
    });
    return findProgramme(programme.id);
  });
}

/** After publication the terms stand; only who evaluates may change, and the intake and the settlement be prolonged. */
const PUBLISHED_MAY_CHANGE: readonly string[] = ['evaluatorIds', 'intakeClosesAt', 'settlementDueOn'];

function errorsAfterPublication(before: Fields, after: Fields, changed: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of changed) {
    if (!PUBLISHED_MAY_CHANGE.includes(field))
      errors[field] = words('Po zveřejnění už to změnit nelze.', 'This cannot be changed after publication.');
  }
  if (new Date(after.intakeClosesAt) < new Date(before.intakeClosesAt)) {
    errors.intakeClosesAt = words('Po zveřejnění lze příjem jen prodloužit.', 'After publication the intake can only be prolonged.');
  }
  if (after.settlementDueOn < before.settlementDueOn) {
    errors.settlementDueOn = words('Po zveřejnění lze vyúčtování jen odložit.', 'After publication the settlement can only be postponed.');
  }
  if (changed.includes('evaluatorIds') && after.evaluatorIds.length === 0) errors.evaluatorIds = NO_EVALUATOR;
  return errors;
}

const NO_EVALUATOR = words('Vyberte aspoň jednoho hodnotitele.', 'Choose at least one evaluator.');

/** @param version that the writer saw. @throws ProblemError 404, 412, 422 naming the fields */
export function editProgramme(context: Asking, id: string, changes: Changes, version: number): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(id, { lock: true });
    if (!programme) throw notFound();
    if (programme.version !== version) throw staleVersion();
    if (programme.state === 'closed')
      throw notNow(words('Příjem do programu skončil, program už měnit nelze.', 'The intake has ended; the programme cannot be changed.'));
    const before = fieldsOf(programme);
    const after: Fields = { ...before, ...changes };
    after.intakeOpensAt = new Date(after.intakeOpensAt).toISOString();
    after.intakeClosesAt = new Date(after.intakeClosesAt).toISOString();
    const diff = difference(before, after);
    if (!diff) return findProgramme(id);
    const errors = {
      ...(await errorsIn(after)),
      ...(programme.state === 'published' ? errorsAfterPublication(before, after, Object.keys(diff.after)) : {}),
    };
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await programme.update(columnsOf(after));
    await record(context, { type: 'programmeChanged', what: { programmeId: id, title: after.title }, ...diff, actor: actor(context) });
    return findProgramme(id);
  });
}

/**
 * Publishes the programme: at the latest 30 days before its intake opens (§ 10c zákona č. 250/2000 Sb.). Publishing a published one changes nothing.
 * @throws ProblemError 404, 409, 422 with the provision and the earliest day
 */
export function publishProgramme(context: Asking, id: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(id, { lock: true });
    if (!programme) throw notFound();
    if (programme.state === 'published') return findProgramme(id);
    if (programme.state === 'closed') throw notNow(words('Příjem do programu už skončil.', 'The intake of the programme has ended.'));
    const now = new Date();
    if (!publishedInTime(now, programme.intakeOpensAt.toISOString())) {
      const earliest = plainDate(earliestIntake(now));
      const why = words(
        `Program se zveřejňuje nejpozději ${DAYS_BEFORE_INTAKE} dnů před začátkem příjmu žádostí (${PUBLICATION_PROVISION}). Kdyby se zveřejnil dnes, může příjem začít nejdřív ${earliest}.`,
        `A programme is published at the latest ${DAYS_BEFORE_INTAKE} days before its intake opens (${PUBLICATION_PROVISION}). Published today, its intake may open on ${earliest} at the earliest.`,
      );
      throw refused('before-publication', why, { intakeOpensAt: words(`Nejdřív ${earliest}.`, `${earliest} at the earliest.`) });
    }
    const errors = await errorsIn(fieldsOf(programme));
    if (programme.evaluatorIds.length === 0) errors.evaluatorIds = NO_EVALUATOR;
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await programme.update({ state: 'published', publishedAt: now });
    await record(context, {
      type: 'programmePublished',
      what: {
        programmeId: id,
        title: programme.title,
        provision: PUBLICATION_PROVISION,
        publishedUntilAtLeast: publishedUntil(now.toISOString()),
      },
      actor: actorFor(context.person, ['programmes', 'publish']),
    });
    return findProgramme(id);
  });
}

/**
 * Ends the intake before its time. The programme stays readable by everybody (at least 90 days from publication by § 10c, here for good); cases go on.
 * @throws ProblemError 404, 409
 */
export function closeProgramme(context: Asking, id: string, reason: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(id, { lock: true });
    if (!programme) throw notFound();
    if (programme.state === 'closed') return findProgramme(id);
    if (programme.state === 'draft') throw notNow(words('Program ještě není zveřejněný.', 'The programme is not published yet.'));
    await programme.update({ state: 'closed' });
    await record(context, {
      type: 'programmeClosed',
      what: { programmeId: id, title: programme.title, reason },
      actor: actorFor(context.person, ['programmes', 'publish']),
    });
    return findProgramme(id);
  });
}
