/** Further calls (výzvy) of a programme: added, changed, published, ended. */
import { Call, type Programme } from '../../models';
import { PUBLICATION_PROVISION, publishedUntil } from '../../processes/grant/publication';
import type { CallView } from '../../processes/programmeViews';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select } from '../sql';
import { callOf, countChange, lockedProgramme } from './callRecords';
import { findCalls } from './callPresenter';
import { errorsAmongCalls, mustBeInTime, prolongedOnly, timesErrors } from './callRules';
import { callFieldsOf, momentsOf, plainTimes, type CallChanges, type CallFields } from './programmeFields';

const ended = () =>
  notNow(
    words(
      'Program je ukončený, výzvy už k němu nepatří přidávat ani měnit.',
      'The programme has ended; its calls cannot be added or changed.',
    ),
  );

async function shown(programmeId: string, id: string): Promise<CallView> {
  const call = (await findCalls([programmeId])).get(programmeId)?.find((one) => one.id === id);
  if (!call) throw notFound();
  return call;
}

/** @throws ProblemError 422 naming the fields */
async function mustFit(programme: Programme, id: string | null, fields: CallFields): Promise<void> {
  const errors = { ...timesErrors(fields), ...(await errorsAmongCalls(programme, { id, ...fields })) };
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

const what = (programme: Programme, call: Call) => ({
  programmeId: programme.id,
  title: programme.title,
  callId: call.id,
  ordinal: call.ordinal,
});

/** Adds a call, to be published later. @throws ProblemError 404, 409 when the programme has ended, 422 naming the fields */
export function addCall(context: Asking, programmeId: string, wanted: CallFields): Promise<CallView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    if (programme.state === 'closed') throw ended();
    const fields = plainTimes(wanted);
    await mustFit(programme, null, fields);
    const [row] = await select<{ next: number }>('select coalesce(max(ordinal), 0) + 1 as next from calls where programme_id = $1', [
      programmeId,
    ]);
    const call = await Call.create({
      ...fields,
      ...momentsOf(fields),
      programmeId,
      ordinal: row?.next ?? 1,
      createdBy: context.person.id,
    });
    await countChange(programme);
    await record(context, {
      type: 'callCreated',
      what: what(programme, call),
      after: fields,
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return shown(programmeId, call.id);
  });
}

/**
 * Changes a call; once it is published its intake can only be prolonged and its settlement postponed.
 * @param version that the writer saw. @throws ProblemError 404, 409, 412, 422 naming the fields
 */
export function editCall(context: Asking, programmeId: string, id: string, changes: CallChanges, version: number): Promise<CallView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    const call = await callOf(programmeId, id);
    if (call.version !== version) throw staleVersion();
    if (programme.state === 'closed') throw ended();
    if (call.closedAt !== null) throw notNow(words('Příjem v této výzvě byl ukončen.', 'The intake of this call was ended.'));
    const before = callFieldsOf(call);
    const after = plainTimes({ ...before, ...changes });
    const diff = difference(before, after);
    if (!diff) return shown(programmeId, id);
    if (call.publishedAt !== null) {
      const errors = prolongedOnly(before, after, Object.keys(diff.after));
      if (Object.keys(errors).length > 0) throw invalid(errors);
    }
    await mustFit(programme, id, after);
    await call.update({ ...after, ...momentsOf(after) });
    await countChange(programme);
    await record(context, {
      type: 'callChanged',
      what: what(programme, call),
      ...diff,
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return shown(programmeId, id);
  });
}

/**
 * Publishes a further call of a published programme, at the latest 30 days before its intake opens (§ 10c zákona č. 250/2000 Sb.). Publishing a published one
 * changes nothing.
 * @throws ProblemError 404, 409 when the programme is not published, 422 with the provision and the earliest day
 */
export function publishCall(context: Asking, programmeId: string, id: string): Promise<CallView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    const call = await callOf(programmeId, id);
    if (call.publishedAt !== null) return shown(programmeId, id);
    if (programme.state === 'closed') throw ended();
    if (programme.state === 'draft') {
      throw notNow(
        words(
          'Nejdřív zveřejněte program; první výzva se zveřejní s ním.',
          'Publish the programme first; its first call is published with it.',
        ),
      );
    }
    const now = new Date();
    mustBeInTime('call', now, call.intakeOpensAt);
    await mustFit(programme, id, callFieldsOf(call));
    await call.update({ publishedAt: now });
    await countChange(programme);
    await record(context, {
      type: 'callPublished',
      what: { ...what(programme, call), provision: PUBLICATION_PROVISION, publishedUntilAtLeast: publishedUntil(now.toISOString()) },
      actor: actorFor(context.person, ['programmes', 'publish']),
    });
    return shown(programmeId, id);
  });
}

/** Ends the intake of one call before its time; a further call may follow. @throws ProblemError 404, 409 when it takes no applications to be ended */
export function closeCall(context: Asking, programmeId: string, id: string, reason: string): Promise<CallView> {
  return context.inTenant(async () => {
    const programme = await lockedProgramme(programmeId);
    const call = await callOf(programmeId, id);
    if (call.closedAt !== null) return shown(programmeId, id);
    const now = new Date();
    if (programme.state !== 'published' || call.publishedAt === null || call.intakeClosesAt < now)
      throw notNow(
        words('V této výzvě se žádosti nepřijímají, není co ukončit.', 'This call takes no applications; there is nothing to end.'),
      );
    await call.update({ closedAt: now });
    await countChange(programme);
    await record(context, {
      type: 'callClosed',
      what: { ...what(programme, call), reason },
      actor: actorFor(context.person, ['programmes', 'publish']),
    });
    return shown(programmeId, id);
  });
}
