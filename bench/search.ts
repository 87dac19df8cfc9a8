import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from '../schemas/document.ts';
import type { Extraction } from '../schemas/extraction.ts';
import { emptyCoverage } from '../schemas/flag.ts';
import { emptyReport } from '../schemas/report.ts';
import type { IndexedReport } from '../search/port.ts';
import { parseQuery } from '../search/query/parse.ts';
import { openSqliteStore } from '../search/sqlite/store.ts';
import { trace } from '../search/trace.ts';
import { median, type Row } from './table.ts';
import { timedPut } from './timed-put.ts';

const REPORTS = 10_000;
const PARAGRAPHS = 12;
const ROUNDS = 5;
const everybody = { collections: null };
const page = { offset: 0, limit: 20 };

/** As people ask: words, phrases, numbers, conditions. */
export const queries = [
  'đối thoại trực tiếp với nhân dân',
  'doi thoai truc tiep',
  '"đối thoại trực tiếp"',
  'thu hồi đất OR đền bù',
  'ô nhiễm môi trường cap:xã',
  '218-QĐ/TW',
  'khiếu nại tố cáo from:2022 to:2023',
  'tiếp công dân -"đối thoại"',
  'dân*',
  '1.234',
  'issuer:"phường 17" kiến nghị',
  'ủy',
  'công tác dân vận của chính quyền',
  'xã hội hóa nông thôn mới',
];

/** As many people ask, each something else: a few words that stand near each other, some as a phrase or of some years. */
export function drawnQueries(count: number): string[] {
  const draw = draws(count);
  const chance = (): number => draw.next().value;
  return Array.from({ length: count }, () => {
    const length = 2 + Math.floor(chance() * 4);
    const at = Math.floor(chance() * (frequent.length - length));
    const asked = frequent.slice(at, at + length).join(' ');
    const kind = chance();
    if (kind < 0.2) return `"${asked}"`;
    if (kind < 0.4) return `${asked} from:${2020 + Math.floor(chance() * 4)}`;
    return kind < 0.5 ? `${asked} cap:xã` : asked;
  });
}

/** Embedded search over 10,000 small reports: queries with facets, traces, and what one more report costs. */
export async function benchSearch(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-bench-'));
  const store = openSqliteStore(join(folder, 'store.db'));
  try {
    const puts: number[] = [];
    for (let i = 1; i <= REPORTS + 100; i++) puts.push(await timedPut(store, generatedReport(i)));
    const early = mean(puts.slice(50, 150));
    const late = mean(puts.slice(REPORTS - 50, REPORTS + 50));
    const searches = await times(queries, (query) => store.search(everybody, parseQuery(query), page));
    const numbers = ['218-QĐ/TW', '217-QĐ/TW', '12-KH/TU', '301-NQ/QU', '999-QĐ/TW'];
    const traces = await times(numbers, (number) => trace(store, everybody, number, undefined, 200));
    return [
      row(`search, ${REPORTS} reports, p95`, `${p95(searches).toFixed(1)} ms`, 'budget 50 ms'),
      row(`search, ${REPORTS} reports, median`, `${median(searches).toFixed(1)} ms`),
      row(`trace, ${REPORTS} reports, p95`, `${p95(traces).toFixed(1)} ms`, 'budget 50 ms'),
      row(`store the 101st report`, `${early.toFixed(2)} ms`),
      row(`store the 10,001st report`, `${late.toFixed(2)} ms`, `× ${(late / early).toFixed(2)}, budget 1.3`),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (what: string, value: string, beside?: string): Row => (beside ? { what, value, beside } : { what, value });

async function times<T>(asked: readonly T[], ask: (question: T) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const question of asked) {
      const start = performance.now();
      await ask(question);
      if (round > 0) taken.push(performance.now() - start);
    }
  }
  return taken;
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const p95 = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;

const frequent = (
  'công tác dân vận của cấp ủy và chính quyền các nhân đối thoại trực tiếp với thực hiện trong năm kết quả giải quyết kiến ' +
  'nghị phường xã hội khiếu nại tố cáo đất thu hồi đền bù môi trường ô nhiễm nông thôn mới hóa văn kế hoạch triển khai ' +
  'quyết định chỉ thị ban thường vụ thành tổ chức mặt trận đoàn thể người hộ nghèo vay vốn đường giao thông học ' +
  'trạm y hòa cơ sở quy chế giám sát phản biện góp ý xây dựng đảng lượt cuộc buổi chuyên đề'
).split(' ');
const onsets = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rimes =
  'a án ạt âm ấp ăng ảnh ao áy em èn ép êu ích iếm iên iệt inh o ói om ong ôi ốn ơi ớm ua ung uốc ứng ương'.split(' ');
/** About as many syllables as reports have, the frequent ones first: sentences are drawn so that the first occur most. */
const words = [...frequent, ...onsets.flatMap((onset) => rimes.map((rime) => onset + rime))];

/** A sequence that is the same on every machine. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed * 2_654_435_761; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}

/** A small report that is the same on every machine. */
export function generatedReport(i: number): IndexedReport {
  const draw = draws(i);
  const chance = (): number => draw.next().value;
  const sentence = (): string =>
    Array.from({ length: 35 }, () => words[Math.floor(chance() ** 3 * words.length)]).join(' ');
  const cited = i % 3 === 0 ? '218-QĐ/TW' : `${(i % 400) + 1}-${i % 2 === 0 ? 'KH/TU' : 'NQ/QU'}`;
  const texts = Array.from({ length: PARAGRAPHS }, (_, at) =>
    at === 3
      ? `Thực hiện Quyết định số ${cited}, ${sentence()} ${(i % 9) + 1}.${100 + (i % 900)} hộ.`
      : `${sentence()}.`,
  );
  const blocks = texts.map((text, at): Block => {
    const plain = { section: null, page: 1, ocrConfidence: null, note: null, parent: null, table: null };
    return { id: `b${at + 1}`, kind: 'paragraph', text, ...plain };
  });
  const quote = `Quyết định số ${cited}`;
  const start = texts[3]!.indexOf(quote);
  const span = { quote, block: 'b4', start, end: start + quote.length };
  const commune = `phường ${(i % 160) + 1}`;
  const date = `${2020 + (i % 4)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
  const sha256 = createHash('sha256').update(String(i)).digest('hex');
  const extraction: Extraction & { sha256: string } = {
    source: sha256,
    sha256,
    mediaType: 'application/pdf',
    pipelineVersion: '1',
    status: 'complete',
    diagnostics: [],
    report: {
      ...emptyReport,
      number: `${i}-BC/ĐU`,
      type: 'Báo cáo',
      issuer: `Đảng ủy ${commune}`,
      units: [
        { name: `tỉnh ${(i % 63) + 1}`, level: 'province', code: String(i % 63) },
        { name: commune, level: 'commune', code: null },
      ],
      date,
    },
    blocks,
    citations: [
      {
        ...{ id: `c${i}`, ...span, number: cited, unlinkedReason: null, type: 'Quyết định', issuer: null, date: null },
        ...{ title: null, shorthand: false, inferred: [], self: false, directive: `số ${cited}` },
      },
    ],
    relations: [],
    indicators: texts.slice(0, 6).map((text, at) => ({
      ...{
        id: `i${i}-${at}`,
        label: text.slice(0, 30),
        value: at,
        raw: '1',
        unit: 'hộ',
        qualifier: null,
        kind: 'result',
      },
      ...{ period: null, scope: commune, quote: text.slice(0, 60), block: `b${at + 1}`, start: 0, end: 60 },
      ...{ of: null, partOf: null, rules: [], table: null },
    })),
    issues: [],
    flags: [],
    coverage: emptyCoverage,
  };
  return { extraction, collection: 'chung', path: `/kho/${i}.pdf` };
}
