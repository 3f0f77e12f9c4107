import { grantProcess } from '../../processes/grant/definition';
import type { ProcessDefinition } from '../../processes/define';
import { isRole, roles } from '../../processes/roles';
import type { EventView } from '../../processes/views';
import { words, type Language, type Words } from '../../processes/words';
import { csvMoney, type Column } from '../lists';
import { iso, isoOrNull } from '../sql';
import type { ActRow, CaseRow } from './auditRows';

/** Columns of the files for internal audit. Amounts in CZK with a decimal comma, moments in Prague. */

const definition: ProcessDefinition = grantProcess;
const yes = words('ano', 'yes');
const roleTitle = (role: string | null, language: Language): string | null =>
  role !== null && isRole(role) ? roles[role][language] : role;

const KINDS: Readonly<Record<string, Words>> = {
  legal: words('právnická osoba', 'legal person'),
  natural: words('fyzická osoba', 'natural person'),
};
const BODIES: Readonly<Record<string, Words>> = { council: words('rada', 'council'), assembly: words('zastupitelstvo', 'assembly') };

export const caseColumns: readonly Column<CaseRow>[] = [
  { title: words('Číslo', 'Number'), value: (row) => row.number },
  { title: words('Projekt', 'Project'), value: (row) => row.title },
  { title: words('Žadatel', 'Applicant'), value: (row) => row.applicantName },
  {
    title: words('Druh žadatele', 'Kind of applicant'),
    value: (row, language) => KINDS[row.applicantKind]?.[language] ?? row.applicantKind,
  },
  { title: words('IČO', 'IČO'), value: (row) => row.ico },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  {
    title: words('Stav', 'Status'),
    value: ({ status, result }, language) =>
      (result === null ? definition.statuses[status] : definition.results[result])?.title[language] ?? status,
  },
  { title: words('Pozastaveno', 'Suspended'), value: (row, language) => (row.suspended ? yes[language] : null) },
  { title: words('Podáno', 'Submitted'), value: (row) => iso(row.openedAt) },
  { title: words('Uzavřeno', 'Closed'), value: (row) => isoOrNull(row.closedAt) },
  { title: words('Požadováno (Kč)', 'Requested (CZK)'), value: (row) => csvMoney(row.requested) },
  { title: words('Body', 'Points'), value: (row) => row.points?.replace('.', ',') ?? null },
  { title: words('Navrženo (Kč)', 'Proposed (CZK)'), value: (row) => csvMoney(row.proposed) },
  { title: words('Schváleno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
  {
    title: words('Rozhodoval', 'Decided by'),
    value: ({ decidedBy }, language) => (decidedBy === null ? null : (BODIES[decidedBy]?.[language] ?? decidedBy)),
  },
  { title: words('Rozhodnuto', 'Decided on'), value: (row) => row.decidedOn },
  { title: words('Usnesení', 'Resolution'), value: (row) => row.resolutionNumber },
  { title: words('Číslo smlouvy', 'Contract'), value: (row) => row.contractNumber },
  { title: words('Podepsáno', 'Signed on'), value: (row) => row.signedOn },
  { title: words('Vyplaceno (Kč)', 'Paid (CZK)'), value: (row) => csvMoney(row.paid) },
  { title: words('Naposledy vyplaceno dne', 'Last paid on'), value: (row) => row.paidOn },
  { title: words('Uznáno (Kč)', 'Recognised (CZK)'), value: (row) => csvMoney(row.accepted) },
  { title: words('Vráceno (Kč)', 'Returned (CZK)'), value: (row) => csvMoney(row.returned) },
];

/** A field of what was filled in: amounts as money, lists in one cell. */
function field(key: string): (row: ActRow) => string | number | null {
  return ({ data }) => {
    const value = data?.[key];
    if (typeof value === 'string' || typeof value === 'number') return value;
    return Array.isArray(value) ? value.map(String).join(' | ') : null;
  };
}
const money =
  (key: string) =>
  ({ data }: ActRow): string | null => {
    const value = data?.[key];
    return typeof value === 'number' ? csvMoney(value) : null;
  };

const who: readonly Column<ActRow>[] = [
  { title: words('Číslo', 'Number'), value: (row) => row.number },
  { title: words('Krok', 'Step'), value: ({ step }, language) => definition.steps[step]?.title[language] ?? step },
  { title: words('Pořadí', 'Which time'), value: (row) => row.ordinal },
  {
    title: words('Výsledek', 'Outcome'),
    value: ({ step, outcome }, language) =>
      outcome === null ? null : (definition.steps[step]?.outcomes[outcome]?.title[language] ?? outcome),
  },
  { title: words('Kdy', 'When'), value: (row) => iso(row.at) },
  { title: words('Kdo', 'Who'), value: (row) => row.by },
  { title: words('V zastoupení', 'On behalf of'), value: (row) => row.onBehalfOf },
  { title: words('Role', 'Role'), value: ({ role }, language) => roleTitle(role, language) },
];
/** Everything that was filled in, so that nothing is missing that a column does not name. */
const all: Column<ActRow> = {
  title: words('Vše vyplněné (JSON)', 'All that was filled in (JSON)'),
  value: ({ data }) => (data === null ? null : JSON.stringify(data)),
};

export const actColumns = {
  decisions: [
    ...who,
    { title: words('Usnesení', 'Resolution'), value: field('resolutionNumber') },
    { title: words('Rozhodnuto', 'Decided on'), value: field('decidedOn') },
    { title: words('Pro', 'For'), value: field('votesFor') },
    { title: words('Proti', 'Against'), value: field('votesAgainst') },
    { title: words('Zdrželo se', 'Abstained'), value: field('votesAbstained') },
    { title: words('Částka (Kč)', 'Amount (CZK)'), value: money('amount') },
    { title: words('Důvod', 'Reason'), value: field('reason') },
    all,
  ],
  contracts: [
    ...who,
    { title: words('Číslo smlouvy', 'Contract'), value: field('contractNumber') },
    { title: words('Podepsáno', 'Signed on'), value: field('signedOn') },
    { title: words('Důvod', 'Reason'), value: field('reason') },
    all,
  ],
  payments: [
    ...who,
    { title: words('Částka (Kč)', 'Amount (CZK)'), value: money('amount') },
    { title: words('Zaplaceno dne', 'Paid on'), value: field('paidOn') },
    { title: words('Přijato dne', 'Received on'), value: field('receivedOn') },
    { title: words('Variabilní symbol', 'Variable symbol'), value: field('variableSymbol') },
    all,
  ],
  settlements: [
    ...who,
    { title: words('Uznáno (Kč)', 'Recognised (CZK)'), value: money('acceptedAmount') },
    { title: words('Vady', 'Defects'), value: field('defects') },
    { title: words('Opravit do', 'Until'), value: field('until') },
    all,
  ],
} as const satisfies Record<string, readonly Column<ActRow>[]>;

export const historyColumns: readonly Column<EventView>[] = [
  { title: words('Číslo', 'Number'), value: (row) => row.caseNumber },
  { title: words('Pořadí', 'Order'), value: (row) => row.seq },
  { title: words('Kdy', 'When'), value: (row) => row.at },
  { title: words('Událost', 'Event'), value: (row, language) => row.title[language] },
  { title: words('Co se stalo', 'What happened'), value: (row, language) => row.sentence[language] },
  { title: words('Kdo', 'Who'), value: (row) => row.actor?.name ?? null },
  { title: words('V zastoupení', 'On behalf of'), value: (row) => row.onBehalfOf?.name ?? null },
  { title: words('Role', 'Role'), value: ({ role }, language) => roleTitle(role, language) },
  { title: words('Otisk zápisu', 'Hash of the entry'), value: (row) => row.hash },
];
