import { Area, Fund, inTenant, User, writeEvents } from '../../models/index';
import type { TenantIds } from '../tenants';
import type { ProgrammeContent } from './programmes';

/** A fund of the demo with its areas of support, by their names. */
export interface DemoFund {
  readonly name: string;
  readonly purpose: string;
  /** Whole CZK in a calendar year. */
  readonly yearBudget: number;
  readonly areas: readonly string[];
}

/** Name of an area -> its id. */
export type DemoAreas = ReadonlyMap<string, string>;

/**
 * Makes the funds and areas that the tenant does not have yet.
 * @returns all areas of those funds by their names
 */
export async function demoFunds(tenant: TenantIds, funds: readonly DemoFund[]): Promise<DemoAreas> {
  return inTenant(tenant.id, async () => {
    const officer = (await User.findAll()).find(({ roles }) => roles.includes('grantOfficer'));
    if (!officer) throw new Error(`${tenant.slug} has no grant officer`);
    const createdBy = officer.id;
    const found = new Map<string, string>();
    const event = {
      chainId: tenant.id,
      caseId: null,
      at: new Date().toISOString(),
      actor: { id: officer.id, role: 'grantOfficer' },
    } as const;
    for (const [place, { name, purpose, yearBudget, areas }] of funds.entries()) {
      let fund = await Fund.findOne({ where: { name } });
      if (!fund) {
        fund = await Fund.create({ name, purpose, yearBudget: yearBudget * 100, position: place + 1, createdBy });
        await writeEvents(tenant.id, [{ ...event, type: 'fundCreated', what: { fundId: fund.id, name } }]);
      }
      const fundId = fund.id;
      for (const [position, areaName] of areas.entries()) {
        let area = await Area.findOne({ where: { fundId, name: areaName } });
        if (!area) {
          area = await Area.create({ fundId, name: areaName, position: position + 1, createdBy });
          await writeEvents(tenant.id, [{ ...event, type: 'areaCreated', what: { areaId: area.id, name: areaName, fundId, fund: name } }]);
        }
        found.set(areaName, area.id);
      }
    }
    return found;
  });
}

/** The programme in the area that is called as its text says. */
export function placed(content: ProgrammeContent, areas: DemoAreas): ProgrammeContent {
  const areaId = areas.get(content.area);
  return areaId === undefined ? content : { ...content, area: '', areaId };
}
