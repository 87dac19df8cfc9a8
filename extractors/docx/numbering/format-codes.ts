const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** The number formats of `.doc` and RTF by the names that a DOCX has for them. */
export const formatOfCode = (code: number): string => FORMATS[code] ?? 'decimal';
