/** Which tenant, and which transaction, the running code belongs to; carried by the asynchronous context. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { TenantTransaction } from './TenantTransaction';

/** Both are null inside `withoutTenant`, where only the definer functions answer. */
export interface Scope {
  readonly tenantId: string | null;
  readonly transaction: TenantTransaction | null;
}

export const scope = new AsyncLocalStorage<Scope>();

/** The code asked for records without saying whose, or for another tenant's inside one tenant's work. Always a mistake of ours. */
export class TenantScopeError extends Error {
  override readonly name = 'TenantScopeError';
}

/**
 * The tenant whose work is being done; the default of `tenantId` of every model.
 * @throws TenantScopeError outside of inTenant
 */
export function currentTenantId(): string {
  const tenantId = scope.getStore()?.tenantId;
  if (!tenantId) throw new TenantScopeError('Records are read and written inside inTenant only');
  return tenantId;
}

/**
 * What Sequelize asks for the transaction of the moment, so that models inside inTenant need none passed. It may not
 * change it: only inTenant opens and ends transactions.
 */
export const transactionOfScope = {
  get: (key: string): unknown => (key === 'transaction' ? (scope.getStore()?.transaction ?? undefined) : undefined),
  set: (): void => undefined,
  bind: <F>(work: F): F => work,
  run: (work: (context: unknown) => unknown): unknown => work(undefined),
};
