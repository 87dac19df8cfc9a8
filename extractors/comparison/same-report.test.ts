import { describe, expect, test } from 'vitest';
import type { Block } from '../../schemas/document.ts';
import { emptyReport, type Report } from '../../schemas/report.ts';
import { sameness } from './same-report.ts';
import { bandsOf, likeness, sketchOf } from './sketch.ts';

const sentences = [
  'Đảng ủy xã lãnh đạo tổ chức 12 hội nghị quán triệt cho 640 lượt đảng viên.',
  'Mặt trận xã vận động ủng hộ Quỹ Vì người nghèo được 48 triệu đồng, sửa chữa 03 ngôi nhà.',
  'Công an xã bắt 02 vụ đánh bạc, xử phạt hành chính 11 đối tượng, thu nộp ngân sách 16,5 triệu đồng.',
  'Trạm y tế khám và cấp thuốc cho 215 người cao tuổi, tiêm nhắc lại cho 87 trẻ em.',
  'Hội Nông dân phối hợp mở 04 lớp tập huấn kỹ thuật trồng bưởi cho 160 hội viên.',
  'Ban Thường vụ Đảng ủy kiểm tra 03 chi bộ về việc thực hiện Quy định những điều đảng viên không được làm.',
];

const blocks = (texts: readonly string[]): Block[] =>
  texts.map((text, i) => ({
    id: `b${i}`,
    kind: 'paragraph',
    text,
    section: null,
    page: null,
    ocrConfidence: null,
    note: null,
    parent: null,
    table: null,
  }));

const may: Report = {
  ...emptyReport,
  number: '118-BC/ĐU',
  type: 'Báo cáo',
  title: 'kết quả công tác tháng 5 năm 2024',
  issuer: 'Đảng ủy xã Tân Phú',
  date: '2024-05-24',
  period: { label: 'tháng 5 năm 2024', from: '2024-05-01', to: '2024-05-31' },
};
const of = (report: Report, texts: readonly string[] = sentences) => ({ report, sketch: sketchOf(blocks(texts)) });

describe('one report in two files', () => {
  test('footnotes at another place, a word cut in two', () => {
    const printed = [...sentences.slice(2), ...sentences.slice(0, 2)].map((text) =>
      text.replace('lãnh đạo', 'lãnh đ ạo'),
    );
    expect(sameness(of(may), of(may, printed))).toBe('copy');
  });

  test('a scan whose number could not be read', () => {
    expect(sameness(of(may), of({ ...may, number: null, issuer: null }))).toBe('copy');
  });

  test('no header fact at all, the same words', () => {
    expect(sameness(of(emptyReport), of(emptyReport))).toBe('copy');
  });
});

test('a draft without number and with another figure is a version', () => {
  const draft = sentences.map((text) =>
    text.replace('12 hội nghị', '10 hội nghị').replace('215', '212').replace('48', '45'),
  );
  expect(sameness(of(may), of({ ...may, number: null, date: '2024-05-20' }, draft))).toBe('version');
});

describe('two reports', () => {
  test('the next month in the same words', () => {
    const june: Report = {
      ...may,
      number: '131-BC/ĐU',
      date: '2024-06-25',
      title: 'kết quả công tác tháng 6 năm 2024',
      period: { label: 'tháng 6 năm 2024', from: '2024-06-01', to: '2024-06-30' },
    };
    expect(sameness(of(may), of(june))).toBe('other');
  });

  test('the neighbour who copied the text', () => {
    expect(sameness(of(may), of({ ...may, issuer: 'Đảng ủy xã Tân Lập' }))).toBe('other');
  });

  test('one number and day, another text: numbers repeat from body to body', () => {
    const others = sentences.map((text) => text.split(' ').reverse().join(' '));
    expect(sameness(of({ ...may, issuer: null }), of(may, others))).toBe('other');
  });
});

test('much the same texts meet in a band, unlike ones do not', () => {
  const [a, b] = [of(may).sketch, of(may, sentences.slice(0, 5)).sketch];
  expect(likeness(a, b)).toBeGreaterThan(0.6);
  expect(bandsOf(b).some((band) => bandsOf(a).includes(band))).toBe(true);
  const other = sketchOf(
    blocks(['Kỳ họp thứ chín thông qua 14 nghị quyết về phân bổ ngân sách và đầu tư công trung hạn.']),
  );
  expect(bandsOf(other).some((band) => bandsOf(a).includes(band))).toBe(false);
});

test('a report without text has a sketch', () => {
  expect(likeness(sketchOf([]), sketchOf([]))).toBe(1);
});
