/** How the limit of the council is understood in the office. */
import { query } from '../database';
import { currentTenantId } from '../scope';

/**
 * Does the office add up what one applicant is given in a calendar year? The law speaks of one case (§ 85 písm. c) zákona č. 128/2000 Sb.); an office whose
 * assembly has reserved more to itself (§ 84 odst. 4) adds up, and so does one that has not said. Inside inTenant.
 */
export async function limitIsYearly(): Promise<boolean> {
  const [tenant] = await query<{ per: string | null }>(`select settings ->> 'councilLimitPer' as per from tenants where id = $1`, [
    currentTenantId(),
  ]);
  return tenant?.per !== 'case';
}
