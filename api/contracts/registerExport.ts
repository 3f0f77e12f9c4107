/** The entry of a contract in the register of contracts, as a file to be sent there. */
import { contractRegisterXml, REGISTER_FILE } from '../../documents/contractRegister';
import { Case, Document, Tenant } from '../../models';
import { concludedAmendments, contractFacts, contractFactsFrom, DocumentFactMissingError } from '../../models/grants/contractFacts';
import { publicFacts } from '../../processes/grant/contract/facts';
import { words } from '../../processes/words';
import { readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { forbidden, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';

/**
 * Of the contract or, where one was concluded, of the newest amendment, with its own day and number. Recorded as an export.
 * @throws ProblemError 403, 404, 409 where the contract is not signed
 */
export function contractRegisterFile(context: Asking, caseId: string): Promise<{ fileName: string; xml: string }> {
  return context.inTenant(async () => {
    const { reading } = await readableCase(context.person, caseId);
    if (reading !== 'whole') throw forbidden();
    const of = await Case.findByPk(caseId, { rejectOnEmpty: true });
    const amendment = (await concludedAmendments(caseId)).at(-1);
    const made = await Document.findOne({
      where: { caseId, state: 'ready', ...(amendment ? { key: amendment.key } : { template: 'contract' }) },
      order: [['createdAt', 'desc']],
    });
    if (of.processId !== 'grant' || !made) throw notFound();
    const { signedOn, number: contractNumber } = amendment ?? { signedOn: of.values.signedOn, number: of.values.contractNumber };
    if (typeof signedOn !== 'string') throw notNow(words('Smlouva ještě není podepsaná.', 'The contract is not signed yet.'));
    const tenant = await Tenant.findByPk(context.tenantId, { rejectOnEmpty: true });
    const { dataBox } = tenant.settings;
    try {
      const facts =
        made.template === 'amendment' ? await contractFacts(made) : await contractFactsFrom(context.tenantId, caseId, made.values);
      const xml = contractRegisterXml({
        facts: publicFacts({ ...facts, signedOn, contractNumber: typeof contractNumber === 'string' ? contractNumber : null }),
        dataBox: typeof dataBox === 'string' && dataBox !== '' ? dataBox : null,
        attachments: [made.fileName.replace(/\.pdf$/, '-zverejneni.pdf')],
      });
      await record(context, {
        type: 'exported',
        what: { list: 'registr smluv', documentId: made.id },
        caseId,
        actor: actorFor(context.person, ['cases', 'export']),
      });
      return { fileName: REGISTER_FILE, xml };
    } catch (error) {
      if (!(error instanceof DocumentFactMissingError)) throw error;
      throw notNow(words(`Ve spisu chybí údaj „${error.fact}“.`, `The case lacks “${error.fact}”.`));
    }
  });
}
