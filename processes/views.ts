/** The shapes in which the api shows things: presenters build them, both faces read them. Dates are ISO strings, money integers of haléř. */
import type { IdentityRight } from './identities/identity';
import type { CallView } from './programmeViews';
import type { EventType, Recipient, SmallValues } from './changes';
import type { Clock, ClockReading } from './clock';
import type { Form, Way } from './define';
import type { FormItem } from './formItems/items';
import type { LabelMark } from './officersSection/views';
import type { Action, Resource } from './policy';
import type { Role } from './roles';
import type { Words } from './words';

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface TenantView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'municipality' | 'association';
  readonly ico: string | null;
  readonly address: string;
  readonly coatOfArms: string | null;
  readonly colours: { readonly primary?: string; readonly accent?: string };
}

export interface SessionView {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly language: 'cs' | 'en';
  };
  readonly tenant: TenantView;
  /** What the roles allow; the back office answers canAccess from it. */
  readonly can: Partial<Record<Resource, readonly Action[]>>;
  /** In whose place the person may act today. */
  readonly substitutes: readonly PersonRef[];
}

/** Why a case waits: the parts of one sentence, and the sentence itself in both languages. */
export interface WaitsFor {
  readonly sentence: Words;
  readonly who: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly provision: string | null;
  readonly ifLate: Words | null;
}

export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly applicantName: string;
  readonly processId: string;
  readonly step: string;
  readonly title: Words;
  readonly role: Role;
  readonly assignee: PersonRef | null;
  readonly claimedBy: PersonRef | null;
  readonly followUpOn: string | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly clockStopped: boolean;
  /** Offered only: it may be done and nobody waits for it. */
  readonly optional: boolean;
  readonly state: 'open' | 'done' | 'cancelled';
}

export interface OutcomeView {
  readonly id: string;
  readonly title: Words;
  readonly next: Words;
  readonly tone: 'positive' | 'neutral' | 'negative';
  readonly requires: readonly string[];
}

export interface TaskView extends TaskRow {
  readonly instruction: Words;
  readonly provision: string | null;
  readonly form: Form | null;
  readonly outcomes: readonly OutcomeView[];
  readonly params: SmallValues;
  readonly clock: ClockReading | null;
  /** May the asking person act on it now; otherwise why not, in words. */
  readonly mayAct: boolean;
  /** May the person prepare the answer, which somebody else will send? True also of who may send it. */
  readonly mayKeep: boolean;
  readonly mayClaim: boolean;
  readonly whyNot: Words | null;
  /** May it be done in one's own name; otherwise only in the place of somebody of `actFor`. */
  readonly inOwnName: boolean;
  /** Absent people in whose place the asking person may do it now. */
  readonly actFor: readonly PersonRef[];
  /** What was typed and not sent, kept by the server. */
  readonly draft: unknown;
  /** Version of `draft` that a save names; 0 where nothing is kept. */
  readonly draftVersion: number;
  /** What the form starts from where nothing was typed (the applicant's application when it was returned). */
  readonly initial: unknown;
  /** One of its fields chooses what the rest starts from (which announced event is changed): the field, and the starts by its values. */
  readonly startsBy: { readonly field: string; readonly starts: Readonly<Record<string, Readonly<Record<string, unknown>>>> } | null;
  readonly outcome: string | null;
  readonly doneBy: PersonRef | null;
  readonly closedAt: string | null;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processId: string;
  readonly applicantId: string;
  readonly applicantName: string;
  /** In whose name it is; null: of who submitted it. */
  readonly identityId: string | null;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  readonly status: string;
  readonly statusTitle: Words;
  readonly tone: 'waiting' | 'working' | 'good' | 'bad' | 'neutral';
  readonly result: string | null;
  readonly suspended: boolean;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string | null;
  readonly clockDueAt: string | null;
  readonly waitsFor: WaitsFor | null;
  /** In a list, of the officers' section: absent where the reader does not read it. */
  readonly ownNumber?: string | null;
  readonly labels?: readonly LabelMark[];
}

export interface SubmissionView {
  readonly id: string;
  readonly step: string;
  readonly stepTitle: Words;
  /** Which way the step ended with it; null for the application. */
  readonly outcome: Words | null;
  readonly by: PersonRef;
  readonly at: string;
  readonly data: unknown;
  readonly form: Form | null;
}

export interface CaseView extends CaseRow {
  readonly values: SmallValues;
  readonly clock: { readonly title: Words; readonly provision: string; readonly raw: Clock; readonly reading: ClockReading } | null;
  readonly openTasks: readonly TaskRow[];
  /** Those that the reader may see (an evaluator sees the application and what is theirs). */
  readonly submissions: readonly SubmissionView[];
  readonly people: readonly { readonly role: Role; readonly person: PersonRef; readonly did: readonly Words[] }[];
  readonly may: {
    readonly withdraw: boolean;
    readonly suspend: boolean;
    readonly resume: boolean;
    readonly moveDeadline: boolean;
    readonly comment: boolean;
    readonly upload: boolean;
  };
  readonly map: ProcessMap;
}

/** The map drawn from the definition, with what this case (or all of them) went through. */
export interface ProcessMap {
  readonly steps: readonly {
    readonly id: string;
    readonly title: Words;
    readonly role: Role | null;
    readonly kind: 'start' | 'step' | 'wait' | 'close';
    readonly visited: number;
    readonly open: number;
    /** On the map of one case: when the step was finished, never by whom; null while it is not, and on the map of all cases. */
    readonly doneAt: string | null;
  }[];
  readonly ways: readonly (Way & { readonly title: Words | null; readonly taken: number })[];
}

export interface EventView {
  readonly chainId: string;
  readonly seq: number;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly type: EventType;
  readonly title: Words;
  readonly at: string;
  readonly actor: PersonRef | null;
  readonly role: Role | null;
  readonly onBehalfOf: PersonRef | null;
  /** One sentence of what happened. */
  readonly sentence: Words;
  readonly what: unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

export interface DocumentView {
  readonly id: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly state: 'queued' | 'ready';
  /** What the file shows of an electronic signature; not verified. */
  readonly signature: 'pdf' | 'detached' | 'container' | null;
  readonly createdAt: string;
  readonly createdBy: PersonRef | null;
}

export interface LetterView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly to: Recipient;
  readonly toAddresses: readonly string[];
  readonly subject: string | null;
  readonly body: string | null;
  readonly state: 'queued' | 'sent' | 'kept';
  readonly queuedAt: string;
  readonly sentAt: string | null;
}

export interface CommentView {
  readonly id: string;
  readonly author: PersonRef;
  readonly text: string;
  readonly createdAt: string;
}

export interface IncidentView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly key: string;
  readonly what: string;
  readonly error: string;
  readonly state: 'open' | 'retrying' | 'resolved';
  readonly openedAt: string;
  readonly lastAt: string;
}

/** Programme (dotační program) with the contents of § 10c odst. 2 zákona č. 250/2000 Sb. */
export interface ProgrammeView {
  readonly id: string;
  readonly title: string;
  /** Name of its area of support (oblast podpory); empty where none is said. */
  readonly area: string;
  /** The record of the area; null where there is none. */
  readonly areaId: string | null;
  /** The fund that the area belongs to. */
  readonly fund: { readonly id: string; readonly name: string } | null;
  readonly purpose: string;
  readonly reasons: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  readonly eligible: string;
  readonly criteria: string;
  readonly conditions: string;
  readonly attachments: string;
  /** Is its support de minimis (nařízení Komise (EU) 2023/2831)? */
  readonly deMinimis: boolean;
  /** Does its application ask what the applicant got elsewhere? */
  readonly asksPastSupport: boolean;
  /** The call whose times these are: the open one, else the next, else the last. */
  readonly callId: string;
  readonly intakeOpensAt: string;
  readonly intakeClosesAt: string;
  readonly decisionDays: number;
  readonly settlementDueOn: string;
  /** All its calls; to the public the published ones. */
  readonly calls: readonly CallView[];
  readonly evaluatorIds: readonly string[];
  /** Do groups of evaluators say who evaluates, in the place of evaluatorIds? */
  readonly evaluatorsByGroups: boolean;
  readonly state: 'draft' | 'published' | 'closed';
  readonly publishedAt: string | null;
  /** Is the intake open at this moment? */
  readonly open: boolean;
  readonly version: number;
  readonly counts?: { readonly applications: number; readonly requested: number; readonly awarded: number; readonly paid: number };
}

/** A draft as lists and answers to saving have it. */
export interface DraftRow {
  readonly id: string;
  /** In whose name it is written; null: of who writes it. */
  readonly identityId: string | null;
  readonly identityName: string | null;
  readonly asksPastSupport: boolean;
  /** What the reader may do with it. */
  readonly may: IdentityRight;
  readonly processId: string;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  /** The call in which it was begun; its deadline holds. */
  readonly callId: string | null;
  readonly formVersion: number;
  readonly data: Record<string, unknown>;
  readonly submittedAt: string | null;
  readonly updatedAt: string;
  readonly version: number;
  readonly intakeClosesAt: string | null;
}

export interface DraftView extends DraftRow {
  /** In the version with which the draft began. */
  readonly form: Form;
}

/** What a programme asks beyond what the law asks of every application. */
export interface ApplicationFormView {
  /** 0: nothing, nobody has made one. */
  readonly version: number;
  readonly items: readonly FormItem[];
  /** The whole form as the applicant will see it. */
  readonly form: Form;
  /** Drafts and cases that began with this version and keep it. */
  readonly usedBy: number;
}

/** A task's draft as it was kept just now. */
export interface TaskDraftView {
  readonly version: number;
  readonly updatedAt: string;
}

export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly language: 'cs' | 'en';
  readonly active: boolean;
  readonly lockedUntil: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export interface SubstitutionView {
  readonly id: string;
  readonly absent: PersonRef;
  readonly substitute: PersonRef;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly processId: string | null;
}

export interface RegisterRow {
  readonly caseId: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  /** Null in a town without funds. */
  readonly fund: string | null;
  readonly area: string;
  readonly applicantKind: 'natural' | 'legal';
  /** Natural persons: name and municipality only, nothing more. */
  readonly applicantName: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly projectTitle: string;
  readonly year: number;
  readonly awarded: number;
  readonly paid: number | null;
  /** Recognised in the settlement. */
  readonly accepted: number | null;
  readonly returned: number | null;
  readonly state: 'awarded' | 'settled' | 'ended';
  readonly decidedOn: string | null;
  readonly resolutionNumber: string | null;
  /** Where the published settlements of the grant are read; null: none is published. */
  readonly settlementsUrl: string | null;
}

export interface ApplicantView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly cases: number;
  readonly awarded: number;
}

export interface SessionRow {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string;
  readonly device: string;
}

/** RFC 9457. `errors` names the field (dot path) and what is wrong with it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly [extension: string]: unknown;
}
