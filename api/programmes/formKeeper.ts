/** What a programme asks beyond the law: read, and kept as another version. */
import type { ApplicationFormView } from '../../processes/views';
import { itemFaults } from '../../processes/formItems/itemFaults';
import type { FormItem } from '../../processes/formItems/items';
import { Programme, query } from '../../models';
import { canonicalJson, type Json } from '../../models/audit/canonical';
import { withPastSupport } from '../../processes/identities/pastSupportForm';
import { processOfProgrammes } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { formOf, lastForm } from '../forms/applicationForms';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';

/** As the database has it: without parts that are undefined. */
const plain = (items: readonly FormItem[]): Json => JSON.parse(JSON.stringify(items)) as Json;

async function view({ id: programmeId, asksPastSupport }: Programme): Promise<ApplicationFormView> {
  const { version, items } = await lastForm(programmeId);
  const form = formOf(processOfProgrammes(), items);
  const [used] = await select<{ count: number }>(
    `select (select count(*) from drafts where subject_id = $1 and form_version = $2 and submitted_at is null)
       + (select count(*) from cases where subject_id = $1 and form_version = $2) as count`,
    [programmeId, version],
  );
  return { version, items, form: asksPastSupport ? withPastSupport(form) : form, usedBy: used?.count ?? 0 };
}

/** The last version of the form, with which the next application begins. @throws ProblemError 404 */
export function showForm(context: Asking, programmeId: string): Promise<ApplicationFormView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(programmeId);
    if (!programme) throw notFound();
    return view(programme);
  });
}

/**
 * Keeps the items as the next version. Drafts and cases keep the version with which they began; keeping what is there already changes nothing.
 * @param version that the writer saw; 0 where there was none
 * @throws ProblemError 404, 409 when the programme's intake has ended, 412, 422 naming `items.<place>.<part>`
 */
export function keepForm(context: Asking, programmeId: string, items: readonly FormItem[], version: number): Promise<ApplicationFormView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(programmeId, { lock: true });
    if (!programme) throw notFound();
    if (programme.state === 'closed')
      throw notNow(words('Příjem do programu skončil, formulář už měnit nelze.', 'The intake has ended; the form cannot be changed.'));
    const last = await lastForm(programmeId);
    if (last.version !== version) throw staleVersion();
    const faults = itemFaults(items);
    if (Object.keys(faults).length > 0)
      throw invalid(Object.fromEntries(Object.entries(faults).map(([path, what]) => [`items.${path}`, what])));
    if (canonicalJson(plain(items)) === canonicalJson(plain(last.items))) return view(programme);
    await query('insert into application_forms (tenant_id, programme_id, version, items, created_by) values ($1, $2, $3, $4::jsonb, $5)', [
      context.tenantId,
      programmeId,
      version + 1,
      JSON.stringify(items),
      context.person.id,
    ]);
    await record(context, {
      type: 'formChanged',
      what: { programmeId, title: programme.title, version: version + 1 },
      before: { items: last.items },
      after: { items },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return view(programme);
  });
}
