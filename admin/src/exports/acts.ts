/** Export of cases over the api. */
import type { ExportChoice, ExportChoiceFields, ExportOffer } from '../../../processes/exports/views';
import { ask, askFile } from '../api/http';

type Filter = Readonly<Record<string, unknown>>;

export const offerOf = async (filter: Filter, signal: AbortSignal): Promise<ExportOffer> =>
  (await ask('/api/case-exports/offer', { method: 'POST', body: { filter }, signal })).json as ExportOffer;

export interface Wanted extends Pick<ExportChoiceFields, 'columns' | 'format' | 'tablesApart'> {
  readonly filter: Filter;
  readonly sort?: readonly [string, string];
}

/** Gives the file to the browser, which saves it. @throws ApiError */
export async function download(wanted: Wanted): Promise<void> {
  const { blob, name } = await askFile('/api/case-exports', { method: 'POST', body: wanted });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? `spisy.${wanted.format}`;
  link.click();
  // The browser has taken what it saves by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const keepChoice = async (fields: ExportChoiceFields, idempotencyKey: string): Promise<ExportChoice> =>
  (await ask('/api/export-choices', { method: 'POST', body: fields, idempotencyKey })).json as ExportChoice;

export const changeChoice = async ({ id, version }: ExportChoice, changes: Partial<ExportChoiceFields>): Promise<ExportChoice> =>
  (await ask(`/api/export-choices/${id}`, { method: 'PATCH', body: changes, version })).json as ExportChoice;

export const deleteChoice = async ({ id, version }: ExportChoice): Promise<void> => {
  await ask(`/api/export-choices/${id}`, { method: 'DELETE', version });
};
