import type { Block, BlockKind } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { emptyCoverage } from '../../schemas/flag.ts';
import { emptyReport, type Report, type UnitLevel } from '../../schemas/report.ts';
import type { IndexedReport } from '../../search/port.ts';

/**
 * Small reports for the contract of the store and the query matrix: each sentence is there for some question. A report
 * is called by one hexadecimal digit; its hash is that digit 64 times, so orders can be worked out by hand.
 */
export interface SampleReport {
  name: string;
  collections: string[];
  report: Report;
  blocks: [kind: BlockKind, text: string][];
  citations?: SampleCitation[];
  relations?: SampleRelation[];
  indicators?: { quote: string; label: string; raw: string; value: number; unit?: string; scope?: string }[];
  issues?: { quote: string; topic: string; stance: string[]; place?: string }[];
  flags?: { quote: string; kind: 'parts-total' | 'percentage'; certain: boolean; vi: string }[];
}

interface SampleCitation {
  quote: string;
  number: string | null;
  directive: string | null;
  type?: string;
  issuer?: string;
  date?: string;
  title?: string;
  shorthand?: boolean;
  self?: boolean;
}

interface SampleRelation {
  quote: string;
  from?: string;
  verb: string;
  to: string;
  modality?: 'done' | 'planned' | 'proposed' | 'negated';
  actor?: string;
  place?: string;
}

const units = (...chain: [string, UnitLevel, string?][]): Report['units'] =>
  chain.map(([name, level, code = null]) => ({ name, level, code }));
const haiPhong: [string, UnitLevel, string] = ['thành phố Hải Phòng', 'province', '31'];
const leChan: [string, UnitLevel] = ['quận Lê Chân', 'district'];
const quangNgai: [string, UnitLevel, string] = ['tỉnh Quảng Ngãi', 'province', '51'];
const halfYear = { label: '6 tháng đầu năm 2023', from: '2023-01-01', to: '2023-06-30' };

export const sampleReports: SampleReport[] = [
  {
    name: '1',
    collections: ['chung'],
    report: {
      ...emptyReport,
      number: '212-BC/TU',
      type: 'Báo cáo',
      title: 'Kết quả công tác dân vận 6 tháng đầu năm 2023',
      issuer: 'Thành ủy Hải Phòng',
      units: units(haiPhong),
      date: '2023-06-19',
      period: halfYear,
    },
    blocks: [
      ['heading', 'I. Công tác lãnh đạo'],
      [
        'paragraph',
        'Thành ủy tổ chức 14 cuộc đối thoại trực tiếp với nhân dân, giải quyết 1.234,5 ha đất thu hồi tại 05 quận.',
      ],
      ['paragraph', 'Thực hiện Quyết định số 218-QĐ/TW ngày 12/12/2013, các cấp ủy đã tiếp thu góp ý xây dựng Đảng.'],
      ['paragraph', 'Kế hoạch số 47-KH/TU triển khai Quyết định số 218-QĐ/TW đến từng chi bộ.'],
      ['list-item', 'Thực hiện Nghị quyết số 08-NQ/TU của Thành ủy về phát triển đô thị ven sông.'],
    ],
    citations: [
      {
        quote: 'Quyết định số 218-QĐ/TW ngày 12/12/2013',
        number: '218-QĐ/TW',
        directive: 'party|central|TW|QĐ|218|XI',
        type: 'Quyết định',
        date: '2013-12-12',
      },
      { quote: 'Kế hoạch số 47-KH/TU', number: '47-KH/TU', directive: 'TU@31|KH|47', type: 'Kế hoạch' },
      {
        quote: 'Quyết định số 218-QĐ/TW đến',
        number: '218-QĐ/TW',
        directive: 'party|central|TW|QĐ|218|',
        type: 'Quyết định',
      },
      {
        quote: 'Nghị quyết số 08-NQ/TU của Thành ủy',
        number: '08-NQ/TU',
        directive: 'TU@31|NQ|8',
        type: 'Nghị quyết',
        issuer: 'Thành ủy Hải Phòng',
      },
    ],
    relations: [
      {
        quote: 'Thực hiện Quyết định số 218-QĐ/TW ngày 12/12/2013',
        verb: 'thực hiện',
        to: '218-QĐ/TW',
        actor: 'các cấp ủy',
      },
      {
        quote: 'Kế hoạch số 47-KH/TU triển khai Quyết định số 218-QĐ/TW đến',
        from: '47-KH/TU',
        verb: 'triển khai',
        to: '218-QĐ/TW',
      },
    ],
    indicators: [
      {
        quote: '14 cuộc đối thoại trực tiếp với nhân dân',
        label: 'cuộc đối thoại trực tiếp',
        raw: '14',
        value: 14,
        unit: 'cuộc',
        scope: 'thành phố Hải Phòng',
      },
      {
        quote: 'giải quyết 1.234,5 ha đất thu hồi',
        label: 'đất thu hồi',
        raw: '1.234,5',
        value: 1234.5,
        unit: 'ha',
      },
    ],
    flags: [
      {
        quote: '14 cuộc đối thoại',
        kind: 'parts-total',
        certain: true,
        vi: 'Các phần cộng lại được 15, văn bản ghi 14.',
      },
    ],
  },
  {
    name: '2',
    collections: ['chung'],
    report: {
      ...emptyReport,
      number: '88-BC/QU',
      type: 'Báo cáo',
      issuer: 'Quận ủy Lê Chân',
      units: units(haiPhong, leChan),
      date: '2023-06-10',
      period: halfYear,
    },
    blocks: [
      ['paragraph', 'Quận ủy duy trì đối thoại với nhân dân mỗi quý một lần; người dân trực tiếp nêu kiến nghị.'],
      ['paragraph', 'Kế hoạch số 31-KH/QU ngày 05/02/2023 thực hiện Kế hoạch số 47-KH/TU của Thành ủy.'],
      ['paragraph', 'Nhân dân bức xúc về ô nhiễm kênh An Kim Hải, đề nghị quận sớm xử lý.'],
      ['table', 'Phường\tSố cuộc đối thoại\tTỷ lệ (%)\nAn Biên\t6\t45,2\nDư Hàng\t8\t54,8'],
      ['footnote', 'Theo Quyết định 217 và 218 của Bộ Chính trị.'],
    ],
    citations: [
      {
        quote: 'Kế hoạch số 31-KH/QU ngày 05/02/2023',
        number: '31-KH/QU',
        directive: 'QU@LC|KH|31',
        date: '2023-02-05',
      },
      { quote: 'Kế hoạch số 47-KH/TU của Thành ủy', number: '47-KH/TU', directive: 'TU@31|KH|47', issuer: 'Thành ủy' },
      { quote: 'Quyết định 217', number: '217-QĐ/TW', directive: 'TW|QĐ|217', shorthand: true },
      {
        quote: '218 của Bộ Chính trị',
        number: '218-QĐ/TW',
        directive: 'party|central|TW|QĐ|218|',
        shorthand: true,
        issuer: 'Bộ Chính trị',
      },
    ],
    relations: [
      {
        quote: 'Kế hoạch số 31-KH/QU ngày 05/02/2023 thực hiện Kế hoạch số 47-KH/TU',
        from: '31-KH/QU',
        verb: 'thực hiện',
        to: '47-KH/TU',
      },
    ],
    issues: [
      {
        quote: 'Nhân dân bức xúc về ô nhiễm kênh An Kim Hải',
        topic: 'môi trường',
        stance: ['bức xúc'],
        place: 'kênh An Kim Hải',
      },
    ],
    flags: [{ quote: '45,2', kind: 'percentage', certain: false, vi: 'Tỷ lệ 45,2% khó khớp với 6 trên 14.' }],
  },
  {
    name: '3',
    collections: ['chung', 'phường'],
    report: {
      ...emptyReport,
      number: '15-BC/ĐU',
      type: 'Báo cáo',
      issuer: 'Đảng ủy phường An Biên',
      units: units(haiPhong, leChan, ['phường An Biên', 'commune']),
      date: '2023-05-30',
      period: halfYear,
    },
    blocks: [
      ['paragraph', 'Đảng ủy phường tiếp dân 196 lượt, đối thoại trực tiếp 03 cuộc; không có điểm nóng.'],
      ['paragraph', 'Ủy ban nhân dân phường hoà giải 12 vụ việc, khoá sổ ngày 30 tháng 5 năm 2023.'],
      ['paragraph', 'Sơ kết 5 năm thực hiện Quyết định số 218-QD/TW; kinh phí 1234,5 triệu đồng.'],
      ['list-item', 'Người dân mong muốn sửa đường Hồ Sen, thay cột điện cũ.'],
      ['signature', 'T/M ĐẢNG ỦY'],
    ],
    citations: [
      {
        quote: 'Quyết định số 218-QD/TW',
        number: '218-QĐ/TW',
        directive: 'party|central|TW|QĐ|218|',
        type: 'Quyết định',
      },
    ],
    relations: [
      { quote: 'Sơ kết 5 năm thực hiện Quyết định số 218-QD/TW', verb: 'sơ kết', to: '218-QĐ/TW', modality: 'planned' },
    ],
    indicators: [
      {
        quote: 'tiếp dân 196 lượt',
        label: 'lượt tiếp dân',
        raw: '196',
        value: 196,
        unit: 'lượt',
        scope: 'phường An Biên',
      },
    ],
    issues: [
      { quote: 'Người dân mong muốn sửa đường Hồ Sen', topic: 'hạ tầng', stance: ['mong muốn'], place: 'đường Hồ Sen' },
    ],
  },
  {
    name: '4',
    collections: ['chung', 'phường'],
    report: {
      ...emptyReport,
      number: '70-BC/ĐU',
      type: 'Báo cáo',
      issuer: 'Đảng ủy phường Phổ Ninh',
      units: units(quangNgai, ['thị xã Đức Phổ', 'district'], ['phường Phổ Ninh', 'commune']),
      date: '2023-05-26',
    },
    blocks: [
      ['paragraph', 'Đảng ủy phường Phổ Ninh phối hợp thu hồi đất làm đường cao tốc, đền bù cho 218 hộ dân.'],
      ['paragraph', 'Đội thoại lưu động của đoàn thanh niên phát tin trực tiếp tại chợ.'],
      ['paragraph', 'Thực hiện Nghị quyết số 08-NQ/TU của Tỉnh ủy Quảng Ngãi về chuyển đổi số.'],
      ['paragraph', 'Chưa thực hiện Nghị định 04/2015/NĐ-CP tại hai cơ quan.'],
    ],
    citations: [
      {
        quote: 'Nghị quyết số 08-NQ/TU của Tỉnh ủy Quảng Ngãi',
        number: '08-NQ/TU',
        directive: 'TU@51|NQ|8',
        type: 'Nghị quyết',
        issuer: 'Tỉnh ủy Quảng Ngãi',
      },
      { quote: 'Nghị định 04/2015/NĐ-CP', number: '04/2015/NĐ-CP', directive: 'CP|NĐ|4|2015', type: 'Nghị định' },
    ],
    relations: [
      {
        quote: 'Chưa thực hiện Nghị định 04/2015/NĐ-CP tại hai cơ quan',
        verb: 'thực hiện',
        to: '04/2015/NĐ-CP',
        modality: 'negated',
      },
    ],
  },
  {
    name: '5',
    collections: ['chung'],
    report: {
      ...emptyReport,
      number: '301-BC/TU',
      type: 'Báo cáo',
      issuer: 'Tỉnh ủy Quảng Ngãi',
      units: units(quangNgai),
      date: '2023-06-19',
      period: halfYear,
    },
    blocks: [
      ['heading', 'Báo cáo công tác dân vận chính quyền'],
      ['paragraph', 'Tỉnh ủy chỉ đạo đối thoại trực tiếp, thu hồi đất đúng quy định; trực tiếp đối thoại ở 13 huyện.'],
      ['paragraph', 'Diện tích 1.234 ha, tăng 12,5% so với cùng kỳ; kinh phí 2,35 tỷ đồng.'],
    ],
  },
  {
    name: '6',
    collections: ['chung'],
    report: {
      ...emptyReport,
      number: '19/KH-UBND',
      type: 'Kế hoạch',
      issuer: 'Ủy ban nhân dân quận Lê Chân',
      units: units(haiPhong, leChan),
      date: '2022-12-01',
    },
    blocks: [
      ['paragraph', 'Kế hoạch tiếp công dân và giải quyết khiếu nại, tố cáo năm 2023.'],
      ['paragraph', 'Thời hạn gửi báo cáo: 15/12/2022; số điện thoại đường dây nóng niêm yết tại trụ sở.'],
      ['paragraph', 'Căn cứ Luật Khiếu nại, Luật Tố cáo và 84 QĐ/TWĐTN của Trung ương Đoàn.'],
    ],
    citations: [
      { quote: '84 QĐ/TWĐTN của Trung ương Đoàn', number: '84-QĐ/TWĐTN', directive: null },
      { quote: 'Luật Khiếu nại', number: null, directive: null, type: 'Luật', title: 'Luật Khiếu nại' },
    ],
  },
  {
    name: '7',
    collections: ['chung'],
    report: { ...emptyReport, type: 'Đề cương' },
    blocks: [
      ['paragraph', 'Đề cương báo cáo: nêu rõ kết quả đối thoại, kết quả giải quyết khiếu nại đông người.'],
      ['paragraph', ''],
      ['paragraph', 'Số liệu gửi kèm theo mẫu.'],
    ],
  },
  {
    name: '8',
    collections: ['nội bộ'],
    report: {
      ...emptyReport,
      number: '40-BC/BDVTU',
      type: 'Báo cáo',
      issuer: 'Ban Dân vận Thành ủy Hải Phòng',
      units: units(haiPhong),
      date: '2023-06-20',
      period: halfYear,
    },
    blocks: [
      ['paragraph', 'Ban Dân vận kiến nghị sửa đổi Quyết định số 218-QĐ/TW cho sát thực tế đối thoại trực tiếp.'],
      ['paragraph', 'Báo cáo số 40-BC/BDVTU thay cho báo cáo trước.'],
    ],
    citations: [
      {
        quote: 'Quyết định số 218-QĐ/TW',
        number: '218-QĐ/TW',
        directive: 'party|central|TW|QĐ|218|',
        type: 'Quyết định',
      },
      { quote: 'Báo cáo số 40-BC/BDVTU', number: '40-BC/BDVTU', directive: 'BDVTU@31|BC|40', self: true },
    ],
    relations: [
      {
        quote: 'kiến nghị sửa đổi Quyết định số 218-QĐ/TW',
        verb: 'sửa đổi',
        to: '218-QĐ/TW',
        modality: 'proposed',
      },
    ],
  },
];

export const shaOf = (name: string): string => name.repeat(64);

export function sampleExtraction(sample: SampleReport, pipelineVersion = '1'): IndexedReport['extraction'] {
  const sha256 = shaOf(sample.name);
  const blocks = sample.blocks.map(([kind, text], i): Block => {
    const place = { section: i === 0 ? null : `I.${i}`, page: sample.name === '4' ? null : Math.ceil((i + 1) / 2) };
    const table = kind === 'table' ? { headerRows: 1, confidence: 1, cells: [] } : null;
    return { id: `b${i + 1}`, kind, text, ...place, ocrConfidence: null, note: null, parent: null, table };
  });
  const spanOf = (quote: string) => {
    const block = blocks.find(({ text }) => text.includes(quote));
    if (!block) throw new Error(`report ${sample.name} does not say “${quote}”`);
    const start = block.text.indexOf(quote);
    return { quote, block: block.id, start, end: start + quote.length };
  };
  return {
    source: `${sample.name}.docx`,
    sha256,
    mediaType: 'application/pdf',
    pipelineVersion,
    status: 'complete',
    diagnostics: [],
    report: sample.report,
    blocks,
    citations: (sample.citations ?? []).map((citation, i) => ({
      id: `${sample.name}c${i}`,
      ...spanOf(citation.quote),
      number: citation.number,
      unlinkedReason: null,
      type: citation.type ?? null,
      issuer: citation.issuer ?? null,
      date: citation.date ?? null,
      title: citation.title ?? null,
      shorthand: citation.shorthand ?? false,
      inferred: citation.shorthand ? ['number'] : [],
      self: citation.self ?? false,
      directive: citation.directive,
    })),
    relations: (sample.relations ?? []).map((relation, i) => ({
      id: `${sample.name}r${i}`,
      from: relation.from ?? null,
      verb: relation.verb,
      to: relation.to,
      modality: relation.modality ?? 'done',
      actor: relation.actor ?? null,
      place: relation.place ?? null,
      ...spanOf(relation.quote),
    })),
    indicators: (sample.indicators ?? []).map((indicator, i) => ({
      id: `${sample.name}i${i}`,
      label: indicator.label,
      value: indicator.value,
      raw: indicator.raw,
      unit: indicator.unit ?? null,
      qualifier: null,
      kind: 'result',
      period: null,
      scope: indicator.scope ?? null,
      ...spanOf(indicator.quote),
      of: null,
      partOf: null,
      rules: ['sample'],
      table: null,
    })),
    issues: (sample.issues ?? []).map((issue, i) => ({
      id: `${sample.name}s${i}`,
      ...spanOf(issue.quote),
      topic: issue.topic,
      place: issue.place ?? null,
      stance: issue.stance,
      people: null,
      addressedTo: null,
      response: null,
    })),
    flags: (sample.flags ?? []).map((flag, i) => ({
      id: `${sample.name}f${i}`,
      fingerprint: `${sample.name}-${i}`,
      kind: flag.kind,
      severity: flag.certain ? 'error' : 'warning',
      certain: flag.certain,
      stated: null,
      expected: null,
      message: { vi: flag.vi, en: 'These figures differ.' },
      formula: null,
      interval: null,
      suggestion: null,
      evidence: [{ role: 'total', ...spanOf(flag.quote) }],
    })),
    coverage: emptyCoverage,
  } satisfies Extraction;
}

/** Each report once for every collection it lies in. */
export function indexedReports(): IndexedReport[] {
  return sampleReports.flatMap((sample) =>
    sample.collections.map((collection) => ({
      extraction: sampleExtraction(sample),
      collection,
      path: `/${collection}/${sample.name}.docx`,
    })),
  );
}
