import { z } from 'zod';
import { get } from '../../models/files';
import { inTenant } from '../../models/database';
import type { PublishedContractRow } from '../../processes/grant/contract/views';
import { words } from '../../processes/words';
import { sendStored } from '../documents/fileAnswer';
import { csv, csvMoney, type Column } from '../lists';
import { notFound } from '../problems';
import { sendPublic, sendPublicJson } from '../public/publicData';
import { params, tenantOf } from '../public/publicTenant';
import { ANSWERED, route, type Route } from '../route';
import { publishedContractRow } from './contractSchemas';
import { publishedContracts, publishedFile } from './duties';

const columns: readonly Column<PublishedContractRow>[] = [
  { title: words('Číslo smlouvy', 'Contract'), value: (row) => row.contractNumber },
  { title: words('Program', 'Programme'), value: (row) => row.programmeTitle },
  { title: words('Příjemce', 'Recipient'), value: (row) => row.applicantName },
  { title: words('IČO', 'IČO'), value: (row) => row.ico },
  { title: words('Obec', 'Municipality'), value: (row) => row.municipality },
  { title: words('Projekt', 'Project'), value: (row) => row.projectTitle },
  { title: words('Dotace (Kč)', 'Grant (CZK)'), value: (row) => csvMoney(row.amount) },
  { title: words('Podepsáno', 'Signed'), value: (row) => row.signedOn },
  { title: words('Zveřejněno', 'Published'), value: (row) => row.publishedOn },
  { title: words('Zveřejněno do', 'Published until'), value: (row) => row.publishedUntil },
];

/** Contracts on the official board: § 10d zákona č. 250/2000 Sb. */
export const publicContractRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/public/:slug/contracts',
    summary: 'Published contracts on grants with their files; amounts in haléř',
    auth: 'public',
    params,
    response: z.array(publishedContractRow),
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      return sendPublicJson(context, await inTenant(id, publishedContracts));
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/contracts.csv',
    summary: 'The same for a spreadsheet',
    auth: 'public',
    params,
    produces: 'text/csv',
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const body = csv(columns, await inTenant(id, publishedContracts), context.language);
      return sendPublic(context, { body, type: 'text/csv; charset=utf-8', fileName: `smlouvy-${slug}.csv` });
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/contracts/:id',
    summary: 'A published contract without personal data, as a PDF',
    auth: 'public',
    params: params.extend({ id: z.uuid() }),
    produces: 'application/pdf',
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      const file = await inTenant(id, () => publishedFile(context.params.id));
      if (!file) throw notFound();
      await sendStored(context.response, { ...file, mediaType: 'application/pdf' }, await get(file.sha256), false);
      return ANSWERED;
    },
  }),
];
