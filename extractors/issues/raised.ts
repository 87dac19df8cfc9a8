import { fold } from '../text/fold.ts';
import { blankAsides, clausesOf, cut, type Piece } from './clauses.ts';
import { hasContent } from './content.ts';
import { isResponse } from './details.ts';
import { carriedOn, saidNext, spokenOf } from './next-clause.ts';
import { peopleIn, speakersBefore } from './residents.ts';
import { isNegated, ownWords, type Stance, type StanceWord, stancesOf, stanceWords } from './stance.ts';
import type { Zone } from './zones.ts';

/** A clause in which residents raise something. */
export interface Raised {
  piece: Piece;
  stances: Stance[];
  response: string | null;
  /** Words of the sentences before: the matter itself may stand there. */
  about: string;
  placeFrom: 'clause' | 'block';
}

export function raisedIn(sentences: readonly Piece[], zone: Zone): Raised[] {
  const raised: Raised[] = [];
  const waiting: Raised[] = [];
  let about = '';
  for (const sentence of sentences) {
    const found = inSentence(sentence, zone, about);
    const last = raised.at(-1);
    if (found.length > 0) {
      raised.push(...found);
      const stances = found.flatMap((one) => one.stances);
      for (const one of waiting.splice(0)) one.stances = [...new Set([...stances, ...one.stances])];
    } else if (last && isResponse(sentence.text)) {
      last.response ??= sentence.text;
    } else if (zone.kind === 'concerns' && !isNegated(fold(sentence.text))) {
      if (sentence.text.split(' ').length >= 5) {
        // «Từ tháng 3, trạm bơm ngừng chạy …»: what happened; what people say of it comes in a sentence after it.
        // What an authority did is such a matter only if people then speak of it.
        const answers = isResponse(sentence.text);
        for (const piece of clausesOf(sentence)) {
          const context: Raised = {
            piece,
            stances: last ? [...last.stances] : answers ? [] : [...zone.stances],
            response: null,
            about,
            placeFrom: 'clause',
          };
          raised.push(context);
          if (!last || waiting.includes(last)) waiting.push(context);
        }
      }
    }
    about = `${about} ${sentence.text}`.slice(-600);
  }
  return raised.filter((one) => one.stances.length > 0);
}

function inSentence(sentence: Piece, zone: Zone, about: string): Raised[] {
  const whole = ofDialogue(sentence, about);
  if (whole) return [whole];
  const found: Raised[] = [];
  let clauseBefore: Raised | undefined;
  for (const clause of clausesOf(sentence).filter(isReadable).flatMap(splitAtWish)) {
    const folded = fold(blankAsides(clause.text));
    const speaksOn = clauseBefore;
    clauseBefore = undefined;
    if (isNegated(folded)) continue;
    const last = found.at(-1);
    if (last && isResponse(clause.text)) {
      last.response ??= clause.text;
      continue;
    }
    const said = inClause(clause, folded, zone) ?? saidNext(clause, folded, speaksOn);
    const listed = said === null ? spokenOf(clause, folded, speaksOn) : null;
    const one = said ?? listed ?? carriedOn(clause, folded, last, zone);
    if (!one) continue;
    const next: Raised = { response: null, about, placeFrom: 'clause', ...one };
    // One more matter of a list: what opened the list goes on to hold.
    clauseBefore = listed ? speaksOn : next;
    found.push(next);
  }
  return found;
}

/** Nobody writes a clause of three thousand letters; a table flattened into text may be one. */
const isReadable = (clause: Piece): boolean => clause.text.length <= 3000;

/** «… lo lắng trước tình trạng sạt lở ven suối, mong muốn huyện …» is two matters; «bức xúc và mong muốn …» is one. */
function splitAtWish(clause: Piece): Piece[] {
  const folded = fold(blankAsides(clause.text));
  const words = stanceWords(folded);
  for (const wish of words) {
    if (wish.stance !== 'mong muốn' && wish.stance !== 'kiến nghị') continue;
    const joint = /(?:,| va)( rat)? $/.exec(folded.slice(0, wish.start));
    const before = words.filter((word) => word.end <= (joint?.index ?? 0)).at(-1);
    if (!joint || !before || folded.slice(before.end, joint.index).trim().split(' ').length < 5) continue;
    const [left, right] = cut(clause, joint.index);
    return [left, ...splitAtWish(right.text.startsWith('và ') ? cut(right, 3)[1] : right)];
  }
  return [clause];
}

type Found = Pick<Raised, 'piece' | 'stances'> & Partial<Raised>;

function inClause(clause: Piece, folded: string, zone: Zone): Found | null {
  const words = stanceWords(folded);
  return (
    ofPetition(clause, folded) ??
    ofMatters(clause, folded, words) ??
    ofOpinions(clause, folded, words) ??
    ofSpeakers(clause, folded, words, zone) ??
    ofSharedConcern(clause, folded, words)
  );
}

/** «Nhân dân bức xúc trước …», «Nhiều người dân sinh sống tại … lo lắng và mong muốn …». */
function ofSpeakers(clause: Piece, folded: string, words: readonly StanceWord[], zone: Zone): Found | null {
  const first = words.find((word) => zone.kind === 'concerns' || speakersBefore(folded, word.start) !== null);
  if (!first || isPurpose(folded, first.start) || !hasContent(folded, words)) return null;
  const speakers = speakersBefore(folded, first.start);
  if (first.stance !== 'đồng tình' && isHandling(folded, speakers?.start ?? first.start)) return null;
  return { piece: clause, stances: stancesOf(ownWords(folded, words, first.start)) };
}

/** «giám sát những vấn đề … được cử tri quan tâm»: no matter is named. */
const IN_GENERAL =
  /(?:giai quyet|giam sat|tap trung vao|lua chon|tra loi|chi dao)[^;]{0,120}(?:van de|noi dung|vu viec)[^;:]{0,120}(?:quan tam|buc xuc|noi com|kien nghi)(?![^;]{0,40}(?: nhu|:))/;

/** «… là mối quan tâm, lo lắng chung của nhiều người dân», «theo phản ánh của người dân, …». */
function ofSharedConcern(clause: Piece, folded: string, words: readonly StanceWord[]): Found | null {
  const cue =
    /theo (?:phan anh|y kien|kien nghi) cua|(?:la|thanh) (?:moi|noi|van de|dieu)[^,]{0,12}(?:quan tam|lo |buc xuc|noi com|ban khoan)|gay buc xuc (?:trong|cho)|duoc (?:cac tang lop |dong dao |nhieu )?(?:nhan dan|cu tri|nguoi dan|du luan)[^,]{0,20}(?:quan tam|dong tinh|ung ho|danh gia cao)/.exec(
      folded,
    );
  if (!cue || peopleIn(folded.slice(cue.index)).length === 0) return null;
  if (isPurpose(folded, cue.index) || isHandling(folded, cue.index) || IN_GENERAL.test(folded)) return null;
  const said = words.filter((word) => word.end > cue.index);
  if (said.length === 0 || !hasContent(folded, words)) return null;
  const piece = cue[0].startsWith('theo') ? cut(clause, cue.index)[cue.index === 0 ? 0 : 1] : clause;
  return { piece: cue.index === 0 ? clause : piece, stances: stancesOf(said) };
}

/** «nhiều vấn đề được công nhân quan tâm, kiến nghị như: nhà trọ, tiền lương». */
function ofMatters(clause: Piece, folded: string, words: readonly StanceWord[]): Found | null {
  const cue =
    /(?:nhieu |nhung |cac |mot so )?(?:van de|noi dung) (?:ma )?(?:duoc |do )?(?:[^,:;]{0,60}) (?:quan tam|kien nghi|phan anh|buc xuc|ban khoan)[^:;]{0,40}(?: nhu| gom|:)/.exec(
      folded,
    );
  if (!cue || peopleIn(cue[0]).length === 0) return null;
  if (
    folded
      .slice(cue.index + cue[0].length)
      .trim()
      .split(' ').length < 2
  )
    return null;
  const piece = cue.index === 0 ? clause : cut(clause, cue.index)[1];
  return { piece, stances: stancesOf(words.filter((word) => word.start >= cue.index)) };
}

/** «09 ý kiến, kiến nghị của hội viên nông dân về thủ tục vay vốn». */
function ofOpinions(clause: Piece, folded: string, words: readonly StanceWord[]): Found | null {
  const cue =
    /(?:\d[\d.]* )(?:nhom |luot )?(?:y kien|kien nghi|phan anh|de xuat|thac mac)[^.;]{0,25}? cua ([^;]{3,80}?) (?:ve|lien quan(?: den)?) /.exec(
      folded,
    );
  if (!cue || peopleIn(cue[1] ?? '').length === 0) return null;
  const about = folded.slice(cue.index + cue[0].length);
  if (about.split(' ').length < 3 || /^(?:nhieu|cac|nhung) (?:mat|linh vuc|van de|noi dung)/.test(about)) return null;
  const stances = stancesOf(words.filter((word) => word.start >= cue.index && word.start < cue.index + cue[0].length));
  return {
    piece: cue.index === 0 ? clause : cut(clause, cue.index)[1],
    stances: stances.length > 0 ? stances : ['kiến nghị'],
  };
}

/** «Nội dung khiếu nại chủ yếu liên quan đến đền bù khi thu hồi đất». */
const TOLD_ALONE =
  /^(?:cac )?noi dung (?:don(?: thu)?|khieu nai|to cao|kien nghi|phan anh)[^;:]{0,60}?(?:chu yeu|tap trung|lien quan|xoay quanh)(?: (?:ve|vao|lien quan|den|o))* \S+ \S+/;

/** Petitions whose matter is told: «12 đơn …, nội dung chủ yếu về đất đai», «02 trường hợp tranh chấp đất đai». Mere counts are figures. */
function ofPetition(clause: Piece, folded: string): Found | null {
  if (TOLD_ALONE.test(folded)) return { piece: clause, stances: ['kiến nghị'] };
  const received =
    /(?:tiep nhan|nhan duoc|hoa giai|co|phat sinh|thu ly)(?: moi| duoc| va giai quyet)? \d[\d.]* (?:don|vu|truong hop|vu viec|y kien|kien nghi|phan anh|luot)/.exec(
      folded,
    );
  if (!received) return null;
  const rest = folded.slice(received.index);
  const told =
    /noi dung (?:don |phan anh |kien nghi )?(?:chu yeu |tap trung |phan anh )*(?:ve|lien quan|la|vao|xoay quanh) \S+ \S+/.test(
      rest,
    );
  const dispute = /\d (?:don|vu|truong hop|vu viec)[^,;]{0,40}(?:tranh chap|mau thuan)/.test(rest);
  return told || dispute ? { piece: clause, stances: ['kiến nghị'] } : null;
}

/** «Nội dung đối thoại về: …», and after it «Có 22 lượt người ý kiến với 31 nội dung». */
function ofDialogue(sentence: Piece, about: string): Raised | null {
  const folded = fold(blankAsides(sentence.text));
  const subject =
    /^(?:cac |voi )?(?:noi dung|chu de|van de) (?:cac cuoc |buoi )?(?:doi thoai|tiep dan|trao doi|tiep xuc|gap go)[^.]{0,30}?(?:ve|tap trung|lien quan|xoay quanh|la|:)/;
  const base = { piece: sentence, response: null, about, placeFrom: 'block' as const };
  if (subject.test(folded) && folded.split(' ').length > 8) return { ...base, stances: ['quan tâm'] };
  if (!/doi thoai|tiep xuc cu tri|tiep dan/.test(fold(about))) return null;
  const spoke =
    /\d[\d.]* (?:luot )?(?:nguoi|cu tri|cong dan|y kien|luot y kien)[^.]{0,40}(?:voi|gom|neu|co) \d[\d.]* (?:noi dung|y kien|kien nghi|van de)/.test(
      folded,
    ) || /(?:nguoi dan|cu tri|cong dan|nhan dan)[^.]{0,20} y kien la \d/.test(folded);
  return spoke ? { ...base, stances: ['kiến nghị'] } : null;
}

/** «nhằm tạo sự đồng thuận», «tạo được sự đồng tình», «để người dân phản ánh»: an aim or a claim, nobody's voice. */
const isPurpose = (folded: string, at: number): boolean =>
  /(?:nham|de|gop phan|tao|tao duoc|tao nen|tu do|nang cao|phat huy)(?: \p{L}+){0,4} $/u.test(
    folded.slice(Math.max(0, at - 40), at),
  ) && /(?:nham|gop phan|tao(?: duoc| nen)? (?:su|dong)|nang cao)/.test(folded.slice(Math.max(0, at - 40), at));

/** «giải quyết kịp thời những kiến nghị …», «tiếp nhận phản ánh …»: work of an authority. */
const isHandling = (folded: string, at: number): boolean =>
  /(?:giai quyet|xu ly|tiep nhan|lang nghe|nam bat|nam chac|thu thap|tong hop|tra loi|tiep thu|phan loai|doi thoai)[^,;:]{0,60}$/.test(
    folded.slice(Math.max(0, at - 80), at),
  );
