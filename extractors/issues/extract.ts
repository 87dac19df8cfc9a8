import type { Block } from '../../schemas/document.ts';
import type { Issue } from '../../schemas/issue.ts';
import { readMark } from '../anatomy/numbering.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import { fold } from '../text/fold.ts';
import { blankAsides, sentencesOf } from './clauses.ts';
import { addresseeIn, peopleCount, placesIn } from './details.ts';
import { type Raised, raisedIn } from './raised.ts';
import { OTHER_TOPIC, topicOf } from './topic.ts';
import { isHeading, type Zone, zonesOf } from './zones.ts';

const SPEAKING = new Set<Block['kind']>(['paragraph', 'list-item', 'footnote', 'endnote', 'text-box']);

/** What residents are said to raise. See README.md for what counts and what does not. */
export function extractIssues(context: ExtractContext): Issue[] {
  const zones = zonesOf(context.blocks);
  const issues: Issue[] = [];
  for (const block of context.blocks) {
    if (!SPEAKING.has(block.kind) || isHeading(block) || block.text.length < 15) continue;
    const zone = zones.get(block.id);
    if (!zone || zone.kind === 'plans' || zone.kind === 'own-petitions') continue;
    issues.push(...issuesOf(context, block, ownZone(block, zone)));
  }
  return issues;
}

/** A note to the part on concerns may tell of the paper behind a matter: there only people raise something. */
const ownZone = (block: Block, zone: Zone): Zone => (block.note === null ? zone : { kind: 'other', stances: [] });

function issuesOf(context: ExtractContext, block: Block, zone: Zone): Issue[] {
  const rest = readMark(block.text)?.rest ?? block.text;
  const sentences = sentencesOf(block.text, block.text.length - rest.length);
  return raisedIn(sentences, zone).map((raised): Issue => {
    const { start, end } = raised.piece;
    const span = { block: block.id, start, end };
    const quote = block.text.slice(start, end);
    return {
      id: recordId(context.file, 'issue', span),
      quote,
      ...span,
      topic: topicIn(quote, raised.about),
      place: placeOf(context, block, raised),
      stance: raised.stances,
      people: peopleCount(quote),
      addressedTo: addresseeIn(quote),
      response: raised.response,
    };
  });
}

/** The clause may only point back, «khắc phục tình trạng trên», or count: «15 lượt người với 18 nội dung». */
function topicIn(quote: string, about: string): string {
  const own = topicOf(blankAsides(quote));
  const pointsBack = /(?:trên|này|đó|nội dung|ý kiến)(?!\p{L})/u.test(quote);
  return own === OTHER_TOPIC && pointsBack ? topicOf(about) : own;
}

const FEATURE = /^(?:sông|suối|cầu|kè|hồ|đường|đảo) [^,]+$/iu;
const UNIT = /^(?:các )?(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu) /iu;

/** How far from a clause a place may stand and still be meant. */
const NEAR = 800;

/** The unit named in the clause, else the nearest before it in the block; a commune speaks of itself. */
function placeOf(context: ExtractContext, block: Block, { piece, placeFrom }: Raised): string | null {
  const inside = placeFrom === 'block' ? [] : placesIn(piece.text);
  // «sạt lở bờ sông Tiền tại xã Tân Bình»: the commune says where, the river what.
  const unit = FEATURE.test(inside[0]?.name ?? '') ? inside.find(({ name }) => UNIT.test(name)) : undefined;
  if (inside[0]) return (unit ?? inside[0]).name;
  const own = ownUnit(context, piece.text);
  if (own) return own;
  const before = placesIn(block.text.slice(Math.max(0, piece.start - NEAR), piece.start)).at(-1);
  if (before) return before.name;
  const last = context.report.units.at(-1);
  return last?.level === 'commune' ? last.name : null;
}

/** «trên địa bàn thành phố» is the report's own city. */
function ownUnit(context: ExtractContext, text: string): string | null {
  const type = /(?:tren dia ban|toan) (tinh|thanh pho|quan|huyen|thi xa|phuong|xa)(?! \p{Lu})/u.exec(fold(text))?.[1];
  return (type && context.report.units.find((unit) => fold(unit.name).startsWith(`${type} `))?.name) ?? null;
}
