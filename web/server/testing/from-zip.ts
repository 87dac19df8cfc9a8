import jszip from 'jszip';

/** The text of one part of an office document. */
export async function fromZip(bytes: Uint8Array, part: string): Promise<string> {
  const zip = await jszip.loadAsync(bytes);
  return zip.file(part)!.async('string');
}
