import { describe, expect, test } from 'vitest';
import type { LaidOutPage } from './layout.ts';
import { joinLines } from './line/join.ts';
import { type Line, lineText } from './line/line.ts';
import { partNotes, placesOf, readNotes, tieNotes } from './notes.ts';
import { across, line, linesOf, typeset } from './testing/typeset.ts';

/** A line that begins with a raised mark. */
function note(mark: string, text: string, y: number, size = 8): Line {
  const width = 0.3 * size * mark.length;
  return linesOf([
    ...typeset(mark, 85, y - 0.35 * size, { size: 0.6 * size }),
    ...typeset(text, 85 + width, y, { size }),
  ])[0]!;
}

/** Text with raised marks: `khóa IX^2^ về`. */
function marked(text: string, y = 100): Line {
  let x = 85;
  const glyphs = text.split('^').flatMap((part, i) => {
    const raised = i % 2 === 1;
    const set = typeset(part, x, raised ? y - 3.5 : y, { size: raised ? 6 : 10 });
    x = set.reduce((end, glyph) => Math.max(end, glyph.x + glyph.width), x);
    return set;
  });
  return linesOf(glyphs)[0]!;
}

const body = Array.from({ length: 10 }, (_, i) => line('nội dung của báo cáo', 85, 100 + 16 * i));

function page(lines: Line[], rules = [across(690, 85, 200)]): LaidOutPage {
  return {
    number: 1,
    failed: false,
    width: 595,
    height: 842,
    lines,
    tables: [],
    rules,
    unread: null,
    recognised: false,
    unclear: 0,
    repairs: [],
    empty: false,
    ocrConfidence: null,
    slanted: 0,
  };
}

const notesOf = (lines: Line[], rules = [across(690, 85, 200)], continues = false) =>
  partNotes(page(lines, rules), lines, 10, continues).notes.map(lineText);

describe('where the notes of a page begin', () => {
  test('below the rule', () => {
    expect(notesOf([...body, note('1', 'Nghị quyết số 5', 710), line('ngày 3/2', 85, 722, { size: 8 })])).toHaveLength(
      2,
    );
  });

  test('in full size, when a raised mark opens them', () => {
    expect(notesOf([...body, note('1', 'Nghị quyết số 5', 710, 10)])).toHaveLength(1);
  });

  test('the rest of a note from the page before', () => {
    const rest = line('và các năm sau.', 85, 710);
    expect(notesOf([...body, rest], undefined, true)).toHaveLength(1);
    expect(notesOf([...body, rest], undefined, false)).toEqual([]);
  });

  test('without a rule: small lines at the bottom that begin with a mark', () => {
    expect(
      notesOf([...body, note('1', 'Nghị quyết số 5', 710), line('ngày 3/2', 85, 722, { size: 8 })], []),
    ).toHaveLength(2);
  });

  test.each<[string, Line[], ReturnType<typeof across>[]]>([
    ['the rule below a heading', [line('ĐẢNG CỘNG SẢN', 85, 90), ...body], [across(93, 85, 180)]],
    ['a rule over the whole width', [...body, line('Nơi nhận:', 85, 710)], [across(690, 85, 550)]],
    ['small recipients at the end', [...body, line('- Lưu VP.', 85, 710, { size: 8 })], []],
  ])('not %s', (_, lines, rules) => {
    expect(notesOf(lines, rules)).toEqual([]);
  });
});

describe('the notes of a page', () => {
  const read = (...lines: Line[]) => readNotes([{ page: 1, lines }]).map(({ mark, raw }) => [mark, raw]);

  test('begin at their marks', () => {
    expect(read(note('1', 'Nghị quyết', 700), line('số 5.', 85, 710, { size: 8 }), note('2', 'Kế hoạch', 720))).toEqual(
      [
        ['1', 'Nghị quyết số 5.'],
        ['2', 'Kế hoạch'],
      ],
    );
  });

  test('a mark before a figure is not part of it', () => {
    expect(read(note('1', '100% số xã', 700))).toEqual([['1', '100% số xã']]);
  });

  test('marks of full size count on', () => {
    expect(read(line('1 Nghị quyết', 85, 700), line('5 xã và 3 phường', 85, 710), line('2 Kế hoạch', 85, 720))).toEqual(
      [
        ['1', 'Nghị quyết 5 xã và 3 phường'],
        ['2', 'Kế hoạch'],
      ],
    );
  });

  test('go on over the page end', () => {
    const areas = [
      { page: 1, lines: [note('7', 'Đề án số 6', 700)] },
      { page: 2, lines: [line('của Tỉnh ủy.', 85, 690, { size: 8 }), note('8', 'Thông tri', 700)] },
    ];
    expect(readNotes(areas).map(({ raw }) => raw)).toEqual(['Đề án số 6 của Tỉnh ủy.', 'Thông tri']);
  });
});

describe('marks and notes', () => {
  const tied = (lines: Line[], notes: { mark: string; page: number }[]) => {
    const places = placesOf(joinLines(lines), 'text');
    const found = tieNotes(
      places,
      notes.map((given) => ({ ...given, raw: '' })),
    );
    return places.map((place) => [place.text, (found.get(place) ?? []).map((one) => `${one.mark} on ${one.page}`)]);
  };

  test('each mark finds its note on its page', () => {
    expect(
      tied(
        [marked('khóa IX^1^ và số 87-QĐ/TU^2^')],
        [
          { mark: '1', page: 1 },
          { mark: '2', page: 1 },
        ],
      ),
    ).toEqual([
      ['1', ['1 on 1']],
      ['2', ['2 on 1']],
    ]);
  });

  test('pages may count anew', () => {
    const second = { ...marked('mục hai^1^', 120), page: 2 };
    expect(
      tied(
        [marked('mục một^1^'), second],
        [
          { mark: '1', page: 1 },
          { mark: '1', page: 2 },
        ],
      ),
    ).toEqual([
      ['1', ['1 on 1']],
      ['1', ['1 on 2']],
    ]);
  });

  test('two marks at one place', () => {
    expect(
      tied(
        [marked('theo quy định^3,4^')],
        [
          { mark: '3', page: 1 },
          { mark: '4', page: 1 },
        ],
      ),
    ).toEqual([['3,4', ['3 on 1', '4 on 1']]]);
  });

  test('km² is no mark where another 2 is', () => {
    expect(tied([marked('rộng 21 km^2^ theo đề án^2^')], [{ mark: '2', page: 1 }])).toEqual([
      ['2', []],
      ['2', ['2 on 1']],
    ]);
  });

  test('a note printed on the next page is found', () => {
    expect(tied([marked('theo đề án^2^')], [{ mark: '2', page: 2 }])).toEqual([['2', ['2 on 2']]]);
  });

  test('a superscript without a note stays alone', () => {
    expect(tied([marked('m^3^/giây, 2^10^')], [{ mark: '1', page: 1 }])).toEqual([
      ['3', []],
      ['10', []],
    ]);
  });
});
