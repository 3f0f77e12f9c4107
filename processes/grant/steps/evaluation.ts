/** Evaluation, and the proposal that comes of it. */
import { workingDays } from '../../calendar';
import type { Step } from '../../define';
import { words } from '../../words';
import { evaluationForm, proposalForm } from '../forms';

export const evaluationSteps = {
  evaluation: {
    title: words('Hodnocení', 'Evaluation'),
    applicantTitle: words('Žádost se hodnotí', 'The application is being evaluated'),
    instruction: words(
      'Ohodnoťte žádost podle kritérií programu, nezávisle na ostatních. Jste-li podjatí, oznamte to.',
      'Score the application by the criteria, independently of the others. Say so where you have a conflict of interest.',
    ),
    provision: '§ 10c odst. 2 písm. g) zákona č. 250/2000 Sb.',
    role: 'evaluator',
    form: evaluationForm,
    due: workingDays(15),
    reminders: [{ before: workingDays(3) }],
    escalateTo: 'grantOfficer',
    ifLate: words('upozorní se referent dotací', 'the grant officer is told'),
    // The total of the points comes with it: the api counts it by the criteria of the case.
    decides: ['recommendedAmount'],
    outcomes: {
      submit: {
        title: words('Odevzdat hodnocení', 'Submit evaluation'),
        leadsTo: ['proposal'],
        tone: 'positive',
        // And a score for each criterion of the case.
        requires: ['recommendedAmount', 'comment'],
        next: words('Až hodnotí všichni, referent připraví návrh.', 'When all have scored, the officer prepares the proposal.'),
      },
      conflict: {
        title: words('Jsem podjatý', 'Conflict of interest'),
        leadsTo: ['proposal'],
        requires: ['conflictReason'],
        next: words('Vaše hodnocení se nezapočte.', 'Your evaluation will not count.'),
      },
    },
  },
  proposal: {
    title: words('Návrh na rozhodnutí', 'Proposal for the decision'),
    applicantTitle: words('Připravuje se rozhodnutí', 'The decision is being prepared'),
    instruction: words(
      'Podle hodnocení navrhněte částku, nebo neposkytnutí, a odůvodněte to.',
      'Propose an amount, or a refusal, from the evaluations, with reasons.',
    ),
    provision: '§ 10a zákona č. 250/2000 Sb.',
    role: 'grantOfficer',
    form: proposalForm,
    due: workingDays(10),
    escalateTo: 'tenantAdmin',
    ifLate: words('upozorní se správce úřadu', 'the administrator of the office is told'),
    decides: ['amount'],
    outcomes: {
      recommend: {
        title: words('Navrhnout poskytnutí', 'Propose granting'),
        leadsTo: ['councilDecision', 'assemblyDecision'],
        tone: 'positive',
        requires: ['amount'],
        next: words(
          'Návrh jde do rady, nad limit do zastupitelstva.',
          'The proposal goes to the council, above the limit to the assembly.',
        ),
      },
      moreEvaluation: {
        title: words('Vyžádat další hodnocení', 'Ask for another evaluation'),
        leadsTo: ['evaluation', 'proposal'],
        next: words(
          'Žádost dostanou hodnotitelé spisu, kteří ji ještě nehodnotili; pak se vrátí k návrhu.',
          'Evaluators of the case who have not scored it yet get it; then it comes back to the proposal.',
        ),
      },
      decline: {
        title: words('Navrhnout neposkytnutí', 'Propose refusal'),
        leadsTo: ['councilDecision', 'assemblyDecision'],
        tone: 'negative',
        next: words('Návrh na neposkytnutí jde k rozhodnutí.', 'The proposed refusal goes to the decision.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, Step>>;
