import { z } from 'zod';
import { publicTenants, type PublicTenant } from '../../models/tenancy';
import { notFound } from '../problems';

/** Whose public pages: `/api/public/:slug`. */
export const params = z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{2,40}$/) });

/** @throws ProblemError 404 */
export async function tenantOf(slug: string): Promise<PublicTenant> {
  const tenant = (await publicTenants()).find((one) => one.slug === slug);
  if (!tenant) throw notFound();
  return tenant;
}
