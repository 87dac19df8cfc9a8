import type { Block } from '../schemas/document.ts';
import type { Extraction } from '../schemas/extraction.ts';
import type { Relation } from '../schemas/relation.ts';

/** A directive that was issued for the sake of another. */
export interface LinkRow {
  to: string;
  from: string;
  number: string;
  verb: string;
}

type Resolve = (number: string) => string | null;

/** What the relations of a report say of papers issued for the sake of others. */
export function linksOf(extraction: Extraction, blocks: ReadonlyMap<string, Block>, resolve: Resolve): LinkRow[] {
  const { relations, report } = extraction;
  const made = (paper: string | null, { to, verb }: Relation): LinkRow[] => {
    if (paper === null) return [];
    const [from, target] = [resolve(paper), resolve(to)];
    return from === null || target === null || from === target ? [] : [{ to: target, from, number: paper, verb }];
  };
  const told = relations.filter(({ modality }) => modality !== 'negated');
  return [
    ...told.flatMap((relation) =>
      made(relation.from ?? (isOpening(relation, blocks) ? report.number : null), relation),
    ),
    ...Array.from(Map.groupBy(told, ({ block }) => block)).flatMap(([block, all]) =>
      issuedFor(all, blocks.get(block)?.text ?? '').flatMap(([paper, relation]) => made(paper, relation)),
    ),
  ];
}

const CARRIES_OUT = new Set(['thực hiện', 'căn cứ', 'quán triệt', 'cụ thể hóa']);

/** «Thực hiện Kế hoạch số 246-KH/TU …, Ban Thường vụ báo cáo như sau»: a report that was made to carry out a paper. */
function isOpening({ block, verb }: Relation, blocks: ReadonlyMap<string, Block>): boolean {
  if (verb !== 'thực hiện' && verb !== 'căn cứ') return false;
  const opening = blocks.get(block);
  return (
    opening?.kind === 'paragraph' && opening.section === null && /^(?:Thực hiện|Căn cứ|Theo)\s/u.test(opening.text)
  );
}

/**
 * «Thực hiện Chỉ thị số 18-CT/TW và Kế hoạch số 88-KH/TW, Đảng ủy ban hành Kế hoạch số 58-KH/ĐU»: the paper issued in a
 * sentence that begins with what it carries out.
 */
function issuedFor(relations: readonly Relation[], text: string): [paper: string, relation: Relation][] {
  const own = relations.filter(({ from }) => from === null).sort((a, b) => a.end - b.end);
  const found: [string, Relation][] = [];
  let opened: Relation[] = [];
  let latest: Relation | null = null;
  let end = 0;
  for (const relation of own) {
    if (/[.;:]\s/u.test(text.slice(end, Math.max(end, relation.start)))) [opened, latest] = [[], null];
    // «cụ thể hóa Nghị quyết số … bằng Chương trình số …»
    if (latest && relation.quote.startsWith('bằng ')) found.push([relation.to, latest]);
    else if (relation.verb === 'ban hành') for (const one of opened) found.push([relation.to, one]);
    else if (CARRIES_OUT.has(relation.verb) && (opened.length > 0 || /^\p{Lu}/u.test(relation.quote)))
      opened.push(relation);
    else opened = [];
    if (CARRIES_OUT.has(relation.verb)) latest = relation;
    end = Math.max(end, relation.end);
  }
  return found;
}
