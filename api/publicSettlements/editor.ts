/** Public versions of settlements in preparation: begun with a proposal, then worded by an officer. */
import { query } from '../../models';
import { areSpansOf, joined, proposedWording, type PublicWording } from '../../processes/publicSettlement/blackening';
import type { AcceptedSettlementView, PublicationView } from '../../processes/publicSettlement/views';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import type { AcceptedSettlement } from './accepted';
import { findPublication, firstYearOf, publicationsOf, publicationView, settledCase, stateOf, type InHand } from './publications';

/** Accepted settlements of the case, each with its public version where one was begun. @throws ProblemError 404, 403 */
export function listSettlements({ person, inTenant }: Asking, caseId: string): Promise<AcceptedSettlementView[]> {
  return inTenant(async () => {
    const settled = await settledCase(person, caseId);
    const publications = await publicationsOf(caseId);
    return settled.settlements.map((settlement) => {
      const publication = publications.find(({ settlementId }) => settlementId === settlement.settlementId);
      const { settlementId: id, ordinal, submittedOn, acceptedOn, sums } = settlement;
      return {
        id,
        ordinal,
        submittedOn,
        acceptedOn,
        sums,
        publication: publication ? publicationView(settled.record, settlement, publication) : null,
      };
    });
  });
}

/** Begins a public version from the proposal: recognisable personal data blackened, the report left out. @throws ProblemError 404, 403, 409, 422 */
export function beginPublication(context: Asking, caseId: string, ordinal: number): Promise<PublicationView> {
  return context.inTenant(async () => {
    const settled = await settledCase(context.person, caseId);
    const settlement = settled.settlements.find((one) => one.ordinal === ordinal);
    if (!settlement)
      throw invalid({ ordinal: words('Takové schválené vyúčtování spis nemá.', 'The case has no such accepted settlement.') });
    const firstYear = firstYearOf(settled.record);
    const texts = settlement.texts.map(({ original, of }) => proposedWording(original, firstYear, of !== 'report'));
    const [made] = await query<{ id: string }>(
      `insert into public_settlements (tenant_id, case_id, ordinal, settlement_id, check_id, texts, created_by) values ($1, $2, $3, $4, $5, $6::jsonb, $7)
       on conflict (case_id, ordinal) do nothing returning id`,
      [context.tenantId, caseId, ordinal, settlement.settlementId, settlement.checkId, JSON.stringify(texts), context.person.id],
    );
    if (!made) throw notNow(words('Veřejnou verzi už někdo připravuje.', 'Somebody is preparing the public version already.'));
    await record(context, {
      type: 'publicSettlementBegun',
      what: { publicSettlementId: made.id, ordinal, blackened: texts.filter(({ choice }) => choice === 'blackened').length },
      caseId,
      actor: actorFor(context.person, ['publicSettlements', 'edit']),
    });
    const { publication } = await findPublication(context.person, made.id);
    return publicationView(settled.record, settlement, publication);
  });
}

/** The public version in the version that the person sees, kept from others until the end of the transaction. Inside inTenant. @throws ProblemError 404, 403, 412 */
export async function takePublication(context: Asking, id: string, version: number): Promise<InHand> {
  await query('select 1 from public_settlements where id = $1 for update', [id]);
  const inHand = await findPublication(context.person, id);
  if (inHand.publication.version !== version) throw staleVersion();
  return inHand;
}

/** @throws ProblemError 409 */
export function mustNotBePublished({ publication }: InHand): void {
  if (stateOf(publication) === 'published')
    throw notNow(
      words(
        'Veřejná verze je zveřejněná. Nejdřív ji stáhněte s uvedením důvodu, pak ji upravíte.',
        'The public version is published. Withdraw it with a reason first, then change it.',
      ),
    );
}

function errorsIn({ texts }: AcceptedSettlement, wordings: readonly PublicWording[]): FieldErrors {
  if (wordings.length !== texts.length)
    return { texts: words(`Rozhodněte o všech textech; je jich ${texts.length}.`, `Decide on all texts; there are ${texts.length}.`) };
  const errors: FieldErrors = {};
  texts.forEach(({ original }, index) => {
    const { choice, spans } = wordings[index] ?? { choice: 'leftOut', spans: [] };
    if (choice !== 'blackened' && spans.length > 0)
      errors[`texts.${index}.spans`] = words('Začerňuje se jen v začerněném textu.', 'Only a blackened text has parts blackened.');
    else if (choice === 'blackened' && spans.length === 0)
      errors[`texts.${index}.spans`] = words(
        'Označte, co se má začernit, nebo zvolte „tak, jak je“.',
        'Mark what is to be blackened, or choose “as it is”.',
      );
    else if (!areSpansOf(original, spans))
      errors[`texts.${index}.spans`] = words('Začerněná část v textu není.', 'The blackened part is not in the text.');
  });
  return errors;
}

/** Sets the wording of every text. @throws ProblemError 404, 403, 409 of a published one, 412, 422 naming the texts */
export function changePublication(
  context: Asking,
  id: string,
  wordings: readonly PublicWording[],
  version: number,
): Promise<PublicationView> {
  return context.inTenant(async () => {
    const inHand = await takePublication(context, id, version);
    mustNotBePublished(inHand);
    const { publication, settlement, record: kase } = inHand;
    const errors = errorsIn(settlement, wordings);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const texts = wordings.map(({ choice, spans }, index) => ({
      choice,
      spans: joined(settlement.texts[index]?.original ?? '', spans),
    }));
    const diff = difference({ texts: publication.texts.map(({ choice, spans }) => ({ choice, spans })) }, { texts });
    if (!diff) return publicationView(kase, settlement, publication);
    await query(`update public_settlements set texts = $2::jsonb, version = version + 1, updated_at = now() where id = $1`, [
      id,
      JSON.stringify(texts),
    ]);
    await record(context, {
      type: 'publicSettlementChanged',
      what: { publicSettlementId: id, ordinal: publication.ordinal },
      ...diff,
      caseId: kase.id,
      actor: actorFor(context.person, ['publicSettlements', 'edit']),
    });
    const changed = await findPublication(context.person, id);
    return publicationView(kase, settlement, changed.publication);
  });
}
