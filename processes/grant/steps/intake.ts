/** From the submission to the formal check. */
import { calendarDays, workingDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { formalCheckForm, supplementForm } from '../forms';

export const intakeSteps = {
  formalCheck: {
    title: words('Formální kontrola', 'Formal check'),
    applicantTitle: words('Úřad kontroluje úplnost žádosti', 'The office checks the application'),
    instruction: words(
      'Ověřte, že žádost má náležitosti a odpovídá programu. Když něco chybí, vraťte ji s výčtem vad a datem.',
      'Check that the application is complete and fits the programme. Return it with a list of defects and a date where something is missing.',
    ),
    provision: '§ 10a odst. 3 zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: formalCheckForm,
    due: workingDays(10),
    reminders: [{ before: workingDays(2) }],
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['until'],
    outcomes: {
      pass: {
        title: words('Postoupit k hodnocení', 'Pass to evaluation'),
        // Straight to the proposal where groups give no evaluator.
        leadsTo: ['evaluation', 'proposal'],
        tone: 'positive',
        next: words('Žádost dostanou hodnotitelé.', 'The evaluators get the application.'),
      },
      return: {
        title: words('Vrátit k doplnění', 'Return for completion'),
        leadsTo: ['supplement'],
        requires: ['defects', 'until'],
        next: words('Žadatel dostane výčet vad, lhůta pro rozhodnutí se zastaví.', 'The applicant gets the defects; the clock stops.'),
      },
      reject: {
        title: words('Vyřadit', 'Reject'),
        leadsTo: ['close:rejected'],
        tone: 'negative',
        requires: ['reason'],
        next: words('Žadateli se bez prodlení sdělí důvod a spis se uzavře.', 'The applicant is told the reason and the case closes.'),
      },
    },
  },
  supplement: {
    title: words('Doplnění žádosti', 'Completion of the application'),
    applicantTitle: words('Doplňte žádost', 'Complete your application'),
    instruction: words('Opravte uvedené vady a žádost pošlete znovu.', 'Mend the listed defects and send the application again.'),
    provision: '§ 10a odst. 3 zákona č. 250/2000 Sb.',
    role: 'applicant',
    form: supplementForm,
    due: calendarDays(15),
    reminders: [{ before: calendarDays(3) }],
    ifLate: words('úřad rozhodne podle toho, co má', 'the office decides by what it has'),
    stopsClock: {
      reason: words('žadatel doplňuje žádost', 'the applicant completes the application'),
      provision: 'podmínky programu; § 10a odst. 3 zákona č. 250/2000 Sb.',
    },
    decides: ['application.requestedAmount'],
    outcomes: {
      submit: {
        title: words('Odeslat doplněnou žádost', 'Send the completed application'),
        leadsTo: ['formalCheck'],
        tone: 'positive',
        next: words('Úřad žádost znovu zkontroluje.', 'The office checks it again.'),
      },
      expired: {
        title: words('Nedoplněno ve lhůtě', 'Not completed in time'),
        leadsTo: ['formalCheck'],
        byTime: true,
        next: words('Úřad rozhodne podle toho, co má.', 'The office decides by what it has.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
