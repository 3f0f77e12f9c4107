import type { RequestHandler } from 'express';
import { words } from '../../processes/words';
import { forbidden } from '../problems';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site's page could have sent with our cookie: a form cannot set X-Postup, and a script of another
 * origin may not without CORS, which the api does not speak. Sec-Fetch-Site is the browser's own word; old ones do not send it.
 */
export const csrf: RequestHandler = (request, _response, next) => {
  if (SAFE.has(request.method)) {
    next();
    return;
  }
  const site = request.get('Sec-Fetch-Site');
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (request.get('X-Postup') !== '1' || !sameSite) {
    throw forbidden(
      words(
        'Požadavek nepřišel z našich stránek (chybí hlavička X-Postup).',
        'The request did not come from our pages (the X-Postup header is missing).',
      ),
    );
  }
  next();
};
