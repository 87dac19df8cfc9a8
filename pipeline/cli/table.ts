import stringWidth from 'string-width';

export interface Column {
  title: string;
  /** The narrowest it may get when the terminal is small. */
  min?: number;
  align?: 'left' | 'right';
}

const GAP = 2;
const DEFAULT_WIDTH = 100;

/** Columns of standard output, or a width that reads well in a file. */
export function terminalWidth(): number {
  return process.stdout.columns ?? DEFAULT_WIDTH;
}

/** A table that fits the width: the widest columns give way first, and their texts are wrapped at blanks. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = terminalWidth(),
): string[] {
  const widths = fitWidths(columns, rows, width);
  const lines: string[] = [];
  const emit = (cells: readonly string[]): void => {
    const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 1));
    const height = Math.max(1, ...wrapped.map((parts) => parts.length));
    for (let line = 0; line < height; line++) {
      const padded = wrapped.map((parts, i) => pad(parts[line] ?? '', widths[i] ?? 1, columns[i]?.align ?? 'left'));
      lines.push(padded.join(' '.repeat(GAP)).trimEnd());
    }
  };
  emit(columns.map((column) => column.title));
  lines.push(widths.map((size) => '─'.repeat(size)).join(' '.repeat(GAP)));
  for (const row of rows) emit(row);
  return lines;
}

function fitWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((column, i) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[i] ?? ''))),
  );
  let over = widths.reduce((sum, size) => sum + size, 0) + GAP * (columns.length - 1) - width;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths.filter((size, i) => size > (columns[i]?.min ?? 6))));
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  return widths;
}

/** Lines of at most `width` columns, broken at blanks; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/)) {
    while (widthOf(word) > width) {
      const room = line ? width - widthOf(line) - 1 : width;
      if (room < 4 && line) {
        lines.push(line);
        line = '';
        continue;
      }
      lines.push(line ? `${line} ${word.slice(0, room)}` : word.slice(0, room));
      word = word.slice(room);
      line = '';
    }
    if (!line) line = word;
    else if (widthOf(line) + 1 + widthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Every sign of these takes one column; only other texts (colours, emoji, marks apart from their letter) are taken to pieces. */
const ONE_EACH = /^[ -~À-ɏḀ-ỿ–…“”]*$/;
const widthOf = (text: string): number => (ONE_EACH.test(text) ? text.length : stringWidth(text));

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}
