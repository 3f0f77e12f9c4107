/** The decision of the council or of the assembly. */
import { calendarDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { decisionForm } from '../forms';

const VOTED = ['resolutionNumber', 'decidedOn', 'votesFor', 'votesAgainst', 'votesAbstained'] as const;

/** What is the same whichever body decides. */
const byBody = {
  role: 'councilSecretary',
  form: decisionForm,
  escalateTo: 'grantOfficer',
  fourEyes: ['proposal'],
  ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
  decides: [...VOTED, 'amount'],
} as const;

const approve = {
  title: words('Poskytnutí schváleno', 'Grant approved'),
  leadsTo: ['signature'],
  tone: 'positive',
  requires: [...VOTED, 'amount'],
  next: words('Vytvoří se smlouva a žadatel dostane zprávu.', 'The contract is made and the applicant is told.'),
} as const;

const refuse = {
  title: words('Poskytnutí neschváleno', 'Grant refused'),
  leadsTo: ['close:refused'],
  tone: 'negative',
  requires: [...VOTED, 'reason'],
  next: words('Žadateli se bez prodlení sdělí důvod a spis se uzavře.', 'The applicant is told the reason and the case closes.'),
} as const;

export const decisionSteps = {
  councilDecision: {
    title: words('Rozhodnutí rady', 'Decision of the council'),
    applicantTitle: words('Rozhoduje rada', 'The council decides'),
    instruction: words(
      'Zapište usnesení rady: číslo, datum, hlasování a výsledek.',
      'Record the resolution of the council: number, date, votes and result.',
    ),
    provision: '§ 102 odst. 3 zákona č. 128/2000 Sb.',
    ...byBody,
    due: calendarDays(30),
    outcomes: {
      approve,
      defer: {
        title: words('Odloženo na další jednání', 'Deferred to the next meeting'),
        leadsTo: ['councilDecision', 'assemblyDecision'],
        next: words(
          'Bod se zařadí znovu; když mezitím žadatel dosáhl limitu rady, rozhodne zastupitelstvo.',
          'The item is put on again; where the applicant has reached the limit of the council meanwhile, the assembly decides.',
        ),
      },
      refer: {
        title: words('Postoupit zastupitelstvu', 'Refer to the assembly'),
        leadsTo: ['assemblyDecision'],
        next: words('O žádosti rozhodne zastupitelstvo.', 'The assembly decides on the application.'),
      },
      refuse,
    },
  },
  assemblyDecision: {
    title: words('Rozhodnutí zastupitelstva', 'Decision of the assembly'),
    applicantTitle: words('Rozhoduje zastupitelstvo', 'The assembly decides'),
    instruction: words(
      'Zapište usnesení zastupitelstva: číslo, datum, hlasování a výsledek.',
      'Record the resolution of the assembly: number, date, votes and result.',
    ),
    provision: '§ 85 písm. c) zákona č. 128/2000 Sb.',
    ...byBody,
    due: calendarDays(90),
    outcomes: {
      approve,
      defer: {
        title: words('Odloženo na další jednání', 'Deferred to the next meeting'),
        leadsTo: ['assemblyDecision'],
        next: words('Bod se zařadí znovu.', 'The item is put on again.'),
      },
      refuse,
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
