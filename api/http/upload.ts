import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { words, type Words } from '../../processes/words';
import { malformed, tooLarge, unauthenticated } from '../problems';

interface Limits {
  readonly maxBytes: number;
  /** The limit as a person reads it. */
  readonly limit: Words;
  /** Of the fields beside the file. */
  readonly maxFieldBytes: number;
}

/** Takes nothing in from a stranger: the body of an upload is read before the route asks who it is. */
const signedIn: RequestHandler = (request, _response, next) => {
  if (request.session.userId === undefined) throw unauthenticated();
  next();
};

/** Middleware that takes one file in the field `file` into memory. @throws ProblemError 400, 401, 413 */
export function uploadOfOne({ maxBytes, limit, maxFieldBytes }: Limits): readonly RequestHandler[] {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 5, fieldSize: maxFieldBytes, parts: 10, headerPairs: 50 },
    defParamCharset: 'utf8',
  }).single('file');
  const read: RequestHandler = (request, response, next) => {
    upload(request, response, (error: unknown) => {
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return next(tooLarge(limit));
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
  return [signedIn, read];
}
