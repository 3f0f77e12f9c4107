import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { words } from '../../processes/words';
import { malformed, tooLarge, unauthenticated } from '../problems';

/** 20 MB a file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 5, fieldSize: 2_000, parts: 10, headerPairs: 50 },
  defParamCharset: 'utf8',
}).single('file');

/** Takes nothing in from a stranger: the body of an upload is read before the route asks who it is. */
const signedIn: RequestHandler = (request, _response, next) => {
  if (request.session.userId === undefined) throw unauthenticated();
  next();
};

const read: RequestHandler = (request, response, next) => {
  upload(request, response, (error: unknown) => {
    if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return next(tooLarge(words('20 MB na soubor', '20 MB a file')));
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

export const oneFile: readonly RequestHandler[] = [signedIn, read];
