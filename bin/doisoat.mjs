#!/usr/bin/env node
// Not by name: an older Node that only hands over has no `enableCompileCache`.
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeCommand, run } from './restart.mjs';

const newer = nodeCommand();
if (newer)
  run(newer, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
else {
  // The TypeScript is stripped and compiled once, not at each start. The folder belongs to whoever installed the program
  // (a shared temporary folder could be filled by another user); where it cannot be written nothing is kept or said.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/doisoat', import.meta.url)));
  await import('../pipeline/cli/main.ts');
}
