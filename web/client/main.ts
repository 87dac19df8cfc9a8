import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientSource } from './source.ts';

writeFileSync(fileURLToPath(new URL('../pages/api/client.ts', import.meta.url)), await clientSource());
