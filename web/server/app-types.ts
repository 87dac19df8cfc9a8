import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Home } from '../../pipeline/compose.ts';
import type { Metrics } from '../../pipeline/metrics/metrics.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Aside } from './aside/aside.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { RouteRule } from './no-route.ts';
import type { Access, Asked, Who } from './people/access.ts';
import type { Reading } from './people/readings.ts';
import type { Rendering } from './rendering/rendering.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** `read` where nothing is said. */
    scope?: Asked;
    /** What is written down where audited collections are read. */
    reads?: Reading;
  }
  interface FastifyInstance {
    routeRules: readonly RouteRule[];
  }
  interface FastifyRequest {
    /** Null while nobody has signed in. */
    signedIn: Who | null;
    /** The same on routes that ask for somebody. */
    readonly who: Who;
    /** What the pages of this person must send along. */
    csrf: string | null;
  }
}

/** What a file of `routes/` adds its routes to. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the routes work with. */
export interface Serving {
  home: Home;
  settings: Settings;
  rendering: Rendering;
  ingest: Ingest;
  aside: Aside;
  metrics: Metrics;
  now: () => Date;
}
