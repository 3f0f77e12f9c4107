/** Why a case stands where it stands: one sentence in plain words, and its parts. Pure: the case and the names come in. */
import { DateTime } from 'luxon';
import { ZONE } from './calendar';
import type { ProcessDefinition, Step } from './define';
import { roles } from './roles';
import type { WaitsFor } from './views';
import { words, type Words } from './words';

export interface WaitingTask {
  readonly step: string;
  /** Name of the only one who may do it, where the workflow named one. */
  readonly assignee: string | null;
  readonly claimedBy: string | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

export interface WaitingCase {
  readonly definition: ProcessDefinition;
  readonly closed: boolean;
  readonly suspended: { readonly reason: string; readonly since: string } | null;
  readonly incident: { readonly what: string; readonly since: string } | null;
  readonly openTasks: readonly WaitingTask[];
  readonly wait: { readonly id: string; readonly since: string; readonly until: string | null } | null;
  /** Name of the applicant, said where it is the applicant's turn. */
  readonly applicantName: string;
}

/** `2026-11-18T22:59:59.999Z` -> `18. 11. 2026`, in Prague. */
export function plainDate(iso: string): string {
  return DateTime.fromISO(iso, { zone: ZONE }).toFormat('d. M. yyyy');
}

const list = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Who can act on tasks of one step: named people, those who claimed it, or the role. */
function whoCan(step: Step, tasks: readonly WaitingTask[], applicantName: string): { who: string[]; cs: string; en: string } {
  if (step.role === 'applicant')
    return {
      who: [applicantName],
      cs: `udělat ho může žadatel (${applicantName})`,
      en: `the applicant (${applicantName}) can do it`,
    };
  const named = unique(tasks.flatMap((task) => task.assignee ?? []));
  if (named.length > 0)
    return {
      who: named,
      cs: `udělat ho ${named.length > 1 ? 'mohou' : 'může'} ${list(named, 'a')}`,
      en: `${list(named, 'and')} can do it`,
    };
  const role = roles[step.role];
  const claimed = unique(tasks.flatMap((task) => task.claimedBy ?? []));
  if (claimed.length > 0)
    return {
      who: claimed,
      cs: `${claimed.length > 1 ? 'vyřizují' : 'vyřizuje'} ho ${list(claimed, 'a')} (${lower(role.cs)})`,
      en: `${list(claimed, 'and')} (${lower(role.en)}) ${claimed.length > 1 ? 'have' : 'has'} it`,
    };
  return {
    who: [role.cs],
    cs: `udělat ho může ${lower(role.cs)} (zatím si ho nikdo nevzal)`,
    en: `the ${lower(role.en)} can do it (nobody has claimed it yet)`,
  };
}

function taskWait(definition: ProcessDefinition, tasks: readonly WaitingTask[], applicantName: string): WaitsFor | null {
  const stepIds = unique(tasks.map((task) => task.step));
  const parts = stepIds.flatMap((id) => {
    const step = definition.steps[id];
    if (!step) return [];
    const own = tasks.filter((task) => task.step === id);
    const due = own.flatMap((task) => task.dueAt ?? []).sort()[0] ?? null;
    const since = own.map((task) => task.openedAt).sort()[0] ?? null;
    return [{ step, own, due, since, can: whoCan(step, own, applicantName), overdue: own.some((task) => task.overdue) }];
  });
  const first = parts[0];
  if (!first) return null;
  const sentence = (language: 'cs' | 'en'): string =>
    parts
      .map(({ step, own, due, since, can, overdue }) => {
        const cs = language === 'cs';
        const times = own.length > 1 ? (cs ? ` (${own.length}×)` : ` (${own.length} times)`) : '';
        const from = since === null ? '' : cs ? `, od ${plainDate(since)}` : `, since ${plainDate(since)}`;
        const until = due === null ? '' : cs ? `, do ${plainDate(due)}` : `, until ${plainDate(due)}`;
        const by = step.provision === undefined ? '' : cs ? ` podle ${step.provision}` : ` by ${step.provision}`;
        const late = overdue
          ? cs
            ? '; termín už uplynul'
            : '; the due day has passed'
          : step.ifLate && due !== null
            ? cs
              ? `; když se to nestihne, ${step.ifLate.cs}`
              : `; if it is late, ${step.ifLate.en}`
            : '';
        return cs
          ? `Čeká na úkol „${step.title.cs}“${times}: ${can.cs}${from}${until}${by}${late}.`
          : `Waits for the task “${step.title.en}”${times}: ${can.en}${from}${until}${by}${late}.`;
      })
      .join(' ');
  return {
    sentence: words(sentence('cs'), sentence('en')),
    who: unique(parts.flatMap(({ can }) => can.who)),
    since: first.since,
    until: parts.flatMap(({ due }) => due ?? []).sort()[0] ?? null,
    provision: first.step.provision ?? null,
    ifLate: first.step.ifLate ?? null,
  };
}

/** Nobody waits for what is only offered. */
const wanted = ({ definition, openTasks }: WaitingCase): WaitingTask[] =>
  openTasks.filter(({ step }) => definition.steps[step]?.optional !== true);

/** @returns null when the case is closed: it waits for nothing. */
export function waitsFor(waiting: WaitingCase): WaitsFor | null {
  const { definition, suspended, incident, wait } = waiting;
  const openTasks = wanted(waiting);
  if (waiting.closed) return null;
  const keeper = roles[definition.keeper];
  const plain = (
    sentence: Words,
    who: readonly string[],
    since: string | null,
    until: string | null = null,
    ifLate: Words | null = null,
  ): WaitsFor => ({
    sentence,
    who,
    since,
    until,
    provision: null,
    ifLate,
  });
  if (suspended) {
    return plain(
      words(
        `Spis je od ${plainDate(suspended.since)} pozastaven: ${suspended.reason.replace(/\.$/, '')}. Lhůty stojí; znovu ho rozběhne ${lower(keeper.cs)}.`,
        `The case has been suspended since ${plainDate(suspended.since)}: ${suspended.reason.replace(/\.$/, '')}. Its clocks stand still; the ${lower(keeper.en)} can resume it.`,
      ),
      [keeper.cs],
      suspended.since,
    );
  }
  const task = taskWait(definition, openTasks, waiting.applicantName);
  const fault =
    incident &&
    words(
      `Od ${plainDate(incident.since)} se nedaří: ${incident.what.replace(/\.$/, '')}; opakovat to může ${lower(keeper.cs)} nebo správce úřadu v Závadách.`,
      `Failing since ${plainDate(incident.since)}: ${incident.what.replace(/\.$/, '')}; the ${lower(keeper.en)} or the administrator can try again in Incidents.`,
    );
  if (task) return fault ? { ...task, sentence: words(`${task.sentence.cs} ${fault.cs}`, `${task.sentence.en} ${fault.en}`) } : task;
  if (fault) return plain(fault, [keeper.cs, roles.tenantAdmin.cs], incident.since);
  if (wait) {
    const title = definition.waits?.[wait.id]?.title ?? words(wait.id, wait.id);
    const until =
      wait.until === null
        ? words('', '')
        : words(`, nejdéle do ${plainDate(wait.until)}`, `, until ${plainDate(wait.until)} at the latest`);
    return plain(
      words(
        `Čeká se, nikdo nemusí nic dělat: ${lower(title.cs)}, od ${plainDate(wait.since)}${until.cs}.`,
        `Nobody has to act; it waits for: ${lower(title.en)}, since ${plainDate(wait.since)}${until.en}.`,
      ),
      [],
      wait.since,
      wait.until,
    );
  }
  return plain(words('Systém právě pracuje na dalším kroku.', 'The system is working on the next step.'), [], null);
}

/** The same for the applicant: plain words, no names and no faults of the office. @returns null when the case is closed. */
export function waitsForApplicant(waiting: WaitingCase): WaitsFor | null {
  const reading = waitsFor(waiting);
  if (reading === null || waiting.suspended) return reading;
  const [task] = wanted(waiting);
  const step = task && waiting.definition.steps[task.step];
  if (!task || !step) {
    const sentence = words('Na řadě je úřad, vy nemusíte nic dělat.', 'It is the office’s turn; you need not do anything.');
    return { ...reading, sentence, who: [], provision: null, ifLate: null };
  }
  const mine = step.role === 'applicant';
  const title = step.applicantTitle ?? step.title;
  const until = task.dueAt === null ? '' : plainDate(task.dueAt);
  const also = step.alsoApplicant === true;
  const cs = mine
    ? `Na řadě jste vy: ${lower(title.cs)}${until && `, nejpozději ${until}`}${task.overdue ? '; termín už uplynul' : ''}.`
    : also
      ? `Na řadě jste i vy: ${lower(title.cs)}${until && `, nejpozději ${until}`}. Co je potřeba, stojí ve zprávách u žádosti.`
      : `${title.cs}, vy nemusíte nic dělat.`;
  const en = mine
    ? `It is your turn: ${lower(title.en)}${until && `, by ${until}`}${task.overdue ? '; the day has passed' : ''}.`
    : also
      ? `It is your turn too: ${lower(title.en)}${until && `, by ${until}`}. What is needed is in the messages of the case.`
      : `${title.en}; you need not do anything.`;
  return {
    sentence: words(cs, en),
    who: mine || also ? [waiting.applicantName] : [],
    since: task.openedAt,
    until: mine || also ? task.dueAt : null,
    provision: step.provision ?? null,
    ifLate: mine ? (step.ifLate ?? null) : null,
  };
}
