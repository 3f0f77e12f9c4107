import type { Response } from 'express';
import { inTenant } from '../../models/database';
import type { AuditPart } from '../../processes/reportViews';
import type { Asking } from '../context';
import { notFound } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { actColumns, caseColumns, historyColumns } from './auditColumns';
import { actsOf, casesOf, historyOf, STEPS_OF } from './auditRows';
import { streamCsv } from './csvStream';

const NAMES: Readonly<Record<AuditPart, string>> = {
  cases: 'pripady',
  decisions: 'rozhodnuti',
  contracts: 'smlouvy',
  payments: 'platby',
  settlements: 'vyuctovani',
  steps: 'kdo-kdy-co',
};

/**
 * One file of the export of a programme for internal audit, streamed; that it was taken out is recorded before.
 * @throws ProblemError 404
 */
export async function exportForAudit(
  context: Asking & { readonly response: Response },
  programmeId: string,
  part: AuditPart,
): Promise<void> {
  const { tenantId, language, response, person } = context;
  await context.inTenant(async () => {
    const [programme] = await select<{ id: string }>('select id from programmes where id = $1', [programmeId]);
    if (!programme) throw notFound();
    await record(context, {
      type: 'exported',
      what: { list: `audit.${part}`, programmeId },
      actor: actorFor(person, ['reports', 'export']),
    });
  });
  const name = `audit-${NAMES[part]}-${programmeId.slice(0, 8)}`;
  // One snapshot, so that the rows of a long file belong together.
  await inTenant(
    tenantId,
    () => {
      if (part === 'cases') return streamCsv(response, name, caseColumns, language, casesOf(programmeId, person));
      if (part === 'steps') return streamCsv(response, name, historyColumns, language, historyOf(programmeId));
      return streamCsv(response, name, actColumns[part], language, actsOf(programmeId, STEPS_OF[part]));
    },
    { snapshot: true },
  );
}
