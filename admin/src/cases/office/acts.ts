/** What officers write in their own section of a case, as the api takes it. Done through `useAct`, which leads to the sign-in where the session ended. */
import type { CaseSectionView, InspectionView, Measure } from '../../../../processes/officersSection/views';
import { ask } from '../../api/http';
import type { SupportBody } from './support';

const CASES = '/api/cases';

export type InspectionDraft = Pick<
  InspectionView,
  'heldOn' | 'place' | 'inspectors' | 'present' | 'subject' | 'findings' | 'documentIds'
> & { readonly measures: readonly Measure[] };

export const saveSection = (
  caseId: string,
  changes: { readonly ownNumber: string | null; readonly labelIds: readonly string[] },
  { version }: CaseSectionView,
) => ask(`${CASES}/${caseId}/section`, { method: 'PATCH', body: changes, version });

export const addNote = (caseId: string, text: string, idempotencyKey: string) =>
  ask(`${CASES}/${caseId}/notes`, { method: 'POST', body: { text }, idempotencyKey });

export const saveNote = (caseId: string, id: string, text: string, version: number) =>
  ask(`${CASES}/${caseId}/notes/${id}`, { method: 'PATCH', body: { text }, version });

export const recordSupport = (caseId: string, body: SupportBody, idempotencyKey: string) =>
  ask(`${CASES}/${caseId}/de-minimis`, { method: 'POST', body, idempotencyKey });

export const voidSupport = (id: string, reason: string) => ask(`/api/de-minimis/${id}/void`, { method: 'POST', body: { reason } });

export const linkUndertaking = (caseId: string, ico: string, reason: string) =>
  ask(`${CASES}/${caseId}/undertaking-links`, { method: 'POST', body: { ico, reason } });

export const unlinkUndertaking = (caseId: string, linkId: string, reason: string) =>
  ask(`${CASES}/${caseId}/undertaking-links/${linkId}/end`, { method: 'POST', body: { reason } });

export const beginInspection = (caseId: string, idempotencyKey: string) =>
  ask(`${CASES}/${caseId}/inspections`, { method: 'POST', body: {}, idempotencyKey });

export const saveInspection = ({ id, version }: InspectionView, body: InspectionDraft) =>
  ask(`/api/inspections/${id}`, { method: 'PATCH', body, version });

export const finishInspection = ({ id, version }: InspectionView) =>
  ask(`/api/inspections/${id}/finish`, { method: 'POST', body: {}, version });

export const dropInspection = ({ id, version }: InspectionView) => ask(`/api/inspections/${id}`, { method: 'DELETE', version });
