import type { DocumentTemplate, LetterTemplate } from '../define';
import { words } from '../words';

/**
 * Letters of the grant. Fields: {{number}}, {{title}}, {{applicant}}, {{tenant}}, {{tenantAccount}}, {{link}} are offered by the case; the others are values of the step
 * ({{submission.x}} is read from the submission when the letter is sent, so no free text passes through a workflow).
 */
export const letters = {
  received: {
    subject: words('Přijali jsme vaši žádost {{number}}', 'We received your application {{number}}'),
    body: words(
      'Dobrý den,\n\nvaši žádost „{{title}}“ jsme přijali pod číslem {{number}}. Jak postupuje, uvidíte zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nwe received your application “{{title}}” under number {{number}}. Follow it here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  returned: {
    subject: words('Žádost {{number}} prosíme doplnit', 'Please complete your application {{number}}'),
    body: words(
      'Dobrý den,\n\nv žádosti „{{title}}“ je potřeba opravit:\n{{submission.defects}}\n\nProsíme do {{until}} zde:\n{{link}}\nPo tu dobu lhůta pro rozhodnutí stojí.\n\n{{tenant}}',
      'Hello,\n\nplease mend in your application “{{title}}”:\n{{submission.defects}}\n\nby {{until}} here:\n{{link}}\nThe period for the decision stands still meanwhile.\n\n{{tenant}}',
    ),
  },
  rejected: {
    subject: words('Žádost {{number}} byla vyřazena', 'Application {{number}} was rejected'),
    body: words(
      'Dobrý den,\n\nžádost „{{title}}“ jsme museli vyřadit. Důvod:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nwe had to reject the application “{{title}}”. The reason:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  approved: {
    subject: words('Dotace {{number}} byla schválena', 'Grant {{number}} was approved'),
    body: words(
      'Dobrý den,\n\nna projekt „{{title}}“ byla usnesením {{resolutionNumber}} schválena dotace {{amount}}. Smlouvu najdete zde:\n{{link}}\nOzveme se s podpisem.\n\n{{tenant}}',
      'Hello,\n\na grant of {{amount}} for “{{title}}” was approved by resolution {{resolutionNumber}}. The contract is here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  refused: {
    subject: words('Dotace {{number}} nebyla schválena', 'Grant {{number}} was not approved'),
    body: words(
      'Dobrý den,\n\ndotace na projekt „{{title}}“ nebyla usnesením {{resolutionNumber}} schválena. Důvod:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nthe grant for “{{title}}” was not approved by resolution {{resolutionNumber}}. The reason:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  paid: {
    subject: words('Dotace {{number}} byla vyplacena', 'Grant {{number}} was paid'),
    body: words(
      'Dobrý den,\n\nna váš účet jsme odeslali {{amount}} (variabilní symbol {{variableSymbol}}). Vyúčtování předložte do {{until}} zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nwe sent {{amount}} to your account (variable symbol {{variableSymbol}}). Please settle by {{until}} here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  notConcluded: {
    subject: words('Smlouva o dotaci {{number}} nebude uzavřena', 'The contract on grant {{number}} will not be concluded'),
    body: words(
      'Dobrý den,\n\nsmlouva o dotaci na projekt „{{title}}“ nebude uzavřena a dotace se nevyplatí. Důvod:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nthe contract on the grant for “{{title}}” will not be concluded and the grant will not be paid. The reason:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  settlementReturned: {
    subject: words('Vyúčtování {{number}} prosíme doplnit', 'Please complete the settlement {{number}}'),
    body: words(
      'Dobrý den,\n\nve vyúčtování projektu „{{title}}“ je potřeba doplnit:\n{{submission.defects}}\n\nProsíme do {{until}} zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nplease complete in the settlement of “{{title}}”:\n{{submission.defects}}\n\nby {{until}} here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  refund: {
    subject: words('Vraťte prosím nevyužitou část dotace {{number}}', 'Please return the unspent part of grant {{number}}'),
    body: words(
      'Dobrý den,\n\nz dotace na projekt „{{title}}“ nebylo uznáno {{amount}}. Prosíme, vraťte tuto částku do 30 dnů na účet {{tenantAccount}} s variabilním symbolem {{variableSymbol}}.\n\n{{tenant}}',
      'Hello,\n\n{{amount}} of the grant for “{{title}}” was not accepted. Please return it within 30 days to the account {{tenantAccount}} with variable symbol {{variableSymbol}}.\n\n{{tenant}}',
    ),
  },
  refundPart: {
    subject: words('Přišla část vrácené dotace {{number}}', 'A part of the returned grant {{number}} has come'),
    body: words(
      'Dobrý den,\n\nna projekt „{{title}}“ jsme přijali zpět {{amount}}. Zbývá vrátit {{unspent}} na účet {{tenantAccount}} s variabilním symbolem {{variableSymbol}}.\n\n{{tenant}}',
      'Hello,\n\n{{amount}} of the grant for “{{title}}” came back. {{unspent}} is still to be returned to the account {{tenantAccount}} with variable symbol {{variableSymbol}}.\n\n{{tenant}}',
    ),
  },
  partSettled: {
    subject: words('Průběžné vyúčtování {{number}} bylo schváleno', 'The interim settlement {{number}} was approved'),
    body: words(
      'Dobrý den,\n\nv průběžném vyúčtování projektu „{{title}}“ jsme uznali {{amount}}. Další část dotace vyplatíme podle smlouvy.\n\n{{tenant}}',
      'Hello,\n\nin the interim settlement of “{{title}}” {{amount}} was accepted. The next part is paid as the contract says.\n\n{{tenant}}',
    ),
  },
  changeAccepted: {
    subject: words('Žádosti o změnu {{number}} bylo vyhověno', 'Your request for a change of {{number}} was accepted'),
    body: words(
      'Dobrý den,\n\nžádosti o změnu u projektu „{{title}}“ jsme vyhověli. Co nově platí, najdete zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nyour request for a change of “{{title}}” was accepted. What holds now is here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  changeApproved: {
    subject: words('Dodatek ke smlouvě {{number}} byl schválen', 'The amendment to the contract {{number}} was approved'),
    body: words(
      'Dobrý den,\n\nusnesením {{resolutionNumber}} byl schválen dodatek ke smlouvě na projekt „{{title}}“. Najdete ho zde:\n{{link}}\nOzveme se s podpisem.\n\n{{tenant}}',
      'Hello,\n\nresolution {{resolutionNumber}} approved the amendment to the contract for “{{title}}”. It is here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  changeRefused: {
    subject: words('Žádosti o změnu {{number}} nebylo vyhověno', 'Your request for a change of {{number}} was refused'),
    body: words(
      'Dobrý den,\n\nžádosti o změnu u projektu „{{title}}“ nebylo vyhověno, smlouva platí beze změny. Důvod:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nyour request for a change of “{{title}}” was refused; the contract stays. The reason:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  eventAnnounced: {
    subject: words('Žadatel ohlásil nebo změnil akci ({{number}})', 'The applicant announced or changed an event ({{number}})'),
    body: words(
      'Dobrý den,\n\nžadatel {{applicant}} ohlásil akci k projektu „{{title}}“ ({{number}}), nebo ohlášenou akci změnil či zrušil. Kdy a kde, najdete ve spisu: {{link}}\n\n{{tenant}}',
      'Hello,\n\n{{applicant}} announced an event of “{{title}}” ({{number}}), or changed or cancelled one. When and where is in the case: {{link}}\n\n{{tenant}}',
    ),
  },
  settled: {
    subject: words('Vyúčtování {{number}} bylo schváleno', 'Settlement {{number}} was approved'),
    body: words(
      'Dobrý den,\n\nvyúčtování projektu „{{title}}“ jsme schválili. Děkujeme.\n\n{{tenant}}',
      'Hello,\n\nthe settlement of “{{title}}” was approved. Thank you.\n\n{{tenant}}',
    ),
  },
} satisfies Record<string, LetterTemplate>;

export const documents = {
  contract: { title: words('Veřejnoprávní smlouva o poskytnutí dotace', 'Public-law contract on a grant'), forApplicant: true },
  amendment: { title: words('Dodatek k veřejnoprávní smlouvě', 'Amendment to the public-law contract'), forApplicant: true },
} satisfies Record<string, DocumentTemplate>;
