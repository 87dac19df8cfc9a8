/** Always to be kept, never shown; the name as both old and new browsers read it, without anything that could act. */
export function contentDisposition(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const plain = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_').slice(-150);
  const ascii = plain.normalize('NFD').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/\p{M}/gu, '');
  const encoded = encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii.replace(/[^ -~]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
