/** `2023-06-19` as it is written in Vietnam: 19/6/2023. */
export function dateOf(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

const zoned = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' });

/** A moment, in the time of the reader's machine. */
export function momentOf(iso: string): string {
  return zoned.format(new Date(iso));
}
