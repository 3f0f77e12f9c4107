import { existsSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { Router, type RequestHandler, type Response } from 'express';
import type { Environment } from '../../models/environment';
import { words } from '../../processes/words';
import { notFound, unavailable } from '../problems';

/** Files whose name holds a hash of their content: never the same name for another content. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.\w+$/;

const cache = (response: Response, file: string): void => {
  response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
};

/** One built face: its files, and its page for every address that it routes by itself. @param folder its dist */
function face(folder: string): RequestHandler {
  const router = Router();
  router.use(compression()); // pages only: answers of the api carry secrets beside what a stranger may have chosen (BREACH)
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: cache }));
  router.get('/{*address}', (request, response, next) => {
    // A missing script or picture is missing; only addresses of pages lead to the page.
    if (!request.accepts('html') || path.basename(request.path).includes('.')) {
      next();
      return;
    }
    const page = path.join(folder, 'index.html');
    if (!existsSync(page)) {
      throw unavailable(words('Stránky ještě nejsou sestavené (npm run build).', 'The pages have not been built yet (npm run build).'));
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}

/** While a face is being developed its own server has it; it sends calls of the api back here. */
const elsewhere =
  (url: string): RequestHandler =>
  (request, response) =>
    // Vite serves /admin/ only
    response.redirect(302, new URL(request.originalUrl.replace(/^\/admin(?=$|\?)/, '/admin/'), url).toString());

/** Back office under /admin, portal everywhere else. */
export function faces(environment: Pick<Environment, 'adminDevUrl' | 'portalDevUrl'>, root: string): Router {
  const router = Router();
  router.use('/admin', environment.adminDevUrl ? elsewhere(environment.adminDevUrl) : face(path.join(root, 'admin', 'dist')));
  router.use('/', environment.portalDevUrl ? elsewhere(environment.portalDevUrl) : face(path.join(root, 'portal', 'dist')));
  router.use(() => {
    throw notFound();
  });
  return router;
}
