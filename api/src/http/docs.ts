import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Model } from '@kontor/shared';
import { type RequestHandler, Router } from 'express';
import { pageHeaders } from './headers.ts';
import { openApi } from './openapi.ts';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kontor API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="docs/swagger-ui-bundle.js" defer></script>
<script src="docs/start.js" defer></script>
</body>
</html>
`;

/** The page's only own script; a file, so that the page needs no inline scripts. */
const start = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'none', defaultModelsExpandDepth: 0, filter: true, validatorUrl: null });
`;

const headers: RequestHandler = (_request, response, next) => {
  pageHeaders(
    response,
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  response.setHeader('Cache-Control', 'no-cache');
  next();
};

/** The description of the API and a page to browse it, all from this server. */
export function docsRoutes(model: Model): Router {
  const router = Router();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let document: string | undefined;
  router.get('/openapi.json', headers, (_request, response) => {
    document ??= JSON.stringify(openApi(model));
    response.type('application/json').send(document);
  });
  router.get('/docs', headers, (request, response) => {
    if (request.path.endsWith('/')) response.redirect(301, '../docs');
    else response.type('html').send(page);
  });
  router.get('/docs/start.js', headers, (_request, response) => {
    response.type('text/javascript').send(start);
  });
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`/docs/${name}`, headers, (_request, response) => {
      response.sendFile(name, { root: folder, maxAge: '1d' });
    });
  return router;
}
