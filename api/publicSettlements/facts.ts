/** What is public of a settlement, made of its wording by the officer. Nothing reaches the public but through here. */
import { Tenant } from '../../models';
import { publicSettlementDocument } from '../../documents/publicSettlement';
import type { PdfDocument } from '../../documents/pdf';
import { ownShareOf } from '../../processes/grant/settlement';
import { publicText } from '../../processes/publicSettlement/blackening';
import type { PublishedItem, PublishedSettlement } from '../../processes/publicSettlement/views';
import type { SmallValues } from '../../processes/changes';
import { notFound } from '../problems';
import { select } from '../sql';
import { today } from '../today';
import type { InHand } from './publications';

/** All but the id, which is the row's own. */
export type PublicFacts = Omit<PublishedSettlement, 'id'>;

const valueOf = (values: SmallValues, key: string): number => {
  const value = values[key];
  return typeof value === 'number' ? value : 0;
};

export function publicFacts({ publication, settlement, settlements, record: { values } }: InHand): PublicFacts {
  const wordingOf = (index: number): string | null => {
    const text = settlement.texts[index];
    const wording = publication.texts[index];
    return text && wording ? publicText(text.original, wording) : null;
  };
  const { amount, accepted } = settlement.sums;
  const isLast = values.settlesAll === true && settlement.ordinal === settlements.length;
  const unspent = valueOf(values, 'paid') - valueOf(values, 'accepted');
  return {
    ordinal: settlement.ordinal,
    submittedOn: settlement.submittedOn,
    acceptedOn: settlement.acceptedOn,
    publishedOn: today(),
    items: settlement.items.map((sums, row): PublishedItem => ({
      description: wordingOf(2 * row),
      documentNumber: wordingOf(2 * row + 1),
      ...sums,
    })),
    sums: settlement.sums,
    own: amount - accepted,
    ownShare: Math.floor(ownShareOf(amount, accepted) * 100),
    unspent: isLast ? unspent : null,
    returned: isLast ? valueOf(values, 'returned') : null,
    report: wordingOf(settlement.texts.length - 1),
  };
}

interface OfGrant {
  readonly applicantName: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly projectTitle: string;
  readonly programmeTitle: string;
  readonly awarded: number;
}

/** The public version as a PDF. Inside inTenant. @param draft says on every page that it is not published. @throws ProblemError 404 */
export async function publicPdf(tenantId: string, { record: { id } }: InHand, facts: PublicFacts, draft: boolean): Promise<PdfDocument> {
  const tenant = await Tenant.findByPk(tenantId, { rejectOnEmpty: true });
  const [grant] = await select<OfGrant>(
    `select g.applicant_name as "applicantName", case when g.applicant_kind = 'legal' then g.ico end as ico, g.municipality, g.project_title as "projectTitle",
       p.title as "programmeTitle", g.awarded
     from grants g join programmes p on p.id = g.programme_id where g.case_id = $1`,
    [id],
  );
  if (!grant) throw notFound();
  return publicSettlementDocument({ office: tenant.name, ...grant, ...facts, draft });
}
