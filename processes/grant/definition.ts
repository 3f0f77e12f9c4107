import { calendarDays } from '../calendar';
import { defineProcess } from '../define';
import { words } from '../words';
import { applicationForm } from './forms';
import { documents, letters } from './letters';
import { changesSteps } from './steps/changes';
import { contractSteps } from './steps/contract';
import { decisionSteps } from './steps/decision';
import { evaluationSteps } from './steps/evaluation';
import { intakeSteps } from './steps/intake';
import { settlementSteps } from './steps/settlement';

/** Grant (dotace) from application to settlement: § 10a to 10d and § 22 zákona č. 250/2000 Sb., § 85 písm. c) zákona č. 128/2000 Sb. */
export const grantProcess = defineProcess({
  id: 'grant',
  version: 1,
  title: words('Dotace', 'Grant'),
  summary: words(
    'Žádost o dotaci z vyhlášeného programu: kontrola, hodnocení, rozhodnutí rady nebo zastupitelstva, veřejnoprávní smlouva, výplata a vyúčtování.',
    'An application for a grant from a published programme: check, evaluation, decision of the council or assembly, contract, payment and settlement.',
  ),
  law: ['§ 10a až 10d a § 22 zákona č. 250/2000 Sb.', '§ 85 písm. c) zákona č. 128/2000 Sb.'],
  numberPrefix: 'DOT',
  readers: ['grantOfficer', 'councilSecretary', 'accountant', 'inspector', 'auditor', 'tenantAdmin'],
  keeper: 'grantOfficer',
  application: applicationForm,
  heading: { title: 'projectTitle', applicant: 'name' },
  start: ['formalCheck'],
  clock: {
    title: words('Lhůta pro rozhodnutí', 'Period for the decision'),
    limit: calendarDays(90),
    provision: '§ 10c odst. 2 písm. h) zákona č. 250/2000 Sb.',
    escalateTo: 'grantOfficer',
  },
  steps: {
    ...intakeSteps,
    ...evaluationSteps,
    ...decisionSteps,
    ...contractSteps,
    ...settlementSteps,
    ...changesSteps,
  },
  waits: {
    instalment: {
      title: words('Další část dotace se vyplácí v pozdější den', 'The next part of the grant is paid on a later day'),
      leadsTo: ['payment'],
    },
  },
  statuses: {
    checking: {
      title: words('Formální kontrola', 'Formal check'),
      applicant: words('Úřad žádost kontroluje', 'The office checks the application'),
      tone: 'working',
    },
    returned: {
      title: words('Vráceno k doplnění', 'Returned for completion'),
      applicant: words('Čeká na vaše doplnění', 'Waits for your completion'),
      tone: 'waiting',
    },
    evaluating: { title: words('Hodnocení', 'Evaluation'), applicant: words('Žádost se hodnotí', 'Being evaluated'), tone: 'working' },
    deciding: {
      title: words('Rozhodování', 'Decision'),
      applicant: words('Čeká na rozhodnutí', 'Waits for the decision'),
      tone: 'working',
    },
    contracting: {
      title: words('Smlouva', 'Contract'),
      applicant: words('Schváleno, připravuje se smlouva', 'Approved, the contract is prepared'),
      tone: 'good',
    },
    paying: { title: words('Výplata', 'Payment'), applicant: words('Vyplácí se', 'Being paid'), tone: 'good' },
    running: {
      title: words('Čeká na vyúčtování', 'Waits for the settlement'),
      applicant: words('Vyplaceno, čeká na vyúčtování', 'Paid, waits for your settlement'),
      tone: 'waiting',
    },
    settling: {
      title: words('Kontrola vyúčtování', 'Check of the settlement'),
      applicant: words('Vyúčtování se kontroluje', 'The settlement is checked'),
      tone: 'working',
    },
    refunding: {
      title: words('Vrácení peněz', 'Return of money'),
      applicant: words('Čeká na vrácení peněz', 'Waits for the return of money'),
      tone: 'waiting',
    },
  },
  results: {
    settled: { title: words('Vyúčtováno', 'Settled'), applicant: words('Vyúčtováno, hotovo', 'Settled, done'), tone: 'good' },
    rejected: {
      title: words('Vyřazeno', 'Rejected'),
      applicant: words('Žádost byla vyřazena', 'The application was rejected'),
      tone: 'bad',
    },
    refused: {
      title: words('Neposkytnuto', 'Refused'),
      applicant: words('Dotace nebyla schválena', 'The grant was not approved'),
      tone: 'bad',
    },
    notConcluded: {
      title: words('Smlouva neuzavřena', 'Contract not concluded'),
      applicant: words('Smlouva nebyla uzavřena', 'The contract was not concluded'),
      tone: 'bad',
    },
    withdrawn: {
      title: words('Vzato zpět', 'Withdrawn'),
      applicant: words('Vzali jste žádost zpět', 'You withdrew the application'),
      tone: 'neutral',
    },
  },
  withdrawableIn: ['checking', 'returned', 'evaluating', 'deciding', 'contracting'],
  letters,
  documents,
  retention: { years: 10, provision: 'spisový a skartační plán; § 31 zákona č. 563/1991 Sb.' },
});
