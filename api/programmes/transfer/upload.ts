import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { z } from 'zod';
import { MAX_PROGRAMME_FILE } from '../../../processes/programmeFile/file';
import { words } from '../../../processes/words';
import { says } from '../../http/zodWords';
import { malformed, tooLarge, unauthenticated } from '../../problems';

/** Choices of twenty calls and thirty evaluators are some 5 kB. */
const MAX_CHOICES = 20_000;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_PROGRAMME_FILE, files: 1, fields: 3, fieldSize: MAX_CHOICES, parts: 5, headerPairs: 50 },
  defParamCharset: 'utf8',
}).single('file');

/** Takes nothing in from a stranger: the body of an upload is read before the route asks who it is. */
const signedIn: RequestHandler = (request, _response, next) => {
  if (request.session.userId === undefined) throw unauthenticated();
  next();
};

const read: RequestHandler = (request, response, next) => {
  upload(request, response, (error: unknown) => {
    if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
      return next(tooLarge(words('6 MB na soubor s nastavením programu', '6 MB a file with a programme’s settings')));
    if (error !== undefined && error !== null)
      return next(
        malformed(
          words(
            'Nahrání se nepodařilo přečíst. Pošlete jeden soubor v poli „file“.',
            'The upload cannot be read. Send one file in the field “file”.',
          ),
        ),
      );
    request.body ??= {};
    next();
  });
};

/** One file with a programme's settings, in the field `file`. */
export const programmeUpload: readonly RequestHandler[] = [signedIn, read];

const notJson = says('Volby mají být zapsané jako JSON.', 'Choices should be written as JSON.');

/** A field of a form that holds JSON; what is wrong in it is named under the field. */
export const jsonField = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(MAX_CHOICES)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', ...notJson });
        return z.NEVER;
      }
    })
    .pipe(schema);
