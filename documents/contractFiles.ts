/** The files of one contract or amendment: the DOCX as it was filled, the PDF to be signed, and the PDF to be published. */
import { publicFacts, type ContractFacts } from '../processes/grant/contract/facts';
import type { TemplateKind } from '../processes/grant/contract/fields';
import { fieldValues } from '../processes/grant/contract/fieldValues';
import { contract } from './contract';
import { openDocx, type DocxParts } from './docx/openDocx';
import { fillTemplate } from './docx/template';
import { docxAsPdf } from './docx/toPdf';
import { exampleTemplate } from './exampleTemplates';
import { makePdf } from './pdf';
import { convertBySoffice } from './soffice';

export interface ContractFiles {
  /** Null where there is no template: the contract is made as a PDF right away. */
  readonly docx: Buffer | null;
  readonly pdf: Buffer;
}

interface Making {
  readonly kind: TemplateKind;
  readonly facts: ContractFacts;
  /** Bytes of the template; null: the contract in our own words, the amendment by our example. */
  readonly template: Buffer | null;
  /** Path of LibreOffice; undefined: our own conversion. */
  readonly soffice: string | undefined;
}

const TITLES: Readonly<Record<TemplateKind, string>> = {
  contract: 'Veřejnoprávní smlouva o poskytnutí dotace',
  amendment: 'Dodatek k veřejnoprávní smlouvě o poskytnutí dotace',
};

/** The filled DOCX as a PDF. LibreOffice writes the moment into what it makes: made again it is another file of the same words. */
async function pdfOf(parts: DocxParts, docx: Buffer, { kind, facts, soffice }: Making): Promise<Buffer> {
  if (soffice !== undefined) return convertBySoffice(soffice, docx);
  return makePdf(
    docxAsPdf(parts, { title: `${TITLES[kind]} ${facts.caseNumber}`, author: facts.provider.name, day: facts.decision.decidedOn }),
  );
}

/**
 * @throws ConversionFailedError of LibreOffice
 * @throws DocxRefused for a template that was not looked through when it came
 */
export async function makeContractFiles(making: Making): Promise<ContractFiles> {
  const { kind, facts } = making;
  const template = making.template ?? (kind === 'amendment' ? exampleTemplate(kind) : null);
  if (template === null) return { docx: null, pdf: await makePdf(contract(facts)) };
  const docx = fillTemplate(openDocx(template), fieldValues(facts));
  return { docx, pdf: await pdfOf(openDocx(docx), docx, making) };
}

/** The same without personal data: by the same template, so that what is published reads as what was signed. */
export async function makePublicPdf(making: Making): Promise<Buffer> {
  return (await makeContractFiles({ ...making, facts: publicFacts(making.facts) })).pdf;
}
