import type { Block } from '../../schemas/document.ts';

interface SecretMarking {
  marking: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
  block: string;
}

/** Blocks of a header are few and short; the first long paragraph or numbered heading ends it. */
const MOST_HEADER_BLOCKS = 24;
const LONGEST_HEADER_LINE = 200;

/**
 * The stamp of a secret document: alone on its line at the top («TỐI MẬT»), after the number in the header
 * («Số 15-BC/TU MẬT»), in a running header or footer, or named («Độ mật: Mật»). The words «bí mật nhà nước», «bảo mật»,
 * «mật độ» in the text mark nothing.
 */
export function findSecretMarking(blocks: readonly Block[]): SecretMarking | null {
  let atTop = true;
  let seen = 0;
  for (const block of blocks) {
    if (block.text === '') continue;
    const furniture = block.kind === 'page-header' || block.kind === 'page-footer' || block.kind === 'text-box';
    if (!furniture) atTop &&= ++seen <= MOST_HEADER_BLOCKS && !endsHeader(block);
    if (!furniture && !atTop) continue;
    const marking = markingOf(block);
    if (marking) return { marking, block: block.id };
  }
  return null;
}

function endsHeader(block: Block): boolean {
  return (
    !block.table &&
    (block.text.length > LONGEST_HEADER_LINE || /^(?:[IVX]{1,4}|\d{1,2}) ?[.-] ?\p{Lu}/u.test(block.text))
  );
}

function markingOf(block: Block): SecretMarking['marking'] | null {
  const lines = block.table ? block.table.cells.map((cell) => cell.text) : [block.text, ...block.text.split('\t')];
  for (const line of lines) {
    const marking = ofLine(line) ?? afterNumber(line);
    if (marking) return marking;
  }
  return null;
}

/** The whole line is the marking, apart from a copy number, a page number, brackets and ornaments. */
function ofLine(line: string): SecretMarking['marking'] | null {
  if (line.length > 80) return null;
  const bare = line.replace(/(?:Trang|trang|Bản số|BẢN SỐ)[ :]*[\d/]*/g, '').replace(/[\d\s()[\]“”"*_.,;:/–-]/g, '');
  return NAMES.get(bare) ?? NAMES.get(bare.replace(/^(?:Độmật|ĐỘMẬT|Dấuchỉđộmật|Mứcđộmật|TÀILIỆU|VĂNBẢN)/, '')) ?? null;
}

const NAMES = new Map<string, SecretMarking['marking']>(
  (['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'] as const).flatMap((name) => {
    const bare = name.replace(' ', '');
    return [
      [bare, name],
      [bare.charAt(0) + bare.slice(1).toLowerCase(), name],
    ];
  }),
);

/** «Số 15-BC/TU TỐI MẬT»: the cell of a header table, or one line of both columns. */
function afterNumber(line: string): SecretMarking['marking'] | null {
  const found = /\d ?-? ?\/?\p{Lu}{1,6}[/-]\p{Lu}{1,12}[ ,;*]{1,4}(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\p{L}| ĐỘ)/u.exec(line);
  return (found?.[1] as SecretMarking['marking'] | undefined) ?? null;
}
