/** From a letter of a case to its words: whom it is for, in which language, and what it says. */
import { commonLetters } from '../../processes/letters';
import type { LetterTemplate, ProcessDefinition } from '../../processes/define';
import { processById } from '../../processes/registry';
import { roles } from '../../processes/roles';
import { words, type Language } from '../../processes/words';
import { query } from '../../models';
import { environment } from '../../models/environment';
import type { LetterOfCase } from './lockLetter';
import { renderLetter } from './render';

export interface ComposedLetter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** Where the office has not said to which account it is paid back. */
const NO_ACCOUNT = words('poskytovatele (číslo vám sdělí účtárna)', 'of the provider (its accountants will tell you the number)');

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

interface Reader {
  readonly email: string;
  readonly language: Language;
}

/** Who has the task: the person it was given to or who claimed it. */
async function holderOf(taskKey: string): Promise<Reader[]> {
  return query<Reader>(
    'select u.email, u.language from tasks t join users u on u.id = coalesce(t.claimed_by, t.assignee_id) where t.id = $1 and u.active',
    [taskKey],
  );
}

/** The identity's people who may act on what the letter says; those who may only look are not written to. */
function peopleOfIdentity(identityId: string): Promise<Reader[]> {
  return query<Reader>(
    `select u.email, u.language from users u where u.active and (
       u.id = (select manager_id from applicant_identities where id = $1)
       or u.id in (select user_id from identity_people where identity_id = $1 and may = 'submit')) order by u.email`,
    [identityId],
  );
}

async function readersOf({ recipient, applicantId, identityId }: LetterOfCase): Promise<Reader[]> {
  if (recipient.kind === 'applicant' && identityId !== null) {
    const people = await peopleOfIdentity(identityId);
    if (people.length > 0) return people;
  }
  if (recipient.kind === 'task') {
    const holder = await holderOf(recipient.key);
    if (holder.length > 0) return holder;
  }
  if (recipient.kind === 'role' || recipient.kind === 'task') {
    const holders = await query<Reader>('select email, language from users where active and roles @> array[$1::text] order by email', [
      recipient.role,
    ]);
    if (holders.length === 0)
      throw new NoRecipientError(`Zprávu není komu poslat: roli „${roles[recipient.role].cs}“ nemá žádný aktivní člověk`);
    return holders;
  }
  const id = recipient.kind === 'applicant' ? applicantId : recipient.id;
  const person = await query<Reader>('select email, language from users where id = $1', [id]);
  if (person.length === 0) throw new NoRecipientError('Zprávu není komu poslat: adresát v úřadu není veden');
  return person;
}

/** People of one role may read different languages; a letter to all of them is in English only where all do. */
function languageOf(people: readonly Reader[]): Language {
  return people.every(({ language }) => language === 'en') ? 'en' : 'cs';
}

/** The case in the portal for the applicant, in the back office for everybody else. */
function linkFor({ recipient, slug, caseId }: LetterOfCase): string {
  const { publicUrl } = environment();
  return recipient.kind === 'applicant' ? `${publicUrl}/${slug}/moje/${caseId}` : `${publicUrl}/admin/#/cases/${caseId}/show`;
}

/** A step by its title; without a step the letter is about the period for the whole case. */
function stepTitle(definition: ProcessDefinition, step: unknown, language: Language): string {
  const title = typeof step === 'string' ? definition.steps[step]?.title : undefined;
  return (title ?? definition.clock?.title ?? definition.title)[language];
}

/**
 * Composes the letter, inside inTenant.
 * @throws NoRecipientError, LetterFieldMissingError, both with a sentence for who mends it
 */
export async function composeLetter(letter: LetterOfCase): Promise<ComposedLetter> {
  const { values, number, title, applicantName, tenantName, submission } = letter;
  const definition = processById(letter.processId);
  const people = await readersOf(letter);
  const language = languageOf(people);
  const fields = {
    ...values,
    step: stepTitle(definition, values.step, language),
    number,
    title,
    applicant: applicantName,
    tenant: tenantName,
    tenantAccount: letter.tenantAccount ?? NO_ACCOUNT[language],
    link: linkFor(letter),
    submission: submission ?? {},
  };
  return { to: people.map(({ email }) => email), ...renderLetter(templateOf(definition, letter.template), fields, language) };
}
