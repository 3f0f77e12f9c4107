/** Publication of a settlement without personal data, and its withdrawal. */
import { Document, query } from '../../models';
import { put } from '../../models/files';
import { makePdf } from '../../documents/pdf';
import type { PublicationView } from '../../processes/publicSettlement/views';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notNow } from '../problems';
import { actorFor, record } from '../record';
import { mustNotBePublished, takePublication } from './editor';
import { publicFacts, publicPdf } from './facts';
import { findPublication, firstYearOf, publicationView, stateOf, textViews, type InHand } from './publications';

export interface MadePdf {
  readonly fileName: string;
  readonly bytes: Buffer;
}

const fileNameOf = ({ record: { number }, publication: { ordinal } }: InHand): string =>
  `vyuctovani-${number.replace(/[^\w-]+/g, '-')}-${ordinal}.pdf`;

/** How it would look, for the officer. @throws ProblemError 404, 403 */
export async function previewPublication({ person, tenantId, inTenant }: Asking, id: string): Promise<MadePdf> {
  const { document, fileName } = await inTenant(async () => {
    const inHand = await findPublication(person, id);
    return { document: await publicPdf(tenantId, inHand, publicFacts(inHand), true), fileName: fileNameOf(inHand) };
  });
  return { fileName, bytes: await makePdf(document) };
}

/** What still looks like personal data must be confirmed: the officer has seen it and it is none. @throws ProblemError 422 naming the texts */
function mustBeClean({ settlement, publication, record: kase }: InHand, confirmed: boolean): number {
  const errors: FieldErrors = {};
  textViews(settlement, publication.texts, firstYearOf(kase)).forEach(({ left }, index) => {
    if (left.length > 0)
      errors[`texts.${index}`] = words(
        'V textu zůstává něco, co vypadá jako osobní údaj. Začerněte to, nebo potvrďte, že osobním údajem není.',
        'Something in the text still looks like personal data. Blacken it, or confirm that it is none.',
      );
  });
  if (!confirmed && Object.keys(errors).length > 0) throw invalid(errors);
  return Object.keys(errors).length;
}

/** @throws ProblemError 404, 403, 409 of a published one, 412, 422 where personal data seem to be left and the officer did not confirm that they are none */
export async function publishSettlement(context: Asking, id: string, confirmed: boolean, version: number): Promise<PublicationView> {
  const take = async () => {
    const inHand = await takePublication(context, id, version);
    mustNotBePublished(inHand);
    return { inHand, left: mustBeClean(inHand, confirmed), facts: publicFacts(inHand) };
  };
  const { document, facts, fileName } = await context.inTenant(async () => {
    const { inHand, facts: made } = await take();
    return { document: await publicPdf(context.tenantId, inHand, made, false), facts: made, fileName: fileNameOf(inHand) };
  });
  // Bytes first: a file that no row names is harmless, a row without its file is not. The draft is looked at once more after.
  const { sha256, size } = await put(await makePdf(document));
  return context.inTenant(async () => {
    const { inHand, left } = await take();
    const { record: kase, settlement } = inHand;
    const made = await Document.create({
      caseId: kase.id,
      template: 'publicSettlement',
      title: document.title,
      fileName,
      mediaType: 'application/pdf',
      size,
      sha256,
      state: 'ready',
      forApplicant: true,
      createdBy: context.person.id,
    });
    await query(
      `update public_settlements set facts = $2::jsonb, document_id = $3, published_by = $4, published_at = now(), withdrawn_by = null, withdrawn_at = null,
         withdraw_reason = null, version = version + 1, updated_at = now() where id = $1`,
      [id, JSON.stringify(facts), made.id, context.person.id],
    );
    await record(context, {
      type: 'publicSettlementPublished',
      what: { publicSettlementId: id, ordinal: settlement.ordinal, documentId: made.id, sha256, ...(left > 0 && { confirmed: left }) },
      caseId: kase.id,
      actor: actorFor(context.person, ['publicSettlements', 'publish']),
    });
    return publicationView(kase, settlement, (await findPublication(context.person, id)).publication);
  });
}

/** Nobody reads it from then on; its PDF stays in the case. @throws ProblemError 404, 403, 409 of one that is not published, 412 */
export function withdrawSettlement(context: Asking, id: string, reason: string, version: number): Promise<PublicationView> {
  return context.inTenant(async () => {
    const inHand = await takePublication(context, id, version);
    const { record: kase, settlement, publication } = inHand;
    if (stateOf(publication) !== 'published') throw notNow(words('Toto vyúčtování zveřejněné není.', 'This settlement is not published.'));
    await query(
      `update public_settlements set facts = null, document_id = null, published_by = null, published_at = null, withdrawn_by = $2, withdrawn_at = now(),
         withdraw_reason = $3, version = version + 1, updated_at = now() where id = $1`,
      [id, context.person.id, reason],
    );
    await record(context, {
      type: 'publicSettlementWithdrawn',
      what: { publicSettlementId: id, ordinal: settlement.ordinal, documentId: publication.documentId, reason },
      caseId: kase.id,
      actor: actorFor(context.person, ['publicSettlements', 'publish']),
    });
    return publicationView(kase, settlement, (await findPublication(context.person, id)).publication);
  });
}
