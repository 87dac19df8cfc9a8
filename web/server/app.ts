import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import type { Home } from '../../pipeline/compose.ts';
import { measuredStore } from '../../pipeline/metrics/measured-store.ts';
import { openMetrics } from '../../pipeline/metrics/metrics.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { App, Serving } from './app-types.ts';
import { openAside } from './aside/aside.ts';
import { tagAnswers } from './etag.ts';
import { openIngest } from './ingest/ingest.ts';
import { tellNoRoute } from './no-route.ts';
import { describeApi } from './openapi.ts';
import { packAnswers } from './pack.ts';
import { pageHandler, servePages } from './pages.ts';
import { identify } from './people/identify.ts';
import { limitRates } from './people/rates.ts';
import { noteReadings } from './people/readings.ts';
import { withShownPaths } from './people/shown-paths.ts';
import { tellBrokenRequest, tellProblems } from './problems.ts';
import { openRendering } from './rendering/rendering.ts';
import { apiRoutes } from './routes/index.ts';
import { secureHeaders } from './security.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

const PAGES = fileURLToPath(new URL('../pages/dist', import.meta.url));
/** Of JSON; files are streamed under limits of their own. */
const MOST_BODY = 1_000_000;

/** How long a client may take: to send its headers, to say nothing at all, and to be answered. */
export interface Patience {
  headersMs: number;
  silenceMs: number;
  answerMs: number;
}
const PATIENCE: Patience = { headersMs: 15_000, silenceMs: 60_000, answerMs: 60_000 };

export interface AppOptions {
  home: Home;
  settings: Settings;
  version: string;
  /** Where errors of the server are told, one JSON object a line. */
  log: Writable;
  /** Folder of the built pages. */
  pages?: string;
  /** Every answer is held against its schema: for tests. */
  checked?: boolean;
  now?: () => Date;
  patience?: Patience;
}

/** The whole server, not listening yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { settings, version, log, pages = PAGES, checked = false, now = () => new Date() } = options;
  const { headersMs, silenceMs, answerMs } = options.patience ?? PATIENCE;
  const metrics = openMetrics();
  const home = { ...options.home, store: withShownPaths(measuredStore(options.home.store, metrics)) };
  const app: App = fastify({
    logger: { level: 'warn', stream: log },
    bodyLimit: MOST_BODY,
    // A proxy that speaks TLS for us runs on this machine.
    trustProxy: 'loopback',
    connectionTimeout: silenceMs,
    handlerTimeout: answerMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: headersMs / 3 },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: tellBrokenRequest,
    frameworkErrors: (error, request, reply) => app.errorHandler(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler(checked));
  app.removeContentTypeParser('text/plain');
  tellProblems(app);
  secureHeaders(app);
  await identify(app, home, now);
  await limitRates(app);
  noteReadings(app, home, now);
  tagAnswers(app);
  packAnswers(app);
  tellNoRoute(app, pageHandler(pages));
  await describeApi(app, version);
  await servePages(app, pages);
  const ingest = openIngest(settings, home.store, (message) => app.log.error(message));
  app.addHook('onClose', () => ingest.close());
  const aside = openAside(settings);
  app.addHook('onClose', () => aside.close());
  const serving: Serving = { home, settings, ingest, aside, metrics, rendering: openRendering(), now };
  await apiRoutes(app, serving);
  await app.ready();
  return app;
}
