import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { generateApi } from 'swagger-typescript-api';
import { openHome } from '../../pipeline/compose.ts';
import { resolveSettings } from '../../pipeline/settings.ts';
import { buildApp } from '../server/app.ts';

/** The generator does not know of exact optional properties: its types are for those who call, not for itself. */
const HEAD = '// Made by `npm run client`; do not edit.\n// @ts-nocheck\n';

/** The client of the server as it is: its routes and shapes, from its OpenAPI document. */
export async function clientSource(): Promise<string> {
  const spec = await openApiDocument();
  const { files } = await generateApi({
    spec,
    fileName: 'client.ts',
    output: false,
    silent: true,
    generateUnionEnums: true,
    sortTypes: true,
    sortRoutes: true,
    unwrapResponseData: true,
  });
  const [file] = files;
  if (!file) throw new Error('no client was made of the OpenAPI document');
  // A name of a collection or of a search may hold what parts an address.
  const whole = (path: string): string => path.replaceAll(/\$\{(\w+)\}/g, '$${encodeURIComponent($1)}');
  return HEAD + file.fileContent.replaceAll(/path: `[^`]*`/g, whole);
}

/** An empty store is enough: only the routes are looked at. */
// biome-ignore lint/suspicious/noExplicitAny: the generator's own type of a document is loose
async function openApiDocument(): Promise<any> {
  const folder = await mkdtemp(join(tmpdir(), 'doisoat-client-'));
  const settings = resolveSettings({ data: folder }, {}).values;
  const home = await openHome(settings);
  try {
    const app = await buildApp({ home, settings, version: '0', log: new PassThrough() });
    const document = app.swagger();
    await app.close();
    return document;
  } finally {
    await home.close();
    await rm(folder, { recursive: true, force: true });
  }
}
