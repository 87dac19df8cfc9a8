import type { App, Serving } from '../app-types.ts';
import { directiveRoutes } from './directives.ts';
import { jobRoutes } from './jobs.ts';
import { recordRoutes } from './records.ts';
import { reportRoutes } from './reports.ts';
import { searchRoutes } from './search.ts';

export function apiRoutes(app: App, serving: Serving): void {
  searchRoutes(app, serving);
  reportRoutes(app, serving);
  recordRoutes(app, serving);
  directiveRoutes(app, serving);
  jobRoutes(app, serving);
  app.get('/api/openapi.json', { config: { access: 'everybody' }, schema: { hide: true } }, () => app.swagger());
}
