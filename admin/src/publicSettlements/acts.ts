/** Acts of an officer on the public version of a settlement. Done through `useAct`. */
import type { PublicWording } from '../../../processes/publicSettlement/blackening';
import type { PublicationView } from '../../../processes/publicSettlement/views';
import { ask } from '../api/http';

const at = ({ id }: PublicationView): string => `/api/public-settlements/${id}`;

export const beginPublication = (caseId: string, ordinal: number, idempotencyKey: string) =>
  ask(`/api/cases/${caseId}/public-settlements`, { method: 'POST', body: { ordinal }, idempotencyKey });

export const saveWordings = (of: PublicationView, texts: readonly PublicWording[]) =>
  ask(at(of), { method: 'PATCH', body: { texts }, version: of.version });

export const publishSettlement = (of: PublicationView, confirmed: boolean) =>
  ask(`${at(of)}/publish`, { method: 'POST', body: { confirmed }, version: of.version });

export const withdrawSettlement = (of: PublicationView, reason: string) =>
  ask(`${at(of)}/withdraw`, { method: 'POST', body: { reason }, version: of.version });

export const previewAddress = (of: PublicationView): string => `${at(of)}/preview`;
