import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { closedFlagsContract } from './closed-flags.ts';
import { comparisonsContract } from './comparisons.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-comparisons-'));
afterAll(() => rmSync(folder, { recursive: true }));

let stores = 0;
const open = async () => openSqliteStore(join(folder, `${++stores}.db`));
comparisonsContract('sqlite', open, [1, 2, 3]);
closedFlagsContract('sqlite', open, [4, 5]);
