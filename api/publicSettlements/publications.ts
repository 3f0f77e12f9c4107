/** Public versions of settlements as the table holds them and as officers see them. */
import type { PublicWording } from '../../processes/publicSettlement/blackening';
import { proposedSpans, publicText } from '../../processes/publicSettlement/blackening';
import { personalData } from '../../processes/publicSettlement/personalData';
import type { PublicationState, PublicationView, PublicTextView } from '../../processes/publicSettlement/views';
import type { CaseRecord, TaskRecord } from '../cases/caseRecords';
import { readableCase } from '../cases/reading';
import type { Person } from '../context';
import { officersCase } from '../officersSection/access';
import { notFound } from '../problems';
import { isoOrNull, select } from '../sql';
import { dayOf } from '../today';
import { acceptedSettlements, type AcceptedSettlement } from './accepted';

export interface PublicationRecord {
  readonly id: string;
  readonly caseId: string;
  readonly ordinal: number;
  readonly settlementId: string;
  readonly texts: readonly PublicWording[];
  readonly documentId: string | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly publishedByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawReason: string | null;
  readonly version: number;
}

const COLUMNS = `
  s.id, s.case_id as "caseId", s.ordinal, s.settlement_id as "settlementId", s.texts, s.document_id as "documentId", s.published_at as "publishedAt",
  s.published_by as "publishedBy", p.name as "publishedByName", s.withdrawn_at as "withdrawnAt", s.withdrawn_by as "withdrawnBy", w.name as "withdrawnByName",
  s.withdraw_reason as "withdrawReason", s.version`;
const TABLES = 'public_settlements s left join users p on p.id = s.published_by left join users w on w.id = s.withdrawn_by';

/** Inside inTenant. */
export const publicationsOf = (caseId: string): Promise<PublicationRecord[]> =>
  select<PublicationRecord>(`select ${COLUMNS} from ${TABLES} where s.case_id = $1 order by s.ordinal`, [caseId]);

/** A case with its accepted settlements, for who reads all of it. */
export interface Settled {
  readonly record: CaseRecord;
  readonly tasks: readonly TaskRecord[];
  readonly settlements: readonly AcceptedSettlement[];
}

/** Inside inTenant. @throws ProblemError 404, 403 */
export async function settledCase(person: Person, caseId: string): Promise<Settled> {
  const record = await officersCase(person, caseId);
  const { tasks } = await readableCase(person, caseId);
  return { record, tasks, settlements: await acceptedSettlements(record, tasks) };
}

export interface InHand extends Settled {
  readonly publication: PublicationRecord;
  readonly settlement: AcceptedSettlement;
}

/** Inside inTenant. @throws ProblemError 404, 403 */
export async function findPublication(person: Person, id: string): Promise<InHand> {
  const [publication] = await select<PublicationRecord>(`select ${COLUMNS} from ${TABLES} where s.id = $1`, [id]);
  if (!publication) throw notFound();
  const settled = await settledCase(person, publication.caseId);
  const settlement = settled.settlements.find(({ settlementId }) => settlementId === publication.settlementId);
  if (!settlement) throw new Error(`Settlement ${publication.settlementId} is accepted no more`);
  return { ...settled, publication, settlement };
}

export const stateOf = ({ publishedAt, withdrawnAt }: Pick<PublicationRecord, 'publishedAt' | 'withdrawnAt'>): PublicationState =>
  publishedAt !== null ? 'published' : withdrawnAt !== null ? 'withdrawn' : 'draft';

/** Nothing of the grant is paid before the year in which it was asked for: a full date before it is hardly one of spending. */
export const firstYearOf = ({ openedAt }: Pick<CaseRecord, 'openedAt'>): number => Number(dayOf(openedAt).slice(0, 4));

/** Texts with what would be read of them and what of that still looks like personal data. @param firstYear of the grant */
export function textViews({ texts }: AcceptedSettlement, wordings: readonly PublicWording[], firstYear: number): PublicTextView[] {
  return texts.map((text, index) => {
    const wording = wordings[index] ?? { choice: 'leftOut', spans: [] };
    const published = publicText(text.original, wording);
    return {
      ...text,
      choice: wording.choice,
      spans: wording.spans,
      proposed: proposedSpans(text.original, firstYear),
      published,
      left: [...new Set(personalData(published ?? '', firstYear).map(({ kind }) => kind))],
    };
  });
}

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function publicationView(record: CaseRecord, settlement: AcceptedSettlement, of: PublicationRecord): PublicationView {
  return {
    id: of.id,
    caseId: of.caseId,
    ordinal: of.ordinal,
    state: stateOf(of),
    items: settlement.items,
    texts: textViews(settlement, of.texts, firstYearOf(record)),
    documentId: of.documentId,
    publishedAt: isoOrNull(of.publishedAt),
    publishedBy: person(of.publishedBy, of.publishedByName),
    withdrawnAt: isoOrNull(of.withdrawnAt),
    withdrawnBy: person(of.withdrawnBy, of.withdrawnByName),
    withdrawReason: of.withdrawReason,
    version: of.version,
  };
}
