/** Rows of programmes and their calls, locked for a change. */
import { Call, Programme } from '../../models';
import { notFound } from '../problems';
import { select } from '../sql';

/** Inside inTenant; calls of one programme are written one after another. @throws ProblemError 404 */
export async function lockedProgramme(id: string): Promise<Programme> {
  const programme = await Programme.findByPk(id, { lock: true });
  if (!programme) throw notFound();
  return programme;
}

/** The call that the programme presents. Inside inTenant. */
export async function currentCall(programmeId: string): Promise<Call> {
  const [current] = await select<{ id: string }>('select id from current_calls where programme_id = $1', [programmeId]);
  if (!current) throw new Error(`Programme ${programmeId} has no call`);
  return Call.findByPk(current.id, { rejectOnEmpty: true });
}

/** A call of the programme. Inside inTenant. @throws ProblemError 404 */
export async function callOf(programmeId: string, id: string): Promise<Call> {
  const call = await Call.findOne({ where: { id, programmeId } });
  if (!call) throw notFound();
  return call;
}

/** What a programme answers holds its calls: whoever read it before must not write over what changed in them. */
export async function countChange(programme: Programme): Promise<void> {
  programme.changed('title', true);
  await programme.save();
}
