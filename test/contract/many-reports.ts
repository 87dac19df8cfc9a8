import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { emptyCoverage, type Flag } from '../../schemas/flag.ts';
import type { Issue } from '../../schemas/issue.ts';
import { emptyReport, type Unit } from '../../schemas/report.ts';
import type { Desk } from '../../search/desk-port.ts';
import type { IndexedReport } from '../../search/port.ts';

/** What many reports say, each a little otherwise: near words, other spellings, other figures, other marks. */
const sentences = [
  'Cấp ủy chỉ đạo người đứng đầu đối thoại trực tiếp với nhân dân về thu hồi đất làm đường vành đai.',
  'Cấp uỷ đã đối thoại với dân 12 cuộc; trực tiếp giải quyết 1.234,5 m2 đất thu hồi.',
  'Đội thoại của phường đi từng ngõ, từng nhà; đài phát thanh đổi giờ phát.',
  'Điện thoại đường dây nóng nhận 1234,5 phút gọi, tăng 12,5% so với cùng kỳ.',
  'Thực hiện Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị, các tổ chức góp ý xây dựng Đảng.',
  'Thực hiện Quyết định số 217-QD/TW ngày 12 tháng 12 năm 2013, Mặt trận giám sát 05 chuyên đề.',
  'Theo Quyết định 217 và 218 của Bộ Chính trị, phản biện 8 dự thảo.',
  'Kế hoạch số 47-KH/TU ngày 05-02-2023 được gửi đến 218 chi bộ.',
  'Nghị định số 04/2015/NĐ-CP và Nghị định số 145/2020/NĐ-CP được niêm yết tại 47 cơ quan.',
  'Hoà giải 196 vụ việc tại cơ sở, hòa giải thành 190 vụ; khoá sổ ngày 30/5/2023.',
  'Nhân dân bức xúc vì ô nhiễm kênh; người dân mong muốn sớm nạo vét kênh.',
  'NHÂN DÂN KIẾN NGHỊ LÀM ĐƯỜNG, ĐIỆN, TRƯỜNG, TRẠM',
  'Ủy ban nhân dân xã tiếp công dân 45 lượt, tiếp nhận 19 đơn khiếu nại, tố cáo; không có điểm nóng.',
  'Uỷ ban nhân dân xã trả lời 19 đơn tố cáo; khiếu nại đông người giảm 2,35 lần.',
  'Tổng kinh phí 2,350 tỷ đồng, trong đó dân góp 1.234 triệu đồng và 5 ha đất.',
  'Dân vận khéo: 5 mô hình “Dân vận khéo” được công nhận; dân vận chính quyền có chuyển biến.',
  'Công tác dân vận của chính quyền còn hạn chế; quy chế dân chủ ở cơ sở chưa nền nếp.',
  'Chuyển đổi số: đổi mới cách trả lời kiến nghị, số hóa 100% sổ sách.',
  'Bảng\tsố cuộc\ttỷ lệ\nPhường An Biên\t6\t45,2\nPhường Dư Hàng\t08\t54.8',
  'Trung ương Đoàn ban hành Hướng dẫn số 16-HD/TƯĐTN; tỉnh đoàn có văn bản 84 QĐ/TWĐTN.',
  'Báo cáo số 40-BC/BDVTU ngày 15.12.2022 nêu 3.456.789 lượt người.',
  'Đất đai, đền bù, giải phóng mặt bằng: 31 hộ chưa đồng thuận; đã đối thoại hai lần.',
  'Thủ trưởng đơn vị đối thoại với thanh niên, đoàn viên; thanh niên hỏi về việc làm.',
  'Không để xảy ra điểm nóng; không có đơn thư vượt cấp.',
] as const;

const province = (name: string, code: string): Unit => ({ name, level: 'province', code });
const district = (name: string): Unit => ({ name, level: 'district', code: null });
const commune = (name: string): Unit => ({ name, level: 'commune', code: null });

const bodies: { issuer: string | null; units: Unit[] }[] = [
  { issuer: 'Thành ủy Hải Phòng', units: [province('thành phố Hải Phòng', '31')] },
  { issuer: 'Quận ủy Lê Chân', units: [province('thành phố Hải Phòng', '31'), district('quận Lê Chân')] },
  {
    issuer: 'Đảng ủy phường An Biên',
    units: [province('thành phố Hải Phòng', '31'), district('quận Lê Chân'), commune('phường An Biên')],
  },
  { issuer: 'Tỉnh ủy Quảng Ngãi', units: [province('tỉnh Quảng Ngãi', '51')] },
  {
    issuer: 'Đảng uỷ xã Đức Phong',
    units: [province('tỉnh Quảng Ngãi', '51'), district('huyện Mộ Đức'), commune('xã Đức Phong')],
  },
  { issuer: 'Ủy ban nhân dân huyện Mộ Đức', units: [province('tỉnh Quảng Ngãi', '51'), district('huyện Mộ Đức')] },
  { issuer: null, units: [] },
];
const types = ['Báo cáo', 'Kế hoạch', 'Báo cáo tóm tắt', 'Đề cương', null];
const dates = ['2023-06-19', '2023-06-19', '2022-12-15', '2023-05-30', null, '2021-01-02', '2023-12-31'];
const collections = ['chung', 'tỉnh', 'phường', 'nội bộ'];
const REPORTS = 36;
const PASSAGES = 64;

const cited: [quote: string, number: string | null, directive: string | null, title?: string][] = [
  ['Quyết định số 218-QĐ/TW', '218-QĐ/TW', 'party|central|TW|QĐ|218|XI'],
  ['Quyết định số 217-QD/TW', '217-QĐ/TW', 'party|central|TW|QĐ|217|XI'],
  ['Quyết định 217', '217-QĐ/TW', 'party|central|TW|QĐ|217|'],
  ['218 của Bộ Chính trị', '218-QĐ/TW', 'party|central|TW|QĐ|218|'],
  ['Kế hoạch số 47-KH/TU', '47-KH/TU', null],
  ['Nghị định số 04/2015/NĐ-CP', '04/2015/NĐ-CP', 'state|central|CP|NĐ|4|2015'],
  ['Hướng dẫn số 16-HD/TƯĐTN', '16-HD/TWĐTN', null],
  ['quy chế dân chủ ở cơ sở', null, null, 'Quy chế dân chủ ở cơ sở'],
];

/** Reports of a few passages each, the same on every machine: which says what follows from its number alone. */
export function manyReports(): IndexedReport[] {
  return Array.from({ length: REPORTS }, (_, i) => {
    const texts = Array.from({ length: PASSAGES }, (_, at) =>
      // some blocks hold nothing, and one report has no text at all
      (i + at) % 11 === 10 || i === 29 ? '' : sentences[(i * 5 + at * (1 + (i % 3))) % sentences.length]!,
    );
    const blocks = texts.map((text, at): Block => {
      const kind = text.includes('\t') ? 'table' : 'paragraph';
      const table = kind === 'table' ? { headerRows: 1, confidence: 1, cells: [] } : null;
      const place = { section: at === 0 ? null : `II.${at}`, page: i % 4 === 0 ? null : 1 + Math.floor(at / 3) };
      return { id: `b${at}`, kind, text, ...place, ocrConfidence: null, note: null, parent: null, table };
    });
    const sha256 = (i * 7 + 3).toString(16).padStart(2, '0').repeat(32);
    const { issuer, units } = bodies[i % bodies.length]!;
    const collection = collections[(i * 3) % collections.length]!;
    const extraction: IndexedReport['extraction'] = {
      source: sha256,
      sha256,
      mediaType: 'application/pdf',
      pipelineVersion: '1',
      status: 'complete',
      diagnostics: [],
      report: { ...emptyReport, number: `${i}-BC`, type: types[i % types.length]!, issuer, units, date: dates[i % 7]! },
      blocks,
      citations: citationsOf(blocks, i),
      relations: [],
      indicators: [],
      issues: issuesOf(i),
      flags: flagsOf(i),
      coverage: { ...emptyCoverage, claimsChecked: i % 4 },
    };
    return { extraction, collection, path: `/${collection}/${i}.pdf` };
  });
}

const topics = ['đất đai', 'Môi trường', 'đất đai', 'thủ tục hành chính'];

function issuesOf(report: number): Issue[] {
  return topics.slice(0, report % 5).map((topic, at) => ({
    ...{ id: `${report}i${at}`, quote: 'x', block: 'b0', start: 0, end: 1, topic },
    ...{ place: null, stance: [], people: null, addressedTo: null, response: null },
  }));
}

/** Some reports raise the same flag, as the file and its print do, and some with other figures. */
function flagsOf(report: number): Flag[] {
  return Array.from({ length: report % 3 }, (_, at) => ({
    ...{ id: `f${(report + at) % 5}`, fingerprint: report % 7 === 0 ? 'other' : 'figures' },
    ...{ kind: 'parts-total', severity: 'error', certain: true, stated: '3', expected: '2', formula: null },
    ...{ message: { vi: 'sai', en: 'wrong' }, interval: null, suggestion: null },
    evidence: [{ role: 'total', quote: 'x', block: 'b0', start: 0, end: 1 }],
  }));
}

const said = { by: 'Lan', at: '2024-01-02T03:04:05.000Z', undoes: null, comment: null };

/** Two flags stay decided, one is open again; three reports are signed off, one of them no longer. */
export async function settleMany({ decisions, signOffs }: Desk, reports: readonly IndexedReport[]): Promise<void> {
  const decision = { ...said, fingerprint: 'figures', reason: 'đã rõ', assignee: null };
  for (const flag of ['f0', 'f1', 'f2'])
    await decisions.add({ ...decision, flag, version: 1, state: flag === 'f0' ? 'confirmed' : 'dismissed' });
  await decisions.add({ ...decision, flag: 'f2', version: 2, state: 'open' });
  const counts = { checked: 1, consistent: 1, flagged: 0, decided: 0 };
  for (const { extraction } of reports.slice(4, 7))
    await signOffs.add({ ...said, report: extraction.sha256, version: 1, signed: true, counts, flags: {} });
  const back = { ...said, report: reports[6]!.extraction.sha256, version: 2, signed: false, counts, flags: {} };
  await signOffs.add(back);
}

export const signOffOne = ({ signOffs }: Desk, { extraction }: IndexedReport) =>
  signOffs.add({
    ...said,
    ...{ report: extraction.sha256, version: 1, signed: true, flags: {} },
    counts: { checked: 0, consistent: 0, flagged: 0, decided: 0 },
  });

/** The same, told by hand. */
export const settledOfMany = {
  flags: ['f0 figures', 'f1 figures'],
  reports: (reports: readonly IndexedReport[]) => reports.slice(4, 6).map(({ extraction }) => extraction.sha256),
};

function citationsOf(blocks: Block[], report: number): Extraction['citations'] {
  return blocks.flatMap(({ id: block, text }) =>
    cited.flatMap(([quote, number, directive, title = null], i) => {
      const start = text.indexOf(quote);
      if (start === -1) return [];
      const span = { quote, block, start, end: start + quote.length };
      const type = title === null ? null : 'Quy chế';
      const facts = { number, directive, title, type, issuer: null, date: null, unlinkedReason: null };
      return [{ id: `${report}-${block}-${i}`, ...span, ...facts, shorthand: false, inferred: [], self: false }];
    }),
  );
}
