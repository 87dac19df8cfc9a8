import type { ProblemCode } from '../problem.ts';

/** What the server says in Vietnamese, the first language of the interface. `en.ts` has the same keys. */
export const vi = {
  problems: {
    invalid: ['Yêu cầu không hợp lệ', 'Sửa những chỗ được nêu rồi gửi lại.'],
    'bad-json': ['Nội dung gửi lên không phải JSON hợp lệ', 'Kiểm tra lại phần thân của yêu cầu.'],
    'query-too-long': ['Câu tìm kiếm quá dài', 'Rút ngắn câu tìm kiếm.'],
    'needs-reason': ['Thiếu lý do', 'Bỏ qua một cờ thì phải ghi lý do.'],
    'no-place': ['Không rõ địa bàn', 'Ghi cả cấp trên, thí dụ: phường An Khánh, quận Ninh Kiều.'],
    'no-period': ['Không rõ kỳ báo cáo', 'Ghi như trong tiêu đề, thí dụ: 6 tháng đầu năm 2023.'],
    'too-many-kept': ['Đã lưu quá nhiều', 'Xóa bớt rồi lưu lại.'],
    'nothing-to-undo': ['Không còn gì để hoàn tác', 'Cờ này chưa có quyết định nào.'],
    'too-many-findings': [
      'Quá nhiều phát hiện cho một biên bản',
      'Lọc bớt: theo báo cáo, địa bàn, kỳ hoặc trạng thái.',
    ],
    'too-wide': ['Câu hỏi quá rộng', 'Thu hẹp theo địa bàn hoặc kỳ rồi thử lại.'],
    'bad-name': [
      'Tên đăng nhập không hợp lệ',
      'Chỉ dùng chữ thường không dấu, chữ số và các dấu . _ - @, không quá 100 ký tự.',
    ],
    'weak-password': ['Mật khẩu quá ngắn', 'Dùng ít nhất 10 ký tự.'],
    'not-signed-in': ['Bạn chưa đăng nhập', 'Đăng nhập rồi làm lại.'],
    'bad-token': ['Mã truy cập không dùng được', 'Mã sai, đã hết hạn hoặc đã bị thu hồi; tạo mã mới.'],
    'unknown-person': [
      'Không đăng nhập được bằng tài khoản của cơ quan',
      'Đăng nhập lại từ đầu; nếu vẫn không được, nhờ người quản trị gắn tài khoản này.',
    ],
    'wrong-password': ['Tên hoặc mật khẩu không đúng', 'Kiểm tra lại rồi thử lần nữa.'],
    'changed-meanwhile': ['Đã có người thay đổi trước', 'Xem lại nội dung hiện tại rồi làm lại.'],
    'last-administrator': ['Đây là người quản trị cuối cùng', 'Giao quyền quản trị cho người khác trước.'],
    'name-taken': ['Tên đăng nhập đã có người dùng', 'Chọn tên khác.'],
    'no-accounts': ['Chưa có tài khoản nào', 'Tạo tài khoản quản trị bằng đường dẫn mà doisoat serve in ra.'],
    'setup-over': [
      'Đường dẫn này không còn dùng được',
      'Đường dẫn chỉ dùng một lần, trong 24 giờ, khi chưa có tài khoản; chạy lại doisoat serve để có đường dẫn mới.',
    ],
    locked: ['Tài khoản tạm khóa', 'Đã thử sai nhiều lần; chờ ít phút rồi thử lại.'],
    'too-many': ['Quá nhiều yêu cầu', 'Chờ một phút rồi thử lại.'],
    'cross-site': ['Yêu cầu đến từ trang khác', 'Mở trang đối soát rồi làm lại ở đó.'],
    csrf: ['Thiếu mã xác nhận của trang', 'Tải lại trang rồi làm lại.'],
    forbidden: ['Bạn không có quyền làm việc này', 'Hỏi người quản trị.'],
    'wrong-host': [
      'Tên máy chủ không được chấp nhận',
      'Khi chưa có tài khoản, chỉ mở được trên chính máy này, bằng địa chỉ 127.0.0.1 hoặc localhost.',
    ],
    'not-found': ['Không tìm thấy', 'Không có mục này, hoặc bạn không được xem.'],
    'no-route': ['Không có địa chỉ này', 'Xem danh sách địa chỉ ở /api/openapi.json.'],
    'method-not-allowed': ['Phương thức không được phép', 'Xem tiêu đề Allow để biết phương thức dùng được.'],
    'too-large': ['Nội dung gửi lên quá lớn', 'Chia nhỏ rồi gửi lại.'],
    'address-too-long': ['Địa chỉ hoặc tiêu đề của yêu cầu quá dài', 'Rút ngắn yêu cầu.'],
    'too-slow': ['Yêu cầu gửi quá chậm', 'Kiểm tra đường truyền rồi gửi lại.'],
    'unsupported-type': ['Kiểu nội dung không được hỗ trợ', 'Xem kiểu nội dung dùng được ở /api/openapi.json.'],
    'not-rendered': ['Không dựng được tệp này', 'Tải tệp gốc về để xem.'],
    malformed: ['Yêu cầu HTTP không đúng quy cách', 'Kiểm tra lại chương trình gửi yêu cầu.'],
    unavailable: ['Máy chủ chưa sẵn sàng', 'Thử lại sau ít phút.'],
    internal: ['Máy chủ gặp lỗi', 'Thử lại; nếu vẫn lỗi, gửi mã lỗi cho người quản trị.'],
  } satisfies Record<ProblemCode, [title: string, detail: string]>,
  exports: {
    hits: 'Kết quả tìm kiếm',
    indicators: 'Số liệu',
    passage: 'Đoạn văn',
    indicator: ['Chỉ tiêu', 'Giá trị', 'Đơn vị', 'Mức', 'Như đã ghi', 'Kỳ', 'Phạm vi', 'Trích nguyên văn'],
    place: ['Báo cáo', 'Ngày', 'Địa bàn', 'Trang', 'Mục', 'Tệp', 'Mở'],
  },
  noPages: 'Chưa có trang web: chỉ có API, xem /api/openapi.json.',
};

export type ServerMessages = typeof vi;
