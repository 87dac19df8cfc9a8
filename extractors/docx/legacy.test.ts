import { expect, test } from 'vitest';
import { encodeTcvn3, encodeVni } from '../legacy/testing/encode.ts';
import { p, r } from './testing/package.ts';
import { readParts, textsOf } from './testing/reading.ts';

const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const LINES = [
  'Số 15-BC/HU',
  'Huyện ủy đã tổ chức 12 cuộc đối thoại với nhân dân, giải quyết 35 kiến nghị về đất đai, môi trường.',
  'xã Vĩnh Lộc',
];

test('runs in fonts of old encodings, capitals and soft hyphens included', async () => {
  const vn = r('UBND huyÖn ®· b¸o c¸o ', font('.VnTime')) + r('ñy ban', font('.VnTimeH'));
  const soft = `<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:t>ph</w:t><w:softHyphen/><w:t>¬ng h</w:t><w:softHyphen/><w:t>íng</w:t></w:r>`;
  const { blocks, diagnostics } = await readParts({ body: p(vn) + p(soft) + p(encodeVni(LINES[1]!), `<w:rPr/>`) });
  expect(blocks.map(({ text }) => text)).toEqual(['UBND huyện đã báo cáo ỦY BAN', 'phương hướng', LINES[1]]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['legacy-fonts']);
});

test('the font of a style counts', async () => {
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>${font('VNI-Times')}</w:rPr></w:style>`;
  expect(await textsOf(p('Ñaûng boä xaõ'), { styles })).toEqual(['Đảng bộ xã']);
});

test('without fonts the letters tell, and short lines follow the rest of the report', async () => {
  expect(await textsOf(LINES.map((line) => p(encodeVni(line))).join(''))).toEqual(LINES);
  const tcvn3 = LINES.map((line) =>
    p(
      encodeTcvn3(line)
        .map(({ text }) => text)
        .join(''),
    ),
  ).join('');
  expect(await textsOf(tcvn3)).toEqual(LINES);
});
