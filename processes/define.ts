/**
 * What a process is: steps, outcomes, deadlines, statuses, words and the law behind them. Pure values: read by workflows, api and both faces.
 * How it runs is a function in workflows/ over the kernel.
 */
import type { Duration } from './calendar';
import type { Role } from './roles';
import type { Words } from './words';

/** Where a way leads: to a step that opens, to a named wait, to the end with a result (`close:<result>`), or BESIDE. */
export type Target = string;

/** The target of what ends a line that ran beside the main one: nothing follows from it. */
export const BESIDE = 'beside';

export interface Outcome {
  readonly title: Words;
  /** Where it may lead: ids of steps, ids of waits, `close:<result>`. A way that is taken and not declared fails the process's test. */
  readonly leadsTo: readonly Target[];
  /** One sentence, shown under the button: what happens next. */
  readonly next: Words;
  /** A refusing outcome is never offered first and is drawn as such. */
  readonly tone?: 'positive' | 'neutral' | 'negative';
  /** Taken by the clock when the due day passes and nobody acted; no person can choose it. */
  readonly byTime?: boolean;
  /** Fields of the step's form that this outcome requires beyond the schema's own `required`. */
  readonly requires?: readonly string[];
}

/** JSON Schema 2020-12 of a form with its drawing hints (RJSF uiSchema); money is an integer of haléř with `format: "money"`. */
export interface Form {
  readonly schema: JsonSchema;
  readonly ui?: Readonly<Record<string, unknown>>;
}

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface Reminder {
  /** How long before the due day the person who has the step is reminded. */
  readonly before: Duration;
}

export interface Step {
  readonly title: Words;
  /** What is to be done, in the words of the one who does it. */
  readonly instruction: Words;
  /** Shown to the applicant while the step is open, instead of the officers' title. */
  readonly applicantTitle?: Words;
  /** It may be done and nobody waits for it: an offer, withdrawn when its time is over. */
  readonly optional?: boolean;
  /** The applicant has a part in it too, outside of the system: a signature, a payment. */
  readonly alsoApplicant?: boolean;
  /** The provision by which the step is done, as cited. */
  readonly provision?: string;
  /** Who may do it: anybody with the role; the workflow may name one person instead. */
  readonly role: Role;
  readonly form?: Form;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly due?: Duration;
  readonly reminders?: readonly Reminder[];
  /** Who hears of it when the step is overdue. */
  readonly escalateTo?: Role;
  /** Steps of the same case whose doer may not do this one (four eyes). */
  readonly fourEyes?: readonly string[];
  /** The legal clock of the case stands still while this step is open (the applicant's turn). */
  readonly stopsClock?: { readonly reason: Words; readonly provision: string };
  /** What happens if nobody does it by the due day; a part of the sentence why the case waits. */
  readonly ifLate?: Words;
  /**
   * Values of the form that go into the workflow (small, nothing personal) because the procedure decides on them; one inside an object by its dot path, and
   * then under its own name.
   */
  readonly decides?: readonly string[];
}

export interface Wait {
  readonly title: Words;
  readonly leadsTo: readonly Target[];
}

export interface Status {
  readonly title: Words;
  /** The plainer word that the applicant reads. */
  readonly applicant: Words;
  readonly tone: 'waiting' | 'working' | 'good' | 'bad' | 'neutral';
}

export interface LegalClock {
  readonly title: Words;
  readonly limit: Duration;
  readonly provision: string;
  readonly escalateTo?: Role;
}

export interface LetterTemplate {
  readonly subject: Words;
  /** Plain text with {{fields}}; the fields are values that the workflow or the case offers, never free input of a stranger as HTML. */
  readonly body: Words;
}

export interface DocumentTemplate {
  readonly title: Words;
  /** May the applicant read it? */
  readonly forApplicant: boolean;
}

export interface ProcessDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  /** One paragraph for who meets the process for the first time. */
  readonly summary: Words;
  readonly law: readonly string[];
  /** Short code in the case number: DOT -> DOT-2026-0001. */
  readonly numberPrefix: string;
  /** Roles that see every case of this process in their tenant. */
  readonly readers: readonly Role[];
  /** The role that keeps the case: may suspend, resume, move deadlines. */
  readonly keeper: Role;
  /** To whoever does not read its cases they do not exist: not in a list, a count or an event, and their address answers 404. */
  readonly confidential?: boolean;
  /** The process from a case of which an official begins it; nobody applies for it. */
  readonly begunFrom?: string;
  readonly start: readonly Target[];
  readonly steps: Readonly<Record<string, Step>>;
  readonly waits?: Readonly<Record<string, Wait>>;
  readonly statuses: Readonly<Record<string, Status>>;
  /** Results with which a case ends; the id is the part after `close:`. */
  readonly results: Readonly<Record<string, Status>>;
  readonly clock?: LegalClock;
  /** The form with which a case is begun. */
  readonly application: Form;
  /** Fields of that form from which the case takes its title and the applicant's name. */
  readonly heading: { readonly title: string; readonly applicant: string };
  readonly letters: Readonly<Record<string, LetterTemplate>>;
  readonly documents: Readonly<Record<string, DocumentTemplate>>;
  /** Statuses in which the applicant may withdraw. */
  readonly withdrawableIn?: readonly string[];
  /** How long the closed case is kept, and by what plan. */
  readonly retention: { readonly years: number; readonly provision: string };
}

export class DefinitionError extends Error {}

/**
 * Checks a definition and gives it back with its literal types kept.
 * @throws DefinitionError naming the first step, outcome or target that does not fit.
 */
export function defineProcess<const D extends ProcessDefinition>(definition: D): D {
  const known = (target: Target): boolean =>
    target === BESIDE ||
    target in definition.steps ||
    (definition.waits !== undefined && target in definition.waits) ||
    (target.startsWith('close:') && target.slice('close:'.length) in definition.results);
  const check = (where: string, targets: readonly Target[]): void => {
    if (targets.length === 0) throw new DefinitionError(`${definition.id}: ${where} leads nowhere`);
    for (const target of targets) {
      if (!known(target)) throw new DefinitionError(`${definition.id}: ${where} leads to unknown '${target}'`);
    }
  };
  check('start', definition.start);
  for (const [id, step] of Object.entries(definition.steps)) {
    const outcomes = Object.entries(step.outcomes);
    if (outcomes.length === 0) throw new DefinitionError(`${definition.id}: step '${id}' has no outcome`);
    for (const [name, outcome] of outcomes) {
      check(`'${id}.${name}'`, outcome.leadsTo);
      if (outcome.tone === 'negative' && name === outcomes[0]?.[0]) {
        throw new DefinitionError(`${definition.id}: '${id}' offers a refusing outcome first`);
      }
    }
    for (const other of step.fourEyes ?? []) {
      if (!(other in definition.steps)) throw new DefinitionError(`${definition.id}: '${id}' has four eyes with unknown '${other}'`);
    }
  }
  for (const [id, wait] of Object.entries(definition.waits ?? {})) check(`wait '${id}'`, wait.leadsTo);
  for (const status of definition.withdrawableIn ?? []) {
    if (!(status in definition.statuses)) throw new DefinitionError(`${definition.id}: withdrawable in unknown status '${status}'`);
  }
  return definition;
}

/** One way of a case: from `start`, `step.outcome` or a wait's id to its target. */
export interface Way {
  readonly from: string;
  readonly to: Target;
}

/** Every way that the definition declares; drawn as the map and compared with what the tests took. */
export function declaredWays(definition: ProcessDefinition): Way[] {
  const ways: Way[] = definition.start.map((to) => ({ from: 'start', to }));
  for (const [id, step] of Object.entries(definition.steps)) {
    for (const [name, outcome] of Object.entries(step.outcomes)) {
      for (const to of outcome.leadsTo) ways.push({ from: `${id}.${name}`, to });
    }
  }
  for (const [id, wait] of Object.entries(definition.waits ?? {})) {
    for (const to of wait.leadsTo) ways.push({ from: id, to });
  }
  return ways;
}
