import { fold } from '../text/fold.ts';
import { blankAsides } from './clauses.ts';

const UNIT_WORDS =
  'tỉnh|thành phố|TP\\.?|quận|huyện đảo|huyện|thị xã|thị trấn|phường|xã|đặc khu|tổ dân phố|khu dân cư|khu phố|khu công nghiệp|khu tái định cư|cụm công nghiệp|khu vực|khối phố|khối|thôn|bản|ấp|buôn|bon|phum|sóc|giáo xứ|làng|tổ|chợ|phố|đường|đảo|sông|suối|cầu|kè|hồ|bãi biển|bãi rác|khu';
const NAME = "(?:\\p{Lu}[\\p{L}'’]{0,8}|\\d{1,3}[A-Z]?)";
const UNIT = `(?:${UNIT_WORDS}|${UNIT_WORDS.replace(/(^|\|)(\p{Ll})/gu, (_, bar: string, letter: string) => bar + letter.toUpperCase())}) ${NAME}(?: ${NAME}){0,3}(?: và ${NAME}(?: ${NAME}){0,3})?`;
/** «các xã Diễn Ngọc, Diễn Bích, Diễn Kim»: the word stands once for all of them. */
const LIST = `các ${UNIT}(?:, ${NAME}(?: ${NAME}){1,3})+(?: và ${NAME}(?: ${NAME}){1,3})?`;
const PLACE = new RegExp(
  `(?<![\\p{L}])(?<!đông )(?:${LIST}|(?:số \\d{1,4} )?${UNIT}(?:, (?:${UNIT})){0,3}(?: và ${UNIT})?)`,
  'gu',
);

/** Place names in a clause, longest chain as written: «chợ Tam Bạc, quận Hồng Bàng». */
export function placesIn(text: string): { name: string; at: number }[] {
  const told = named(blankAsides(text));
  // «tuyến hẻm thường xuyên ngập (Phường 27)»: an aside tells the place where nothing else does.
  return told.length > 0
    ? told
    : named(text.replace(/“[^”]{0,600}”|"[^"]{0,600}"/g, (title) => ' '.repeat(title.length)));
}

function named(text: string): { name: string; at: number }[] {
  return Array.from(text.matchAll(PLACE), (found) => ({ name: found[0], at: found.index })).filter(
    ({ name }) => !/^(?:Tổ|Khu vực|Đường|Cầu) (?:Quốc|Việt)|^(?:đường|khu|tổ) \d+$/.test(name),
  );
}

const PEOPLE =
  /(\d[\d.]*) (?:lượt )?(?:người|hộ|cử tri|công dân|hội viên|đoàn viên|công nhân|phụ huynh|tiểu thương|ý kiến của)(?! (?:nghèo|cận nghèo|tử vong|chết|bị thương|mất tích|thiệt mạng|tham dự|tham gia|bị ))/;

/** How many people raise it: «35 hộ dân», «22 lượt người». */
export function peopleCount(text: string): number | null {
  const found = PEOPLE.exec(text)?.[1];
  if (!found) return null;
  return /^\d{1,3}(?:\.\d{3})+$/.test(found)
    ? Number(found.replaceAll('.', ''))
    : /^\d+$/.test(found)
      ? Number(found)
      : null;
}

const ASKS = /(?:mong muốn|đề nghị|kiến nghị|đề xuất|mong)(?: với| được| rằng|:)?/giu;
const AUTHORITY =
  /^(?:các |cấp )?(?:Đảng|Nhà nước|Quốc hội|Chính phủ|Trung ương|bộ, ngành|Bộ |Sở |UBND|Ủy ban|HĐND|Hội đồng|Công an|công an|chính quyền|cấp ủy|cấp |các cấp|cơ quan|ngành |thành phố|tỉnh|huyện|quận|thị xã|xã|phường|công ty|Công ty|nhà trường|nhà đầu tư|chủ đầu tư|lãnh đạo|đơn vị|Mặt trận|Thành ủy|Tỉnh ủy|Huyện ủy)/u;
/** Where the body ends and what it should do begins. */
const DEED =
  / (?=(?:sớm|tăng cường|chỉ đạo|quan tâm|có |xem xét|tiếp tục|đầu tư|hỗ trợ|giải quyết|xử lý|kiểm tra|tạo điều kiện|triển khai|thực hiện|ban hành|thay|nâng|xây|sửa|cần|đẩy|khắc phục|bố trí|công khai|rà soát|nghiêm|kịp thời|phải|giảm|làm|mở|bổ sung|điều chỉnh|thông báo|quản lý|lắp|trả lời|trả|cấp (?:giấy|lại|đất|kinh phí)|hoàn thành|vào cuộc|đồng hành|nhanh|đôn đốc|can thiệp|tổ chức|phối hợp|hướng dẫn|di dời|tháo gỡ|dừng|ngăn chặn|bảo đảm|đảm bảo))/u;

/** Whom they ask: «mong muốn Chính phủ, các bộ, ngành chỉ đạo …» → «Chính phủ, các bộ, ngành». */
export function addresseeIn(text: string): string | null {
  for (const asks of text.matchAll(ASKS)) {
    const rest = text.slice(asks.index + asks[0].length, asks.index + asks[0].length + 140).trimStart();
    if (!AUTHORITY.test(rest)) continue;
    const end = DEED.exec(rest);
    const name = (end ? rest.slice(0, end.index) : '').replace(/[,;:]$/, '').trim();
    if (name !== '' && name.length <= 90) return name;
  }
  return null;
}

const ACTS =
  /^(?:về vấn đề này,? )?(?:.{0,70} )?(?:da|dang|se) (?:\p{L}+ )?(?:chi dao|giai quyet|khac phuc|tra loi|xu ly|kiem tra|yeu cau|giao|phoi hop|to chuc|suc xa|bo tri|tiep thu|sua chua|dau tu|hoan thanh|lam viec|ra soat|ghi nhan|thong bao|cu |thanh lap|ban hanh|chuyen|tham muu|trien khai|huong dan|tong hop|gui|doi thoai|dua vao|lap danh sach)/u;
/** «Sở Giao thông vận tải trả lời: …». */
const ANSWERS = /^[^,;:]{2,80} (?:tra loi|giai trinh|phuc dap|thong tin)(?: cu tri| nhan dan| nguoi dan)?: /u;
const ACTOR =
  /^(?:ve van de nay,? |hien nay,? |sau do,? )?(?:ubnd|uy ban|chinh quyen|cac co quan|co quan|cong ty|so |huyen|tinh|thanh pho|xa |phuong|quan |nganh|cap uy|thuong truc|ban |bo |cong an|don vi|lanh dao|chu tich|nha truong|dien luc|phong |trung tam|dong chi|dang uy|lien doan|mat tran|hoi |doan |thanh uy|tinh uy|huyen uy|quan uy|thi uy|vu viec da|noi dung nay)/;

/** «Đã giải quyết 11 đơn, còn 01 đơn», «đã hòa giải thành 02/02 đơn, đạt 100%». */
const DONE =
  /^(?:den nay,? |ket qua:? |hien |qua do,? )?(?:da|dang) (?:giai quyet|hoa giai|xu ly|tra loi|chuyen|khac phuc|chi dao)/;

/** «Công ty cấp nước đã súc xả đường ống»: what an authority did about it. */
export function isResponse(text: string): boolean {
  const folded = fold(text);
  return (ACTOR.test(folded) && (ACTS.test(folded) || ANSWERS.test(folded))) || DONE.test(folded);
}
