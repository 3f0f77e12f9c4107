import { z } from 'zod';
import { exampleTemplate } from '../../documents/exampleTemplates';
import { fieldsOf } from '../../processes/grant/contract/fields';
import { words } from '../../processes/words';
import { sendMade } from '../documents/fileAnswer';
import { oneFile } from '../documents/upload';
import { invalid } from '../problems';
import { ANSWERED, route, type Route } from '../route';
import { idParams } from '../schemas';
import { compareDocuments, compareTemplates } from './compare';
import { comparisonView, contractDutyRow, contractFieldView, templateKind, templatesView } from './contractSchemas';
import { contractDuties } from './duties';
import { previewTemplate } from './preview';
import { contractRegisterFile } from './registerExport';
import { bytesOfVersion, findVersion, keepTemplate, showTemplates, withdrawTemplate } from './templateKeeper';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const two = z.strictObject({ before: z.uuid(), after: z.uuid() });

export const contractRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/contract-templates/fields',
    summary: 'Fields that a template may use, with what each means',
    auth: 'session',
    may: ['programmes', 'show'],
    query: z.strictObject({ kind: templateKind }),
    response: z.array(contractFieldView),
    handler: async ({ query }) =>
      [...fieldsOf(query.kind).values()].map(({ name, kind, meaning, example, inside }) => ({
        name,
        kind,
        meaning,
        example,
        inside: inside ?? null,
      })),
  }),
  route({
    method: 'get',
    path: '/api/contract-templates/example',
    summary: 'A template to begin with, as a DOCX',
    auth: 'session',
    may: ['programmes', 'show'],
    query: z.strictObject({ kind: templateKind }),
    produces: DOCX,
    handler: async ({ query, response }) => {
      const fileName = query.kind === 'contract' ? 'vzor-smlouva.docx' : 'vzor-dodatek.docx';
      sendMade(response, { fileName, mediaType: DOCX }, exampleTemplate(query.kind), true);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/contract-templates',
    summary: 'Templates of contracts and amendments with their versions: of a programme, or the municipality’s own',
    auth: 'session',
    may: ['programmes', 'show'],
    query: z.strictObject({ programmeId: z.uuid().optional() }),
    response: z.array(templatesView),
    handler: (context) => showTemplates(context, context.query.programmeId ?? null),
  }),
  route({
    method: 'post',
    path: '/api/contract-templates',
    summary: 'Keep a DOCX as the next version; If-Match names the last one (0 where there is none)',
    auth: 'session',
    may: ['programmes', 'edit'],
    middleware: oneFile,
    consumes: 'multipart/form-data',
    ifMatch: true,
    body: z.strictObject({ kind: templateKind, programmeId: z.uuid().optional() }),
    status: 201,
    response: templatesView,
    handler: (context) => {
      const { file } = context.request;
      if (!file) throw invalid({ file: words('Vyberte soubor.', 'Choose a file.') });
      const { kind, programmeId = null } = context.body;
      return keepTemplate(context, { kind, programmeId }, { name: file.originalname, bytes: file.buffer }, context.version);
    },
  }),
  route({
    method: 'post',
    path: '/api/contract-templates/withdraw',
    summary: 'From now on the municipality’s default holds, or the contract in our own words',
    auth: 'session',
    may: ['programmes', 'edit'],
    ifMatch: true,
    body: z.strictObject({ kind: templateKind, programmeId: z.uuid().optional() }),
    response: templatesView,
    handler: (context) => {
      const { kind, programmeId = null } = context.body;
      return withdrawTemplate(context, { kind, programmeId }, context.version);
    },
  }),
  route({
    method: 'get',
    path: '/api/contract-templates/comparison',
    summary: 'Texts of two versions beside each other',
    auth: 'session',
    may: ['programmes', 'show'],
    query: two,
    response: comparisonView,
    handler: (context) => compareTemplates(context, context.query),
  }),
  route({
    method: 'get',
    path: '/api/contract-templates/:id/content',
    summary: 'One version as a DOCX',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    produces: DOCX,
    handler: async ({ params, inTenant, response }) => {
      const { template, sha256 } = await inTenant(() => findVersion(params.id));
      sendMade(response, { fileName: template.fileName, mediaType: DOCX }, await bytesOfVersion(sha256), true);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/contract-templates/:id/preview',
    summary: 'The PDF of one version with example data, or with a case',
    auth: 'session',
    may: ['programmes', 'show'],
    params: idParams,
    query: z.strictObject({ caseId: z.uuid().optional() }),
    produces: 'application/pdf',
    handler: async (context) => {
      const { fileName, pdf } = await previewTemplate(context, context.params.id, context.query.caseId);
      sendMade(context.response, { fileName, mediaType: 'application/pdf' }, pdf);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/contract-duties',
    summary: 'Signed contracts that are to be published (§ 10d of Act 250/2000), the most urgent first',
    auth: 'session',
    may: ['programmes', 'list'],
    query: z.strictObject({ programmeId: z.uuid().optional(), all: z.enum(['0', '1']).optional() }),
    response: z.array(contractDutyRow),
    handler: ({ query, inTenant }) => inTenant(() => contractDuties(query.programmeId, query.all === '1')),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/document-comparison',
    summary: 'Texts of two DOCX of the case beside each other',
    auth: 'session',
    may: ['documents', 'show'],
    params: idParams,
    query: two,
    response: comparisonView,
    handler: (context) => compareDocuments(context, context.params.id, context.query),
  }),
  route({
    method: 'get',
    path: '/api/cases/:id/contract-register.xml',
    summary: 'The contract as an entry for the register of contracts (ISRS 1.2)',
    auth: 'session',
    may: ['cases', 'export'],
    params: idParams,
    produces: 'application/xml',
    handler: async (context) => {
      const { fileName, xml } = await contractRegisterFile(context, context.params.id);
      sendMade(context.response, { fileName, mediaType: 'application/xml' }, Buffer.from(xml), true);
      return ANSWERED;
    },
  }),
];
