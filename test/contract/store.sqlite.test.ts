import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { storeContract } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let stores = 0;
storeContract('sqlite', async () => openSqliteStore(join(folder, `${++stores}.db`)));
