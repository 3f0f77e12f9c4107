/** A programme as a file: taken out, looked through, taken over. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { words } from '../../../processes/words';
import { sendMade } from '../../documents/fileAnswer';
import { invalid, ProblemError } from '../../problems';
import { sendPublic } from '../../public/publicData';
import { ANSWERED, route, type Route } from '../../route';
import { idParams } from '../../schemas';
import { schemas } from '../../viewSchemas';
import { aboutExport, exportProgramme } from './exporter';
import { readProgrammeFile } from './fileReader';
import { programmeFile, programmeFileSchema } from './fileSchema';
import { importChoices, importProgramme } from './importer';
import { programmeExportView, programmeFileReview } from './reviewSchemas';
import { reviewFile } from './reviewer';
import { jsonField, programmeUpload } from './upload';

const JSON_TYPE = 'application/json';
const FORM = 'multipart/form-data';

/** @throws ProblemError 422 */
function fileOfRequest({ file }: Request): Buffer {
  if (!file) throw invalid({ file: words('Vyberte soubor.', 'Choose a file.') });
  return file.buffer;
}

const OTHER_FILE = words(
  'Tohle není soubor, který jste prošli; mezitím se změnil. Vyberte ho znovu.',
  'This is not the file that was looked through; it has changed meanwhile. Choose it again.',
);

export const transferRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/programmes/:id/export',
    summary:
      'Its settings, form, criteria and templates as a file that another town can take over; described by programme-file-2.schema.json',
    auth: 'session',
    may: ['programmes', 'export'],
    params: idParams,
    response: programmeFile,
    handler: async (context) => {
      const { fileName, bytes } = await exportProgramme(context, context.params.id);
      context.response.setHeader('Repr-Digest', `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
      sendMade(context.response, { fileName, mediaType: JSON_TYPE }, bytes, true);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/programmes/:id/export/about',
    summary: 'Name, size and SHA-256 of that file, and places in it that may name a person',
    auth: 'session',
    may: ['programmes', 'export'],
    params: idParams,
    response: programmeExportView,
    handler: (context) => aboutExport(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/programmes/import/check',
    summary: 'Check such a file and tell what its import would make; stores nothing',
    auth: 'session',
    may: ['programmes', 'create'],
    middleware: programmeUpload,
    consumes: FORM,
    body: z.strictObject({ choices: jsonField(importChoices).optional() }),
    response: programmeFileReview,
    handler: (context) => reviewFile(context, fileOfRequest(context.request), context.body.choices),
  }),
  route({
    method: 'post',
    path: '/api/programmes/import',
    summary: 'Make a draft of such a file with what was chosen; `sha256` says which file was looked through',
    auth: 'session',
    may: ['programmes', 'create'],
    middleware: programmeUpload,
    consumes: FORM,
    idempotent: true,
    body: z.strictObject({ choices: jsonField(importChoices), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    status: 201,
    response: schemas.programmeView,
    handler: (context) => {
      const { file, faults, sha256 } = readProgrammeFile(fileOfRequest(context.request));
      if (sha256 !== context.body.sha256) throw new ProblemError('validation', OTHER_FILE, { errors: { file: OTHER_FILE } });
      if (!file) throw invalid(Object.fromEntries(faults.map(({ path, what }) => [path === '' ? 'file' : path, what])));
      return importProgramme(context, file, context.body.choices, sha256);
    },
  }),
  route({
    method: 'get',
    path: '/api/schemas/programme-file-2.schema.json',
    summary: 'JSON Schema of the file of a programme',
    auth: 'public',
    response: z.looseObject({ $schema: z.string() }),
    handler: async (context) => {
      const body = JSON.stringify(programmeFileSchema(), null, 2);
      return sendPublic(context, { body, type: 'application/schema+json; charset=utf-8' });
    },
  }),
];
