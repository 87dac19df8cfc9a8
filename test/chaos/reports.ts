import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';

const PLACES = ['Bình Thuận', 'Kỳ Sơn', 'An Hòa', 'Tân Phú', 'Long Khánh', 'Yên Lạc', 'Nam Đàn', 'Cẩm Giàng'];
/** A package must not carry the time at which it was made: the same report is the same bytes. */
const MADE = new Date('2023-01-01T00:00:00Z');

/**
 * Small Word reports: number `i` always has the same bytes. Of 20 one is a copy of the one before it, one is no Word
 * file at all whatever its name says, and one contradicts itself.
 */
export async function writeReports(folder: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    // Folders of a hundred, as people keep them.
    const place = join(folder, `quý ${Math.floor(i / 100) + 1}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${String(i).padStart(5, '0')}.docx`), await bytesOf(i));
  }
}

async function bytesOf(i: number): Promise<Uint8Array> {
  if (i % 20 === 19) return bytesOf(i - 1);
  if (i % 20 === 7) return new TextEncoder().encode(`\u0000\u0001 không phải tệp Word, số ${i}`);
  return wordFile(paragraphs(i));
}

function paragraphs(i: number): string[] {
  const place = PLACES[i % PLACES.length];
  const talks = 100 + (i % 90);
  const inPerson = 60 + (i % 30);
  const online = talks - inPerson + (i % 20 === 3 ? 5 : 0);
  return [
    `ỦY BAN NHÂN DÂN HUYỆN ${place?.toUpperCase()}`,
    `Số: ${i + 1}/BC-UBND`,
    `${place}, ngày ${(i % 27) + 1} tháng ${(i % 12) + 1} năm 2023`,
    'BÁO CÁO',
    `Kết quả thực hiện Quyết định số ${200 + (i % 40)}-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị`,
    'I. KẾT QUẢ THỰC HIỆN',
    `Trong kỳ, toàn huyện đã tổ chức ${talks} cuộc đối thoại, trong đó có ${inPerson} cuộc trực tiếp và ${online} cuộc trực tuyến.`,
    `Thực hiện Chỉ thị số ${10 + (i % 30)}-CT/TU, các xã đã tiếp ${300 + i} lượt công dân đến kiến nghị, phản ánh.`,
    `Nhân dân ${place} kiến nghị sớm sửa chữa tuyến đường liên xã đã xuống cấp.`,
    `Tỷ lệ đơn được giải quyết đạt ${80 + (i % 20)}%.`,
    'II. PHƯƠNG HƯỚNG, NHIỆM VỤ',
    'Tiếp tục nâng cao chất lượng công tác tiếp công dân, đối thoại với Nhân dân.',
  ];
}

export async function wordFile(texts: string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  const add = (name: string, xml: string): void => {
    zip.file(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`, {
      date: MADE,
      createFolders: false,
    });
  };
  const office = 'http://schemas.openxmlformats.org';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  add(
    '[Content_Types].xml',
    `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const body = texts.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  add(
    'word/document.xml',
    `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
