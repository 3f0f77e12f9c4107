import express, { Router } from 'express';
import { absolutePath } from 'swagger-ui-dist';

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Postup API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

/** A file of its own, because the content security policy allows no inline script. */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null,
  requestInterceptor: (request) => { request.headers['X-Postup'] = '1'; return request; },
});`;

/** Swagger UI from our own server, and the document it reads. @param document OpenAPI 3.1 */
export function docs(document: object): Router {
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => void response.json(document));
  router.get('/api/docs', (_request, response) => void response.type('html').send(page));
  router.get('/api/docs/start.js', (_request, response) => void response.type('js').send(start));
  router.use('/api/docs', express.static(absolutePath(), { index: false, redirect: false, maxAge: '1h' }));
  return router;
}
