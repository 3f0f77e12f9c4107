/** The regular fetch of movements from Fio, for accounts that have a token. It may be missed: the next one brings what was left. */
import { tenantIds } from '../models';
import { fetchFio, fioAccounts, NoTokenError } from '../models/banking/fioFetch';
import type { Fio } from '../models/banking/fioClient';
import { log } from '../models/log';
import { FioError } from '../processes/banking/fioFailures';

/** One round over all tenants. What fails stands with its account, and the others go on. @param key SECRETS_KEY */
export async function fetchMovements(fio: Fio, key: string | undefined): Promise<void> {
  for (const tenantId of await tenantIds()) {
    for (const accountId of await fioAccounts(tenantId)) {
      try {
        const { newEntries } = await fetchFio(fio, key, { tenantId, accountId, period: null, by: null });
        if (newEntries > 0) log().info({ tenantId, accountId, newEntries }, 'movements came from Fio');
      } catch (error) {
        if (error instanceof NoTokenError) continue;
        if (error instanceof FioError) log().warn({ tenantId, accountId, why: error.why }, 'no movements from Fio');
        else log().error({ err: error, tenantId, accountId }, 'movements from Fio could not be kept');
      }
    }
  }
}
