import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { type Stance, stancesOf, stanceWords } from './stance.ts';

/**
 * Where in the report a block stands: among residents' concerns, in plans for the time to come, among the issuer's own
 * petitions to superiors, or in between.
 */
export interface Zone {
  kind: 'concerns' | 'plans' | 'own-petitions' | 'other';
  /** «Một số vấn đề Nhân dân quan tâm»: stands to everything listed below. */
  stances: Stance[];
}

const OTHER: Zone = { kind: 'other', stances: [] };

const RESIDENTS =
  /nhan dan|nguoi dan|cu tri|cong nhan|nguoi lao dong|doan vien|hoi vien|dan cu|du luan|cua dan|doanh nghiep|ba con/;
const CONCERN = /quan tam|ban khoan|lo lang|buc xuc|kien nghi|mong muon|phan anh|tam tu|nguyen vong|du luan|noi com/;
const HANDLING = /giai quyet|tiep nhan|xu ly|tiep cong dan|tiep dan|tra loi|doi thoai|cong tac|to chuc|viec /;
const PLANS =
  /phuong huong|giai phap|thoi gian toi|nhiem vu trong tam|nhiem vu chu yeu|nhiem vu (?:\d|quy|nam|thang|6)|muc tieu/;
const PETITIONS = /de xuat|kien nghi|de nghi/;

/** «Thực hiện Luật …, Ban Thường trực báo cáo như sau:» under a title that speaks of what voters asked for. */
const OPENING = /^(?:thuc hien|can cu|thi hanh|theo) .*bao cao[^.;]{0,80}:$/s;

/** The zone of every block, from the headings above it; a section inside another inherits its zone. */
export function zonesOf(blocks: readonly Block[]): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  const byBlock = new Map<string, Zone>();
  let open: Zone = OTHER;
  let section: string | null = null;
  for (const block of blocks) {
    if (block.section !== section || isHeading(block)) {
      section = block.section;
      const own = isHeading(block) ? zoneOfHeading(block.text) : null;
      open = own ?? inherited(zones, section);
      if (section !== null && own) zones.set(section, own);
    }
    const zone = open.kind === 'concerns' && OPENING.test(fold(block.text)) ? OTHER : open;
    byBlock.set(block.id, block.note ? (byBlock.get(block.note.block) ?? open) : zone);
  }
  return byBlock;
}

/** Also a lettered line «b) Dư luận xã hội», which the anatomy calls a list item. */
export const isHeading = (block: Block): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'list-item' &&
    block.text.length < 120 &&
    /^[a-zđ]\d?[).]/.test(block.text) &&
    !/[.;,]$/.test(block.text));

function inherited(zones: ReadonlyMap<string, Zone>, section: string | null): Zone {
  for (let path = section; path; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const zone = zones.get(path);
    if (zone) return zone;
  }
  return OTHER;
}

function zoneOfHeading(text: string): Zone | null {
  const folded = fold(text);
  if (PLANS.test(folded) && !/ket qua|tinh hinh|danh gia/.test(folded)) return { kind: 'plans', stances: [] };
  if (RESIDENTS.test(folded) && CONCERN.test(folded)) {
    if (HANDLING.test(folded)) return null;
    return { kind: 'concerns', stances: stancesOf(stanceWords(folded)) };
  }
  if (PETITIONS.test(folded) && !HANDLING.test(folded)) return { kind: 'own-petitions', stances: [] };
  return null;
}
