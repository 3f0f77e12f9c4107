/**
 * The closed list of what can become true in a case. A change is committed and becomes a row of the audit trail in the same transaction;
 * events outside the case's workflow (claims, comments, viewing a document, sign-in) are in `rowEvents`. There is no third list.
 */
import type { Clock } from './clock';
import type { Role } from './roles';

export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** The person in whose place the actor acts (substitution), if any. */
  readonly onBehalfOf?: string;
}

/** Small values that the procedure decides on: no letters, names or attachments. */
export type SmallValue = string | number | boolean | null | readonly string[];
export type SmallValues = Readonly<Record<string, SmallValue>>;

/** The applicant of the case, whoever holds the role, one person, or who has the task when the letter goes out: one person, or all with its role. */
export type Recipient =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'task'; readonly key: string; readonly role: Role };

interface Base {
  /**
   * Its name within the case: type, subject, and which time it is (`taskDone/<task>/1`). The same whenever the workflow comes to it again, also beside other
   * changes than before, so that it is committed once.
   */
  readonly id: string;
  /** ISO moment of the workflow in which it became true. */
  readonly at: string;
  /** Who caused it; absent where the system did (a deadline, a machine event). */
  readonly actor?: Actor;
  readonly requestId?: string;
}

export type Change = Base &
  (
    | /** The case began with a submission. */
      { readonly type: 'caseOpened'; readonly submissionId: string; readonly values: SmallValues } /** A step waits for a person. */
    | {
        readonly type: 'taskOpened';
        readonly taskKey: string;
        readonly step: string;
        readonly ordinal: number;
        readonly assignee: string | null;
        readonly params: SmallValues;
        readonly clock: Clock | null;
        readonly dueAt: string | null;
      } /** A person did the step, with this outcome. */
    | {
        readonly type: 'taskDone';
        readonly taskKey: string;
        readonly step: string;
        readonly outcome: string;
        readonly submissionId: string | null;
        readonly values: SmallValues;
      } /** The step is no longer wanted (withdrawal, another way). */
    | {
        readonly type: 'taskCancelled';
        readonly taskKey: string;
        readonly step: string;
        readonly reason: string;
      } /** The reminder before the due day went out. */
    | {
        readonly type: 'taskReminded';
        readonly taskKey: string;
        readonly step: string;
      } /** The due day passed; the role named in the definition was told. */
    | {
        readonly type: 'taskOverdue';
        readonly taskKey: string;
        readonly step: string;
        readonly escalatedTo: Role | null;
      } /** The due day of a task was moved by an act. */
    | {
        readonly type: 'taskMoved';
        readonly taskKey: string;
        readonly step: string;
        readonly until: string;
        readonly reason: string;
        readonly clock: Clock;
        readonly dueAt: string | null;
      } /** The status of the case changed. */
    | { readonly type: 'statusSet'; readonly status: string } /** The legal clock began. */
    | {
        readonly type: 'clockStarted';
        readonly clock: Clock;
        readonly dueAt: string | null;
      } /** The legal clock stands still, by this provision. */
    | {
        readonly type: 'clockStopped';
        readonly clock: Clock;
        readonly reason: string;
        readonly provision: string;
      } /** The legal clock goes on. */
    | { readonly type: 'clockResumed'; readonly clock: Clock; readonly dueAt: string | null } /** The legal clock was moved by an act. */
    | {
        readonly type: 'clockMoved';
        readonly clock: Clock;
        readonly until: string;
        readonly reason: string;
        readonly dueAt: string | null;
      } /** The legal period ran out. */
    | { readonly type: 'clockExpired'; readonly clock: Clock } /** The legal clock ended with the matter decided. */
    | { readonly type: 'clockEnded'; readonly clock: Clock } /** Values of the case became true (they feed registers and lists). */
    | { readonly type: 'recorded'; readonly values: SmallValues } /** A letter is to be sent; its row is its proof. */
    | {
        readonly type: 'letterQueued';
        readonly key: string;
        readonly template: string;
        readonly to: Recipient;
        readonly values: SmallValues;
      } /** A document is to be made from a template. */
    | {
        readonly type: 'documentQueued';
        readonly key: string;
        readonly template: string;
        readonly values: SmallValues;
      } /** The case waits for a moment or a machine event. */
    | { readonly type: 'waitStarted'; readonly wait: string; readonly until: string | null } /** What the case waited for came. */
    | {
        readonly type: 'waitEnded';
        readonly wait: string;
        readonly by: 'time' | 'signal';
      } /** An effect keeps failing; in plain words for who mends it. */
    | {
        readonly type: 'incidentOpened';
        readonly key: string;
        readonly what: string;
        readonly error: string;
      } /** Somebody asked to try again. */
    | { readonly type: 'incidentRetried'; readonly key: string } /** The effect succeeded after all. */
    | { readonly type: 'incidentResolved'; readonly key: string } /** The case was suspended: nobody can act, its clocks stand. */
    | { readonly type: 'suspended'; readonly reason: string } /** The suspended case goes on. */
    | { readonly type: 'resumed' } /** The applicant withdrew. */
    | { readonly type: 'withdrawn'; readonly reason: string } /** The case ended with this result. */
    | { readonly type: 'closed'; readonly result: string }
  );

export type ChangeType = Change['type'];

/** Events that are rows only: they change nothing in where a case stands. Each with when it happens. */
export const rowEvents = {
  /** The letter left the house, or was kept in the case where there is no mail server. */ letterSent: true,
  /** The document is made and stored. */ documentReady: true,
  /** Somebody took a task of their group. */ taskClaimed: true,
  /** The task went back to the group. */ taskReleased: true,
  /** The keeper gave the task to another person. */ taskReassigned: true,
  /** A follow-up day was set on a task. */ followUpSet: true,
  /** A comment was written on the case. */ commented: true,
  /** A document was uploaded to the case. */ documentUploaded: true,
  /** A document was opened on the screen. */ documentViewed: true,
  /** A document was downloaded. */ documentDownloaded: true,
  /** A programme was made. */ programmeCreated: true,
  /** A programme was changed, with before and after. */ programmeChanged: true,
  /** A file of payments for the bank was made. */ bankOrderCreated: true,
  /** A file of payments was taken out again. */ bankOrderDownloaded: true,
  /** A file of payments was not given to the bank. */ bankOrderCancelled: true,
  /** A statement of the bank was taken in. */ bankStatementTaken: true,
  /** Movements of the account were found to be the payment of a task. */ bankMatched: true,
  /** The case did not take the movements for its payment. */ bankMatchWithdrawn: true,
  /** A movement was put away with a reason. */ bankEntrySetAside: true,
  /** A movement that was put away waits again. */ bankEntryReturned: true,
  /** A movement that looked like one known before is another one. */ bankEntryDistinct: true,
  /** The office has one more account. */ bankAccountAdded: true,
  /** An account of the office was renamed, retired or taken back. */ bankAccountChanged: true,
  /** A token of the bank was kept with an account; what it is stands nowhere. */ bankTokenSet: true,
  /** A token of the bank was forgotten. */ bankTokenRemoved: true,
  /** What a programme asks beyond the law was changed: another version of its form. */ formChanged: true,
  /** By what a programme's applications are scored was changed: another version of its criteria. */ criteriaChanged: true,
  /** Who evaluates a case was set. */ evaluatorsAssigned: true,
  /** A group of evaluators was made. */ evaluatorGroupCreated: true,
  /** A group of evaluators was changed or deactivated, with before and after. */ evaluatorGroupChanged: true,
  /** A group of evaluators that nothing used was deleted. */ evaluatorGroupDeleted: true,
  /** A programme was published on the official board. */ programmePublished: true,
  /** A programme's intake was ended before its time. */ programmeClosed: true,
  /** A template of contracts was kept, as another version. */ contractTemplateKept: true,
  /** A template of contracts was withdrawn. */ contractTemplateWithdrawn: true,
  /** A programme got a further call. */ callCreated: true,
  /** A call was changed, with before and after. */ callChanged: true,
  /** A call was published on the official board. */ callPublished: true,
  /** The intake of one call was ended before its time. */ callClosed: true,
  /** A fund was made. */ fundCreated: true,
  /** A fund was changed or deactivated, with before and after. */ fundChanged: true,
  /** A fund without areas was deleted. */ fundDeleted: true,
  /** An area of support was made. */ areaCreated: true,
  /** An area was changed or deactivated, with before and after. */ areaChanged: true,
  /** An area without programmes was deleted. */ areaDeleted: true,
  /** Funds, or the areas of a fund, were put in another order. */ fundsOrdered: true,
  /** A person was added. */ userCreated: true,
  /** A person's data or roles were changed. */ userChanged: true,
  /** Somebody signed in. */ signedIn: true,
  /** A sign-in failed. */ signInFailed: true,
  /** An account was locked for too many failures. */ accountLocked: true,
  /** Somebody signed out or a session was revoked. */ sessionRevoked: true,
  /** A password was changed. */ passwordChanged: true,
  /** A substitution was set or ended. */ substitutionChanged: true,
  /** The tenant's settings were changed. */ tenantChanged: true,
  /** A tenant was made. */ tenantCreated: true,
  /** A bulk act was accepted: what it does to how many cases; each case has its own event of it. */ bulkAccepted: true,
  /** Every item of a bulk act was done or refused. */ bulkEnded: true,
  /** A list was exported. */ exported: true,
  /** A choice of columns for exports was kept. */ exportChoiceCreated: true,
  /** A kept choice of columns was changed, with before and after. */ exportChoiceChanged: true,
  /** A kept choice of columns was deleted. */ exportChoiceDeleted: true,
  /** An applicant's identity was made. */ identityCreated: true,
  /** An applicant's identity was changed, with before and after. */ identityChanged: true,
  /** An applicant's identity was deleted. */ identityDeleted: true,
  /** Somebody got a right to an applicant's identity, or another right. */ identityShared: true,
  /** Somebody without an account was invited to share an applicant's identity. */ identityInvited: true,
  /** A right to an applicant's identity, or an invitation, was taken back. */ identityRevoked: true,
  /** Another person manages an applicant's identity from now on. */ identityHandedOver: true,
  /** A paper was kept with an applicant's identity, or removed from it. */ identityPaperChanged: true,
  /** The office's own number or the labels of a case were changed, with before and after. */ caseSectionChanged: true,
  /** An officer wrote a note on the case. */ noteWritten: true,
  /** An officer changed a note of their own; what it said before is kept as its earlier version. */ noteChanged: true,
  /** A label of the office was made. */ labelCreated: true,
  /** A label of the office was changed, retired or offered again. */ labelChanged: true,
  /** Support de minimis was recorded. */ deMinimisRecorded: true,
  /** A record of support de minimis was voided as a mistake. */ deMinimisVoided: true,
  /** Two IČOs were said to be one undertaking. */ undertakingLinked: true,
  /** Two IČOs are one undertaking no more. */ undertakingUnlinked: true,
  /** A record of an inspection was begun. */ inspectionBegun: true,
  /** The draft of a record of an inspection was changed, with before and after. */ inspectionChanged: true,
  /** The draft of a record of an inspection was thrown away. */ inspectionDropped: true,
  /** A record of an inspection was finished: from then on it stays, as a PDF too. */ inspectionFinished: true,
  /** The public version of an accepted settlement was begun. */ publicSettlementBegun: true,
  /** What is published of the texts of a settlement was changed, with before and after. */ publicSettlementChanged: true,
  /** A settlement without personal data was published in the register of grants. */ publicSettlementPublished: true,
  /** A published settlement was taken out of the register of grants, with the reason. */ publicSettlementWithdrawn: true,
  /** The office put an announced event away from the public calendar. */ calendarEventHidden: true,
  /** An announced event is shown in the public calendar again. */ calendarEventShown: true,
} as const;

export type RowEventType = keyof typeof rowEvents;
export type EventType = ChangeType | RowEventType;
