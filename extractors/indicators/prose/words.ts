/** Words of the grammar of figures, small letters with marks. */

/** Verbs that say that something was counted but not what was done: they stay out of labels. */
export const lightVerbs =
  'đã|đang|sẽ|được|có|gồm|bao gồm|gồm có|là|đạt|đạt được|đến nay|hiện|hiện nay|hiện có|tổ chức|tổ chức được|thực hiện|thực hiện được|triển khai|tiến hành|trong đó|trong đó có|còn|còn lại|với|cho|và|cùng|cùng với|tại|ở|từ|của|đối với|trên|cũng|đều|mới|nhất là|như|về|riêng|cụ thể|ước|khoảng|bằng|chiếm|tương ứng|theo|trị giá|phấn đấu|thì|do|lên|xuống|nâng|lại|số lượng';

/** Verbs of deeds: what stands before the first of them is who did it. */
export const deedVerbs =
  'tiếp nhận|tiếp|nhận|giải quyết|xử lý|ban hành|tham mưu|tổ chức|thành lập|xây dựng|vận động|tuyên truyền|phối hợp|kiểm tra|giám sát|hòa giải|hoà giải|phát động|triển khai|thực hiện|hỗ trợ|trao|tặng|thăm|kết nạp|khen thưởng|biểu dương|công nhận|đăng ký|nhân rộng|duy trì|đối thoại|rà soát|thẩm định|phê duyệt|cấp|thu|chi|giải ngân|bàn giao|khởi công|khánh thành|hoàn thành|phát hiện|xử phạt|bắt giữ|bắt|khởi tố|điều tra|xét xử|kiểm sát|thụ lý|phát hành|đăng tải|đăng|in|cấp phát|tập huấn|bồi dưỡng|đào tạo|mở|quyên góp|ủng hộ|huy động|phân bổ|bố trí|chỉ đạo|lãnh đạo|quán triệt|hướng dẫn|đề nghị|kiến nghị|đề xuất|góp ý|tham gia|lấy ý kiến|thông qua|giới thiệu|bổ sung|quy hoạch|đánh giá|xếp loại|xếp|công bố|công khai|niêm yết|lập|ký kết|ký|tạo|giúp|giúp đỡ|trồng|sửa chữa|nâng cấp|hiến|tiêm|khám|điều trị|chuyển|gửi|phân công|phân loại|tiếp công dân|tiếp dân|cưỡng chế|thu hồi|bồi thường|giải phóng|chi trả|cử|khảo sát|thiết lập|kích hoạt|tích hợp|xảy ra|phòng ngừa|tuần tra|đấu tranh|yêu cầu|đóng góp|quan tâm|chăm lo|động viên|tổng kết|sơ kết|nắm|xác định|cụ thể hóa|đạt|có|gồm|là';

/** Adverbs before the verb that are no part of who acts. */
export const adverbs =
  'đã|đang|sẽ|được|cũng|đều|luôn|tiếp tục|thường xuyên|kịp thời|chủ động|tích cực|trực tiếp|chủ trì|tập trung|tăng cường|đẩy mạnh|chú trọng|bước đầu|cơ bản|không|chưa|vẫn|hiện|phải|cần';

/** How a body or a place of the State, the Party or the unions begins. */
export const bodyOpeners =
  'ban thường vụ|ban chấp hành|ban dân vận|ban tổ chức|ban tuyên giáo|ban nội chính|ban chỉ đạo|ban chỉ huy|ban quản lý|ban giám sát|ban thanh tra|ban công tác|ban giám hiệu|ban,? ngành|ban|thường trực|thành ủy|tỉnh ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng uỷ|đảng bộ|chi bộ|chi ủy|cấp ủy|cấp uỷ|ủy ban|uỷ ban|ubnd|ubmttq|hđnd|hội đồng|đại biểu|tổ đại biểu|mặt trận|mttq|hội|liên đoàn|liên minh|công đoàn|đoàn|thành đoàn|huyện đoàn|công an|bộ đội|bộ chỉ huy|bộ tư lệnh|bộ phận|đồn|quân sự|sở|phòng|chi cục|cục|tòa án|toà án|viện kiểm sát|viện|thanh tra|kho bạc|ngân hàng|trung tâm|trường|bệnh viện|trạm|công ty|tổ hòa giải|tổ hoà giải|tổ công tác|tổ dân phố|tổ|khối|đội|lực lượng|ngành|cơ quan|chính quyền|địa phương|đơn vị|thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|thôn|khu dân cư|khu phố|nhân dân|doanh nghiệp|hợp tác xã|hệ thống chính trị|mỗi xã|mỗi phường|chủ tịch|bí thư|cấp tỉnh|cấp thành phố|cấp huyện|cấp xã|cấp quận|câu lạc bộ|chi hội|văn phòng';
