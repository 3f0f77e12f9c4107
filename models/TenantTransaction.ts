import type { ClientBase, QueryConfig } from 'pg';
import { Transaction, type Sequelize } from 'sequelize';
import { TenantScopeError } from './scope';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What Sequelize's transaction can and its types do not tell. */
interface Internals {
  prepareEnvironment(useCLS: boolean): Promise<void>;
  /** Gives the connection back to the pool. */
  cleanup(): void;
  /** Ends the connection, which may be in any state. */
  forceCleanup(): Promise<void>;
}

const internalsOf = (transaction: TenantTransaction): Internals => transaction as unknown as Internals;

/**
 * A transaction that sees one tenant's rows only. It begins and names its tenant in the trip to the database that asks the
 * first question of its work, and is committed past the ORM, for it stands in the way of every click.
 */
export class TenantTransaction extends Transaction {
  /** Its connection, for statements past the ORM. */
  declare readonly connection: ClientBase;
  private readonly sent: Promise<unknown>[] = [];
  /** It has begun in the database; until then nothing was done in it. */
  opened = false;
  /** Why the first of the sent statements failed; all after it failed because of it. */
  failure: unknown;

  private constructor(
    sequelize: Sequelize,
    private readonly opening: string,
  ) {
    super(sequelize, {});
  }

  /**
   * @param snapshot one that does not move while a long reading goes on
   * @throws TenantScopeError when the id is none
   */
  static async begin(sequelize: Sequelize, tenantId: string, snapshot: boolean): Promise<TenantTransaction> {
    // It becomes a part of the text: several statements in one trip can have no values beside them.
    if (!UUID.test(tenantId)) throw new TenantScopeError(`'${tenantId}' is no tenant`);
    const isolation = snapshot ? 'repeatable read' : 'read committed';
    // Local to the transaction: a pooled connection must not carry the tenant to whoever comes next.
    const transaction = new TenantTransaction(
      sequelize,
      `start transaction isolation level ${isolation}; select set_config('app.tenant', '${tenantId}', true)`,
    );
    await internalsOf(transaction).prepareEnvironment(false);
    return transaction;
  }

  /** Called by prepareEnvironment once there is a connection. Goes in one trip with what the work asks first. */
  async begin(): Promise<void> {
    this.send({ text: this.opening }, () => {
      this.opened = true;
    });
  }

  /** Sends a statement whose answer is looked at when the transaction ends. */
  send(statement: QueryConfig, answered?: () => void): void {
    this.sent.push(
      this.connection.query(statement).then(answered, (error: unknown) => {
        this.failure ??= error;
      }),
    );
  }

  /** @throws DatabaseError of the first sent statement that failed; nothing is committed then */
  override async commit(): Promise<void> {
    await this.end('commit');
    if (this.failure !== undefined) throw this.failure as Error;
  }

  override rollback(): Promise<void> {
    return this.end('rollback');
  }

  /** After a statement that failed, a commit does what a rollback does. */
  private async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await Promise.all([this.connection.query(how), ...this.sent]);
    } catch (error) {
      await internalsOf(this).forceCleanup();
      throw error;
    }
    internalsOf(this).cleanup();
  }
}
