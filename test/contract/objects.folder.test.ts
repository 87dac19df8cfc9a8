import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderObjects } from '../../pipeline/objects/folder.ts';
import { objectsContract } from './objects.ts';

// Both homes keep objects in a folder; many machines share it.
objectsContract(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-objects-'));
  return { objects: folderObjects(folder), close: async () => rmSync(folder, { recursive: true }) };
});
