import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Objects } from '../../pipeline/ports.ts';

const NAME = 'ab12cd34';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | null): string | null => content && new TextDecoder().decode(content);

async function* pieces(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield bytes(part);
}

/** What every place for originals and readings must do. */
export function objectsContract(open: () => Promise<{ objects: Objects; close(): Promise<void> }>): void {
  let objects: Objects;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ objects, close } = await open());
  });
  afterEach(() => close());

  describe('objects', () => {
    test('what was put is there, in its own room only', async () => {
      await objects.put('originals', NAME, bytes('báo cáo'));
      expect(text(await objects.get('originals', NAME))).toBe('báo cáo');
      expect(await objects.get('readings', NAME)).toBeNull();
    });

    test('what was never put is not there', async () => {
      expect(await objects.get('originals', NAME)).toBeNull();
      expect(await objects.locate('originals', NAME)).toBeNull();
      await objects.remove('originals', NAME);
    });

    test('a stream is kept whole, and a reading process can open it by its path', async () => {
      await objects.copy('incoming', NAME, pieces('một ', 'hai'));
      const path = await objects.locate('incoming', NAME);
      expect(readFileSync(path!, 'utf8')).toBe('một hai');
    });

    test('a stream that breaks leaves what was there before', async () => {
      await objects.put('incoming', NAME, bytes('trước'));
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield bytes('sau');
        throw new Error('the share went away');
      }
      await expect(objects.copy('incoming', NAME, broken())).rejects.toThrow('the share went away');
      expect(text(await objects.get('incoming', NAME))).toBe('trước');
    });

    test('putting at the same time, twice or twenty times, leaves one whole object', async () => {
      const long = 'x'.repeat(100_000);
      await Promise.all(Array.from({ length: 20 }, () => objects.put('readings', NAME, bytes(long))));
      expect(text(await objects.get('readings', NAME))).toBe(long);
    });

    test('what was removed is gone; removing again does nothing', async () => {
      await objects.put('originals', NAME, bytes('a'));
      await objects.remove('originals', NAME);
      await objects.remove('originals', NAME);
      expect(await objects.get('originals', NAME)).toBeNull();
    });
  });
}
