/**
 * Removes the marks of *italic* and **bold** and the tags <i> <b> <u>, which may open on one line and close on another.
 * A star counts as a mark when words stand on one side only: `(*đoạn qua phường*)`; `3*4` and a list star `* Kết quả` stay.
 */
export function takeEmphasis(text: string): string {
  return text.replace(/<\/?(?:i|b|u|em|strong)>/g, '').replace(/\*{1,3}/g, (stars, at: number) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + stars.length);
    const opens = /\S/.test(after) && !isWord(before);
    const closes = /\S/.test(before) && !isWord(after);
    return opens || closes ? '' : stars;
  });
}

const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);
