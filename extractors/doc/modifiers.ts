/** A property modifier of Word: what is changed, and the operand that says to what. */
export interface Modifier {
  code: number;
  operand: Buffer;
}

const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;
/** By the top three bits of the code; 6 says its own length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The modifiers in a list of them; a list that is cut off ends before the modifier that does not fit. */
export function modifiersIn(list: Buffer): Modifier[] {
  const found: Modifier[] = [];
  for (let at = 0; at + 2 < list.length; ) {
    const code = list.readUInt16LE(at);
    at += 2;
    const head = operandHead(code, list, at);
    const length = operandLength(code, list, at);
    if (length === null || at + head + length > list.length) break;
    found.push({ code, operand: list.subarray(at + head, at + head + length) });
    at += head + length;
  }
  return found;
}

const operandHead = (code: number, list: Buffer, at: number): number =>
  code >> 13 !== 6 ? 0 : code === DEFINE_TABLE && at + 1 < list.length ? 2 : 1;

function operandLength(code: number, list: Buffer, at: number): number | null {
  if (code >> 13 !== 6) return OPERAND_BYTES[code >> 13] ?? null;
  if (code === DEFINE_TABLE) return at + 1 < list.length ? Math.max(0, list.readUInt16LE(at) - 1) : null;
  const length = list[at] ?? 0;
  if (code !== CHANGE_TABS || length !== 255) return length;
  const removed = list[at + 1] ?? 0;
  return 1 + removed * 4 + 1 + (list[at + 2 + removed * 4] ?? 0) * 3;
}
