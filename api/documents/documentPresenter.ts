import type { DocumentView } from '../../processes/views';
import type { Person } from '../context';
import { CONFIDENTIAL, type Readable } from '../cases/reading';
import { iso, select } from '../sql';

export interface DocumentRecord {
  readonly id: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly state: 'queued' | 'ready';
  readonly forApplicant: boolean;
  readonly signature: 'pdf' | 'detached' | 'container' | null;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `
  d.id, d.case_id as "caseId", d.title, d.file_name as "fileName", d.media_type as "mediaType", d.size, d.sha256, d.state, d.signature,
  d.for_applicant as "forApplicant", d.created_by as "createdBy", u.name as "createdByName", d.created_at as "createdAt"`;

export async function findDocument(id: string): Promise<DocumentRecord | null> {
  const [row] = await select<DocumentRecord>(
    `select ${COLUMNS} from documents d left join users u on u.id = d.created_by where d.id = $1`,
    [id],
  );
  return row ?? null;
}

export function documentsOfCase(caseId: string): Promise<DocumentRecord[]> {
  return select<DocumentRecord>(
    `select ${COLUMNS} from documents d left join users u on u.id = d.created_by where d.case_id = $1 order by d.created_at, d.id`,
    [caseId],
  );
}

/** May the reader of the case read the document? The applicant: their own and those meant for them; an evaluator: the applicant's and their own. */
export function readsDocument(person: Person, { reading, record }: Readable, document: DocumentRecord): boolean {
  if (reading === 'whole' || document.createdBy === person.id) return true;
  if (reading === 'part' && CONFIDENTIAL.includes(record.processId)) return false;
  // What a person uploaded for the applicant to see was uploaded by one of the applicant's people: an official's upload is not shown to them.
  return reading === 'own'
    ? document.forApplicant
    : document.createdBy === record.applicantId || (document.forApplicant && document.createdBy !== null);
}

export function documentView(document: DocumentRecord, plain = false): DocumentView {
  const { createdBy, createdByName } = document;
  return {
    id: document.id,
    caseId: document.caseId,
    title: document.title,
    fileName: document.fileName,
    mediaType: document.mediaType,
    size: document.size,
    sha256: document.sha256,
    state: document.state,
    signature: document.signature,
    createdAt: iso(document.createdAt),
    createdBy: createdBy === null || plain ? null : { id: createdBy, name: createdByName ?? '' },
  };
}
