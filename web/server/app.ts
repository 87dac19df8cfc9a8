import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import type { Home } from '../../pipeline/compose.ts';
import { thisMachine } from './access.ts';
import type { App, Serving } from './app-types.ts';
import { tagAnswers } from './etag.ts';
import { tellNoRoute } from './no-route.ts';
import { describeApi } from './openapi.ts';
import { pageHandler, servePages } from './pages.ts';
import { tellBrokenRequest, tellProblems } from './problems.ts';
import { openRendering } from './rendering/rendering.ts';
import { apiRoutes } from './routes/index.ts';
import { assertLoopbackName, secureHeaders } from './security.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

const PAGES = fileURLToPath(new URL('../pages/dist', import.meta.url));
/** Of JSON; files are streamed under limits of their own. */
const MOST_BODY = 1_000_000;
/** A request whose headers take longer, or that falls silent for so long, is ended. */
const HEADERS_MS = 15_000;
const SILENCE_MS = 60_000;

export interface AppOptions {
  home: Home;
  version: string;
  /** Where errors of the server are told, one JSON object a line. */
  log: Writable;
  /** Folder of the built pages. */
  pages?: string;
  /** Every answer is held against its schema: for tests. */
  checked?: boolean;
}

/** The whole server, not listening yet. */
export async function buildApp({ home, version, log, pages = PAGES, checked = false }: AppOptions): Promise<App> {
  const app: App = fastify({
    logger: { level: 'warn', stream: log },
    bodyLimit: MOST_BODY,
    connectionTimeout: SILENCE_MS,
    http: { headersTimeout: HEADERS_MS },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: tellBrokenRequest,
    frameworkErrors: (error, request, reply) => app.errorHandler(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler(checked));
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('who');
  tellProblems(app);
  secureHeaders(app);
  app.addHook('onRequest', async (request) => {
    assertLoopbackName(request.headers.host);
    request.who = thisMachine;
  });
  tagAnswers(app);
  tellNoRoute(app, pageHandler(pages));
  await describeApi(app, version);
  await servePages(app, pages);
  const serving: Serving = { home, rendering: openRendering() };
  apiRoutes(app, serving);
  await app.ready();
  return app;
}
