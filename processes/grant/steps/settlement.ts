/** Settlement and the return of money. */
import { calendarDays, workingDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { refundForm, settlementCheckForm, settlementForm } from '../forms';

export const settlementSteps = {
  settlement: {
    title: words('Vyúčtování', 'Settlement'),
    applicantTitle: words('Předložte vyúčtování', 'Submit the settlement'),
    instruction: words(
      'Uveďte doklady, které jste z dotace zaplatili, a závěrečnou zprávu.',
      'List the documents paid from the grant and write the final report.',
    ),
    provision: '§ 10a odst. 5 písm. i) zákona č. 250/2000 Sb.',
    role: 'applicant',
    form: settlementForm,
    due: calendarDays(365),
    reminders: [{ before: calendarDays(30) }, { before: calendarDays(7) }],
    escalateTo: 'grantOfficer',
    ifLate: words(
      'upozorní se referent; pozdní vyúčtování může být porušením rozpočtové kázně (§ 22)',
      'the officer is told; a late settlement may be a breach of budget discipline',
    ),
    outcomes: {
      submit: {
        title: words('Odeslat vyúčtování', 'Send the settlement'),
        leadsTo: ['settlementCheck'],
        tone: 'positive',
        next: words('Úřad vyúčtování zkontroluje.', 'The office checks the settlement.'),
      },
    },
  },
  settlementCheck: {
    title: words('Kontrola vyúčtování', 'Check of the settlement'),
    applicantTitle: words('Úřad kontroluje vyúčtování', 'The office checks the settlement'),
    instruction: words(
      'Zkontrolujte věcnou a početní správnost dokladů a určete uznanou částku.',
      'Check the documents by content and by sums and set the accepted amount.',
    ),
    provision: 'zákona č. 320/2001 Sb.; veřejnoprávní smlouvy',
    role: 'grantOfficer',
    form: settlementCheckForm,
    due: workingDays(30),
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['acceptedAmount', 'until'],
    outcomes: {
      approve: {
        title: words('Schválit vyúčtování', 'Approve the settlement'),
        leadsTo: ['refund', 'close:settled'],
        tone: 'positive',
        requires: ['acceptedAmount'],
        next: words('Spis se uzavře; neuznané peníze žadatel vrátí.', 'The case closes; money not accepted is returned.'),
      },
      return: {
        title: words('Vrátit k doplnění', 'Return for completion'),
        leadsTo: ['settlement'],
        requires: ['defects', 'until'],
        next: words('Žadatel vyúčtování doplní.', 'The applicant completes the settlement.'),
      },
    },
  },
  refund: {
    title: words('Vrácení nevyužitých peněz', 'Return of unspent money'),
    applicantTitle: words('Vraťte nevyužitou část dotace', 'Return the unspent part'),
    alsoApplicant: true,
    instruction: words(
      'Ověřte, že žadatel vrátil neuznanou částku, a zapište příjem.',
      'Verify that the applicant returned the money and record it.',
    ),
    provision: '§ 10a odst. 5 písm. k) zákona č. 250/2000 Sb.',
    role: 'accountant',
    form: refundForm,
    due: calendarDays(30),
    escalateTo: 'grantOfficer',
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    decides: ['receivedOn', 'amount'],
    outcomes: {
      received: {
        title: words('Peníze vráceny', 'Money returned'),
        leadsTo: ['close:settled'],
        tone: 'positive',
        next: words('Spis se uzavře.', 'The case closes.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
