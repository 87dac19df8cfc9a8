import tables from '../tables.json' with { type: 'json' };

/** Text as it would have been typed in `VNI-Times`. */
export function encodeVni(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    const small = letter.toLowerCase();
    const code = (tables.vni as Record<string, string>)[small];
    return code === undefined ? letter : letter === small ? code : code.toUpperCase();
  }).join('');
}

/**
 * Text as it would have been typed in `.VnTime` and `.VnTimeH`: capitals with tones exist only in the second, where
 * every letter is a capital.
 */
export function encodeTcvn3(text: string): { text: string; isCapital: boolean }[] {
  const table = tables.tcvn3 as Record<string, string>;
  const runs: { text: string; isCapital: boolean }[] = [];
  for (const letter of text.normalize('NFC')) {
    const small = letter.toLowerCase();
    const isCapital = table[letter] === undefined && table[small] !== undefined && letter !== small;
    const code = (isCapital ? table[small] : table[letter]) ?? letter;
    const last = runs.at(-1);
    if (last && last.isCapital === isCapital) last.text += code;
    else runs.push({ text: code, isCapital });
  }
  return runs;
}
