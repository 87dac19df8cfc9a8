import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { readMark } from './numbering.ts';
import { isCapitalTitle, opensUnnumberedAnnex } from './sections.ts';

export interface Closing {
  recipients: Set<string>;
  signature: Set<string>;
  signer: string | null;
  /** On whose behalf it is signed: «BAN THƯỜNG VỤ» of «T/M BAN THƯỜNG VỤ». */
  authority: string | null;
}

/** «T/M BAN THƯỜNG VỤ», «TM. ỦY BAN NHÂN DÂN», «K/T TRƯỞNG BAN», «KT. CHỦ TỊCH», «TL. GIÁM ĐỐC», «TUQ. …». */
const AUTHORITY = /(?:^|[\s:;.])(T\/?\.?M|K\/?\.?T|T\/?\.?L|TUQ|T\/UQ)(?:\s?[./:,]\s?|\s)(?=\p{Lu}{2})/u;
const OFFICE =
  /^(?:pho |quyen |q\. ?)?(?:chu tich|bi thu|truong |giam doc|chanh|hieu truong|thu truong|chi huy|chinh uy|bo truong|vien truong|chinh tri vien|cuc truong|chi cuc truong|tong giam doc|chu nhiem|thuong truc|doi truong|don truong)/;
const RANK =
  /^(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|PGS\.?|GS\.?|TS\.?|ThS\.?|BS\.?|CKI+\.?|Ông|Bà|Đ\/c)[ .]+/;
/** «Hạnh», «H’Nuôl», «K'Brêl». */
const NAME_WORD = "\\p{Lu}(?:['’]\\p{Lu})?[\\p{Ll}'’]{0,7}";
const NAME = new RegExp(`^${NAME_WORD}(?: ${NAME_WORD}){1,5}$`, 'u');
const NAME_AT_END = new RegExp(`(?:^|[ .;:])((?:${NAME_WORD} ){1,5}${NAME_WORD})$`, 'u');

const MOST_CLOSING_LINES = 60;

/** Recipients and signature stand together, in two columns, at the end of the body; annexes follow them. */
export function readClosing(blocks: readonly Block[], from: number): Closing {
  const closing: Closing = { recipients: new Set(), signature: new Set(), signer: null, authority: null };
  const at = closingStart(blocks, from);
  if (at === -1) return closing;
  let open: 'recipients' | 'signature' | null = null;
  for (let i = at; i < blocks.length && i < at + MOST_CLOSING_LINES; i++) {
    const block = blocks[i]!;
    if (block.note || block.kind === 'page-header' || block.kind === 'page-footer' || block.text === '') continue;
    if (block.table) {
      if (!isClosingTable(block)) break;
      for (const cell of block.table.cells) readSignature(cell.text, closing);
      open = 'signature';
      continue;
    }
    const line = block.text;
    if (endsClosing(block, open)) break;
    if (startsRecipients(line)) {
      open = 'recipients';
      closing.recipients.add(block.id);
      readSignature(line, closing);
    } else if (isSignatureLine(line)) {
      open = 'signature';
      closing.signature.add(block.id);
      readSignature(line, closing);
    } else if (open !== null && isRecipient(line)) {
      closing.recipients.add(block.id);
      if (closing.authority !== null && closing.signer === null) closing.signer = nameAtEnd(line);
    } else if (open !== null && (NAME.test(withoutRank(line)) || isSealNote(line))) {
      closing.signature.add(block.id);
      if (!isSealNote(line)) closing.signer ??= withoutRank(line);
    } else if (open === 'signature' && closing.signer === null && isCapitalName(line)) {
      closing.signature.add(block.id);
      closing.signer = titleCase(line);
    } else if (open !== null && closing.signer !== null) break;
  }
  return closing;
}

/** The last «Nơi nhận» of the body, or the first line of the signature when there is none. */
function closingStart(blocks: readonly Block[], from: number): number {
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.note || block.text === '') continue;
    if (block.table ? isClosingTable(block) : startsRecipients(block.text) || isAuthorityLine(block.text)) return i;
    if (isOffice(block.text) && blocks.slice(i + 1, i + 4).some((next) => isSignerLine(next.text))) return i;
  }
  return -1;
}

const startsRecipients = (text: string): boolean =>
  /^(?:nơi nhận|NƠI NHẬN|Nơi nhận|Nơi gửi)(?: ?[:.]|$| [-–])/.test(text);
const isAuthorityLine = (text: string): boolean => text.length < 160 && AUTHORITY.exec(text)?.index === 0;
const isClosingTable = (block: Block): boolean =>
  block.table !== null &&
  block.table.cells.length <= 8 &&
  block.table.cells.some((cell) => startsRecipients(cell.text) || isAuthorityLine(cell.text));
const isSignatureLine = (text: string): boolean => isAuthorityLine(text) || (text.length < 100 && isOffice(text));
const isSignerLine = (text: string): boolean => NAME.test(withoutRank(text)) || isCapitalName(text) || isSealNote(text);
const isSealNote = (text: string): boolean => /^[([]?\s*(?:đã ký|daky|ký tên|đã kí)/i.test(text) && text.length < 60;
const isRecipient = (text: string): boolean =>
  /^[-–+•]/.test(text) || (text.length < 160 && /[;,.]$/.test(text)) || /^(?:Như trên|Lưu)/.test(text);

/** No office is longer, with its «Phó» or «Quyền» before it. */
const LONGEST_OFFICE = 40;

function isOffice(text: string): boolean {
  // Asked of every block; the beginning of almost all of them settles it.
  if (!OFFICE.test(fold(text.slice(0, LONGEST_OFFICE)))) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/\p{Ll}/gu, '').length;
  return capitals >= letters.length * 0.8;
}

function endsClosing(block: Block, open: string | null): boolean {
  if (open === null) return false;
  const mark = readMark(block.text);
  if (mark && mark.style !== 'bullet' && mark.style !== 'letter' && !isSignatureLine(block.text)) return true;
  return opensUnnumberedAnnex(block) || block.text.length > 400;
}

/** Reads «TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A», whole or line by line. */
function readSignature(text: string, closing: Closing): void {
  const found = AUTHORITY.exec(text);
  if (!found) {
    if (isOffice(text.split(/ (?=\p{Lu}\p{Ll})/u)[0] ?? '')) closing.signer ??= nameAtEnd(text);
    return;
  }
  const rest = text.slice(found.index + found[0].length);
  const capitals = /^[^\p{Ll}]+(?![\p{Ll}])/u.exec(rest)?.[0].trim() ?? '';
  if (/^T\/?\.?M/.test(found[1] ?? ''))
    closing.authority ??= capitals.split(/ (?=(?:K\/?T|T\/?L|KT|TL)[. ])/)[0]!.trim();
  closing.signer ??= nameAtEnd(rest);
}

function nameAtEnd(text: string): string | null {
  const name = NAME_AT_END.exec(text.trimEnd())?.[1];
  return name && !/^(?:Như|Lưu|Văn|Ban|Các|Phòng|Sở|Ủy|Đảng|Thường)(?: |$)/.test(name) ? withoutRank(name) : null;
}

const withoutRank = (text: string): string => text.replace(RANK, '').trim();
const isCapitalName = (text: string): boolean =>
  isCapitalTitle(text) && text.split(' ').length <= 5 && /^[\p{Lu} '’]+$/u.test(text) && !isOffice(text);
const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^| )(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
