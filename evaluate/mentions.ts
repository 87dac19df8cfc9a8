import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extractBytes } from '../pipeline/stages.ts';

/**
 * `mentions.ts LIST`: reads the files named in LIST, one a line, and prints a JSON line for each with what was read of every
 * mention in it. It is copied into other versions of the project to be run there (`against.ts`), so it asks for as little as
 * it can.
 */
const [list = ''] = process.argv.slice(2);
for (const path of readFileSync(list, 'utf8').split('\n')) {
  if (path === '' || !existsSync(path)) continue;
  const { citations } = await extractBytes(basename(path), readFileSync(path), { maxPages: 2000 });
  const mentions = citations.map(({ number, type, date, issuer, title, directive, quote }) => {
    const facts = [number ?? '?', type, date, issuer, title, directive].map((fact) => fact ?? '-');
    return `${facts.join(' | ')} ⟵ “${quote}”`;
  });
  process.stdout.write(`${JSON.stringify({ path, mentions })}\n`);
}
