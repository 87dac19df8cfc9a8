import type { Block } from '../../schemas/document.ts';
import type { Report } from '../../schemas/report.ts';
import { type Attachment, readAttachment } from './attachment.ts';
import { readBodies } from './body-name.ts';
import { type Closing, readClosing } from './closing.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { composeIssuer } from './issuer.ts';
import { type Letterhead, readLetterhead } from './letterhead.ts';
import { readMark } from './numbering.ts';
import { periodOf } from './period.ts';
import { placeChain } from './place-chain.ts';
import { isCapitalTitle, opensUnnumberedAnnex, SectionWalker } from './sections.ts';

/** Finds the parts of a report, their numbers, and what its letterhead says. The blocks given are not changed. */
export function describeReport(blocks: readonly Block[]): { blocks: Block[]; report: Report } {
  const front = readFrontMatter(blocks);
  const top = blocks.slice(0, front.type === null ? letterheadWithoutType(blocks) : front.letterheadEnd);
  const letterhead = readLetterhead(top);
  const closing = readClosing(blocks, front.bodyStart);
  const report = describe(blocks, front, letterhead, closing);
  return { blocks: markParts(blocks, front, letterhead, closing), report };
}

/** An official letter has no line of its type: its letterhead ends at the first sentence or number. */
function letterheadWithoutType(blocks: readonly Block[]): number {
  const end = blocks.findIndex(
    (block, index) =>
      index >= 20 ||
      (!block.table &&
        (block.text.length > 250 || /^Kính gửi/.test(block.text) || readMark(block.text)?.style === 'roman')),
  );
  return end === -1 ? Math.min(blocks.length, 20) : end;
}

function describe(blocks: readonly Block[], front: FrontMatter, letterhead: Letterhead, closing: Closing): Report {
  const attachment = readAttachment(blocks);
  const type =
    front.type ?? (letterhead.subject ? 'Công văn' : typeOfNumber(letterhead.number)) ?? attachment?.type ?? null;
  // A letter that carries an outline along lends it date and issuer, not its number.
  const parent = attachment !== null && (attachment.type === null || attachment.type === type) ? attachment : null;
  const issuing = composeIssuer(letterhead.bodies, closing.authority);
  const attached = attachment?.issuer ? readBodies(attachment.issuer) : [];
  const fromHeader = letterhead.bodies.length > 0 || letterhead.number !== null;
  const named = (letterhead.bodies.length > 0 ? issuing : (attached.at(-1) ?? issuing))?.name ?? null;
  const bodies =
    letterhead.bodies.length > 0 ? letterhead.bodies : attached.length > 0 ? attached : issuing ? [issuing] : [];
  const date = letterhead.date ?? (letterhead.number === null ? (attachment?.date ?? null) : null);
  const title = front.title ?? letterhead.subject;
  const { units, corrections } = placeChain(bodies, blocks, { date, place: letterhead.place });
  return {
    number: letterhead.number ?? parent?.number ?? null,
    type,
    title,
    issuer: named && corrected(named.replace(/\s*(?:…|\.{2,}|_{2,}).*$/u, ''), corrections),
    units,
    date,
    period: [title, front.subtitle, firstHeading(blocks, front.bodyStart)].reduce(
      (period: Report['period'], text) => period ?? (text ? periodOf(text, date) : null),
      null,
    ),
    signer: closing.signer,
    source: sourceOf(fromHeader, attachment, closing, title),
  };
}

/** «Đảng ủy phường Phố Hòa», once the place is known → «Đảng ủy phường Phổ Hòa». */
function corrected(issuer: string, corrections: ReadonlyMap<string, string>): string {
  let name = issuer;
  for (const [written, right] of corrections) name = name.replace(written, right);
  return name;
}

function sourceOf(
  header: boolean,
  attachment: Attachment | null,
  closing: Closing,
  title: string | null,
): Report['source'] {
  if (header) return 'header';
  if (attachment) return 'attachment-line';
  if (closing.signer !== null || closing.authority !== null) return 'signature';
  return title === null ? null : 'title';
}

const CODE_TYPES: Readonly<Record<string, string>> = {
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CV: 'Công văn',
  TTr: 'Tờ trình',
  TB: 'Thông báo',
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
};

function typeOfNumber(number: string | null): string | null {
  const code = /^\d+[a-z]?[-/](?:\d{4}[-/])?(\p{L}+)/u.exec(number ?? '')?.[1];
  return code ? (CODE_TYPES[code] ?? null) : null;
}

const firstHeading = (blocks: readonly Block[], from: number): string | null =>
  blocks.slice(from, from + 6).find((block) => isCapitalTitle(block.text))?.text ?? null;

/** Kinds that say what a block is for; tables, notes and running headers keep the kind their reader gave them. */
function markParts(blocks: readonly Block[], front: FrontMatter, letterhead: Letterhead, closing: Closing): Block[] {
  const walker = new SectionWalker();
  const sections = new Map<string, string | null>();
  let closed = false;
  let annexed = false;
  let untitled = false;
  return blocks.map((block, index): Block => {
    if (block.note) return { ...block, section: sections.get(block.note.block) ?? walker.section };
    const put = (kind: Block['kind'], section = walker.section): Block => {
      sections.set(block.id, section);
      return { ...block, kind: block.kind === 'paragraph' ? kind : block.kind, section };
    };
    if (letterhead.blocks.has(block.id)) return put('header', null);
    if (index < front.bodyStart)
      return put(index < front.letterheadEnd ? 'header' : block.text === '' ? 'paragraph' : 'heading', null);
    if (closing.recipients.has(block.id)) closed = true;
    if (closing.recipients.has(block.id)) return put('recipients', null);
    if (closing.signature.has(block.id)) {
      closed = true;
      return put('signature', null);
    }
    if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'heading') return put(block.kind);
    const mark = readMark(block.text);
    if (closed && opensUnnumberedAnnex(block) && mark === null && !untitled) {
      annexed = true;
      walker.openAnnex();
      return put('heading');
    }
    // «PHỤ LỤC 2» ¶ «DANH SÁCH MÔ HÌNH»: the title of that annex, not another one.
    untitled = mark?.style === 'annex' && mark.rest === '';
    const kind = walker.take(block.text);
    annexed ||= walker.section?.startsWith('PL') ?? false;
    return put(kind, closed && !annexed ? null : walker.section);
  });
}
