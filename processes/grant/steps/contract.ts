/** Contract and payment. */
import { calendarDays } from '../../calendar';
import { BESIDE, type Step } from '../../define';
import { words } from '../../words';
import { paymentForm, publishContractForm, signatureForm } from '../forms';
import { DAYS_TO_PUBLISH_CONTRACT } from '../publication';

export const contractSteps = {
  signature: {
    title: words('Podpis smlouvy', 'Signature of the contract'),
    applicantTitle: words('Podepište smlouvu s úřadem', 'Sign the contract with the office'),
    alsoApplicant: true,
    instruction: words(
      'Vytiskněte smlouvu ze spisu, zajistěte podpisy obou stran a zapište je.',
      'Print the contract from the case, get both signatures and record them.',
    ),
    provision: '§ 10a odst. 5 zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: signatureForm,
    due: calendarDays(30),
    reminders: [{ before: calendarDays(7) }],
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['signedOn', 'contractNumber'],
    outcomes: {
      signed: {
        title: words('Smlouva podepsána', 'Contract signed'),
        leadsTo: ['payment', 'instalment', 'publishContract', 'changeRequest', 'eventAnnouncement'],
        tone: 'positive',
        requires: ['signedOn', 'contractNumber'],
        next: words('Účetní vyplatí dotaci.', 'The accountant pays the grant.'),
      },
      notSigned: {
        title: words('Smlouva nebude uzavřena', 'Contract will not be concluded'),
        leadsTo: ['close:notConcluded'],
        tone: 'negative',
        requires: ['reason'],
        next: words(
          'Žadateli se sdělí důvod a spis se uzavře bez výplaty.',
          'The applicant is told the reason and the case closes without payment.',
        ),
      },
    },
  },
  payment: {
    title: words('Výplata dotace', 'Payment of the grant'),
    applicantTitle: words('Úřad vyplácí dotaci', 'The office pays the grant'),
    instruction: words('Zaplaťte podle smlouvy a zapište platbu.', 'Pay as the contract says and record it.'),
    provision: 'veřejnoprávní smlouvy; § 10a odst. 5 písm. d) zákona č. 250/2000 Sb.',
    role: 'accountant',
    form: paymentForm,
    due: calendarDays(30),
    escalateTo: 'grantOfficer',
    fourEyes: ['signature'],
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    decides: ['paidOn', 'amount', 'variableSymbol'],
    outcomes: {
      paid: {
        title: words('Zaplaceno', 'Paid'),
        leadsTo: ['settlement', 'payment', 'instalment'],
        tone: 'positive',
        next: words('Žadatel po skončení projektu předloží vyúčtování.', 'The applicant settles after the project ends.'),
      },
    },
  },
  publishContract: {
    title: words('Zveřejnění smlouvy', 'Publication of the contract'),
    applicantTitle: words('Úřad zveřejňuje smlouvu', 'The office publishes the contract'),
    instruction: words(
      'Zveřejněte smlouvu nebo dodatek na úřední desce a zapište, kdy se tak stalo. Vyvěšena zůstane tři roky.',
      'Publish the contract or the amendment on the official board and record when. It stays there for three years.',
    ),
    provision: '§ 10d zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: publishContractForm,
    due: calendarDays(DAYS_TO_PUBLISH_CONTRACT),
    reminders: [{ before: calendarDays(7) }],
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu; pozdní zveřejnění je přestupkem', 'the administrator of the office is told'),
    decides: ['publishedOn'],
    outcomes: {
      published: {
        title: words('Zveřejněno', 'Published'),
        leadsTo: ['changeRequest', BESIDE],
        tone: 'positive',
        next: words('Zapíše se, do kdy musí být smlouva vyvěšena.', 'It is recorded until when it must stay published.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
