/** What a contract would look like: with an example, or with the facts of a case, before it is made. Nothing of it is kept. */
import { makeContractFiles } from '../../documents/contractFiles';
import { ConversionFailedError } from '../../documents/soffice';
import { Case } from '../../models';
import { contractFactsFrom, DocumentFactMissingError } from '../../models/grants/contractFacts';
import { exampleFacts } from '../../processes/grant/contract/example';
import type { ContractFacts } from '../../processes/grant/contract/facts';
import type { TemplateKind } from '../../processes/grant/contract/fields';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { forbidden, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { bytesOfVersion, findVersion } from './templateKeeper';

const AMENDMENT = { number: 1, changes: ['Lhůta pro předložení vyúčtování se mění z 31. 1. 2027 na 31. 3. 2027.'] } as const;

/** Facts of a case; what is not decided yet is as in the example, so that the officer sees the whole. @throws ProblemError 403, 404, 409 */
async function factsOf(context: Asking, caseId: string): Promise<ContractFacts> {
  const { reading } = await readableCase(context.person, caseId);
  if (reading !== 'whole') throw forbidden();
  const of = await Case.findByPk(caseId);
  if (of?.processId !== 'grant') throw notFound();
  const { amount, variableSymbol, settlementDueOn, decision } = exampleFacts;
  const undecided = {
    awarded: of.values.proposed ?? of.values.requested ?? amount,
    variableSymbol,
    settlementDueOn,
    resolutionNumber: decision.resolutionNumber,
    decidedOn: decision.decidedOn,
  };
  const known = Object.fromEntries(Object.entries(of.values).filter(([, value]) => value !== null));
  try {
    return await contractFactsFrom(context.tenantId, caseId, { ...undecided, ...known });
  } catch (error) {
    if (!(error instanceof DocumentFactMissingError)) throw error;
    throw notNow(words(`Náhled nejde vytvořit: ve spisu chybí údaj „${error.fact}“.`, `No preview: the case lacks “${error.fact}”.`));
  }
}

async function made(context: Asking, kind: TemplateKind, facts: ContractFacts, template: Buffer | null): Promise<Buffer> {
  const own = kind === 'amendment' ? { ...facts, amendment: AMENDMENT } : facts;
  try {
    return (await makeContractFiles({ kind, facts: own, template, soffice: context.services.environment.sofficePath })).pdf;
  } catch (error) {
    if (!(error instanceof ConversionFailedError)) throw error;
    throw notNow(
      words('LibreOffice náhled nevytvořil. Řekněte to správci serveru.', 'LibreOffice made no preview. Tell the operator of the server.'),
    );
  }
}

/**
 * The PDF of one version of a template. With a case its reading is recorded: the preview shows what is in the case.
 * @throws ProblemError 403, 404, 409
 */
export async function previewTemplate(context: Asking, id: string, caseId: string | undefined): Promise<{ fileName: string; pdf: Buffer }> {
  const { template, sha256, facts } = await context.inTenant(async () => {
    const found = await findVersion(id);
    return { ...found, facts: caseId === undefined ? exampleFacts : await factsOf(context, caseId) };
  });
  const pdf = await made(context, template.documentKind, facts, await bytesOfVersion(sha256));
  if (caseId !== undefined)
    await context.inTenant(() =>
      record(context, {
        type: 'documentViewed',
        what: { title: `náhled: ${template.fileName}`, templateId: template.id },
        caseId,
        actor: actorFor(context.person, ['programmes', 'show']),
      }),
    );
  return { fileName: `nahled-${template.documentKind === 'contract' ? 'smlouva' : 'dodatek'}.pdf`, pdf };
}
