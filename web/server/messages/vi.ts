import type { ProblemCode } from '../problem.ts';

/** What the server says in Vietnamese, the first language of the interface. `en.ts` has the same keys. */
export const vi = {
  problems: {
    invalid: ['Yêu cầu không hợp lệ', 'Sửa những chỗ được nêu rồi gửi lại.'],
    'bad-json': ['Nội dung gửi lên không phải JSON hợp lệ', 'Kiểm tra lại phần thân của yêu cầu.'],
    'query-too-long': ['Câu tìm kiếm quá dài', 'Rút ngắn câu tìm kiếm.'],
    'cross-site': ['Yêu cầu đến từ trang khác', 'Mở trang đối soát rồi làm lại ở đó.'],
    csrf: ['Thiếu mã xác nhận của trang', 'Tải lại trang rồi làm lại.'],
    forbidden: ['Bạn không có quyền làm việc này', 'Hỏi người quản trị.'],
    'wrong-host': [
      'Tên máy chủ không được chấp nhận',
      'Khi chưa có tài khoản, chỉ mở được bằng địa chỉ 127.0.0.1 hoặc localhost.',
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
  noPages: 'Chưa có trang web: chỉ có API, xem /api/openapi.json.',
};

export type ServerMessages = typeof vi;
