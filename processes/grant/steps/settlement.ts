/** Settlement and the return of money. */
import { calendarDays, workingDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { refundForm, settlementCheckForm, settlementForm, sumsCheckForm } from '../forms';

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
    title: words('Věcná kontrola vyúčtování', 'Check of the settlement by content'),
    applicantTitle: words('Úřad kontroluje vyúčtování', 'The office checks the settlement'),
    instruction: words(
      'Projděte doklady jeden po druhém: uznat, uznat zčásti, nebo neuznat s důvodem.',
      'Go through the documents one by one: accept, accept in part, or refuse with a reason.',
    ),
    provision: 'zákona č. 320/2001 Sb.; veřejnoprávní smlouvy',
    role: 'grantOfficer',
    form: settlementCheckForm,
    due: workingDays(30),
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['until'],
    outcomes: {
      approve: {
        title: words('Schválit vyúčtování', 'Approve the settlement'),
        leadsTo: ['sumsCheck', 'payment', 'refund', 'close:settled'],
        tone: 'positive',
        requires: ['items'],
        next: words(
          'Kde program žádá dvě kontroly, ověří účetní součty; pak se vyplatí další část, vrátí neuznané peníze, nebo spis uzavře.',
          'Where the programme wants two checks the accountant verifies the sums; then the next part is paid, money returned, or the case closed.',
        ),
      },
      return: {
        title: words('Vrátit k doplnění', 'Return for completion'),
        leadsTo: ['settlement'],
        requires: ['defects', 'until'],
        next: words('Žadatel vyúčtování doplní.', 'The applicant completes the settlement.'),
      },
    },
  },
  sumsCheck: {
    title: words('Početní kontrola vyúčtování', 'Check of the settlement by sums'),
    applicantTitle: words('Úřad kontroluje vyúčtování', 'The office checks the settlement'),
    instruction: words(
      'Ověřte součty, platby a vlastní podíl. Co nesouhlasí, vraťte k věcné kontrole s důvodem.',
      'Verify the sums, the payments and the own share. Return what does not fit to the check by content, with the reason.',
    ),
    provision: '§ 11 zákona č. 320/2001 Sb.',
    role: 'accountant',
    form: sumsCheckForm,
    due: workingDays(15),
    escalateTo: 'grantOfficer',
    fourEyes: ['settlementCheck'],
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    outcomes: {
      confirm: {
        title: words('Součty souhlasí', 'The sums are right'),
        leadsTo: ['payment', 'refund', 'close:settled'],
        tone: 'positive',
        requires: ['total'],
        next: words(
          'Vyplatí se další část, vrátí neuznané peníze, nebo se spis uzavře.',
          'The next part is paid, money returned, or the case closed.',
        ),
      },
      back: {
        title: words('Vrátit k věcné kontrole', 'Back to the check by content'),
        leadsTo: ['settlementCheck'],
        requires: ['reason'],
        next: words('Referent doklady posoudí znovu.', 'The officer judges the documents again.'),
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
    provision: '§ 10a odst. 5 písm. i) zákona č. 250/2000 Sb.',
    role: 'accountant',
    form: refundForm,
    due: calendarDays(30),
    escalateTo: 'grantOfficer',
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    decides: ['receivedOn', 'amount'],
    outcomes: {
      received: {
        title: words('Peníze vráceny', 'Money returned'),
        leadsTo: ['refund', 'close:settled'],
        tone: 'positive',
        next: words(
          'Když je vráceno vše, spis se uzavře; jinak se čeká na zbytek.',
          'When all is back the case closes; otherwise the rest is awaited.',
        ),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
