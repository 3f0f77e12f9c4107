/** Bulk acts over the api, and how a choice of cases travels from a list to the page of an act. */
import type { BulkAct, DecisionPreparation } from '../../../processes/bulk';
import type { DecidingBody } from '../../../processes/grant/bodies';
import { ask } from '../api/http';
import type { DecisionItem } from './decisionRows';

const post = async (path: string, body: unknown, idempotencyKey?: string): Promise<unknown> =>
  (await ask(`/api/bulk-acts/${path}`, { method: 'POST', body, idempotencyKey })).json;

export interface Resolution {
  readonly resolutionNumber: string;
  readonly decidedOn: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

export interface Decision extends Resolution {
  readonly body: DecidingBody;
  readonly documentId?: string;
  readonly items: readonly DecisionItem[];
}

interface Accepted {
  readonly id: string;
}

export const prepareDecision = async (caseIds: readonly string[]): Promise<DecisionPreparation> =>
  (await post('preparation', { caseIds })) as DecisionPreparation;

export const decide = async (decision: Decision, key: string): Promise<Accepted> => (await post('decisions', decision, key)) as Accepted;

export interface Move {
  readonly step: 'settlement';
  readonly until: string;
  readonly reason: string;
  readonly caseIds: readonly string[];
}
export const move = async (body: Move, key: string): Promise<Accepted> => (await post('deadlines', body, key)) as Accepted;

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly caseIds: readonly string[];
}
export const write = async (body: Message, key: string): Promise<Accepted> => (await post('messages', body, key)) as Accepted;

/** What the page of an act is opened with; kept by the browser with the page's address, so a reload does not lose it. */
export interface Choice {
  readonly act: BulkAct;
  readonly caseIds: readonly string[];
  /** What was written to them before, to be put right. */
  readonly message?: { readonly subject: string; readonly text: string };
}

export const CREATE = '/bulk-acts/create';
export const showPath = (id: string): string => `/bulk-acts/${id}/show`;

export function choiceIn(state: unknown): Choice | null {
  if (typeof state !== 'object' || state === null || !('act' in state) || !('caseIds' in state)) return null;
  return Array.isArray(state.caseIds) && state.caseIds.length > 0 ? (state as Choice) : null;
}
