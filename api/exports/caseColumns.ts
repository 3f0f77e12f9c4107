/** Columns of the case itself, of its applicant and of the application that every programme asks. */
import { processById } from '../../processes/registry';
import { roles } from '../../processes/roles';
import { words, type Language } from '../../processes/words';
import { isoOrNull } from '../sql';
import { column, dayCell, momentCell, moneyCell, numberCell, textCell, type Column } from './column';
import type { CaseFacts } from './facts';
import { tableText } from './answerCells';
import { pastSupportSchema } from '../../processes/identities/pastSupportForm';

const yes = words('ano', 'yes');

/** Who has the open tasks: a person, or a role that nobody of has taken it yet. Only who reads the whole case learns it. */
function actors({ open, reading }: CaseFacts, language: Language): string | null {
  if (reading !== 'whole') return null;
  const names = open.tasks.map(({ claimedName, assigneeName, role }) => claimedName ?? assigneeName ?? roles[role][language]);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** The earliest due moment of an open task. */
function nextDue({ open, reading }: CaseFacts): string | null {
  if (reading !== 'whole') return null;
  const due = open.tasks.flatMap(({ dueAt }) => isoOrNull(dueAt) ?? []).sort();
  return due[0] ?? null;
}

const work = { needs: ['work'] } as const;
const grant = { needs: ['grant'] } as const;

export const caseColumns: readonly Column[] = [
  column('case.number', ['Číslo', 'Number'], 'day', ({ record }) => record.number),
  column('case.title', ['Název', 'Title'], 'name', ({ record }) => record.title),
  column('case.process', ['Proces', 'Process'], 'short', ({ record }, language) => processById(record.processId).title[language]),
  column('case.programme', ['Program', 'Programme'], 'name', ({ record }) => record.subjectTitle),
  column('case.area', ['Oblast podpory', 'Area of support'], 'name', (facts) => textCell(facts.grant?.area), grant),
  column('case.fund', ['Fond', 'Fund'], 'name', (facts) => textCell(facts.grant?.fund), grant),
  column('case.year', ['Rok', 'Year'], 'short', (facts) => numberCell(facts.grant?.year), grant),
  column('case.status', ['Stav', 'Status'], 'name', ({ row }, language) => row.statusTitle[language]),
  column('case.suspended', ['Pozastaveno', 'Suspended'], 'short', ({ record }, language) => (record.suspended ? yes[language] : null)),
  column('case.openedAt', ['Podáno', 'Submitted'], 'moment', ({ row }) => momentCell(row.openedAt)),
  column('case.changedAt', ['Změněno', 'Changed'], 'moment', ({ row }) => momentCell(row.changedAt)),
  column('case.closedAt', ['Uzavřeno', 'Closed'], 'moment', ({ row }) => momentCell(row.closedAt)),
  column('case.clockDueAt', ['Lhůta do', 'Period until'], 'moment', ({ row }) => momentCell(row.clockDueAt)),
  column('case.waitsFor', ['Proč stojí', 'Why it waits'], 'long', ({ row }, language) => row.waitsFor?.sentence[language] ?? null, work),
  column('case.actors', ['Kdo je na řadě', 'Who is to act'], 'name', actors, work),
  column('case.nextDueAt', ['Nejbližší termín', 'Next due'], 'moment', (facts) => momentCell(nextDue(facts)), work),
];

const application = { needs: ['application'] } as const;

/** A field of the application as it stands. */
const asked = (id: string, field: string, title: readonly [string, string], width: Parameters<typeof column>[2], cell = textCell): Column =>
  column(id, title, width, (facts) => cell(facts.application?.[field]), application);

const KINDS: Readonly<Record<string, ReturnType<typeof words>>> = {
  legal: words('právnická osoba', 'legal person'),
  natural: words('fyzická osoba', 'natural person'),
};

const kindOf = ({ grant: of }: CaseFacts, language: Language): string | null =>
  of ? (KINDS[of.applicantKind]?.[language] ?? of.applicantKind) : null;

function address({ application: of }: CaseFacts): string | null {
  const part = (name: string): string => (typeof of?.[name] === 'string' ? of[name].trim() : '');
  const town = [part('postcode'), part('municipality')].filter((text) => text !== '').join(' ');
  return [part('street'), town].filter((text) => text !== '').join(', ') || null;
}

const contact = { needs: ['contact'], may: ['applicants', 'list'] } as const;

export const applicantColumns: readonly Column[] = [
  column('applicant.name', ['Žadatel', 'Applicant'], 'name', ({ record }) => record.applicantName),
  column('applicant.kind', ['Druh žadatele', 'Kind of applicant'], 'name', kindOf, grant),
  column('applicant.ico', ['IČO', 'IČO'], 'short', (facts) => textCell(facts.grant?.ico), grant),
  asked('applicant.birthDate', 'birthDate', ['Datum narození', 'Date of birth'], 'day', dayCell),
  column('applicant.address', ['Adresa', 'Address'], 'name', address, application),
  asked('applicant.street', 'street', ['Ulice a číslo', 'Street'], 'name'),
  asked('applicant.municipality', 'municipality', ['Obec', 'Municipality'], 'name'),
  asked('applicant.postcode', 'postcode', ['PSČ', 'Postcode'], 'short'),
  asked('applicant.representative', 'representative', ['Kdo za žadatele jedná', 'Who acts for the applicant'], 'name'),
  asked('applicant.owners', 'owners', ['Skuteční majitelé', 'Beneficial owners'], 'long'),
  asked('applicant.shares', 'shares', ['Podíly žadatele', 'Shares of the applicant'], 'long'),
  asked('applicant.bankAccount', 'bankAccount', ['Číslo účtu', 'Bank account'], 'name'),
  column('applicant.submittedBy', ['Podal(a)', 'Submitted by'], 'name', (facts) => textCell(facts.contact?.name), contact),
  column('applicant.email', ['E-mail', 'E-mail'], 'name', (facts) => textCell(facts.contact?.email), contact),
  column('applicant.phone', ['Telefon', 'Phone'], 'moment', (facts) => textCell(facts.contact?.phone), contact),
];

export const applicationColumns: readonly Column[] = [
  asked('application.projectTitle', 'projectTitle', ['Název projektu', 'Title of the project'], 'name'),
  asked('application.purpose', 'purpose', ['Účel', 'Purpose'], 'long'),
  asked('application.reasons', 'reasons', ['Odůvodnění', 'Reasons'], 'long'),
  asked('application.from', 'from', ['Projekt od', 'Project from'], 'day', dayCell),
  asked('application.to', 'to', ['Projekt do', 'Project to'], 'day', dayCell),
  asked('application.totalCost', 'totalCost', ['Celkové náklady (Kč)', 'Total cost (CZK)'], 'money', moneyCell),
  asked('application.requestedAmount', 'requestedAmount', ['Požadováno (Kč)', 'Requested (CZK)'], 'money', moneyCell),
  column(
    'application.pastSupport',
    ['Podpora odjinud', 'Support from elsewhere'],
    'long',
    (facts) => tableText(pastSupportSchema, facts.application?.pastSupport),
    application,
  ),
];
