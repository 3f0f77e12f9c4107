/** Steps of the proceedings: finding out, calling to put right, levying, collecting, remitting. */
import { calendarDays, workingDays } from '../calendar';
import type { Step } from '../define';
import { words } from '../words';
import { inspectionForm, levyForm, levyPaymentForm, remedyForm, remissionDecisionForm, remissionRequestForm, statementForm } from './forms';

const inspectorIsTold = words('upozorní se kontrolor', 'the inspector is told');

export const breachSteps = {
  inspection: {
    title: words('Kontrola použití dotace', 'Inspection of the use of the grant'),
    applicantTitle: words('Úřad kontroluje použití dotace', 'The office inspects how the grant was used'),
    instruction: words(
      'Zapište, co se kontrolovalo a co se zjistilo. U porušení uveďte den, kdy k němu došlo, a kolika peněz se týká.',
      'Record what was inspected and found. For a breach, say on which day it happened and how much money it concerns.',
    ),
    provision: '§ 9 odst. 2 zákona č. 320/2001 Sb.; § 22 odst. 1 až 3 zákona č. 250/2000 Sb.',
    role: 'inspector',
    form: inspectionForm,
    due: workingDays(60),
    reminders: [{ before: workingDays(5) }],
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['breachOn', 'amount'],
    outcomes: {
      breach: {
        title: words('Porušení zjištěno', 'Breach found'),
        leadsTo: ['statement'],
        tone: 'neutral',
        requires: ['breachOn', 'amount'],
        next: words('Příjemce se ke zjištění do 15 dnů vyjádří.', 'The recipient comments on it within 15 days.'),
      },
      nothing: {
        title: words('Nic nezjištěno', 'Nothing found'),
        leadsTo: ['close:nothingFound'],
        tone: 'positive',
        next: words('Příjemce se to dozví a řízení skončí.', 'The recipient is told and the proceedings end.'),
      },
    },
  },
  statement: {
    title: words('Vyjádření příjemce', 'Statement of the recipient'),
    applicantTitle: words('Vyjádřete se ke zjištění kontroly', 'Comment on the finding of the inspection'),
    instruction: words(
      'Přečtěte si zjištění ve zprávách a napište, co k němu chcete říct. Můžete přiložit doklady. Nemáte-li co dodat, zvolte Nevyjadřuji se.',
      'Read the finding in the messages and write what you have to say; you may attach documents. With nothing to add, choose No comment.',
    ),
    provision: '§ 13 zákona č. 255/2012 Sb.',
    role: 'applicant',
    form: statementForm,
    due: calendarDays(15),
    reminders: [{ before: calendarDays(5) }],
    ifLate: words('úřad rozhodne podle toho, co je ve spisu', 'the office decides on what is in the case'),
    outcomes: {
      submit: {
        title: words('Odeslat vyjádření', 'Send the statement'),
        leadsTo: ['levyDecision'],
        tone: 'positive',
        requires: ['statement'],
        next: words('Úřad vyjádření posoudí.', 'The office considers it.'),
      },
      nothing: {
        title: words('Nevyjadřuji se', 'No comment'),
        leadsTo: ['levyDecision'],
        next: words('Úřad rozhodne podle toho, co je ve spisu.', 'The office decides on what is in the case.'),
      },
      expired: {
        title: words('Nevyjádřil se včas', 'No statement in time'),
        leadsTo: ['levyDecision'],
        byTime: true,
        next: words('Úřad rozhodne podle toho, co je ve spisu.', 'The office decides on what is in the case.'),
      },
    },
  },
  levyDecision: {
    title: words('Výzva, nebo odvod', 'Call to put right, or levy'),
    applicantTitle: words('Úřad rozhoduje, jak dál', 'The office decides how to go on'),
    instruction: words(
      'Lze-li porušení napravit nebo peníze vrátit, nejdřív příjemce vyzvěte. Jinak uložte odvod, nebo řízení zastavte.',
      'Where the breach can be put right or the money returned, call on the recipient first. Otherwise impose the levy, or drop it.',
    ),
    provision: '§ 22 odst. 4 až 7 zákona č. 250/2000 Sb.',
    role: 'inspector',
    form: levyForm,
    due: workingDays(30),
    reminders: [{ before: workingDays(5) }],
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['until', 'levy'],
    outcomes: {
      call: {
        title: words('Vyzvat k nápravě nebo vrácení', 'Call to put right or return'),
        leadsTo: ['remedy'],
        tone: 'positive',
        requires: ['measures', 'until'],
        next: words('Příjemce dostane výzvu s termínem.', 'The recipient gets the call with its day.'),
      },
      levy: {
        title: words('Uložit odvod', 'Impose the levy'),
        leadsTo: ['levyPayment', 'remissionRequest'],
        requires: ['levy', 'reason'],
        next: words(
          'Účetní zapíše, kdy peníze přijdou; příjemce může žádat o prominutí.',
          'The accountant records the money; a remission may be asked for.',
        ),
      },
      drop: {
        title: words('Zastavit řízení', 'Drop the proceedings'),
        leadsTo: ['close:dropped'],
        requires: ['reason'],
        next: words('Příjemce se to dozví a řízení skončí.', 'The recipient is told and the proceedings end.'),
      },
    },
  },
  remedy: {
    title: words('Ověření nápravy', 'Check of the remedy'),
    applicantTitle: words('Napravte nebo vraťte, co stojí ve výzvě', 'Put right or return what the call says'),
    alsoApplicant: true,
    instruction: words(
      'Ověřte, co příjemce do termínu napravil nebo vrátil. Co napravil, za to se odvod neukládá.',
      'Check what the recipient put right or returned by the day. No levy is imposed for that.',
    ),
    provision: '§ 22 odst. 6 zákona č. 250/2000 Sb.',
    role: 'inspector',
    form: remedyForm,
    due: calendarDays(30),
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['returned'],
    outcomes: {
      remedied: {
        title: words('Napraveno', 'Put right'),
        leadsTo: ['close:remedied'],
        tone: 'positive',
        next: words('Příjemce se to dozví a řízení skončí bez odvodu.', 'The recipient is told and the proceedings end without a levy.'),
      },
      notRemedied: {
        title: words('Nenapraveno, nebo jen zčásti', 'Not put right, or in part only'),
        leadsTo: ['levyDecision'],
        next: words('Rozhodnete o zbytku.', 'You decide on the rest.'),
      },
    },
  },
  levyPayment: {
    title: words('Příjem odvodu', 'Payment of the levy'),
    applicantTitle: words('Zaplaťte odvod', 'Pay the levy'),
    alsoApplicant: true,
    instruction: words(
      'Zapište, kdy a kolik z odvodu přišlo. Byl-li celý zbytek prominut, zvolte Zbytek prominut.',
      'Record when the money came and how much. Where all the rest was remitted, choose Rest remitted.',
    ),
    provision: '§ 22 odst. 4 a 5 zákona č. 250/2000 Sb.',
    role: 'accountant',
    form: levyPaymentForm,
    due: calendarDays(45),
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['receivedOn', 'amount'],
    outcomes: {
      received: {
        title: words('Peníze přišly', 'Money received'),
        leadsTo: ['levyPayment', 'penaltyPayment', 'close:paid'],
        tone: 'positive',
        requires: ['receivedOn', 'amount'],
        next: words(
          'Chybí-li něco, čeká se dál; jinak se spočítá penále.',
          'The rest is awaited; when all is paid the penalty is computed.',
        ),
      },
      remitted: {
        title: words('Zbytek prominut', 'Rest remitted'),
        leadsTo: ['penaltyPayment', 'close:paid', 'close:remitted'],
        next: words('Z odvodu už se nic neplatí.', 'Nothing of the levy is to be paid any more.'),
      },
    },
  },
  penaltyPayment: {
    title: words('Příjem penále', 'Payment of the penalty'),
    applicantTitle: words('Zaplaťte penále', 'Pay the penalty'),
    alsoApplicant: true,
    instruction: words('Zapište, kdy a kolik z penále přišlo.', 'Record when the penalty came and how much.'),
    provision: '§ 22 odst. 8 zákona č. 250/2000 Sb.',
    role: 'accountant',
    form: levyPaymentForm,
    due: calendarDays(45),
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['receivedOn', 'amount'],
    outcomes: {
      received: {
        title: words('Peníze přišly', 'Money received'),
        leadsTo: ['penaltyPayment', 'close:paid'],
        tone: 'positive',
        requires: ['receivedOn', 'amount'],
        next: words('Chybí-li něco, čeká se dál; jinak řízení skončí.', 'The rest is awaited; otherwise the proceedings end.'),
      },
      remitted: {
        title: words('Zbytek prominut', 'Rest remitted'),
        leadsTo: ['close:paid'],
        next: words('Řízení skončí.', 'The proceedings end.'),
      },
    },
  },
  remissionRequest: {
    title: words('Žádost o prominutí', 'Request for a remission'),
    applicantTitle: words('Požádejte o prominutí odvodu nebo penále', 'Ask for a remission of the levy or penalty'),
    instruction: words(
      'Napište, jaké důvody zvláštního zřetele máte pro prominutí odvodu nebo penále. Dokud se nerozhodne, platit se má dál.',
      'Write what special reasons you have for a remission. Until it is decided, the duty to pay goes on.',
    ),
    provision: '§ 22 odst. 14 zákona č. 250/2000 Sb.',
    role: 'applicant',
    optional: true,
    form: remissionRequestForm,
    outcomes: {
      submit: {
        title: words('Odeslat žádost', 'Send the request'),
        leadsTo: ['remissionDecision'],
        tone: 'positive',
        next: words('Rozhodne orgán, který dotaci schválil.', 'The body that approved the grant decides.'),
      },
    },
  },
  remissionDecision: {
    title: words('Rozhodnutí o prominutí', 'Decision on the remission'),
    applicantTitle: words('Rozhoduje se o prominutí', 'The remission is being decided'),
    instruction: words(
      'Předložte žádost orgánu, který dotaci schválil, a zapište jeho usnesení.',
      'Put the request to the body that approved the grant and record its resolution.',
    ),
    provision: '§ 22 odst. 14 zákona č. 250/2000 Sb.',
    role: 'inspector',
    form: remissionDecisionForm,
    due: calendarDays(90),
    escalateTo: 'inspector',
    ifLate: inspectorIsTold,
    decides: ['resolutionNumber', 'amount', 'penalty'],
    outcomes: {
      remit: {
        title: words('Prominuto', 'Remitted'),
        leadsTo: ['remissionRequest'],
        tone: 'positive',
        next: words('Příjemci se sdělí, kolik se promíjí.', 'The recipient is told how much is remitted.'),
      },
      refuse: {
        title: words('Neprominuto', 'Refused'),
        leadsTo: ['remissionRequest'],
        tone: 'negative',
        next: words('Příjemci se sdělí důvod, platit se má dál.', 'The recipient is told the reason; the duty to pay stays.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
