import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Home } from '../../pipeline/compose.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { Access, Who } from './people/access.ts';
import type { Rendering } from './rendering/rendering.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What a token must be for, beside the role of its account; `read` where nothing is said. */
    scope?: 'decide' | 'ingest' | 'administer';
  }
  interface FastifyRequest {
    who: Who;
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
  now: () => Date;
}
