import JSZip from 'jszip';
import { type Mutant, randomFrom } from './mutations.ts';

/** Sound archives with unsound parts: parts taken out, emptied, exchanged, cut, or with some of their letters changed. */
export async function* zipEdits(
  name: string,
  bytes: Uint8Array,
  changes: number,
  seed: number,
): AsyncGenerator<Mutant> {
  const random = randomFrom(seed);
  for (let i = 0; i < changes; i++) {
    const zip = await JSZip.loadAsync(bytes);
    const parts = Object.keys(zip.files).filter((part) => !zip.files[part]?.dir);
    const part = parts[random(parts.length)] ?? '';
    const other = parts[random(parts.length)] ?? '';
    const content = await zip.file(part)!.async('nodebuffer');
    const kind = random(5);
    if (kind === 0) zip.remove(part);
    else if (kind === 1) zip.file(part, '');
    else if (kind === 2) zip.file(part, await zip.file(other)!.async('nodebuffer'));
    else if (kind === 3) zip.file(part, content.subarray(0, random(content.length + 1)));
    else {
      for (let j = 0; j < 5 && content.length > 0; j++) content[random(content.length)] = 32 + random(95);
      zip.file(part, content);
    }
    yield { name: `zip-${i}-${name}`, bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) };
  }
}
