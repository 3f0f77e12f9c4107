/** What happens beside the project: requests for a change of the contract, and announcements of events. */
import { calendarDays, workingDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { eventForm } from '../announcement/form';
import { amendmentForm, changeCheckForm, changeDecisionForm, changeRequestForm } from '../forms';

export const changesSteps = {
  changeRequest: {
    title: words('Žádost o změnu', 'Request for a change'),
    applicantTitle: words('Požádejte o změnu smlouvy', 'Ask for a change of the contract'),
    instruction: words(
      'Napište, co se má ve smlouvě změnit a proč. Další žádost o změnu můžete podat, až úřad rozhodne o této.',
      'Write what is to change in the contract and why. You can ask for another change when the office has decided on this one.',
    ),
    provision: 'veřejnoprávní smlouvy; § 10a odst. 5 zákona č. 250/2000 Sb.',
    role: 'applicant',
    optional: true,
    form: changeRequestForm,
    outcomes: {
      submit: {
        title: words('Odeslat žádost o změnu', 'Send the request'),
        leadsTo: ['changeCheck'],
        tone: 'positive',
        next: words('Úřad žádost posoudí.', 'The office considers the request.'),
      },
    },
  },
  changeCheck: {
    title: words('Posouzení změny', 'Assessment of the change'),
    applicantTitle: words('Úřad posuzuje žádost o změnu', 'The office considers your request for a change'),
    instruction: words(
      'Posuďte, zda změnu smlouva dovoluje. O změně, která potřebuje dodatek, rozhodne orgán, který dotaci schválil.',
      'See whether the contract allows the change. One that needs an amendment is decided by the body that approved the grant.',
    ),
    provision: 'veřejnoprávní smlouvy; § 10a odst. 5 zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: changeCheckForm,
    due: workingDays(15),
    reminders: [{ before: workingDays(3) }],
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['settlementDueOn'],
    outcomes: {
      accept: {
        title: words('Vyhovět bez dodatku', 'Accept without an amendment'),
        leadsTo: ['changeRequest'],
        tone: 'positive',
        next: words(
          'Žadatel dostane souhlas; nový termín vyúčtování platí hned.',
          'The applicant is told; a new day of settlement holds at once.',
        ),
      },
      propose: {
        title: words('Předložit k rozhodnutí', 'Put to the decision'),
        leadsTo: ['changeDecision'],
        next: words('O dodatku rozhodne orgán, který dotaci schválil.', 'The body that approved the grant decides on the amendment.'),
      },
      refuse: {
        title: words('Nevyhovět', 'Refuse'),
        leadsTo: ['changeRequest'],
        tone: 'negative',
        requires: ['reason'],
        next: words('Žadateli se sdělí důvod, smlouva platí beze změny.', 'The applicant is told the reason; the contract stays.'),
      },
    },
  },
  changeDecision: {
    title: words('Rozhodnutí o dodatku', 'Decision on the amendment'),
    applicantTitle: words('Rozhoduje se o změně smlouvy', 'The change of the contract is being decided'),
    instruction: words(
      'Zapište usnesení o dodatku: číslo, datum, hlasování, nový termín vyúčtování nebo nižší částku.',
      'Record the resolution on the amendment: number, date, votes, a new day of settlement or a lower amount.',
    ),
    provision: '§ 85 písm. c) a § 102 odst. 3 zákona č. 128/2000 Sb.',
    role: 'councilSecretary',
    form: changeDecisionForm,
    due: calendarDays(90),
    escalateTo: 'grantOfficer',
    fourEyes: ['changeCheck'],
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    decides: ['resolutionNumber', 'decidedOn', 'amount', 'settlementDueOn'],
    outcomes: {
      approve: {
        title: words('Dodatek schválen', 'Amendment approved'),
        leadsTo: ['amendmentSignature'],
        tone: 'positive',
        requires: ['resolutionNumber', 'decidedOn', 'votesFor', 'votesAgainst', 'votesAbstained'],
        next: words('Vytvoří se dodatek ke smlouvě.', 'The amendment is made.'),
      },
      refuse: {
        title: words('Dodatek neschválen', 'Amendment refused'),
        leadsTo: ['changeRequest'],
        tone: 'negative',
        requires: ['resolutionNumber', 'decidedOn', 'votesFor', 'votesAgainst', 'votesAbstained', 'reason'],
        next: words('Žadateli se sdělí důvod, smlouva platí beze změny.', 'The applicant is told the reason; the contract stays.'),
      },
    },
  },
  amendmentSignature: {
    title: words('Podpis dodatku', 'Signature of the amendment'),
    applicantTitle: words('Podepište dodatek s úřadem', 'Sign the amendment with the office'),
    alsoApplicant: true,
    instruction: words(
      'Vytiskněte dodatek ze spisu, zajistěte podpisy obou stran a zapište je.',
      'Print the amendment from the case, get both signatures and record them.',
    ),
    provision: '§ 10a odst. 5 zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: amendmentForm,
    due: calendarDays(30),
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['signedOn', 'amendmentNumber'],
    outcomes: {
      signed: {
        title: words('Dodatek podepsán', 'Amendment signed'),
        leadsTo: ['publishContract', 'changeRequest'],
        tone: 'positive',
        requires: ['signedOn', 'amendmentNumber'],
        next: words('Změna platí.', 'The change holds.'),
      },
      notSigned: {
        title: words('Dodatek nebude uzavřen', 'Amendment will not be concluded'),
        leadsTo: ['changeRequest'],
        tone: 'negative',
        requires: ['reason'],
        next: words('Smlouva platí beze změny.', 'The contract stays as it is.'),
      },
    },
  },
  eventAnnouncement: {
    title: words('Ohlášení akce', 'Announcement of an event'),
    applicantTitle: words('Ohlaste akci', 'Announce an event'),
    instruction: words(
      'Napište, kdy a kde se podpořená akce koná. Chcete-li, obec ji zveřejní ve svém kalendáři. Stejně tu ohlášenou akci změníte nebo zrušíte.',
      'Write when and where the supported event takes place. The municipality publishes it in its calendar if you wish. Here you also change or cancel what you announced.',
    ),
    provision: 'veřejnoprávní smlouvy',
    role: 'applicant',
    optional: true,
    form: eventForm,
    outcomes: {
      submit: {
        title: words('Ohlásit akci', 'Announce the event'),
        leadsTo: ['eventAnnouncement'],
        tone: 'positive',
        next: words(
          'Úřad dostane zprávu; další akci můžete ohlásit kdykoli.',
          'The office is told; you can announce another one any time.',
        ),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
