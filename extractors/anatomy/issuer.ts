import { fold } from '../text/fold.ts';
import { type BodyName, readBodies } from './body-name.ts';

const PARTY_COMMITTEE = /^(?:Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng bộ)/;
const NATIONAL =
  /^(?:Bộ |Chính phủ|Quốc hội|Thanh tra Chính phủ|Ủy ban Dân tộc|Tổng |Ủy ban Trung ương|Ngân hàng Nhà nước)|Trung ương|tối cao/;
/** Organs that speak for the body above them when they sign: «T/M BAN THƯỜNG VỤ». */
const SPEAKS_FOR = new Map<string, RegExp>([
  ['Ban Thường vụ', /^(?:Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|.*đoàn|Đoàn|Hội )/],
  ['Ban Thường trực', /Mặt trận/],
  ['Thường trực', /^Hội đồng nhân dân/],
]);

/** The body that issues the report, in running case and with its place. */
export function composeIssuer(bodies: readonly BodyName[], authority: string | null): BodyName | null {
  const signing = authority ? (readBodies(authority)[0] ?? null) : null;
  const last = bodies.at(-1);
  if (!last) return signing && (signing.places.length > 0 || NATIONAL.test(signing.name)) ? signing : null;
  const issuing = withPlace(last, bodies.slice(0, -1));
  if (!signing || fold(issuing.name).includes(fold(signing.head))) return issuing;
  if (!SPEAKS_FOR.get(signing.head)?.test(issuing.name)) return issuing;
  return { ...issuing, name: `${signing.head} ${issuing.name}` };
}

/** «TỈNH ỦY QUẢNG NGÃI» over «BAN DÂN VẬN» → «Ban Dân vận Tỉnh ủy Quảng Ngãi»; «UBND TỈNH X» over «SỞ Y TẾ» → «Sở Y tế tỉnh X». */
function withPlace(body: BodyName, superiors: readonly BodyName[]): BodyName {
  const superior = superiors.at(-1);
  if (body.places.length > 0 || !superior || NATIONAL.test(body.name)) return body;
  const above = withPlace(superior, superiors.slice(0, -1));
  const place = above.places.at(-1);
  if (!place)
    return /Trung ương$/.test(above.name)
      ? { ...body, name: `${body.name} Trung ương` }
      : { ...body, places: above.places };
  const unit = `${place.type} ${place.name}`;
  // «ĐẢNG ỦY CÔNG AN TỈNH» under «TỈNH ỦY …» lacks only the name.
  if (fold(body.name).endsWith(` ${fold(place.type)}`))
    return { ...body, name: `${body.name} ${place.name}`, places: above.places };
  const byUnit =
    /^(?:Sở|Phòng|Thanh tra|Chi cục|Trung tâm|Bệnh viện|Trường|Văn phòng Hội đồng|Ban Quản lý|Ban Dân tộc|Ban Chỉ đạo)/.test(
      body.name,
    );
  const ofUnit = /^(?:Ủy ban nhân dân|Đảng bộ)/.test(above.name) || !PARTY_COMMITTEE.test(above.name);
  return {
    ...body,
    name: `${body.name} ${byUnit && ofUnit && !/^Hội đồng|^Công an|Mặt trận/.test(above.name) ? unit : above.name}`,
    places: above.places,
  };
}
