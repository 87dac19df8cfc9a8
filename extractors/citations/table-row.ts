import type { Block, Cell } from '../../schemas/document.ts';
import { parseDate } from '../dates/index.ts';
import { fold } from '../text/fold.ts';
import { typeNames } from './codes.ts';
import { readIssuer } from './issuer.ts';
import { isTitle, readTitles } from './titles.ts';

const DATE_HEADER = /ngay/;
const ISSUER_HEADER = /(?:co quan|noi|don vi|chu the|cap) ban hanh|tac gia/;
const TITLE_HEADER = /noi dung|trich yeu|ten van ban|ve viec/;
const TYPE_FIRST = new RegExp(`^(?:${typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|')})(?=\\s)`, 'iu');

interface RowFacts {
  date: string | null;
  title: string | null;
  issuer: string | null;
}

const NOTHING: RowFacts = { date: null, title: null, issuer: null };

/** A table as a list of documents: each row may tell the day and the subject of the number in it. */
export class DocumentRows {
  readonly #rows: Map<number, Cell[]>;
  readonly #byStart: Map<number, Cell>;
  readonly #dates: Set<number>;
  readonly #titles: Set<number>;
  readonly #issuers: Set<number>;

  constructor(block: Block) {
    const cells = block.table?.cells ?? [];
    const headerRows = block.table?.headerRows ?? 0;
    const headed = (pattern: RegExp): Set<number> => {
      const matching = cells.filter((cell) => cell.row < headerRows && pattern.test(fold(cell.text)));
      return new Set(matching.flatMap(({ col, colSpan }) => Array.from({ length: colSpan }, (_, i) => col + i)));
    };
    this.#rows = Map.groupBy(cells, (cell) => cell.row);
    this.#byStart = new Map(cells.filter((cell) => cell.end > cell.start).map((cell) => [cell.start, cell]));
    this.#dates = headed(DATE_HEADER);
    this.#titles = headed(TITLE_HEADER);
    this.#issuers = headed(ISSUER_HEADER);
  }

  /**
   * What the row says beside the number: the date from the column headed «Ngày …», the subject from the column headed
   * «Nội dung» or «Trích yếu». Only for a number at the beginning of its cell: one inside a subject is another document.
   */
  factsFor(cellStart: number, at: number): RowFacts {
    const own = this.#byStart.get(cellStart);
    if (!own || at > 40 || this.#titles.has(own.col)) return NOTHING;
    const row = (this.#rows.get(own.row) ?? []).filter((cell) => cell !== own);
    const dateCell = row.find((cell) => this.#dates.has(cell.col));
    const titleCell = row.find((cell) => this.#titles.has(cell.col));
    const issuerCell = row.find((cell) => this.#issuers.has(cell.col));
    const { title, issuer } = subjectOf(titleCell?.text ?? '');
    const issuerText = issuerCell?.text.trim() || null;
    return { date: dateCell ? parseDate(dateCell.text) : null, title, issuer: issuerText ?? issuer };
  }
}

/** «Quyết định của Ban Thường vụ Thành ủy về kiểm tra …»: the subject, and who issued it. */
function subjectOf(text: string): { title: string | null; issuer: string | null } {
  const type = TYPE_FIRST.exec(text)?.[0].length ?? 0;
  const issuer = readIssuer(text, type);
  const rest = text.slice(issuer?.end ?? type);
  const [quoted] = readTitles(text, issuer?.end ?? type).titles;
  if (quoted && /^\s?[“"«]/u.test(rest)) return { title: quoted, issuer: issuer?.name ?? null };
  const subject = /^\s(?:về việc|về|v\/v)\s/iu.test(rest)
    ? rest.replace(/^\s(?:về việc|về|v\/v)\s/iu, '').trim()
    : text.replace(/^(?:về việc|về|v\/v)\s/iu, '').trim();
  return { title: isTitle(subject) ? subject : null, issuer: issuer?.name ?? null };
}
