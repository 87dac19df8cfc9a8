import { ReadError } from '../document/read-error.ts';
import { corrupt } from '../docx/package/errors.ts';
import { isCompoundFile, openCompoundFile } from './compound-file.ts';

/** Places of the tables that are read, as numbers of (offset, length) pairs in the file information block. */
const TABLES = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  commentTexts: 5,
  sections: 6,
  edges: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  text: 33,
  boxAnchors: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listUses: 74,
} as const;

/** Stories of a file in the order in which their characters stand one after the other. */
const STORIES = ['body', 'footnotes', 'edges', 'macros', 'comments', 'endnotes', 'boxes', 'edgeBoxes'] as const;
export type StoryName = (typeof STORIES)[number];

export interface WordFile {
  main: Buffer;
  /** Large table definitions lie apart. */
  data: Buffer;
  table(name: keyof typeof TABLES): Buffer;
  /** From the beginning of a table to the end of its stream: list levels stand behind the table of lists. */
  fromTable(name: keyof typeof TABLES): Buffer;
  /** Character positions of a story: first and one beyond the last. */
  story(name: StoryName): [number, number];
}

/** Opens the streams of a Word 97–2003 file; what else lies in such containers has its own outcome. */
export function openWordFile(bytes: Uint8Array): WordFile {
  if (!isCompoundFile(bytes)) throw corrupt();
  const container = openCompoundFile(bytes);
  if (container.names.has('EncryptedPackage')) throw encrypted();
  const main = container.stream('WordDocument');
  if (!main) throw notWord(container.names);
  const version = main.length >= 0x400 ? main.readUInt16LE(0) : 0;
  if (version === 0xa5dc) throw tooOld();
  if (version !== 0xa5ec) throw corrupt();
  const flags = main.readUInt16LE(10);
  if (flags & 0x0100) throw encrypted();
  if (main.readUInt16LE(2) < 0xc1) throw tooOld();
  const tables = container.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!tables) throw corrupt();
  const starts = storyStarts(main);
  const pair = (name: keyof typeof TABLES): [number, number] => {
    const at = 0x9a + TABLES[name] * 8;
    return [main.readUInt32LE(at), main.readUInt32LE(at + 4)];
  };
  return {
    main,
    data: container.stream('Data') ?? Buffer.alloc(0),
    table(name) {
      const [start, length] = pair(name);
      return tables.subarray(start, start + length);
    },
    fromTable(name) {
      const [start, length] = pair(name);
      return length === 0 ? Buffer.alloc(0) : tables.subarray(start);
    },
    story(name) {
      const i = STORIES.indexOf(name);
      return [starts[i] ?? 0, starts[i + 1] ?? 0];
    },
  };
}

function storyStarts(main: Buffer): number[] {
  const starts = [0];
  for (let i = 0; i < STORIES.length; i++) starts.push((starts[i] ?? 0) + Math.max(0, main.readInt32LE(0x4c + i * 4)));
  return starts;
}

const encrypted = (): ReadError => new ReadError('encrypted', 'Tệp Word được bảo vệ bằng mật khẩu.');

const tooOld = (): ReadError =>
  new ReadError('unsupported-type', 'Tệp Word 6.0/95 chưa được hỗ trợ; hãy mở và lưu lại thành DOCX.');

function notWord(names: ReadonlySet<string>): ReadError {
  const what = names.has('Workbook') || names.has('Book') ? 'bảng tính Excel' : null;
  const kind = what ?? (names.has('PowerPoint Document') ? 'bản trình chiếu PowerPoint' : null);
  return kind
    ? new ReadError('unsupported-type', `Tệp này là ${kind}, không phải văn bản Word.`)
    : new ReadError('corrupt', 'Tệp Word bị hỏng hoặc bị cắt ngang.');
}
