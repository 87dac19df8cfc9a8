#!/usr/bin/env node
import { existsSync } from 'node:fs';
// Runs what follows on the command line (`vitest run`, `tsc`, `test/x.ts`) under the packaged Node 24.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeCommand, run } from './restart.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [what, ...args] = process.argv.slice(2);
if (!what) {
  console.error('usage: node bin/node24.mjs PROGRAM|FILE [ARGUMENT…]');
  process.exit(2);
}
const file = existsSync(join(root, what)) ? join(root, what) : programOf(what);
run(nodeCommand() ?? process.execPath, [file, ...args]);

/** The script behind a package's command, found without a shell: `vitest` → node_modules/vitest/vitest.mjs. */
function programOf(name) {
  const packageOf = { tsc: 'typescript', biome: '@biomejs/biome' };
  const require = createRequire(import.meta.url);
  const manifest = join(root, 'node_modules', packageOf[name] ?? name, 'package.json');
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}
