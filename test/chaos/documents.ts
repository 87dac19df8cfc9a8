import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../evaluate/province/paper.ts';
import { makeProvince } from '../../evaluate/province/province.ts';
import { wordFile } from './reports.ts';

/** Memory that a reading process gets in these runs: the poison needs more, whichever machine reads it. */
export const MEMORY_MB = '128';
/** However busy the machine is, it is its memory that the poison fails by, and not the time it takes to fill it. */
export const PATIENCE_SECONDS = '500';
const POISON_BYTES = 60_000_000;

/** What stands in for one report of a hundred. */
const hindrances: (() => Promise<Uint8Array | string> | Uint8Array | string)[] = [
  () => '',
  () => '\u0000\u0001\u0002 không phải báo cáo',
  async () => (await wordFile(['Báo cáo bị đứt'])).subarray(0, 300),
  () => readFileSync(new URL('../../fixtures/pdf/encrypted.pdf', import.meta.url)),
  () => 'TỐI MẬT\nBÁO CÁO\nTình hình công tác\n',
];

/**
 * Writes reports of a made-up province: one of four as a Word file, one of twenty a copy of another, one of a hundred
 * something that cannot be read, and one that kills the process that reads it. The same seed gives the same bytes.
 */
export async function writeDocuments(folder: string, count: number, seed: number): Promise<void> {
  const texts = makeProvince(seed, count, Math.ceil(count / 20)).reports.map(textOf);
  for (let i = 0; i < count; i++) {
    const place = join(folder, `xã ${Math.floor(i / 100) + 1}`);
    mkdirSync(place, { recursive: true });
    const write = (extension: string, content: Uint8Array | string): void =>
      writeFileSync(join(place, `${String(i).padStart(5, '0')}.${extension}`), content);
    const text = texts[i % 20 === 19 ? i - 8 : i]!;
    if (i === 50) write('txt', poison());
    else if (i % 100 === 37) write('docx', await hindrances[Math.floor(i / 100) % hindrances.length]!());
    else if (i % 4 === 1) write('docx', await wordFile(text.split('\n')));
    else write('txt', text);
  }
}

/** Of one file: far more text than fits into the memory of its reader. */
function poison(): string {
  const line = 'Xã Hòa An có 12 hộ nghèo, trong đó 7 hộ ở thôn Đông, theo Quyết định số 218-QĐ/TW ngày 12/12/2013.\n';
  return line.repeat(Math.ceil(POISON_BYTES / Buffer.byteLength(line)));
}
