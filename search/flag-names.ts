import type { Flag } from '../schemas/flag.ts';

/** What a flag can be asked for by: itself, whatever its figures are, or itself with just these figures. */
export function flagNames({ id, fingerprint }: Pick<Flag, 'id' | 'fingerprint'>): [string, string] {
  return [id, `${id} ${fingerprint}`];
}

export interface FlagConditions {
  severity?: Flag['severity'];
  /** By `flagNames`: only these, or all but these. */
  only?: readonly string[];
  except?: readonly string[];
}

/** The same conditions on a flag at hand. */
export function flagTest({ severity, only, except }: FlagConditions): (flag: Flag) => boolean {
  const wanted = only && new Set(only);
  const unwanted = new Set(except);
  return (flag) => {
    const names = flagNames(flag);
    return (
      (severity === undefined || flag.severity === severity) &&
      (!wanted || names.some((name) => wanted.has(name))) &&
      !names.some((name) => unwanted.has(name))
    );
  };
}
