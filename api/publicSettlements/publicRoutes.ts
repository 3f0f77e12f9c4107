/** One grant of the public register, with what it was spent on. */
import { z } from 'zod';
import { inTenant } from '../../models/database';
import { get } from '../../models/files';
import type { PublicGrant, PublishedSettlement } from '../../processes/publicSettlement/views';
import { sendStored, type FileToSend } from '../documents/fileAnswer';
import { notFound } from '../problems';
import { sendPublicJson } from '../public/publicData';
import { params, tenantOf } from '../public/publicTenant';
import { registerAddress, registerRow } from '../public/register';
import { PUBLIC } from '../public/registerQuery';
import { ANSWERED, route, type Route } from '../route';
import { select } from '../sql';
import type { PublicFacts } from './facts';
import { publicGrantView } from './schemas';

/** Inside inTenant. @throws ProblemError 404 also of a grant that is not in the register */
async function publicGrant(caseId: string, address: string): Promise<PublicGrant> {
  const grant = await registerRow(caseId, address);
  if (!grant) throw notFound();
  const rows = await select<{ id: string; facts: PublicFacts }>(
    'select id, facts from public_settlements where case_id = $1 and facts is not null order by ordinal',
    [caseId],
  );
  return { grant, settlements: rows.map(({ id, facts }): PublishedSettlement => ({ id, ...facts })) };
}

/** The PDF of a settlement that is published now; null for anything else. Inside inTenant. */
async function publishedPdf(caseId: string, id: string): Promise<(FileToSend & { readonly sha256: string }) | null> {
  const [file] = await select<FileToSend & { readonly sha256: string }>(
    `select d.sha256, d.file_name as "fileName", d.media_type as "mediaType", d.size
     from public_settlements s join documents d on d.id = s.document_id join grants g on g.case_id = s.case_id
     where s.id = $1 and s.case_id = $2 and s.facts is not null and ${PUBLIC}`,
    [id, caseId],
  );
  return file ?? null;
}

export const publicGrantRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/public/:slug/register/:id',
    summary: 'One grant with its published settlements; amounts in haléř',
    auth: 'public',
    params: params.extend({ id: z.uuid() }),
    response: publicGrantView,
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const address = registerAddress(context.services.environment.publicUrl, slug);
      return sendPublicJson(context, await inTenant(id, () => publicGrant(context.params.id, address)));
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/register/:id/settlements/:settlementId',
    summary: 'A published settlement without personal data, as a PDF',
    auth: 'public',
    params: params.extend({ id: z.uuid(), settlementId: z.uuid() }),
    produces: 'application/pdf',
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      const file = await inTenant(id, () => publishedPdf(context.params.id, context.params.settlementId));
      if (!file) throw notFound();
      await sendStored(context.response, file, await get(file.sha256), false);
      return ANSWERED;
    },
  }),
];
