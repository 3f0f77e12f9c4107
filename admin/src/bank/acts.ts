/** What an accountant does with money, as requests. */
import type { OrderFormat, OrderView, PairResult, StatementView } from '../../../processes/banking/views';
import { ask } from '../api/http';

const post = async (path: string, body: unknown, idempotencyKey?: string): Promise<unknown> =>
  (await ask(`/api/bank/${path}`, { method: 'POST', body, idempotencyKey })).json;

export interface NewOrder {
  readonly taskIds: readonly string[];
  readonly format: OrderFormat;
  readonly payOn: string;
  readonly again: boolean;
}

export const makeOrder = async (order: NewOrder, key: string): Promise<OrderView> => (await post('orders', order, key)) as OrderView;

export const cancelOrder = (id: string, reason: string): Promise<unknown> => post(`orders/${id}/cancel`, { reason });

export const orderFileAddress = (id: string): string => `/api/bank/orders/${id}/file`;

export async function takeStatement(file: File): Promise<readonly StatementView[]> {
  const form = new FormData();
  form.set('file', file);
  return (await post('statements', form)) as readonly StatementView[];
}

export const confirmPairs = async (
  pairs: readonly { readonly entryId: string; readonly taskId: string }[],
  key: string,
): Promise<readonly PairResult[]> => (await post('matches', { pairs }, key)) as readonly PairResult[];

export const assign = async (entryIds: readonly string[], taskId: string, reason: string, key: string): Promise<readonly PairResult[]> =>
  (await post('assignments', { entryIds, taskId, reason }, key)) as readonly PairResult[];

export const setAside = (id: string, reason: string | null): Promise<unknown> => post(`entries/${id}/aside`, { reason });
