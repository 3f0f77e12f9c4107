/** An accountant fetches movements from Fio. */
import { fetchFio, NoTokenError } from '../../models/banking/fioFetch';
import type { Period } from '../../models/banking/fioClient';
import { fioFailures, FioError } from '../../processes/banking/fioFailures';
import type { FetchedView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { log } from '../../models/log';
import { invalid, notFound, notNow, unavailable, type ProblemError } from '../problems';
import { actorFor } from '../record';
import { today } from '../today';

/** What a person can do something about is 409; where only waiting helps it is 503. */
const WAITS: ReadonlySet<FioError['why']> = new Set(['failed', 'slow', 'unreachable']);

const problemOf = ({ why }: FioError): ProblemError => (WAITS.has(why) ? unavailable(fioFailures[why]) : notNow(fioFailures[why]));

/**
 * @param period null: what came since the last time
 * @throws ProblemError 404 where the account has no token, 409 or 503 with why nothing came, 422 naming a day; then nothing was taken in
 */
export async function fetchMovements(context: Asking, accountId: string, period: Period | null): Promise<FetchedView> {
  if (period !== null && period.to > today()) throw invalid({ to: words('Datum je v budoucnu.', 'The date lies in the future.') });
  if (period !== null && period.from > period.to)
    throw invalid({ from: words('Začátek období je po jeho konci.', 'The period begins after its end.') });
  const { services, tenantId, person, requestId } = context;
  try {
    const by = actorFor(person, ['bank', 'create']);
    return await fetchFio(services.fio, services.environment.secretsKey, { tenantId, accountId, period, by, requestId });
  } catch (error) {
    if (error instanceof NoTokenError) throw notFound(words('Tento účet nemá token Fio.', 'This account has no token of Fio.'));
    if (!(error instanceof FioError)) throw error;
    log().warn({ accountId, why: error.why }, 'no movements from Fio');
    throw problemOf(error);
  }
}
