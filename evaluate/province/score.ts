import type { Flag } from '../../schemas/flag.ts';
import type { Break } from './breaks.ts';

export interface KindScore {
  kind: string;
  found: Break[];
  missed: Break[];
  wrong: Flag[];
}

/**
 * A break is found by a flag of its kind that quotes what the broken report says now. A flag is wrong when no evidence of
 * it stands in a broken report with the broken value: one wrong figure may break other sums as well, and telling so is right.
 */
export function scoreBreaks(breaks: readonly Break[], flags: readonly Flag[]): KindScore[] {
  const isAbout = (flag: Flag, one: Break): boolean =>
    flag.evidence.some(({ source = '', quote }) => source.startsWith(`${one.file}.`) && quote.includes(one.says));
  const kinds = [
    ...new Set([...breaks.map(({ kind }) => kind as string), ...flags.map(({ kind }) => kind as string)]),
  ].sort();
  return kinds.map((kind) => {
    const own = flags.filter((flag) => flag.kind === kind);
    const asked = breaks.filter((one) => one.kind === kind);
    return {
      kind,
      found: asked.filter((one) => own.some((flag) => isAbout(flag, one))),
      missed: asked.filter((one) => !own.some((flag) => isAbout(flag, one))),
      wrong: own.filter((flag) => !breaks.some((one) => isAbout(flag, one))),
    };
  });
}
