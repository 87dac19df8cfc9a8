/** Those whose concerns these are, in folded text: residents, voters, members of an organisation, firms. */
const PEOPLE =
  'nhan dan|nguoi dan|ba con|cu tri|cong dan|dan cu|ho dan|cac ho|ho gia dinh|nhieu ho|mot so ho|ho (?=nuoi|trong|kinh doanh|san xuat|ngheo)|cong nhan|nguoi lao dong|doan vien|hoi vien|thanh nien|phu huynh|tieu thuong|doanh nghiep|ngu dan|nong dan|dong bao|giao dan|tin do|chuc sac|kieu bao|sinh vien|hoc sinh|du luan|quan chung|nguoi cao tuoi|cuu chien binh|phu nu|nguoi tieu dung|chu tau|dan lang|ban tri su|ban hanh giao|giao xu|hiep hoi|hop tac xa';

const SUBJECT = new RegExp(`(?<![\\p{L}])(?:${PEOPLE})(?![\\p{L}])`, 'gu');

/** Before the people stands a word that makes them an object: «của Nhân dân», «vận động hội viên», «để người dân». */
const OBJECT =
  /(?:cua|cho|voi|doi voi|trong|den|toi|van dong|tuyen truyen|phuc vu|giup|huong dan|de|giua|tiep|gap go|quyen|cung|lay y kien|hai long cua|su|vi|tu|ve|tap hop|dong vien|ho tro|khuyen khich|keu goi|tinh hinh|hoi nghi|ty le|ti le|muc do|chi so)(?: (?:\d[\d.]*|luot|cac|cac tang lop|nhieu|mot so|moi|toan the|dong dao|can bo,|dang vien va|dang vien,|can bo, dang vien va|can bo, dang vien,|cac tang lop|doan vien,|hoi vien,|hoi vien va|doan vien, hoi vien va))* $/;

/** Words of an authority's work between people and stance: «… Nhân dân; giải quyết kiến nghị …». */
const WORK =
  /(?:giai quyet|xu ly|tiep nhan|lang nghe|nam bat|thu thap|tong hop|tra loi|tiep thu|phan loai|ra soat|tuyen truyen|van dong|doi thoai|chi dao|giam sat|phoi hop|to chuc)/;

export interface Mention {
  start: number;
  end: number;
}

export function peopleIn(folded: string): Mention[] {
  return Array.from(folded.matchAll(SUBJECT), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The people who speak: subject of the clause, close before the words of stance. */
export function speakersBefore(folded: string, stanceAt: number): Mention | null {
  const from = Math.max(0, stanceAt - 200);
  const near = folded.slice(from, stanceAt);
  const mentions = peopleIn(near).filter((mention) => near.length - mention.end <= 110);
  const speakers = mentions.find((mention) => isSubject(near, mention) && !WORK.test(near.slice(mention.end)));
  return speakers ? { start: speakers.start + from, end: speakers.end + from } : null;
}

const isSubject = (folded: string, mention: Mention): boolean =>
  !OBJECT.test(folded.slice(Math.max(0, mention.start - 60), mention.start));
