import { send, writeEvents, type NewEvent } from '../../models';
import { actId } from '../actKey';
import type { Keyed } from '../cases/actSender';
import { keeperOf } from '../cases/caseActs';
import { readableCase } from '../cases/reading';
import { acceptBulk, chosenCases, type NewItem } from './acceptance';
import type { Message } from './bulkSchemas';
import { ItemProblems } from './itemProblems';

const TEMPLATE = 'kernel.message';
const APPLICANT = { kind: 'applicant' } as const;

/** A key as the kernel makes them, template and number; the number is made of the bulk act, so that it meets none of the kernel's own. */
const keyOf = (bulkId: string): string => `${TEMPLATE}.${parseInt(bulkId.replaceAll('-', '').slice(0, 12), 16)}`;

/** The letters, to be sent by the bulk act's workflow: the procedure of a case does not change by a message, and a closed case can be written to as well. */
function queueLetters(tenantId: string, caseIds: readonly string[], key: string, values: object, at: string): void {
  send(
    `insert into letters (tenant_id, case_id, key, template, recipient, "values", queued_at)
     select $1, id, $3, $4, $5::jsonb, $6::jsonb, $7 from unnest($2::uuid[]) as chosen (id)`,
    [tenantId, caseIds, key, TEMPLATE, JSON.stringify(APPLICANT), JSON.stringify(values), at],
  );
}

/**
 * Writes to the applicants of many cases. The letter is in each case, with its event, when this returns.
 * @throws ProblemError 403 naming who keeps the cases, 404, 422; then nobody is written to
 */
export function notifyInBulk(context: Keyed, message: Message): Promise<{ readonly id: string }> {
  const { subject, text, caseIds } = message;
  const { tenantId, requestId } = context;
  return acceptBulk(context, 'notify', message, async (bulkId) => {
    const numbers = await chosenCases(context.person, caseIds, (position) => `caseIds.${position}`);
    const key = keyOf(bulkId);
    const at = new Date().toISOString();
    const problems = new ItemProblems();
    const events: NewEvent[] = [];
    const items: NewItem[] = [];
    for (const [position, caseId] of caseIds.entries()) {
      await problems.of(position, numbers.get(caseId) ?? '', async () => {
        const actor = keeperOf(context, await readableCase(context.person, caseId));
        // The text is in the letter: a row that can be erased with its person, unlike an event.
        const what = { key, template: TEMPLATE, to: APPLICANT, values: { subject } };
        events.push({ chainId: caseId, caseId, type: 'letterQueued', at, actor, what, requestId });
        items.push({ caseId, taskId: null, updateId: actId(context, { bulkId, caseId }), sends: { kind: 'letter', key } });
      });
    }
    problems.end();
    queueLetters(tenantId, caseIds, key, { subject, text }, at);
    await writeEvents(tenantId, events);
    return { what: { subject, text }, items };
  });
}
