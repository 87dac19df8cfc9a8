const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/** 1234.5 as it is written in Vietnam: 1.234,5. */
export function numberOf(value: number): string {
  return vietnamese.format(value);
}
