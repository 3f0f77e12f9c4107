import type { LetterTemplate } from '../define';
import { words } from '../words';

/** Letters to the recipient of the grant. Fields are those of the case and of the step; {{submission.x}} is read when the letter is sent. */
export const letters = {
  begun: {
    subject: words('Zahájili jsme kontrolu dotace ({{number}})', 'An inspection of your grant has begun ({{number}})'),
    body: words(
      'Dobrý den,\n\nu projektu „{{title}}“ (spis dotace {{grantNumber}}) jsme zahájili kontrolu, zda byla dotace použita podle smlouvy a zákona. Zatím nemusíte nic dělat; o výsledku vám napíšeme a budete se k němu moci vyjádřit. Kontrolu najdete pod číslem {{number}} zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nwe have begun to inspect whether the grant for “{{title}}” (case {{grantNumber}}) was used as the contract and the law say. You need not do anything now; we will write to you and you may comment on what we find. You will find the inspection under number {{number}} here:\n{{link}}\n\n{{tenant}}',
    ),
  },
  nothingFound: {
    subject: words('Kontrola dotace nezjistila porušení ({{number}})', 'The inspection found no breach ({{number}})'),
    body: words(
      'Dobrý den,\n\nkontrola dotace na projekt „{{title}}“ skončila a porušení rozpočtové kázně nezjistila:\n{{submission.finding}}\n\n{{tenant}}',
      'Hello,\n\nthe inspection of the grant for “{{title}}” has ended and found no breach of budget discipline:\n{{submission.finding}}\n\n{{tenant}}',
    ),
  },
  finding: {
    subject: words('Vyjádřete se ke zjištění kontroly ({{number}})', 'Please comment on the finding ({{number}})'),
    body: words(
      'Dobrý den,\n\nkontrola dotace na projekt „{{title}}“ zjistila:\n{{submission.finding}}\n\nTýká se {{amount}}. Vyjádřit se můžete do 15 dnů zde:\n{{link}}\nKdyž se nevyjádříte, rozhodneme podle toho, co je ve spisu.\n\n{{tenant}}',
      'Hello,\n\nthe inspection of the grant for “{{title}}” found:\n{{submission.finding}}\n\nIt concerns {{amount}}. You may comment within 15 days here:\n{{link}}\nOtherwise we decide on what is in the case.\n\n{{tenant}}',
    ),
  },
  call: {
    subject: words('Výzva k nápravě nebo vrácení peněz ({{number}})', 'Please put right or return ({{number}})'),
    body: words(
      'Dobrý den,\n\nu projektu „{{title}}“ vás vyzýváme, abyste do {{until}}:\n{{submission.measures}}\n\nPeníze se vracejí na účet {{tenantAccount}} s variabilním symbolem {{variableSymbol}}. Co napravíte nebo vrátíte, za to se odvod neuloží.\n\n{{tenant}}',
      'Hello,\n\nfor “{{title}}” please do the following by {{until}}:\n{{submission.measures}}\n\nMoney is returned to the account {{tenantAccount}} with variable symbol {{variableSymbol}}. No levy is imposed for what you put right or return.\n\n{{tenant}}',
    ),
  },
  levy: {
    subject: words('Odvod za porušení rozpočtové kázně ({{number}})', 'Levy for a breach of budget discipline ({{number}})'),
    body: words(
      'Dobrý den,\n\nu projektu „{{title}}“ byl uložen odvod {{amount}}. Odůvodnění:\n{{submission.reason}}\n\nZaplaťte ho na účet {{tenantAccount}} s variabilním symbolem {{variableSymbol}}. O prominutí můžete požádat zde:\n{{link}}\nPlatební výměr vám doručíme zvlášť; lhůta k zaplacení a poučení o odvolání jsou v něm.\n\n{{tenant}}',
      'Hello,\n\na levy of {{amount}} was imposed for “{{title}}”. The reasons:\n{{submission.reason}}\n\nPay it to the account {{tenantAccount}} with variable symbol {{variableSymbol}}. You may ask for a remission here:\n{{link}}\nThe assessment is delivered apart, with the period for payment and how to appeal.\n\n{{tenant}}',
    ),
  },
  levyPart: {
    subject: words('Přišla část odvodu ({{number}})', 'A part of the levy has come ({{number}})'),
    body: words(
      'Dobrý den,\n\nna odvod u projektu „{{title}}“ jsme přijali {{amount}}. Zbývá {{rest}}.\n\n{{tenant}}',
      'Hello,\n\n{{amount}} of the levy for “{{title}}” has come. {{rest}} is left.\n\n{{tenant}}',
    ),
  },
  penalty: {
    subject: words('Penále k odvodu ({{number}})', 'Penalty on the levy ({{number}})'),
    body: words(
      'Dobrý den,\n\nk odvodu u projektu „{{title}}“ vzniklo penále {{amount}}: 0,4 promile za každý den ode dne po porušení do zaplacení (§ 22 odst. 8 zákona č. 250/2000 Sb.). Zaplaťte ho na účet {{tenantAccount}} s variabilním symbolem {{variableSymbol}}.\n\n{{tenant}}',
      'Hello,\n\na penalty of {{amount}} has arisen on the levy for “{{title}}”: 0.4 permille a day from the day after the breach to the payment (§ 22(8) of Act 250/2000). Pay it to the account {{tenantAccount}} with variable symbol {{variableSymbol}}.\n\n{{tenant}}',
    ),
  },
  remission: {
    subject: words('O prominutí bylo rozhodnuto ({{number}})', 'The remission was decided ({{number}})'),
    body: words(
      'Dobrý den,\n\nžádosti o prominutí u projektu „{{title}}“ bylo usnesením {{resolutionNumber}} vyhověno: z odvodu se promíjí {{amount}}, z penále {{penalty}}.\n\n{{tenant}}',
      'Hello,\n\nby resolution {{resolutionNumber}} the remission for “{{title}}” was granted: {{amount}} of the levy, {{penalty}} of the penalty.\n\n{{tenant}}',
    ),
  },
  remissionRefused: {
    subject: words('Prominutí nebylo povoleno ({{number}})', 'The remission was refused ({{number}})'),
    body: words(
      'Dobrý den,\n\nžádosti o prominutí u projektu „{{title}}“ nebylo usnesením {{resolutionNumber}} vyhověno. Odůvodnění:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nby resolution {{resolutionNumber}} the remission for “{{title}}” was refused. The reasons:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  dropped: {
    subject: words('Řízení o porušení rozpočtové kázně bylo zastaveno ({{number}})', 'The proceedings were dropped ({{number}})'),
    body: words(
      'Dobrý den,\n\nřízení o porušení rozpočtové kázně u projektu „{{title}}“ jsme zastavili. Odůvodnění:\n{{submission.reason}}\n\n{{tenant}}',
      'Hello,\n\nthe proceedings on “{{title}}” were dropped. The reasons:\n{{submission.reason}}\n\n{{tenant}}',
    ),
  },
  ended: {
    subject: words('Řízení o porušení rozpočtové kázně skončilo ({{number}})', 'The proceedings have ended ({{number}})'),
    body: words(
      'Dobrý den,\n\nřízení o porušení rozpočtové kázně u projektu „{{title}}“ skončilo, nic dalšího po vás nechceme. Podrobnosti jsou zde:\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nthe proceedings on “{{title}}” have ended; nothing more is wanted of you. Details are here:\n{{link}}\n\n{{tenant}}',
    ),
  },
} satisfies Record<string, LetterTemplate>;
