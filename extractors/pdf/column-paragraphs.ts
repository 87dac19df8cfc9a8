import type { Stretch } from './columns.ts';
import { type Line, lineText } from './line/line.ts';

/**
 * The lines of two columns, left column first. Each line is a paragraph of its own (issuer, number, motto, date), but
 * a recipient that runs over the line end (`- Ủy ban Mặt trận Tổ quốc` / `Việt Nam tỉnh;`) stays whole.
 */
export function columnParagraphs({ left, right }: Extract<Stretch, { kind: 'columns' }>): Line[][] {
  return [...paragraphs(left), ...paragraphs(right)];
}

function paragraphs(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    if (group && continues(group, line)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function continues(group: readonly Line[], line: Line): boolean {
  const last = group[group.length - 1]!;
  const text = lineText(line);
  if (line.y - last.y > 1.6 * line.size || /^[-–+*•]/.test(text)) return false;
  // A new line of a header or a name begins with a capital; what goes on in small letters or figures goes on.
  const listed = /^[-–+*•]\s/.test(lineText(group[0]!)) && !/[;.,:]$/.test(lineText(last));
  return listed || /^[\p{Ll}(]/u.test(text);
}
