import { Client } from 'pg';
import { environment } from '../models/environment';
import { log } from '../models/log';

/** Any number, the same in every version. */
const LOCK = 7_263_550_312;

/**
 * One worker at a time keeps house: whoever holds this lock of the database. It is held by a connection of its own, so
 * it is given up in the moment its worker dies, and another one takes it at its next try.
 */
export class Leadership {
  private client: Client | undefined;

  /** Does this worker keep house now? Tries to take the lock where nobody has it; false also when the database is away. */
  async held(): Promise<boolean> {
    if (this.client) return true;
    const client = new Client({
      connectionString: environment().databaseUrlAs('postup_app'),
      application_name: 'postup-housekeeping',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lose = (): void => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
      if (rows[0]?.mine === true) {
        this.client = client;
        return true;
      }
    } catch (error) {
      log().warn({ err: error }, 'housekeeping: the database does not answer');
    }
    await client.end().catch(() => undefined);
    return false;
  }

  /** Gives the lock up. */
  async release(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }
}
