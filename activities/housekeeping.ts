/** Work that belongs to no case. */
import { ping, sealDay, tenantIds } from '../models';
import { log } from '../models/log';
import type { HouseActivities } from './house';

export const houseActivities: HouseActivities = {
  touchDatabase: ping,
  sealAllTenants: async (day) => {
    const tenants = await tenantIds();
    for (const tenantId of tenants) await sealDay(tenantId, day, new Date());
    log().info({ day, tenants: tenants.length }, 'audit trail sealed');
  },
};
