/**
 * A Word document as mammoth renders it, without pictures and links. Only of a file that was read under the limits before.
 * It is the user's own file: personal numbers are not masked in it.
 */
export async function wordHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  // Text is escaped by mammoth; of what it takes over from the document only the tags are kept.
  return value
    .replace(/<(\/?[a-z0-9]+)((?: (?:row|col)span="\d{1,4}")*)[^>]*>/g, '<$1$2>')
    .replace(/<\/?(?:a|img)>/g, '');
}
