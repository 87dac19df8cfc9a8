import { describe, expect, test } from 'vitest';
import type { Block } from '../../schemas/document.ts';
import { footnote, footnoteMark, p, r, tbl } from './testing/package.ts';
import { blocksOf, readParts } from './testing/reading.ts';

/** `1 «Nghị quyết» Theo Báo cáo.`: mark, the words before its place, text of the note. */
function notesOf(blocks: readonly Block[]): string[] {
  const texts = new Map(blocks.map((block) => [block.id, block.text]));
  return blocks.flatMap(({ note, text }) =>
    note ? [`${note.mark} «${texts.get(note.block)?.slice(0, note.at)}» ${text}`] : [],
  );
}

const endnoteMark = (id: number): string => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
const endnote = (id: number, text: string): string => `<w:endnote w:id="${id}">${p(text)}</w:endnote>`;
const section = (inside = ''): string => `<w:sectPr>${inside}</w:sectPr>`;

describe('notes stand where their mark stood', () => {
  test('in the middle, at the start, at the end, two in one place', async () => {
    const body =
      p(r('khóa IX') + footnoteMark(2) + r(' và khóa X.') + footnoteMark(3)) +
      p(footnoteMark(4) + r('Đầu đoạn') + footnoteMark(5) + footnoteMark(6));
    const footnotes = [2, 3, 4, 5, 6].map((id) => footnote(id, `chú thích ${id}`)).join('');
    const blocks = await blocksOf({ body, footnotes });
    expect(notesOf(blocks)).toEqual([
      '1 «khóa IX» chú thích 2',
      '2 «khóa IX và khóa X.» chú thích 3',
      '3 «» chú thích 4',
      '4 «Đầu đoạn» chú thích 5',
      '5 «Đầu đoạn» chú thích 6',
    ]);
    // The text holds no trace of a mark, and the notes follow the block they belong to.
    expect(blocks.map(({ kind, text }) => (kind === 'footnote' ? 'note' : text))).toEqual([
      'khóa IX và khóa X.',
      'note',
      'note',
      'Đầu đoạn',
      'note',
      'note',
      'note',
    ]);
  });

  test('blanks that shrink and letters that are composed move the place', async () => {
    const body = p(r('  Thành  u\u0309y ') + footnoteMark(1) + r('  quận \u00a0 Hòa ') + footnoteMark(2) + r(' An '));
    const blocks = await blocksOf({ body, footnotes: footnote(1, 'a') + footnote(2, 'b') });
    expect(blocks[0]!.text).toBe('Thành ủy quận Hòa An');
    expect(notesOf(blocks)).toEqual(['1 «Thành ủy » a', '2 «Thành ủy quận Hòa » b']);
  });

  test('behind a document number and a percentage nothing sticks', async () => {
    const body = p(
      r('Quyết định 875-QĐ/TU') +
        footnoteMark(1) +
        r(' đạt 100%') +
        footnoteMark(2) +
        r(', 5 km') +
        r('2', '<w:vertAlign w:val="superscript"/>') +
        footnoteMark(3),
    );
    const blocks = await blocksOf({ body, footnotes: [1, 2, 3].map((id) => footnote(id, 'x')).join('') });
    expect(blocks[0]!.text).toBe('Quyết định 875-QĐ/TU đạt 100%, 5 km²');
    expect(notesOf(blocks)[2]).toBe('3 «Quyết định 875-QĐ/TU đạt 100%, 5 km²» x');
  });

  test('a paragraph that is nothing but a mark', async () => {
    const blocks = await blocksOf({ body: p(footnoteMark(1)), footnotes: footnote(1, 'một mình') });
    expect(notesOf(blocks)).toEqual(['1 «» một mình']);
  });

  test('several paragraphs and a table in a note', async () => {
    const note = footnote(1, p('Gồm:') + p('12 quận') + tbl([['An Hải', '3']]));
    const blocks = await blocksOf({ body: p(r('a') + footnoteMark(1)), footnotes: note });
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: a',
      'footnote: Gồm: 12 quận',
      'table: An Hải\t3',
    ]);
  });

  test('a mark that the writer typed is the mark', async () => {
    const mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>(*)</w:t></w:r>';
    const blocks = await blocksOf({
      body: p(r('Số liệu') + mark + r(' ước tính') + footnoteMark(2)),
      footnotes: footnote(1, '(*) Ước cả năm') + footnote(2, 'hai'),
    });
    expect(blocks[0]!.text).toBe('Số liệu ước tính');
    expect(notesOf(blocks)).toEqual(['(*) «Số liệu» Ước cả năm', '1 «Số liệu ước tính» hai']);
  });

  test('marks in deleted text, of notes that are missing, and met twice', async () => {
    const body =
      p(`<w:del>${footnoteMark(1)}</w:del>${r('a')}${footnoteMark(9)}`) + p(r('b') + footnoteMark(2) + footnoteMark(2));
    const { blocks, diagnostics } = await readParts({ body, footnotes: footnote(1, 'bỏ') + footnote(2, 'giữ') });
    expect(notesOf(blocks)).toEqual(['1 «b» giữ']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['tracked-changes', 'missing-notes']);
  });

  test('endnotes beside footnotes, each with their own numbers', async () => {
    const blocks = await blocksOf({
      body: p(r('a') + endnoteMark(1) + r('b') + footnoteMark(1) + r('c') + endnoteMark(2)),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('lề')}</w:footnote>${footnote(1, 'chân trang')}`,
      endnotes: endnote(1, 'cuối một') + endnote(2, 'cuối hai'),
    });
    expect(notesOf(blocks)).toEqual(['i «a» cuối một', '1 «ab» chân trang', 'ii «abc» cuối hai']);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'endnote', 'footnote', 'endnote']);
  });
});

describe('numbers of notes', () => {
  const marksOf = async (body: string, settings = ''): Promise<string[]> => {
    const footnotes = Array.from({ length: 9 }, (_, i) => footnote(i + 1, 'x')).join('');
    return (await blocksOf({ body, footnotes, settings })).flatMap(({ note }) => (note ? [note.mark] : []));
  };
  const rules = (inside: string): string => `<w:footnotePr>${inside}</w:footnotePr>`;

  test('of another format, from another start', async () => {
    const settings = rules('<w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>');
    expect(await marksOf(p(footnoteMark(1) + footnoteMark(2)), settings)).toEqual(['c', 'd']);
  });

  test('anew in every section, where a section or the whole says so', async () => {
    const first = p(r('a') + footnoteMark(1) + footnoteMark(2), section());
    const second = p(r('b') + footnoteMark(3)) + section();
    expect(await marksOf(first + second)).toEqual(['1', '2', '3']);
    expect(await marksOf(first + second, rules('<w:numRestart w:val="eachSect"/>'))).toEqual(['1', '2', '1']);
    const own = p(r('b') + footnoteMark(3)) + section(rules('<w:numFmt w:val="upperRoman"/>'));
    expect(await marksOf(first + own)).toEqual(['1', '2', 'III']);
  });

  test('anew on every page that Word remembers', async () => {
    const page = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const body = p(r('a') + footnoteMark(1) + footnoteMark(2)) + p(page + r('b') + footnoteMark(3));
    expect(await marksOf(body + section(), rules('<w:numRestart w:val="eachPage"/>'))).toEqual(['1', '2', '1']);
  });
});
