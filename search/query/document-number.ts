/**
 * Document numbers as the search sees them: one keyword under all common spellings, so that `218-QĐ/TW`, `218-QD/TW`,
 * `218 QĐ TW` and `218qđ/tw` are the same word. What a number means is the business of the citations; here only its
 * letters count.
 */

/** Letters of the kinds of document, folded: the QĐ of `218-QĐ/TW`. */
const types = new Set(
  (
    'nq qd qdi qyd ct kl tb tbkl tt ttr hd qc kh ctr ctrph ctph da pa bc bb cv qh bs nd ttlt nqlt vbhn pl l sl ' +
    'cd tc bgn btt guq gm ggt sy trs'
  ).split(' '),
);

/** Issuers that may stand after blanks only: `218 QĐ TW`. */
const issuers = new Set('tw tu thu txu hu qu du cp ttg qh ubnd hdnd ubtvqh ctn bcd bdvtu bdvtw vptw'.split(' '));

/** A run of letters or digits with what stands between it and the run before. */
export interface Run {
  text: string;
  start: number;
  end: number;
  gap: string;
}

export interface FoundNumber {
  /** Canonical keyword: `218qdtw`, `4/2015` with its letters: `42015ndcp`. */
  key: string;
  /** How many runs it takes. */
  runs: number;
  /** True when its letters are those of a known kind of document; then its spelling does not count at all. */
  known: boolean;
}

const ordinal = /^\d{1,5}$/;
const year = /^(?:19|20)\d\d$/;
const code = /^[A-Za-zĐđƯư]{1,16}\d{0,3}$/;
const capitalCode = /^[A-ZĐƯ][A-Za-zĐđƯư]{0,15}\d{0,3}$/;
const tightJoint = /^[-–/.]$/;
const looseJoint = /^ ?[-–/] ?$/;
const statute = /^qh\d{1,2}$/i;
/** `01/2023/TTLT-BNV-VPCP-BTC` and the longest joint programmes stay below. */
const MOST_RUNS = 9;

/** The document number that begins with the run at `from`, if there is one. */
export function documentNumberAt(runs: readonly Run[], from: number): FoundNumber | null {
  const first = runs[from];
  if (!first || !ordinal.test(first.text)) return null;
  let at = from + 1;
  // 12a-KH/TU: a letter of the ordinal
  if (runs[at]?.gap === '' && /^[a-eđ]$/.test(runs[at]!.text)) at++;
  // 04/2015/NĐ-CP: the year is part of the number
  if (runs[at] && looseJoint.test(runs[at]!.gap) && year.test(runs[at]!.text)) at++;
  const kind = runs[at];
  if (!kind) return null;
  const known = types.has(foldCode(kind.text));
  if (statute.test(kind.text) && at === from + 2 && looseJoint.test(kind.gap)) {
    return { key: keyOf(runs, from, at + 1), runs: at + 1 - from, known: true };
  }
  if (!opensLetters(kind, known)) return null;
  at++;
  const afterKind = at;
  while (at - from < MOST_RUNS && runs[at] && continues(runs[at]!, known && at === afterKind, kind)) at++;
  // `12 KH`, `30/KH`: a kind alone is a number only where it is joined by a stroke and written in capitals
  if (at === afterKind && !(looseJoint.test(kind.gap) && capitalCode.test(kind.text) && kind.text.length > 1))
    return null;
  return { key: keyOf(runs, from, at), runs: at - from, known };
}

/** The first letters after the ordinal: QĐ in `218-QĐ/TW`, `218 QĐ/TW`, `218qđ/tw`; QLCL in `538/QLCL-QLVBCC`. */
function opensLetters(run: Run, known: boolean): boolean {
  if (!code.test(run.text)) return false;
  if (looseJoint.test(run.gap) && known) return true;
  // 3l/ha is no number: a kind of one letter must be joined by a stroke
  if (known && run.text.length > 1 && (run.gap === '' || run.gap === ' ')) return true;
  return looseJoint.test(run.gap) && /^[A-ZĐƯ]{2,}/.test(run.text);
}

function continues(run: Run, rightAfterKind: boolean, kind: Run): boolean {
  if (tightJoint.test(run.gap)) return code.test(run.text);
  if (looseJoint.test(run.gap)) return capitalCode.test(run.text);
  // 218 QĐ TW
  return run.gap === ' ' && rightAfterKind && kind.gap !== '' && issuers.has(foldCode(run.text));
}

function keyOf(runs: readonly Run[], from: number, to: number): string {
  const [head, ...rest] = runs.slice(from, to).map((run) => foldCode(run.text));
  return `${head!.replace(/^0+(?=\d)/, '')}${rest.join('')}`;
}

/** Letters of a number without marks; the central bodies are TW or TƯ (`16-HD/TƯĐTN`). */
export function foldCode(text: string): string {
  return text.toLowerCase().replace(/đ/g, 'd').replace(/^tư/, 'tw').replace(/ư/g, 'u');
}
