import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { manyQueriesMatrix, queryMatrix } from './query-matrix.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-matrix-'));
afterAll(() => rmSync(folder, { recursive: true }));

queryMatrix('sqlite', async () => openSqliteStore(join(folder, 'store.db')));
manyQueriesMatrix('sqlite', async () => openSqliteStore(join(folder, 'many.db')));
