/** What an accountant does with money, as requests. */
import type { BankAccountView, FetchedView, OrderFormat, OrderView, PairResult, StatementView } from '../../../processes/banking/views';
import { ask } from '../api/http';

const post = async (path: string, body: unknown, idempotencyKey?: string): Promise<unknown> =>
  (await ask(`/api/bank/${path}`, { method: 'POST', body, idempotencyKey })).json;

export interface NewOrder {
  readonly taskIds: readonly string[];
  readonly format: OrderFormat;
  readonly payOn: string;
  /** Of the office; not said: that of the programmes. */
  readonly accountId?: string;
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

export const sayDistinct = (id: string, reason: string): Promise<unknown> => post(`entries/${id}/distinct`, { reason });

/** Days `yyyy-MM-dd`. */
export interface FetchPeriod {
  readonly from: string;
  readonly to: string;
}

/** @param period null: what came since the last time */
export const fetchMovements = async (accountId: string, period: FetchPeriod | null): Promise<FetchedView> =>
  (await post(`accounts/${accountId}/fetch`, { period })) as FetchedView;

export const addAccount = (name: string, account: string, key: string): Promise<unknown> => post('accounts', { name, account }, key);

export const retireAccount = ({ id, version }: BankAccountView, retired: boolean): Promise<unknown> =>
  ask(`/api/bank/accounts/${id}`, { method: 'PATCH', body: { retired }, version });

export const setToken = ({ id, version }: BankAccountView, token: string): Promise<unknown> =>
  ask(`/api/bank/accounts/${id}/token`, { method: 'PUT', body: { token }, version });

export const removeToken = ({ id, version }: BankAccountView): Promise<unknown> =>
  ask(`/api/bank/accounts/${id}/token`, { method: 'DELETE', version });

/** The movements are the money of the task. @param reason where the sum is another one */
export const confirmAtTask = async (
  taskId: string,
  entryIds: readonly string[],
  reason: string | null,
  key: string,
): Promise<readonly PairResult[]> =>
  (
    await ask(`/api/tasks/${taskId}/movements`, {
      method: 'POST',
      body: { entryIds, ...(reason !== null && { reason }) },
      idempotencyKey: key,
    })
  ).json as readonly PairResult[];

export const chooseAccount = (programmeId: string, version: number, bankAccountId: string | null): Promise<unknown> =>
  ask(`/api/programmes/${programmeId}/bank-account`, { method: 'PUT', body: { bankAccountId }, version });
