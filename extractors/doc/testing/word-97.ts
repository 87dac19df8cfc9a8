/** A piece of the text of one look. */
export interface TextPiece {
  text: string;
  /** Bytes a character: 1 is Windows-1252, 2 is UTF-16. */
  width?: 1 | 2;
  /** Character modifiers. */
  look?: number[];
  /** The number of a list of modifiers that a quick save laid over the piece. */
  over?: number;
}

export interface Word97 {
  pieces: TextPiece[];
  /** Modifiers of each paragraph in turn; none for those left out. */
  paragraphs?: number[][];
  fonts?: string[];
  /** Lists of modifiers for `over`. */
  laidOver?: number[][];
  /** Characters of the stories behind the body. */
  footnotes?: { length: number; marks: { at: number; isAutomatic: boolean }[]; texts: number[] };
  flags?: number;
  version?: number;
  streams?: Record<string, Buffer>;
}

const TEXT_AT = 0x600;
const PAGE = 512;

/** Writes a Word 97–2003 file by hand: what LibreOffice never writes (8-bit text, quick saves, typed marks). */
export function makeDoc(doc: Word97): Uint8Array {
  const main = Buffer.alloc(TEXT_AT + PAGE * 8);
  const tables: Buffer[] = [];
  let used = 0;
  const put = (index: number, table: Buffer): void => {
    main.writeUInt32LE(used, 0x9a + index * 8);
    main.writeUInt32LE(table.length, 0x9a + index * 8 + 4);
    tables.push(table);
    used += table.length;
  };
  main.writeUInt16LE(doc.version ?? 0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(doc.flags ?? 0, 10);
  const placed = placePieces(doc.pieces, main);
  const whole = doc.pieces.map(({ text }) => text).join('');
  main.writeUInt32LE(whole.length - (doc.footnotes?.length ?? 0), 0x4c);
  main.writeUInt32LE(doc.footnotes?.length ?? 0, 0x50);
  put(33, textTable(placed, doc.laidOver ?? []));
  put(
    12,
    pages(
      main,
      TEXT_AT + PAGE * 6,
      placed.map(({ start, end, piece }) => ({ start, end, list: piece.look ?? [] })),
    ),
  );
  put(13, pages(main, TEXT_AT + PAGE * 7, paragraphsOf(placed, doc.paragraphs ?? []), 13));
  put(15, fontTable(doc.fonts ?? []));
  if (doc.footnotes) {
    const { marks, texts } = doc.footnotes;
    put(
      2,
      Buffer.concat([
        numbers([...marks.map(({ at }) => at), whole.length]),
        ...marks.map((mark) => short(Number(mark.isAutomatic))),
      ]),
    );
    put(3, numbers(texts));
  }
  return compoundFile({ WordDocument: main, '0Table': Buffer.concat(tables), ...doc.streams });
}

interface Placed {
  piece: TextPiece;
  start: number;
  end: number;
  at: number;
}

function placePieces(pieces: readonly TextPiece[], main: Buffer): Placed[] {
  let start = TEXT_AT;
  let at = 0;
  return pieces.map((piece) => {
    const bytes = Buffer.from(piece.text, piece.width === 1 ? 'latin1' : 'utf16le');
    bytes.copy(main, start);
    const placed = { piece, start, end: start + bytes.length, at };
    // Two bytes a character begin at an even place.
    start += bytes.length + (bytes.length % 2);
    at += piece.text.length;
    return placed;
  });
}

function textTable(placed: readonly Placed[], laidOver: readonly number[][]): Buffer {
  const end = placed.reduce((sum, { piece }) => sum + piece.text.length, 0);
  const pieces = placed.map(({ piece, start }) => {
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(piece.width === 1 ? (start * 2) | 0x40000000 : start, 2);
    entry.writeUInt16LE(piece.over === undefined ? 0 : (piece.over << 1) | 1, 6);
    return entry;
  });
  const plc = Buffer.concat([numbers([...placed.map(({ at }) => at), end]), ...pieces]);
  const lists = laidOver.map((list) => Buffer.concat([Buffer.from([1]), short(list.length), Buffer.from(list)]));
  return Buffer.concat([...lists, Buffer.from([2]), numbers([plc.length]), plc]);
}

function paragraphsOf(placed: readonly Placed[], lists: readonly number[][]): Listed[] {
  const found: Listed[] = [];
  for (const { piece, start } of placed) {
    const width = piece.width === 1 ? 1 : 2;
    for (const [i, char] of Array.from(piece.text).entries()) {
      if (char !== '\r' && char !== '\x07') continue;
      const end = start + (i + 1) * width;
      found.push({ start: end - width, end, list: [0, 0, ...(lists[found.length] ?? [])] });
    }
  }
  return found;
}

interface Listed {
  start: number;
  end: number;
  list: number[];
}

/** One formatting page; ranges between those given have no formatting. */
function pages(main: Buffer, at: number, given: readonly Listed[], entryBytes = 1): Buffer {
  const ranges: Listed[] = [];
  let last = TEXT_AT;
  for (const range of given) {
    if (range.start > last) ranges.push({ start: last, end: range.start, list: [] });
    ranges.push(range);
    last = range.end;
  }
  const page = Buffer.alloc(PAGE);
  let free = PAGE - 2;
  for (const [i, { start, end, list }] of ranges.entries()) {
    page.writeUInt32LE(start, i * 4);
    page.writeUInt32LE(end, i * 4 + 4);
    if (list.length === 0) continue;
    const body = entryBytes === 1 ? [list.length, ...list] : [0, Math.ceil(list.length / 2), ...list];
    free -= body.length + (body.length % 2);
    Buffer.from(body).copy(page, free);
    page[(ranges.length + 1) * 4 + i * entryBytes] = free / 2;
  }
  page[PAGE - 1] = ranges.length;
  page.copy(main, at);
  return numbers([TEXT_AT, last, at / PAGE]);
}

function fontTable(fonts: readonly string[]): Buffer {
  const entries = fonts.map((name) => {
    const entry = Buffer.concat([Buffer.alloc(40), Buffer.from(`${name}\0`, 'utf16le')]);
    entry[0] = entry.length - 1;
    return entry;
  });
  return Buffer.concat([short(fonts.length), short(0), ...entries]);
}

const short = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);

const numbers = (values: readonly number[]): Buffer => Buffer.from(new Uint8Array(Uint32Array.from(values).buffer));

/** The container, with all streams in sectors of their own. */
export function compoundFile(streams: Record<string, Buffer>): Uint8Array {
  const END = 0xfffffffe;
  const sectors: Buffer[] = [];
  const next: number[] = [];
  const add = (bytes: Buffer): number => {
    const first = sectors.length;
    const count = Math.max(1, Math.ceil(bytes.length / PAGE));
    for (let i = 0; i < count; i++) {
      const sector = Buffer.alloc(PAGE);
      bytes.copy(sector, 0, i * PAGE, (i + 1) * PAGE);
      sectors.push(sector);
      next.push(i === count - 1 ? END : first + i + 1);
    }
    return first;
  };
  const folder = Object.entries(streams).map(([name, bytes]) =>
    entry(name, 2, add(bytes), Math.max(bytes.length, 4096)),
  );
  const folderAt = add(Buffer.concat([entry('Root Entry', 5, END, 0), ...folder]));
  const tableAt = sectors.length;
  const tableSectors = Math.ceil((sectors.length + 4) / (PAGE / 4));
  for (let i = 0; i < tableSectors; i++) next.push(0xfffffffd);
  const header = Buffer.alloc(PAGE, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(folderAt, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let i = 0; i < tableSectors; i++) header.writeUInt32LE(tableAt + i, 76 + i * 4);
  const table = Buffer.alloc(tableSectors * PAGE, 0xff);
  for (const [i, value] of next.entries()) table.writeUInt32LE(value, i * 4);
  return Buffer.concat([header, ...sectors, table]);
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
