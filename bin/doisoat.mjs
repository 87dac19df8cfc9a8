#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { nodeCommand, run } from './restart.mjs';

const newer = nodeCommand();
if (newer)
  run(newer, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
else await import('../pipeline/cli/main.ts');
