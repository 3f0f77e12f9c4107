/** From the row of a letter to its words: whom it is for, in which language, and what it says. */
import { Op } from 'sequelize';
import { commonLetters } from '../../processes/letters';
import type { LetterTemplate, ProcessDefinition } from '../../processes/define';
import { processById } from '../../processes/registry';
import { roles } from '../../processes/roles';
import type { Language } from '../../processes/words';
import { Case, Submission, Tenant, User, type Letter } from '../../models';
import { environment } from '../../models/environment';
import { renderLetter } from './render';

export interface ComposedLetter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** There is nobody to send the letter to. */
export class NoRecipientError extends Error {
  override readonly name = 'NoRecipientError';
}

function templateOf(definition: ProcessDefinition, name: string): LetterTemplate {
  const templates: Readonly<Record<string, LetterTemplate>> = { ...commonLetters, ...definition.letters };
  const template = templates[name];
  if (!template) throw new Error(`${definition.id} has no letter '${name}'`);
  return template;
}

async function recipients(letter: Letter, of: Case): Promise<User[]> {
  const to = letter.recipient;
  if (to.kind === 'role') {
    const holders = await User.findAll({ where: { active: true, roles: { [Op.contains]: [to.role] } }, order: ['email'] });
    if (holders.length === 0) throw new NoRecipientError(`Zprávu není komu poslat: roli „${roles[to.role].cs}“ nemá žádný aktivní člověk`);
    return holders;
  }
  const person = await User.findByPk(to.kind === 'applicant' ? of.applicantId : to.id);
  if (!person) throw new NoRecipientError('Zprávu není komu poslat: adresát v úřadu není veden');
  return [person];
}

/** People of one role may read different languages; a letter to all of them is in English only where all do. */
function languageOf(people: readonly User[]): Language {
  return people.every(({ language }) => language === 'en') ? 'en' : 'cs';
}

/** The case in the portal for the applicant, in the back office for everybody else. */
function linkFor(letter: Letter, of: Case, tenant: Tenant): string {
  const { publicUrl } = environment();
  const portal = letter.recipient.kind === 'applicant';
  return portal ? `${publicUrl}/${tenant.slug}/moje/${of.id}` : `${publicUrl}/admin/#/cases/${of.id}/show`;
}

/** A step by its title; without a step the letter is about the period for the whole case. */
function stepTitle(definition: ProcessDefinition, step: unknown, language: Language): string {
  const title = typeof step === 'string' ? definition.steps[step]?.title : undefined;
  return (title ?? definition.clock?.title ?? definition.title)[language];
}

/**
 * Composes the letter from its row, inside inTenant.
 * @throws NoRecipientError, LetterFieldMissingError, both with a sentence for who mends it
 */
export async function composeLetter(letter: Letter): Promise<ComposedLetter> {
  const of = await Case.findByPk(letter.caseId, { rejectOnEmpty: true });
  const tenant = await Tenant.findByPk(letter.tenantId, { rejectOnEmpty: true });
  const definition = processById(of.processId);
  const people = await recipients(letter, of);
  const language = languageOf(people);
  const { submissionId } = letter.values;
  const submission = typeof submissionId === 'string' ? await Submission.findByPk(submissionId, { rejectOnEmpty: true }) : null;
  const fields = {
    ...letter.values,
    step: stepTitle(definition, letter.values.step, language),
    number: of.number,
    title: of.title,
    applicant: of.applicantName,
    tenant: tenant.name,
    link: linkFor(letter, of, tenant),
    submission: submission?.data ?? {},
  };
  return { to: people.map(({ email }) => email), ...renderLetter(templateOf(definition, letter.template), fields, language) };
}
