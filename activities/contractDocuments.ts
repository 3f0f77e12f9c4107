/** A contract and its amendment as documents of the case: what is signed, the DOCX it was made of, and what is published. */
import { makeContractFiles, makePublicPdf } from '../documents/contractFiles';
import { buffer } from 'node:stream/consumers';
import { Case, currentTemplate, inTenant, query, type Document } from '../models';
import { environment } from '../models/environment';
import { get, put } from '../models/files';
import { contractFacts } from '../models/grants/contractFacts';
import type { TemplateKind } from '../processes/grant/contract/fields';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Suffixes of the key of what is made beside the document: they are found by them, and made once. */
export const SOURCE = '.docx';
export const PUBLIC = '.public';

export interface StoredContract {
  readonly sha256: string;
  readonly size: number;
  /** Writes the rows beside the document's own, in the transaction that makes it ready. */
  besides(): Promise<void>;
}

interface Beside {
  readonly key: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

async function keepBeside(
  row: Document,
  templateId: string | null,
  { key, title, fileName, mediaType, bytes }: Beside,
): Promise<() => Promise<void>> {
  const { sha256, size } = await put(bytes);
  return async () => {
    await query(
      `insert into documents (tenant_id, case_id, key, title, file_name, media_type, size, sha256, state, for_applicant, contract_template_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'ready', false, $9) on conflict (case_id, key) do nothing`,
      [row.tenantId, row.caseId, key, title, fileName, mediaType, size, sha256, templateId],
    );
  };
}

/**
 * Makes the files of a queued contract (or amendment) and stores their bytes; the rows are written by `besides`. The template is the one that holds when the document is made.
 * @throws DocumentFactMissingError with a sentence for who mends it
 * @throws ConversionFailedError of LibreOffice
 */
export async function storeContract(row: Document, kind: TemplateKind): Promise<StoredContract> {
  const { facts, template } = await inTenant(row.tenantId, async () => {
    const of = await Case.findByPk(row.caseId ?? '', { rejectOnEmpty: true });
    return { facts: await contractFacts(row), template: await currentTemplate(of.subjectId, kind) };
  });
  const bytes = template?.sha256 ? await buffer(await get(template.sha256)) : null;
  const making = { kind, facts, template: bytes, soffice: environment().sofficePath };
  const { docx, pdf } = await makeContractFiles(making);
  const templateId = template?.id ?? null;
  const name = row.fileName.replace(/\.pdf$/, '');
  const besides = [
    await keepBeside(row, templateId, {
      key: `${row.key}${PUBLIC}`,
      title: `${row.title} (ke zveřejnění, bez osobních údajů)`,
      fileName: `${name}-zverejneni.pdf`,
      mediaType: 'application/pdf',
      bytes: await makePublicPdf(making),
    }),
    ...(docx === null
      ? []
      : [
          await keepBeside(row, templateId, {
            key: `${row.key}${SOURCE}`,
            title: `${row.title} (DOCX)`,
            fileName: `${name}.docx`,
            mediaType: DOCX,
            bytes: docx,
          }),
        ]),
    async () => {
      if (templateId !== null) await query('update documents set contract_template_id = $2 where id = $1', [row.id, templateId]);
    },
  ];
  const { sha256, size } = await put(pdf);
  return {
    sha256,
    size,
    besides: async () => {
      for (const write of besides) await write();
    },
  };
}
