const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const wellFormed = /^(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** «XVI» → 16; null for what is no Roman numeral in its standard form («IIX», «VIA»). */
export function parseRoman(raw: string): number | null {
  if (raw.length > 12 || !wellFormed.test(raw)) return null;
  let sum = 0;
  for (let i = 0; i < raw.length; i++) {
    const value = values[raw[i]!]!;
    sum += value < (values[raw[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}
