import { Area, Call, Programme, User } from '../../models';
import { PUBLICATION_PROVISION, publishedUntil } from '../../processes/grant/publication';
import type { FieldErrors } from '../../processes/rules';
import type { ProgrammeView } from '../../processes/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { hasGroup } from '../evaluatorGroups/groupPresenter';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { Where } from '../sql';
import { countChange, currentCall, lockedProgramme } from './callRecords';
import { errorsAmongCalls, mustBeInTime, prolongedOnly, timesErrors, totalErrors } from './callRules';
import { callTimes, fieldsOf, momentsOf, parted, plainTimes, type Changes, type Fields } from './programmeFields';
import { findProgrammes } from './programmePresenter';

/** @param before null of a new programme: what stands already may stay in an area that is not offered any more */
async function areaErrors(areaId: string | null, before: string | null): Promise<FieldErrors> {
  if (areaId === null || areaId === before) return {};
  const area = await Area.findByPk(areaId);
  if (!area) return { areaId: words('Taková oblast podpory tu není.', 'There is no such area of support.') };
  if (!area.active) return { areaId: words('Tato oblast podpory je vyřazená.', 'This area of support is not used any more.') };
  return {};
}

/** What does not fit together. Inside inTenant. */
async function errorsIn(fields: Fields, areaBefore: string | null): Promise<FieldErrors> {
  const errors: FieldErrors = { ...(await areaErrors(fields.areaId, areaBefore)) };
  if (fields.maxAmount > fields.totalAmount) {
    errors.maxAmount = words(
      'Nejvyšší částka v jednom případě nemůže být vyšší než celý program.',
      'The maximum in one case cannot exceed the whole programme.',
    );
  }
  Object.assign(errors, timesErrors(fields));
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

/** Makes a programme with its first call. @param origin of what it was made, for the audit trail. @throws ProblemError 422 naming the fields */
export function createProgramme(context: Asking, fields: Fields, origin: object = {}): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const errors = await errorsIn(fields, null);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const { terms, times } = parted(fields);
    const createdBy = context.person.id;
    const programme = await Programme.create({ ...terms, createdBy });
    await Call.create({ programmeId: programme.id, ordinal: 1, ...times, ...momentsOf(times), createdBy });
    await record(context, {
      type: 'programmeCreated',
      what: { programmeId: programme.id, title: fields.title, ...origin },
      after: { ...terms, ...times },
      actor: actor(context),
    });
    return findProgramme(programme.id);
  });
}

const PLACING: readonly string[] = ['areaId', 'area'];
const EVALUATORS: readonly string[] = ['evaluatorIds', 'evaluatorsByGroups'];
const isTime = (field: string): boolean => Object.hasOwn(callTimes, field);

/**
 * After publication the terms stand; only who evaluates and where the programme belongs may change, and the intake and the settlement of its call be prolonged.
 * @param callPublished is the call that the programme presents published?
 */
function errorsAfterPublication(before: Fields, after: Fields, changed: readonly string[], callPublished: boolean): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of changed) {
    if (!EVALUATORS.includes(field) && field !== 'deMinimis' && field !== 'asksPastSupport' && !PLACING.includes(field) && !isTime(field))
      errors[field] = words('Po zveřejnění už to změnit nelze.', 'This cannot be changed after publication.');
  }
  if (callPublished) Object.assign(errors, prolongedOnly(before, after, changed.filter(isTime)));
  return errors;
}

const NO_EVALUATOR = words('Vyberte aspoň jednoho hodnotitele.', 'Choose at least one evaluator.');
const NO_GROUP = words(
  'Žádná skupina hodnotitelů s členy nepatří k tomuto programu ani k jeho oblasti. Nejdřív ji založte.',
  'No group of evaluators with members is for this programme or its area. Make one first.',
);

/** A programme that people read has somebody to evaluate it; inside inTenant, when its area is written. */
async function evaluatorErrors(programme: Programme): Promise<FieldErrors> {
  if (!programme.evaluatorsByGroups) return programme.evaluatorIds.length === 0 ? { evaluatorIds: NO_EVALUATOR } : {};
  return (await hasGroup(programme.id)) ? {} : { evaluatorsByGroups: NO_GROUP };
}

/**
 * Changes the programme, and the times of the call that it presents.
 * @param version that the writer saw. @throws ProblemError 404, 412, 422 naming the fields
 */
export function editProgramme(context: Asking, id: string, changes: Changes, version: number): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(id);
    if (programme.version !== version) throw staleVersion();
    const call = await currentCall(id);
    const before = fieldsOf(programme, call);
    const { terms, times } = parted(plainTimes({ ...before, ...changes }));
    const after: Fields = { ...terms, ...times };
    const diff = difference(before, after);
    if (!diff) return findProgramme(id);
    const changed = Object.keys(diff.after);
    if (programme.state === 'closed' && !changed.every((field) => PLACING.includes(field)))
      throw notNow(words('Příjem do programu skončil, program už měnit nelze.', 'The intake has ended; the programme cannot be changed.'));
    const errors = {
      ...(await errorsIn(after, before.areaId)),
      ...(changed.some(isTime) &&
        (await errorsAmongCalls({ id, totalAmount: after.totalAmount }, { id: call.id, amount: null, ...times }))),
      ...(changed.includes('totalAmount') && (await totalErrors({ id, totalAmount: after.totalAmount }))),
      ...(programme.state !== 'draft' && errorsAfterPublication(before, after, changed, call.publishedAt !== null)),
    };
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await call.update({ ...times, ...momentsOf(times) });
    programme.set(terms);
    await countChange(programme);
    const nobody =
      programme.state !== 'draft' && changed.some((field) => EVALUATORS.includes(field)) ? await evaluatorErrors(programme) : {};
    if (Object.keys(nobody).length > 0) throw invalid(nobody);
    await record(context, { type: 'programmeChanged', what: { programmeId: id, title: after.title }, ...diff, actor: actor(context) });
    return findProgramme(id);
  });
}

/**
 * Publishes the programme with its first call: at the latest 30 days before the intake opens (§ 10c zákona č. 250/2000 Sb.). Publishing a published one changes
 * nothing.
 * @throws ProblemError 404, 409, 422 with the provision and the earliest day
 */
export function publishProgramme(context: Asking, id: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(id);
    if (programme.state === 'published') return findProgramme(id);
    if (programme.state === 'closed') throw notNow(words('Příjem do programu už skončil.', 'The intake of the programme has ended.'));
    const call = await currentCall(id);
    const now = new Date();
    mustBeInTime('programme', now, call.intakeOpensAt);
    const errors = await errorsIn(fieldsOf(programme, call), programme.areaId);
    Object.assign(errors, await evaluatorErrors(programme));
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await call.update({ publishedAt: now });
    await programme.update({ state: 'published' });
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
 * Ends the programme: none of its calls takes applications any more, and no further one is announced. It stays readable by everybody (at least 90 days from
 * publication by § 10c, here for good); cases go on.
 * @throws ProblemError 404, 409
 */
export function closeProgramme(context: Asking, id: string, reason: string): Promise<ProgrammeView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(id);
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
