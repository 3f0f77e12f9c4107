import { ContractTemplate, Programme } from '../../models';
import { templateKinds } from '../../processes/grant/contract/fields';
import type { Asking } from '../context';
import { actorFor, record } from '../record';

/** A programme that is made of another one has its templates, as they stand now, for its own first versions. Inside inTenant. */
export async function copyTemplates(context: Asking, fromId: string, toId: string): Promise<void> {
  const programme = await Programme.findByPk(toId, { rejectOnEmpty: true });
  for (const documentKind of templateKinds) {
    const last = await ContractTemplate.findOne({ where: { programmeId: fromId, documentKind }, order: [['version', 'desc']] });
    if (!last || last.withdrawn) continue;
    const { fileName, sha256, size, fields, lacks, notes } = last;
    const made = await ContractTemplate.create({
      programmeId: toId,
      documentKind,
      version: 1,
      withdrawn: false,
      fileName,
      sha256,
      size,
      fields,
      lacks,
      notes,
      createdBy: context.person.id,
    });
    await record(context, {
      type: 'contractTemplateKept',
      what: { templateId: made.id, programmeId: toId, title: programme.title, kind: documentKind, version: 1, fileName, sha256 },
      actor: actorFor(context.person, ['programmes', 'edit']),
    });
  }
}
