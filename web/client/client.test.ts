import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { clientSource } from './source.ts';

test('the client of the pages is that of the server as it is: npm run client makes it anew', async () => {
  const kept = readFileSync(fileURLToPath(new URL('../pages/api/client.ts', import.meta.url)), 'utf8');
  expect(kept).toBe(await clientSource());
});
