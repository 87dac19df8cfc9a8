const LONGEST_BYTES = 180;

/**
 * The name of an uploaded file as it may stand in a folder of any system: no way out of the folder, nothing that a
 * terminal or a page could take for more than a name. What it was called stays readable.
 */
export function uploadName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^[.\s~]+|[.\s]+$/g, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1');
  const [, stem = plain, extension = ''] = /^(.+?)(\.[\p{L}\p{N}]{1,10})?$/u.exec(plain) ?? [];
  let kept = '';
  for (const letter of stem) {
    if (Buffer.byteLength(kept + letter + extension) > LONGEST_BYTES) break;
    kept += letter;
  }
  return kept + extension || 'tep';
}
