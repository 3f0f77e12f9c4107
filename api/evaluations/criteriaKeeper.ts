/** By what a programme's applications are scored: read, and kept as another version. */
import { Programme, query } from '../../models';
import { canonicalJson, type Json } from '../../models/audit/canonical';
import { criteriaFaults, type Criterion } from '../../processes/grant/criteria';
import type { CriteriaView } from '../../processes/grant/evaluationViews';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { lastCriteria } from './criteria';
import { NEEDED } from './standing';

const USED = words(
  'Do programu už přišla žádost. Všechny se hodnotí podle stejných kritérií, proto je měnit nelze.',
  'An application has come to the programme. All are scored by the same criteria, so they cannot be changed.',
);
const OVER = words('Příjem do programu skončil, kritéria už měnit nelze.', 'The intake has ended; the criteria cannot be changed.');

const plain = (criteria: readonly Criterion[]): Json => JSON.parse(JSON.stringify(criteria)) as Json;

/** Why the criteria stand; null: they may be changed. */
async function frozen(programme: Programme): Promise<Words | null> {
  if (programme.state === 'closed') return OVER;
  const [used] = await select('select from cases where subject_id = $1 limit 1', [programme.id]);
  return used ? USED : null;
}

async function view(programme: Programme): Promise<CriteriaView> {
  const { version, criteria } = await lastCriteria(programme.id);
  const [settings] = await select<{ needed: number; programmeVersion: number }>(
    `select ${NEEDED} as needed, p.version as "programmeVersion" from programmes p where p.id = $1`,
    [programme.id],
  );
  if (!settings) throw notFound();
  return { version, criteria, frozen: await frozen(programme), needsReason: programme.state === 'published', ...settings };
}

/** @throws ProblemError 404 */
export function showCriteria(context: Asking, programmeId: string): Promise<CriteriaView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(programmeId);
    if (!programme) throw notFound();
    return view(programme);
  });
}

/**
 * Keeps the criteria as the next version, until the first application comes; that of a published programme (§ 10c odst. 2 písm. g) zákona č. 250/2000 Sb.)
 * with a reason, which stays in the audit trail. Keeping what is there already changes nothing.
 * @param version that the writer saw; 0 where there was none
 * @throws ProblemError 404, 409 when applications came or the intake ended, 412, 422 naming `criteria.<place>.<part>` or `reason`
 */
export function keepCriteria(
  context: Asking,
  programmeId: string,
  { criteria, reason }: { readonly criteria: readonly Criterion[]; readonly reason?: string },
  version: number,
): Promise<CriteriaView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(programmeId, { lock: true });
    if (!programme) throw notFound();
    const last = await lastCriteria(programmeId);
    if (last.version !== version) throw staleVersion();
    const stands = await frozen(programme);
    if (stands) throw notNow(stands);
    const faults = criteriaFaults(criteria);
    if (Object.keys(faults).length > 0)
      throw invalid(Object.fromEntries(Object.entries(faults).map(([path, what]) => [`criteria.${path}`, what])));
    if (canonicalJson(plain(criteria)) === canonicalJson(plain(last.criteria))) return view(programme);
    if (programme.state === 'published' && reason === undefined)
      throw invalid({
        reason: words(
          'Program už je zveřejněný i s kritérii (§ 10c odst. 2 zákona č. 250/2000 Sb.). Napište, proč je měníte.',
          'The programme is published with its criteria (§ 10c(2) of Act 250/2000). Say why you change them.',
        ),
      });
    await query(
      'insert into evaluation_criteria (tenant_id, programme_id, version, criteria, created_by) values ($1, $2, $3, $4::jsonb, $5)',
      [context.tenantId, programmeId, version + 1, JSON.stringify(criteria), context.person.id],
    );
    await record(context, {
      type: 'criteriaChanged',
      what: { programmeId, title: programme.title, version: version + 1, ...(reason !== undefined && { reason }) },
      before: { criteria: last.criteria },
      after: { criteria },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return view(programme);
  });
}

/**
 * Sets how many evaluations of an application should count. It holds nothing up: where fewer are left, officers see it and may ask for more.
 * @param version of the programme that the writer saw
 * @throws ProblemError 404, 409 when the intake ended, 412, 422 when the programme has fewer evaluators
 */
export function setEvaluationsNeeded(context: Asking, programmeId: string, needed: number, version: number): Promise<CriteriaView> {
  return context.inTenant(async () => {
    const programme = await Programme.findByPk(programmeId, { lock: true });
    if (!programme) throw notFound();
    if (programme.version !== version) throw staleVersion();
    const evaluators = programme.evaluatorIds.length;
    if (!programme.evaluatorsByGroups && needed > Math.max(1, evaluators)) {
      const fewer = words(`Program má jen ${evaluators} hodnotitelů.`, `The programme has ${evaluators} evaluators only.`);
      throw invalid({ needed: fewer });
    }
    const before = (await view(programme)).needed;
    if (before === needed) return view(programme);
    await query('update programmes set evaluations_needed = $2, version = version + 1, updated_at = now() where id = $1', [
      programmeId,
      needed,
    ]);
    await record(context, {
      type: 'programmeChanged',
      what: { programmeId, title: programme.title },
      before: { evaluationsNeeded: before },
      after: { evaluationsNeeded: needed },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
    return view(programme);
  });
}

/** How a programme evaluates, apart from its people; what another one takes over. */
export interface EvaluationSettings {
  /** Null: the common ones. */
  readonly criteria: readonly Criterion[] | null;
  readonly needed: number;
}

/** Inside inTenant. */
export async function evaluationSettingsOf(programmeId: string): Promise<EvaluationSettings> {
  const { version, criteria } = await lastCriteria(programmeId);
  const [row] = await select<{ needed: number }>('select evaluations_needed as needed from programmes where id = $1', [programmeId]);
  return { criteria: version === 0 ? null : criteria, needed: row?.needed ?? 1 };
}

/** Gives them to a programme that was just made; inside inTenant. @throws ProblemError 422 naming `criteria.<place>.<part>` */
export async function takeEvaluationSettings(
  context: Asking,
  programmeId: string,
  { criteria, needed }: EvaluationSettings,
): Promise<void> {
  if (criteria !== null) await keepCriteria(context, programmeId, { criteria }, 0);
  await query('update programmes set evaluations_needed = $2 where id = $1', [programmeId, needed]);
}
