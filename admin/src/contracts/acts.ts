import type { TemplateKind } from '../../../processes/grant/contract/fields';
import type { ComparisonView, TemplatesView } from '../../../processes/grant/contract/views';
import { ask } from '../api/http';

/** Whose templates: of one programme, or (null) of the whole office. */
export interface Place {
  readonly programmeId: string | null;
  readonly kind: TemplateKind;
}

const bodyOf = ({ programmeId, kind }: Place) => ({ kind, ...(programmeId !== null && { programmeId }) });

/** @param version that the officer saw; 0 where there was none. @throws ApiError 412, 422 naming everything that is wrong with the file */
export async function keepTemplate(place: Place, file: File, version: number): Promise<TemplatesView> {
  const body = new FormData();
  for (const [name, value] of Object.entries(bodyOf(place))) body.set(name, value);
  body.set('file', file);
  return (await ask('/api/contract-templates', { method: 'POST', body, version })).json as TemplatesView;
}

/** @throws ApiError 409, 412 */
export async function withdrawTemplate(place: Place, version: number): Promise<TemplatesView> {
  return (await ask('/api/contract-templates/withdraw', { method: 'POST', body: bodyOf(place), version })).json as TemplatesView;
}

const query = (before: string, after: string): string => new URLSearchParams({ before, after }).toString();

export async function compareVersions(before: string, after: string): Promise<ComparisonView> {
  return (await ask(`/api/contract-templates/comparison?${query(before, after)}`)).json as ComparisonView;
}

export async function compareDocuments(caseId: string, before: string, after: string): Promise<ComparisonView> {
  return (await ask(`/api/cases/${caseId}/document-comparison?${query(before, after)}`)).json as ComparisonView;
}
