/** What each event of the audit trail says in one sentence, and who may read it. One reading for officer, applicant and auditor; the applicant's leaves out what is internal. */
import type { EventType } from './changes';
import type { ProcessDefinition } from './define';
import { formatEuro } from './grant/deMinimis';
import { commonLetters } from './letters';
import { isRole, roles } from './roles';
import { plainDate } from './waits';
import { words, type Words } from './words';

type What = Readonly<Record<string, unknown>>;

/** What a sentence is made of: the event's own contents, the process it belongs to, and the names of people. */
export interface Told {
  readonly what: What;
  readonly definition: ProcessDefinition | null;
  /** Name of a person by id; null where it is not known or not to be told. */
  readonly nameOf: (id: string) => string | null;
}

type Tell = (told: Told) => Words;
interface EventWords {
  readonly title: Words;
  readonly tell: Tell;
  /** Does the applicant of the case read it? */
  readonly applicant: boolean;
}

const text = (what: What, key: string): string => {
  const value = what[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const day = (what: What, key: string): string => (text(what, key) === '' ? '' : plainDate(text(what, key)));

/** EUR cents of `what.cents`. */
const euro = (what: What): string => (typeof what.cents === 'number' ? formatEuro(what.cents) : '');

const stepOf = ({ what, definition }: Told): Words =>
  definition?.steps[text(what, 'step')]?.title ?? words(text(what, 'step'), text(what, 'step'));
const outcomeOf = ({ what, definition }: Told): Words =>
  definition?.steps[text(what, 'step')]?.outcomes[text(what, 'outcome')]?.title ?? words(text(what, 'outcome'), text(what, 'outcome'));
const roleOf = (what: What, key: string): Words => {
  const name = text(what, key);
  return isRole(name) ? roles[name] : words(name, name);
};
/** The name of a letter as its template says it, without the fields that only its sending fills. */
const letterOf = ({ what, definition }: Told): Words => {
  const template = text(what, 'template') || text(what, 'key').replace(/\.\d+$/, '');
  const common: Readonly<Record<string, { subject: Words }>> = commonLetters;
  const subject = (definition?.letters[template] ?? common[template])?.subject ?? words(template, template);
  const plain = (from: string): string =>
    from
      .replace(/\s*\(?\{\{[^}]*\}\}\)?/g, '')
      .trim()
      .replace(/:$/, '');
  return words(plain(subject.cs), plain(subject.en));
};
const documentOf = ({ what, definition }: Told): Words => {
  const template = text(what, 'template') || text(what, 'key').replace(/\.\d+$/, '');
  return definition?.documents[template]?.title ?? words(template, template);
};
const RIGHTS: Readonly<Record<string, Words>> = {
  view: words('číst', 'read'),
  edit: words('upravovat', 'edit'),
  submit: words('podávat', 'submit'),
};
const rightOf = (what: What): Words => RIGHTS[text(what, 'may')] ?? words('', '');
const personOf = (told: Told, key: string): string => told.nameOf(text(told.what, key)) ?? '';
const because = (what: What): Words => {
  const reason = text(what, 'reason').replace(/\.$/, '');
  return reason === '' ? words('', '') : words(` Důvod: ${reason}.`, ` The reason: ${reason}.`);
};
const until = (what: What, key: string): Words =>
  day(what, key) === '' ? words('', '') : words(`, termín je ${day(what, key)}`, `, due on ${day(what, key)}`);

const entry = (title: Words, tell: Tell | Words, applicant = false): EventWords => ({
  title,
  tell: typeof tell === 'function' ? tell : () => tell,
  applicant,
});
const both = (make: (language: 'cs' | 'en') => string): Words => words(make('cs'), make('en'));

/** Every type has its words; the compiler holds the list whole. */
const eventWords: Readonly<Record<EventType, EventWords>> = {
  caseOpened: entry(
    words('Podáno', 'Submitted'),
    ({ definition }) =>
      definition?.begunFrom === undefined
        ? words('Žádost byla podána.', 'The application was submitted.')
        : words('Řízení bylo zahájeno.', 'The proceedings were begun.'),
    true,
  ),
  taskOpened: entry(
    words('Nový úkol', 'Task opened'),
    (t) =>
      words(`Čeká se na úkol „${stepOf(t).cs}“${until(t.what, 'dueAt').cs}.`, `Task “${stepOf(t).en}” opened${until(t.what, 'dueAt').en}.`),
    true,
  ),
  taskDone: entry(
    words('Úkol hotov', 'Task done'),
    (t) => words(`Úkol „${stepOf(t).cs}“ skončil: ${outcomeOf(t).cs}.`, `Task “${stepOf(t).en}” ended: ${outcomeOf(t).en}.`),
    true,
  ),
  taskCancelled: entry(
    words('Úkol zrušen', 'Task cancelled'),
    (t) => both((l) => (l === 'cs' ? `Úkol „${stepOf(t).cs}“ už není potřeba.` : `Task “${stepOf(t).en}” is no longer wanted.`)),
    true,
  ),
  taskReminded: entry(words('Připomenuto', 'Reminded'), (t) =>
    words(`Odešla připomínka úkolu „${stepOf(t).cs}“.`, `A reminder of the task “${stepOf(t).en}” was sent.`),
  ),
  taskOverdue: entry(words('Po termínu', 'Overdue'), (t) => {
    const role = text(t.what, 'escalatedTo') === '' ? null : roleOf(t.what, 'escalatedTo');
    return words(
      `Úkol „${stepOf(t).cs}“ je po termínu${role ? `; upozorněn: ${role.cs}` : ''}.`,
      `Task “${stepOf(t).en}” is overdue${role ? `; told: ${role.en}` : ''}.`,
    );
  }),
  taskMoved: entry(
    words('Posunut termín', 'Due day moved'),
    (t) =>
      text(t.what, 'reason') === 'resumed'
        ? words(
            `Úkol „${stepOf(t).cs}“ pokračuje${until(t.what, 'dueAt').cs}.`,
            `Task “${stepOf(t).en}” goes on${until(t.what, 'dueAt').en}.`,
          )
        : words(
            `Termín úkolu „${stepOf(t).cs}“ je nově ${day(t.what, 'until')}.${because(t.what).cs}`,
            `Task “${stepOf(t).en}” is now due on ${day(t.what, 'until')}.${because(t.what).en}`,
          ),
    true,
  ),
  statusSet: entry(
    words('Změna stavu', 'Status changed'),
    (t) => {
      const id = text(t.what, 'status');
      const title = t.definition?.statuses[id]?.title ?? words(id, id);
      return words(`Stav spisu je „${title.cs}“.`, `The status of the case is “${title.en}”.`);
    },
    true,
  ),
  clockStarted: entry(
    words('Běží lhůta', 'Clock started'),
    (t) =>
      words(
        `Začala běžet lhůta${until(t.what, 'dueAt').cs.replace('termín je', 'skončí')}.`,
        `The legal clock began${until(t.what, 'dueAt').en.replace('due on', 'it ends on')}.`,
      ),
    true,
  ),
  clockStopped: entry(
    words('Lhůta stojí', 'Clock stopped'),
    ({ what }) =>
      words(
        `Lhůta stojí: ${text(what, 'reason')} (${text(what, 'provision')}).`,
        `The legal clock stands still: ${text(what, 'reason')} (${text(what, 'provision')}).`,
      ),
    true,
  ),
  clockResumed: entry(
    words('Lhůta běží dál', 'Clock resumed'),
    ({ what }) => words(`Lhůta běží dál, skončí ${day(what, 'dueAt')}.`, `The legal clock goes on and ends on ${day(what, 'dueAt')}.`),
    true,
  ),
  clockMoved: entry(
    words('Lhůta posunuta', 'Clock moved'),
    ({ what }) =>
      words(
        `Lhůta je nově do ${day(what, 'until')}.${because(what).cs}`,
        `The legal clock now ends on ${day(what, 'until')}.${because(what).en}`,
      ),
    true,
  ),
  clockExpired: entry(
    words('Lhůta uplynula', 'Clock expired'),
    words('Lhůta uplynula a o věci není rozhodnuto.', 'The legal period ran out without a decision.'),
    true,
  ),
  clockEnded: entry(
    words('Lhůta skončila', 'Clock ended'),
    words('O věci je rozhodnuto, lhůta skončila.', 'The matter is decided; the clock ended.'),
    true,
  ),
  recorded: entry(
    words('Zapsány údaje', 'Values recorded'),
    words('Do spisu byly zapsány údaje, o kterých se rozhodlo.', 'Values that were decided were recorded in the case.'),
  ),
  letterQueued: entry(words('Zpráva připravena', 'Letter queued'), (t) =>
    words(`Připravena zpráva „${letterOf(t).cs}“.`, `Letter “${letterOf(t).en}” was prepared.`),
  ),
  letterSent: entry(
    words('Zpráva odeslána', 'Letter sent'),
    (t) =>
      t.what.kept === true
        ? words(
            `Zpráva „${letterOf(t).cs}“ je uložena ve spisu; poštovní server není nastaven.`,
            `Letter “${letterOf(t).en}” is kept in the case; no mail server is set.`,
          )
        : words(`Zpráva „${letterOf(t).cs}“ odešla.`, `Letter “${letterOf(t).en}” was sent.`),
    false,
  ),
  documentQueued: entry(words('Dokument se připravuje', 'Document queued'), (t) =>
    words(`Připravuje se dokument „${documentOf(t).cs}“.`, `Document “${documentOf(t).en}” is being made.`),
  ),
  documentReady: entry(
    words('Dokument hotov', 'Document ready'),
    (t) => words(`Dokument „${documentOf(t).cs}“ je ve spisu.`, `Document “${documentOf(t).en}” is in the case.`),
    true,
  ),
  waitStarted: entry(
    words('Čeká se', 'Waiting'),
    (t) => {
      const id = text(t.what, 'wait');
      const title = t.definition?.waits?.[id]?.title ?? words(id, id);
      return words(`Čeká se: ${title.cs}${until(t.what, 'until').cs}.`, `Waiting: ${title.en}${until(t.what, 'until').en}.`);
    },
    true,
  ),
  waitEnded: entry(
    words('Konec čekání', 'Waiting ended'),
    ({ what }) =>
      text(what, 'by') === 'time'
        ? words('Čekání skončilo uplynutím doby.', 'The waiting ended by time.')
        : words('Čekání skončilo, přišlo, na co se čekalo.', 'What was waited for came.'),
    true,
  ),
  incidentOpened: entry(words('Závada', 'Incident'), ({ what }) =>
    both((l) =>
      l === 'cs'
        ? `Nedaří se: ${text(what, 'what')} (${text(what, 'error')}).`
        : `Failing: ${text(what, 'what')} (${text(what, 'error')}).`,
    ),
  ),
  incidentRetried: entry(words('Nový pokus', 'Tried again'), words('Závada se zkouší znovu.', 'The failing work is tried again.')),
  incidentResolved: entry(words('Závada odstraněna', 'Incident resolved'), words('Závada je odstraněna.', 'The failing work succeeded.')),
  suspended: entry(
    words('Pozastaveno', 'Suspended'),
    ({ what }) =>
      words(`Spis je pozastaven, lhůty stojí.${because(what).cs}`, `The case is suspended, its clocks stand.${because(what).en}`),
    true,
  ),
  resumed: entry(words('Znovu rozběhnuto', 'Resumed'), words('Spis znovu běží.', 'The case goes on.'), true),
  withdrawn: entry(
    words('Vzato zpět', 'Withdrawn'),
    ({ what }) => words(`Žadatel vzal žádost zpět.${because(what).cs}`, `The applicant withdrew.${because(what).en}`),
    true,
  ),
  closed: entry(
    words('Uzavřeno', 'Closed'),
    (t) => {
      const id = text(t.what, 'result');
      const title = t.definition?.results[id]?.title ?? words(id, id);
      return words(`Spis je uzavřen: ${title.cs}.`, `The case is closed: ${title.en}.`);
    },
    true,
  ),
  taskClaimed: entry(words('Úkol převzat', 'Task claimed'), (t) =>
    words(`Úkol „${stepOf(t).cs}“ má svého řešitele.`, `Task “${stepOf(t).en}” was claimed.`),
  ),
  taskReleased: entry(words('Úkol vrácen skupině', 'Task released'), (t) =>
    words(`Úkol „${stepOf(t).cs}“ se vrátil skupině.`, `Task “${stepOf(t).en}” went back to the group.`),
  ),
  taskReassigned: entry(words('Úkol předán', 'Task reassigned'), (t) =>
    words(
      `Úkol „${stepOf(t).cs}“ má nyní ${personOf(t, 'to') || 'jiný člověk'}.${because(t.what).cs}`,
      `Task “${stepOf(t).en}” was given to ${personOf(t, 'to') || 'another person'}.${because(t.what).en}`,
    ),
  ),
  followUpSet: entry(words('Připomenout', 'Follow-up'), (t) =>
    day(t.what, 'on') === ''
      ? words(`Připomínka úkolu „${stepOf(t).cs}“ zrušena.`, `Follow-up of “${stepOf(t).en}” removed.`)
      : words(`Úkol „${stepOf(t).cs}“ se připomene ${day(t.what, 'on')}.`, `Follow-up of “${stepOf(t).en}” on ${day(t.what, 'on')}.`),
  ),
  commented: entry(words('Poznámka', 'Comment'), words('Ve spisu přibyla poznámka.', 'A comment was written.')),
  documentUploaded: entry(
    words('Nahrán dokument', 'Document uploaded'),
    ({ what }) => words(`Nahrán dokument „${text(what, 'title')}“.`, `Document “${text(what, 'title')}” was uploaded.`),
    true,
  ),
  documentViewed: entry(words('Dokument zobrazen', 'Document viewed'), ({ what }) =>
    words(`Zobrazen dokument „${text(what, 'title')}“.`, `Document “${text(what, 'title')}” was viewed.`),
  ),
  documentDownloaded: entry(words('Dokument stažen', 'Document downloaded'), ({ what }) =>
    words(`Stažen dokument „${text(what, 'title')}“.`, `Document “${text(what, 'title')}” was downloaded.`),
  ),
  programmeCreated: entry(words('Založen program', 'Programme created'), ({ what }) =>
    words(`Založen program „${text(what, 'title')}“.`, `Programme “${text(what, 'title')}” was created.`),
  ),
  programmeChanged: entry(words('Změněn program', 'Programme changed'), ({ what }) =>
    words(`Změněn program „${text(what, 'title')}“.`, `Programme “${text(what, 'title')}” was changed.`),
  ),
  bankOrderCreated: entry(words('Příkaz k úhradě', 'Payment order'), ({ what }) =>
    words(
      `Vytvořen příkaz k úhradě ${text(what, 'fileName')}, plateb ${text(what, 'payments')}.`,
      `Payment order ${text(what, 'fileName')} made, ${text(what, 'payments')} payments.`,
    ),
  ),
  bankOrderDownloaded: entry(words('Stažen příkaz', 'Order downloaded'), ({ what }) =>
    words(`Stažen příkaz k úhradě ${text(what, 'fileName')}.`, `Payment order ${text(what, 'fileName')} was downloaded.`),
  ),
  bankOrderCancelled: entry(words('Příkaz zrušen', 'Order cancelled'), ({ what }) => {
    const why = because(what);
    return words(
      `Příkaz k úhradě ${text(what, 'fileName')} byl zrušen.${why.cs}`,
      `Payment order ${text(what, 'fileName')} was cancelled.${why.en}`,
    );
  }),
  bankStatementTaken: entry(words('Výpis z banky', 'Bank statement'), ({ what }) =>
    words(
      `Načten výpis ${text(what, 'fileName')}: pohybů ${text(what, 'entries')}, nových ${text(what, 'newEntries')}.`,
      `Statement ${text(what, 'fileName')} taken in: ${text(what, 'entries')} movements, ${text(what, 'newEntries')} new.`,
    ),
  ),
  bankMatched: entry(words('Platba na výpisu', 'Payment on a statement'), ({ what }) => {
    const why = because(what);
    return words(
      `Pohyb na účtu z ${day(what, 'on')} byl přiřazen k platbě.${why.cs}`,
      `A movement of ${day(what, 'on')} was matched with the payment.${why.en}`,
    );
  }),
  bankMatchWithdrawn: entry(words('Přiřazení zrušeno', 'Match withdrawn'), ({ what }) => {
    const why = because(what);
    return words(`Přiřazení pohybu na účtu se neuskutečnilo.${why.cs}`, `The movement was not matched after all.${why.en}`);
  }),
  bankEntrySetAside: entry(words('Pohyb odložen', 'Movement put away'), ({ what }) => {
    const why = because(what);
    return words(`Pohyb na účtu z ${day(what, 'on')} byl odložen.${why.cs}`, `A movement of ${day(what, 'on')} was put away.${why.en}`);
  }),
  bankEntryReturned: entry(words('Pohyb vrácen', 'Movement returned'), ({ what }) =>
    words(`Odložený pohyb z ${day(what, 'on')} se vrátil k posouzení.`, `A movement of ${day(what, 'on')} waits again.`),
  ),
  bankEntryDistinct: entry(words('Pohyb je jiný', 'Another movement'), ({ what }) => {
    const why = because(what);
    return words(
      `Pohyb na účtu z ${day(what, 'on')}, podobný už načtenému, je jiný pohyb.${why.cs}`,
      `A movement of ${day(what, 'on')} that looks like a known one is another one.${why.en}`,
    );
  }),
  bankAccountAdded: entry(words('Účet úřadu', 'Account of the office'), ({ what }) =>
    words(
      `Přidán účet úřadu ${text(what, 'account')} (${text(what, 'name')}).`,
      `Account ${text(what, 'account')} (${text(what, 'name')}) was added.`,
    ),
  ),
  bankAccountChanged: entry(words('Změněn účet úřadu', 'Account changed'), ({ what }) =>
    words(
      `Změněn účet úřadu ${text(what, 'account')} (${text(what, 'name')}).`,
      `Account ${text(what, 'account')} (${text(what, 'name')}) was changed.`,
    ),
  ),
  bankTokenSet: entry(words('Uložen token banky', 'Bank token kept'), ({ what }) =>
    words(`K účtu ${text(what, 'account')} byl uložen token Fio.`, `A token of Fio was kept with account ${text(what, 'account')}.`),
  ),
  bankTokenRemoved: entry(words('Odebrán token banky', 'Bank token removed'), ({ what }) =>
    words(`U účtu ${text(what, 'account')} byl odebrán token Fio.`, `The token of Fio was removed from account ${text(what, 'account')}.`),
  ),
  formChanged: entry(words('Změněn formulář', 'Form changed'), ({ what }) =>
    words(
      `Změněn formulář programu „${text(what, 'title')}“. Rozepsané a podané žádosti zůstávají ve své verzi.`,
      `The form of “${text(what, 'title')}” was changed. Applications that have begun keep their version.`,
    ),
  ),
  criteriaChanged: entry(words('Změněna kritéria hodnocení', 'Criteria changed'), ({ what }) =>
    words(
      `Změněna kritéria hodnocení programu „${text(what, 'title')}“.${because(what).cs}`,
      `The criteria of “${text(what, 'title')}” were changed.${because(what).en}`,
    ),
  ),
  evaluatorsAssigned: entry(words('Určeni hodnotitelé', 'Evaluators set'), ({ what }) => {
    const groups = text(what, 'groups');
    const [by, through] = groups === '' ? ['', ''] : [` (skupina ${groups})`, ` (group ${groups})`];
    if (text(what, 'count') !== '0')
      return words(
        `Určeni hodnotitelé spisu: ${text(what, 'count')}${by}.`,
        `Evaluators of the case were set: ${text(what, 'count')}${through}.`,
      );
    return what.byGroups === true
      ? words(
          'Hodnotitele měly určit skupiny, ale žádná pro tento spis dnes nikoho nemá. Co dál, rozhodne referent v návrhu.',
          'Groups were to give the evaluators, but none has anybody for this case today. The officer decides in the proposal.',
        )
      : words('Spis hodnotí hodnotitelé programu.', 'The case is evaluated by the evaluators of the programme.');
  }),
  evaluatorGroupCreated: entry(words('Založena skupina hodnotitelů', 'Group of evaluators created'), ({ what }) =>
    words(`Založena skupina hodnotitelů „${text(what, 'name')}“.`, `Group of evaluators “${text(what, 'name')}” was created.`),
  ),
  evaluatorGroupChanged: entry(words('Upravena skupina hodnotitelů', 'Group of evaluators changed'), ({ what }) =>
    words(`Upravena skupina hodnotitelů „${text(what, 'name')}“.`, `Group of evaluators “${text(what, 'name')}” was changed.`),
  ),
  evaluatorGroupDeleted: entry(words('Smazána skupina hodnotitelů', 'Group of evaluators deleted'), ({ what }) =>
    words(`Smazána skupina hodnotitelů „${text(what, 'name')}“.`, `Group of evaluators “${text(what, 'name')}” was deleted.`),
  ),
  contractTemplateKept: entry(words('Šablona smlouvy', 'Contract template'), ({ what }) =>
    words(
      `Uložena šablona ${text(what, 'kind') === 'amendment' ? 'dodatku' : 'smlouvy'}${text(what, 'title') === '' ? ' pro celý úřad' : ` programu „${text(what, 'title')}“`}, verze ${text(what, 'version')} (${text(what, 'fileName')}).`,
      `A template of ${text(what, 'kind') === 'amendment' ? 'amendments' : 'contracts'} was kept${text(what, 'title') === '' ? ' for the whole office' : ` for “${text(what, 'title')}”`}, version ${text(what, 'version')} (${text(what, 'fileName')}).`,
    ),
  ),
  contractTemplateWithdrawn: entry(words('Šablona zrušena', 'Template withdrawn'), ({ what }) =>
    words(
      `Zrušena šablona ${text(what, 'kind') === 'amendment' ? 'dodatku' : 'smlouvy'}${text(what, 'title') === '' ? ' celého úřadu' : ` programu „${text(what, 'title')}“`}.`,
      `The template of ${text(what, 'kind') === 'amendment' ? 'amendments' : 'contracts'}${text(what, 'title') === '' ? ' of the whole office' : ` of “${text(what, 'title')}”`} was withdrawn.`,
    ),
  ),
  programmePublished: entry(words('Program zveřejněn', 'Programme published'), ({ what }) =>
    words(
      `Program „${text(what, 'title')}“ je zveřejněn na úřední desce.`,
      `Programme “${text(what, 'title')}” is published on the official board.`,
    ),
  ),
  programmeClosed: entry(words('Příjem ukončen', 'Intake ended'), ({ what }) =>
    words(
      `Příjem žádostí do programu „${text(what, 'title')}“ skončil.${because(what).cs}`,
      `The intake of “${text(what, 'title')}” ended.${because(what).en}`,
    ),
  ),
  callCreated: entry(words('Přidána výzva', 'Call added'), ({ what }) =>
    words(
      `K programu „${text(what, 'title')}“ přibyla ${text(what, 'ordinal')}. výzva.`,
      `Programme “${text(what, 'title')}” got call no. ${text(what, 'ordinal')}.`,
    ),
  ),
  callChanged: entry(words('Změněna výzva', 'Call changed'), ({ what }) =>
    words(
      `Změněna ${text(what, 'ordinal')}. výzva programu „${text(what, 'title')}“.`,
      `Call no. ${text(what, 'ordinal')} of “${text(what, 'title')}” was changed.`,
    ),
  ),
  callPublished: entry(words('Výzva zveřejněna', 'Call published'), ({ what }) =>
    words(
      `Na úřední desce je zveřejněná ${text(what, 'ordinal')}. výzva programu „${text(what, 'title')}“.`,
      `Call no. ${text(what, 'ordinal')} of “${text(what, 'title')}” is published on the official board.`,
    ),
  ),
  callClosed: entry(words('Příjem ve výzvě ukončen', 'Intake of a call ended'), ({ what }) =>
    words(
      `Příjem žádostí v ${text(what, 'ordinal')}. výzvě programu „${text(what, 'title')}“ skončil.${because(what).cs}`,
      `The intake of call no. ${text(what, 'ordinal')} of “${text(what, 'title')}” ended.${because(what).en}`,
    ),
  ),
  fundCreated: entry(words('Založen fond', 'Fund created'), ({ what }) =>
    words(`Založen dotační fond „${text(what, 'name')}“.`, `Fund “${text(what, 'name')}” was created.`),
  ),
  fundChanged: entry(words('Změněn fond', 'Fund changed'), ({ what }) =>
    words(`Změněn dotační fond „${text(what, 'name')}“.`, `Fund “${text(what, 'name')}” was changed.`),
  ),
  fundDeleted: entry(words('Smazán fond', 'Fund deleted'), ({ what }) =>
    words(`Smazán nepoužitý dotační fond „${text(what, 'name')}“.`, `The unused fund “${text(what, 'name')}” was deleted.`),
  ),
  areaCreated: entry(words('Založena oblast podpory', 'Area created'), ({ what }) =>
    words(`Založena oblast podpory „${text(what, 'name')}“.`, `Area of support “${text(what, 'name')}” was created.`),
  ),
  areaChanged: entry(words('Změněna oblast podpory', 'Area changed'), ({ what }) =>
    words(`Změněna oblast podpory „${text(what, 'name')}“.`, `Area of support “${text(what, 'name')}” was changed.`),
  ),
  areaDeleted: entry(words('Smazána oblast podpory', 'Area deleted'), ({ what }) =>
    words(`Smazána nepoužitá oblast podpory „${text(what, 'name')}“.`, `The unused area of support “${text(what, 'name')}” was deleted.`),
  ),
  fundsOrdered: entry(
    words('Změněno pořadí fondů', 'Order of funds changed'),
    words('Fondy nebo oblasti podpory mají jiné pořadí.', 'Funds or areas of support were put in another order.'),
  ),
  userCreated: entry(words('Přidán člověk', 'Person added'), (t) =>
    words(`Přidán účet ${personOf(t, 'userId')}.`.replace(' .', '.'), `Account ${personOf(t, 'userId')} was added.`.replace('  ', ' ')),
  ),
  userChanged: entry(words('Změněn účet', 'Account changed'), (t) =>
    words(`Změněn účet ${personOf(t, 'userId')}.`.replace(' .', '.'), `Account ${personOf(t, 'userId')} was changed.`.replace('  ', ' ')),
  ),
  signedIn: entry(words('Přihlášení', 'Sign-in'), words('Přihlášení.', 'Signed in.')),
  signInFailed: entry(words('Neúspěšné přihlášení', 'Failed sign-in'), words('Přihlášení se nepovedlo.', 'A sign-in failed.')),
  accountLocked: entry(
    words('Účet zamčen', 'Account locked'),
    words('Účet je po opakovaných neúspěších na čas zamčen.', 'The account is locked for a while after repeated failures.'),
  ),
  sessionRevoked: entry(words('Odhlášení', 'Sign-out'), words('Přihlášení bylo ukončeno.', 'A session was ended.')),
  passwordChanged: entry(words('Změna hesla', 'Password changed'), words('Heslo bylo změněno.', 'The password was changed.')),
  substitutionChanged: entry(
    words('Změna zástupu', 'Substitution changed'),
    words('Zástup byl nastaven nebo ukončen.', 'A substitution was set or ended.'),
  ),
  tenantChanged: entry(
    words('Změna nastavení', 'Settings changed'),
    words('Nastavení úřadu bylo změněno.', 'The settings of the office were changed.'),
  ),
  tenantCreated: entry(words('Založen úřad', 'Tenant created'), words('Založen nový úřad.', 'A tenant was created.')),
  bulkAccepted: entry(words('Hromadný úkon přijat', 'Bulk act accepted'), ({ what }) =>
    words(`Přijat hromadný úkon na ${text(what, 'items')} spisech.`, `A bulk act on ${text(what, 'items')} cases was accepted.`),
  ),
  bulkEnded: entry(words('Hromadný úkon dokončen', 'Bulk act ended'), ({ what }) =>
    words(
      `Hromadný úkon skončil: provedeno ${text(what, 'done')}, odmítnuto ${text(what, 'refused')}.`,
      `The bulk act ended: ${text(what, 'done')} done, ${text(what, 'refused')} refused.`,
    ),
  ),
  identityCreated: entry(words('Založen žadatel', 'Applicant made'), ({ what }) =>
    words(`Založen žadatel „${text(what, 'name')}“.`, `Applicant “${text(what, 'name')}” was made.`),
  ),
  identityChanged: entry(words('Změněn žadatel', 'Applicant changed'), ({ what }) =>
    words(`Změněny údaje žadatele „${text(what, 'name')}“.`, `Data of the applicant “${text(what, 'name')}” were changed.`),
  ),
  identityDeleted: entry(words('Smazán žadatel', 'Applicant deleted'), ({ what }) =>
    words(`Smazán žadatel „${text(what, 'name')}“.`, `Applicant “${text(what, 'name')}” was deleted.`),
  ),
  identityShared: entry(words('Sdílení žadatele', 'Applicant shared'), (t) =>
    words(
      `${personOf(t, 'userId') || 'Někdo'} má k žadateli „${text(t.what, 'name')}“ právo ${rightOf(t.what).cs}.`,
      `${personOf(t, 'userId') || 'Somebody'} has the right to ${rightOf(t.what).en} in the name of “${text(t.what, 'name')}”.`,
    ),
  ),
  identityInvited: entry(words('Pozvánka k žadateli', 'Invited to an applicant'), ({ what }) =>
    words(
      `K žadateli „${text(what, 'name')}“ pozván(a) ${text(what, 'email')}.`,
      `Invited to share the applicant “${text(what, 'name')}”: ${text(what, 'email')}.`,
    ),
  ),
  identityRevoked: entry(words('Konec sdílení žadatele', 'Sharing ended'), (t) =>
    words(
      `Sdílení žadatele „${text(t.what, 'name')}“ skončilo: ${personOf(t, 'userId') || text(t.what, 'email')}.`,
      `The sharing of “${text(t.what, 'name')}” ended: ${personOf(t, 'userId') || text(t.what, 'email')}.`,
    ),
  ),
  identityHandedOver: entry(words('Předána správa žadatele', 'Managing handed over'), (t) =>
    words(
      `Žadatele „${text(t.what, 'name')}“ nyní spravuje ${personOf(t, 'userId')}.`,
      `The applicant “${text(t.what, 'name')}” is now managed by ${personOf(t, 'userId')}.`,
    ),
  ),
  identityPaperChanged: entry(words('Doklady žadatele', 'Papers of an applicant'), ({ what }) =>
    words(
      `Uložené doklady žadatele se změnily: „${text(what, 'title')}“.`,
      `The kept papers of an applicant changed: “${text(what, 'title')}”.`,
    ),
  ),
  exported: entry(words('Export', 'Export'), ({ what }) => {
    const columns = Array.isArray(what.columns) ? what.columns.length : 0;
    return columns === 0
      ? words(`Vyveden seznam: ${text(what, 'list')}.`, `List exported: ${text(what, 'list')}.`)
      : words(
          `Vyveden seznam: ${text(what, 'list')}, řádků: ${text(what, 'rows')}, sloupců: ${columns}.`,
          `List exported: ${text(what, 'list')}, rows: ${text(what, 'rows')}, columns: ${columns}.`,
        );
  }),
  exportChoiceCreated: entry(words('Uložena volba exportu', 'Choice of an export kept'), ({ what }) =>
    words(`Uložena volba sloupců exportu „${text(what, 'name')}“.`, `Choice of columns “${text(what, 'name')}” was kept.`),
  ),
  exportChoiceChanged: entry(words('Změněna volba exportu', 'Choice of an export changed'), ({ what }) =>
    words(`Změněna volba sloupců exportu „${text(what, 'name')}“.`, `Choice of columns “${text(what, 'name')}” was changed.`),
  ),
  exportChoiceDeleted: entry(words('Smazána volba exportu', 'Choice of an export deleted'), ({ what }) =>
    words(`Smazána volba sloupců exportu „${text(what, 'name')}“.`, `Choice of columns “${text(what, 'name')}” was deleted.`),
  ),
  caseSectionChanged: entry(
    words('Úřední část', 'Officers’ section'),
    words('V úřední části spisu se změnilo vlastní číslo nebo štítky.', 'The own number or the labels of the case were changed.'),
  ),
  noteWritten: entry(
    words('Úřední poznámka', 'Officers’ note'),
    words('V úřední části přibyla poznámka.', 'A note was written in the officers’ section.'),
  ),
  noteChanged: entry(
    words('Změněna úřední poznámka', 'Officers’ note changed'),
    words('Autor změnil svou poznámku v úřední části.', 'The author changed a note in the officers’ section.'),
  ),
  labelCreated: entry(words('Nový štítek', 'Label made'), ({ what }) =>
    words(`Založen štítek „${text(what, 'name')}“.`, `Label “${text(what, 'name')}” was made.`),
  ),
  labelChanged: entry(words('Změněn štítek', 'Label changed'), ({ what }) =>
    words(`Změněn štítek „${text(what, 'name')}“.`, `Label “${text(what, 'name')}” was changed.`),
  ),
  deMinimisRecorded: entry(words('Zapsána podpora de minimis', 'De minimis recorded'), ({ what }) =>
    words(
      `Zapsána podpora de minimis ${euro(what)}, poskytnutá ${day(what, 'grantedOn')}.`,
      `Support de minimis of ${euro(what)}, granted on ${day(what, 'grantedOn')}, was recorded.`,
    ),
  ),
  deMinimisVoided: entry(words('Zrušen zápis de minimis', 'De minimis voided'), ({ what }) =>
    words(`Zrušen zápis podpory de minimis ${euro(what)}.${because(what).cs}`, `A record of ${euro(what)} was voided.${because(what).en}`),
  ),
  undertakingLinked: entry(words('Jeden podnik', 'One undertaking'), ({ what }) =>
    words(
      `IČO ${text(what, 'ico')} a ${text(what, 'otherIco')} jsou jeden podnik.${because(what).cs}`,
      `IČO ${text(what, 'ico')} and ${text(what, 'otherIco')} are one undertaking.${because(what).en}`,
    ),
  ),
  undertakingUnlinked: entry(words('Už ne jeden podnik', 'No longer one undertaking'), ({ what }) =>
    words(
      `IČO ${text(what, 'ico')} a ${text(what, 'otherIco')} už nejsou jeden podnik.${because(what).cs}`,
      `IČO ${text(what, 'ico')} and ${text(what, 'otherIco')} are one undertaking no more.${because(what).en}`,
    ),
  ),
  inspectionBegun: entry(words('Rozepsán záznam o kontrole', 'Inspection begun'), ({ what }) =>
    words(`Rozepsán záznam o kontrole č. ${text(what, 'ordinal')}.`, `A record of inspection no. ${text(what, 'ordinal')} was begun.`),
  ),
  inspectionChanged: entry(words('Změněn záznam o kontrole', 'Inspection changed'), ({ what }) =>
    words(
      `Změněn rozepsaný záznam o kontrole č. ${text(what, 'ordinal')}.`,
      `The draft of inspection no. ${text(what, 'ordinal')} was changed.`,
    ),
  ),
  inspectionDropped: entry(words('Zahozen záznam o kontrole', 'Inspection dropped'), ({ what }) =>
    words(
      `Zahozen rozepsaný záznam o kontrole č. ${text(what, 'ordinal')}.`,
      `The draft of inspection no. ${text(what, 'ordinal')} was thrown away.`,
    ),
  ),
  inspectionFinished: entry(words('Dokončen záznam o kontrole', 'Inspection finished'), ({ what }) =>
    words(
      `Záznam o kontrole č. ${text(what, 'ordinal')} je dokončen a uložen mezi dokumenty.`,
      `The record of inspection no. ${text(what, 'ordinal')} is finished and kept among the documents.`,
    ),
  ),
  publicSettlementBegun: entry(words('Připravuje se veřejná verze vyúčtování', 'Public version of a settlement begun'), ({ what }) =>
    words(
      `Připravuje se veřejná verze vyúčtování č. ${text(what, 'ordinal')}; začerněno textů: ${text(what, 'blackened')}.`,
      `The public version of settlement no. ${text(what, 'ordinal')} is being prepared; texts blackened: ${text(what, 'blackened')}.`,
    ),
  ),
  publicSettlementChanged: entry(words('Změněna veřejná verze vyúčtování', 'Public version of a settlement changed'), ({ what }) =>
    words(
      `Změněno, co se zveřejní z vyúčtování č. ${text(what, 'ordinal')}.`,
      `What is published of settlement no. ${text(what, 'ordinal')} was changed.`,
    ),
  ),
  publicSettlementPublished: entry(
    words('Zveřejněno vyúčtování', 'Settlement published'),
    ({ what }) =>
      words(
        `Vyúčtování č. ${text(what, 'ordinal')} je bez osobních údajů zveřejněno v registru dotací.`,
        `Settlement no. ${text(what, 'ordinal')} is published in the register of grants, without personal data.`,
      ),
    true,
  ),
  publicSettlementWithdrawn: entry(
    words('Staženo zveřejněné vyúčtování', 'Published settlement withdrawn'),
    ({ what }) =>
      words(
        `Vyúčtování č. ${text(what, 'ordinal')} je staženo z registru dotací.${because(what).cs}`,
        `Settlement no. ${text(what, 'ordinal')} was taken out of the register of grants.${because(what).en}`,
      ),
    true,
  ),
  calendarEventHidden: entry(
    words('Akce skryta v kalendáři', 'Event hidden'),
    ({ what }) =>
      words(
        `Úřad nezobrazuje akci „${text(what, 'title')}“ v kalendáři.${because(what).cs}`,
        `The office does not show the event “${text(what, 'title')}” in the calendar.${because(what).en}`,
      ),
    true,
  ),
  calendarEventShown: entry(
    words('Akce znovu v kalendáři', 'Event shown again'),
    ({ what }) =>
      words(
        `Akce „${text(what, 'title')}“ je znovu v kalendáři.${because(what).cs}`,
        `The event “${text(what, 'title')}” is in the calendar again.${because(what).en}`,
      ),
    true,
  ),
};

export function eventTitle(type: EventType): Words {
  return eventWords[type].title;
}

/** One sentence of what happened. */
export function eventSentence(type: EventType, told: Told): Words {
  return eventWords[type].tell(told);
}

/**
 * Does the applicant read this event of their case? Internal ones (claims, comments, viewing, incidents) never; of officers' tasks only that they
 * opened and ended, and of evaluations not which evaluator said what.
 */
export function applicantReads(type: EventType): boolean {
  return eventWords[type].applicant;
}

export const eventTypes = Object.keys(eventWords) as readonly EventType[];

/** The event as the applicant reads it: plain words of the step and of the status, no outcome of officers' inner steps. */
export function applicantSentence(type: EventType, told: Told): Words {
  const { what, definition } = told;
  const step = definition?.steps[text(what, 'step')];
  if (step && step.role !== 'applicant') {
    const plain = step.applicantTitle ?? step.title;
    if (type === 'taskOpened') return words(`${plain.cs}.`, `${plain.en}.`);
    if (type === 'taskDone' || type === 'taskCancelled')
      return words(
        `Hotovo: ${plain.cs.charAt(0).toLowerCase()}${plain.cs.slice(1)}.`,
        `Done: ${plain.en.charAt(0).toLowerCase()}${plain.en.slice(1)}.`,
      );
  }
  if (type === 'statusSet') {
    const status = definition?.statuses[text(what, 'status')];
    if (status) return words(`${status.applicant.cs}.`, `${status.applicant.en}.`);
  }
  if (type === 'closed') {
    const result = definition?.results[text(what, 'result')];
    if (result) return words(`${result.applicant.cs}.`, `${result.applicant.en}.`);
  }
  return eventSentence(type, told);
}
