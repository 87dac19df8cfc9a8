/** What units of the made-up province count, and the ways in which their reports put it. */
export interface Concept {
  name: string;
  /** Per month and commune, from–to; a stock is drawn once and drifts. */
  range: [number, number];
  kind: 'count' | 'stock' | 'rate' | 'money';
  /** `{n}` is the figure; each way means the same. */
  ways: string[];
  /** Sentences with a figure of the same kind that means something else. */
  nearMisses: string[];
}

export const concepts: readonly Concept[] = [
  {
    name: 'dialogues',
    range: [0, 3],
    kind: 'count',
    ways: [
      'tổ chức {n} cuộc đối thoại trực tiếp với Nhân dân',
      'tổ chức được {n} cuộc đối thoại trực tiếp với người dân',
      'đã tổ chức {n} cuộc đối thoại với Nhân dân',
    ],
    nearMisses: [
      'Hội Liên hiệp Phụ nữ tổ chức {n} cuộc đối thoại với hội viên.',
      'Dự kiến 6 tháng cuối năm tổ chức thêm {n} cuộc đối thoại với Nhân dân.',
    ],
  },
  {
    name: 'settled disputes',
    range: [0, 4],
    kind: 'count',
    ways: ['hòa giải thành {n} vụ việc', 'hòa giải thành công {n} vụ việc'],
    nearMisses: [
      'Các tổ hòa giải tiếp nhận {n} vụ việc mâu thuẫn, tranh chấp.',
      'Hòa giải không thành {n} vụ việc, đã hướng dẫn chuyển cơ quan có thẩm quyền.',
    ],
  },
  {
    name: 'new party members',
    range: [0, 2],
    kind: 'count',
    ways: ['kết nạp {n} đảng viên mới', 'kết nạp được {n} đảng viên mới', 'kết nạp mới {n} đảng viên'],
    nearMisses: ['Công nhận chính thức {n} đảng viên dự bị.', 'Cử {n} quần chúng ưu tú đi học lớp nhận thức về Đảng.'],
  },
  {
    name: 'gifts for poor households',
    range: [0, 30],
    kind: 'count',
    ways: [
      'trao tặng {n} suất quà cho hộ nghèo',
      'tặng {n} suất quà cho hộ nghèo',
      'trao {n} suất quà cho các hộ nghèo',
    ],
    nearMisses: ['Trao {n} suất quà cho gia đình chính sách, người có công.'],
  },
  {
    name: 'training courses',
    range: [0, 2],
    kind: 'count',
    ways: [
      'mở {n} lớp tập huấn kỹ thuật sản xuất nông nghiệp',
      'tổ chức {n} lớp tập huấn kỹ thuật sản xuất nông nghiệp',
    ],
    nearMisses: ['Mở {n} lớp bồi dưỡng nghiệp vụ công tác mặt trận.'],
  },
  {
    name: 'citizens received',
    range: [1, 12],
    kind: 'count',
    ways: ['tiếp {n} lượt công dân đến kiến nghị, phản ánh', 'đã tiếp {n} lượt công dân đến kiến nghị, phản ánh'],
    nearMisses: ['Chủ tịch Ủy ban nhân dân tiếp công dân định kỳ {n} lượt.'],
  },
  {
    name: 'clean-up campaigns',
    range: [1, 5],
    kind: 'count',
    ways: ['tổ chức {n} buổi ra quân tổng vệ sinh môi trường', 'phát động {n} buổi ra quân tổng vệ sinh môi trường'],
    nearMisses: ['Đoàn Thanh niên tổ chức {n} buổi trồng cây xanh.'],
  },
  {
    name: 'budget revenue',
    range: [20, 90],
    kind: 'money',
    ways: [
      'thu ngân sách nhà nước trên địa bàn đạt {n} tỷ đồng',
      'tổng thu ngân sách trên địa bàn đạt {n} tỷ đồng',
      'thu ngân sách nhà nước đạt {n} tỷ đồng',
    ],
    nearMisses: ['Chi ngân sách địa phương đạt {n} tỷ đồng.'],
  },
  {
    name: 'area',
    range: [400, 4000],
    kind: 'stock',
    ways: ['có diện tích tự nhiên {n} ha', 'diện tích tự nhiên là {n} ha', 'tổng diện tích tự nhiên {n} ha'],
    nearMisses: ['Diện tích đất nông nghiệp là {n} ha.'],
  },
  {
    name: 'households with clean water',
    range: [880, 985],
    kind: 'rate',
    ways: ['tỷ lệ hộ dân sử dụng nước hợp vệ sinh đạt {n}%', 'tỷ lệ hộ dân sử dụng nước hợp vệ sinh là {n}%'],
    nearMisses: ['Tỷ lệ hộ dân sử dụng nước sạch từ hệ thống tập trung đạt {n}%.'],
  },
];

/** Papers of the centre that reports cite, with the day on which they were issued. */
export const directives: readonly { name: string; day: string; by: string }[] = [
  { name: 'Chỉ thị số 18-CT/TW', day: '26/10/2022', by: 'Ban Bí thư' },
  { name: 'Nghị quyết số 25-NQ/TW', day: '03/6/2013', by: 'Ban Chấp hành Trung ương' },
  { name: 'Quyết định số 23-QĐ/TW', day: '30/7/2021', by: 'Bộ Chính trị' },
  { name: 'Kết luận số 43-KL/TW', day: '07/01/2019', by: 'Ban Bí thư' },
  { name: 'Chỉ thị số 05-CT/TW', day: '15/5/2016', by: 'Bộ Chính trị' },
  { name: 'Quyết định số 217-QĐ/TW', day: '12/12/2013', by: 'Bộ Chính trị' },
];

export const openings = ['Trong {p}, ', 'Kết quả {p}, ', '{P}, '];
export const fillers = [
  'Tình hình tư tưởng của cán bộ, đảng viên và Nhân dân cơ bản ổn định, đoàn kết, tin tưởng vào sự lãnh đạo của Đảng.',
  'An ninh chính trị, trật tự an toàn xã hội được giữ vững; các hoạt động văn hóa, thể thao diễn ra sôi nổi.',
  'Công tác tuyên truyền được đổi mới về nội dung và hình thức, bám sát nhiệm vụ của địa phương.',
  'Việc thực hiện Quy chế dân chủ ở cơ sở được cấp ủy, chính quyền quan tâm chỉ đạo.',
  'Mặt trận Tổ quốc và các đoàn thể chủ động phối hợp, phát huy vai trò giám sát, phản biện xã hội.',
  'Một số chi bộ sinh hoạt chuyên đề chưa đều, nội dung còn chung chung.',
];
