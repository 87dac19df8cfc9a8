/** Digits written as one number: «0912345678», «0912.345.678», «001 099 012 345». */
export interface DigitRun {
  start: number;
  end: number;
  digits: string;
  groups: number;
  firstGroup: number;
}

const LONGEST = 12;
const MOST_GROUPS = 5;

interface Group {
  start: number;
  end: number;
}

/**
 * All ways in which the groups of digits that begin at one place make a number of at most twelve digits, longest first.
 * Groups belong together when one and the same separator (dot, blank, hyphen) stands between them.
 */
export function* digitRuns(text: string): Generator<DigitRun[]> {
  const groups = Array.from(text.matchAll(/\d+/g), (found): Group => {
    return { start: found.index, end: found.index + found[0].length };
  });
  for (let i = 0; i < groups.length; i++) {
    const runs = runsFrom(text, groups, i);
    if (runs.length > 0) yield runs;
  }
}

function runsFrom(text: string, groups: readonly Group[], from: number): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  let separator: string | null = null;
  for (let i = from; i < groups.length && i < from + MOST_GROUPS; i++) {
    const group = groups[i]!;
    if (digits.length + group.end - group.start > LONGEST) break;
    if (i > from) {
      const between = text.slice(groups[i - 1]!.end, group.start);
      if (!/^[. -]$/.test(between) || (separator ?? between) !== between) break;
      separator = between;
    }
    digits += text.slice(group.start, group.end);
    const first = groups[from]!;
    runs.unshift({
      start: first.start,
      end: group.end,
      digits,
      groups: i - from + 1,
      firstGroup: first.end - first.start,
    });
  }
  return runs;
}
