import type { App, Serving } from '../app-types.ts';
import { accountRoutes } from './accounts.ts';
import { auditRoutes } from './audit.ts';
import { collectionRoutes } from './collections.ts';
import { directiveRoutes } from './directives.ts';
import { eventRoutes } from './events.ts';
import { fileRoutes } from './files.ts';
import { flagRoutes } from './flags.ts';
import { healthRoutes } from './health.ts';
import { jobRoutes } from './jobs.ts';
import { recordRoutes } from './records.ts';
import { reportRoutes } from './reports.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { signOffRoutes } from './sign-off.ts';
import { tokenRoutes } from './tokens.ts';

export async function apiRoutes(app: App, serving: Serving): Promise<void> {
  sessionRoutes(app, serving);
  accountRoutes(app, serving);
  tokenRoutes(app, serving);
  collectionRoutes(app, serving);
  auditRoutes(app, serving);
  searchRoutes(app, serving);
  reportRoutes(app, serving);
  recordRoutes(app, serving);
  directiveRoutes(app, serving);
  flagRoutes(app, serving);
  signOffRoutes(app, serving);
  jobRoutes(app, serving);
  eventRoutes(app, serving);
  await fileRoutes(app, serving);
  healthRoutes(app, serving);
  app.get('/api/openapi.json', { config: { access: 'everybody' }, schema: { hide: true } }, () => app.swagger());
}
