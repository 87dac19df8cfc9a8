/**
 * Words of the grammar of figures, in small letters with marks, tone marks on the old or the new place alike. Phrases
 * are parted by commas: «tổ chức được» is one.
 */
const list = (text: string): string[] =>
  text
    .split(/,\s*/)
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');

/** Say that something was counted, not what was done: they stay out of labels. */
export const lightVerbs = list(`
  có, có được, phân chia, chia, gồm, gồm có, bao gồm, là, đạt, đạt được, ước, ước đạt, ước thực hiện, đạt mức, đạt mốc, hiện có, hiện còn, hiện,
  tổ chức, tổ chức được, tiến hành, thực hiện, thực hiện được, triển khai, triển khai thực hiện, chiếm, bằng, tương đương,
  tương ứng, ước tính, khoảng, phấn đấu, phấn đấu đạt, còn, còn lại, thì, lên, lên đến, xuống, xuống còn, nâng lên,
  với số lượng, số lượng, chỉ, chỉ có, riêng, được, với tổng số, với, cả, thu được, có tổng, có tổng số, phối hợp, phối hợp tổ chức,
  vị trí, thứ, xếp vị trí thứ, xếp vị trí, thứ hạng, trung bình, bình quân, tăng, giảm, tăng lên, giảm xuống, giảm còn, vượt, xếp, xếp thứ, đứng thứ, mức, mới, thông qua, qua, đưa, nâng, kéo giảm, hạ, đón, gấp, tăng gấp`);

/** Of these, the ones that still tell something where nothing else does: «văn bản ban hành». */
export const tellingVerbs = list(
  'ban hành, xây dựng, thành lập, mở, chỉ đạo, lãnh đạo, tham mưu, phát động, đề ra, xác định, đề nghị',
);

/** Deeds: what stands before the first of them is who did it. */
export const deedVerbs = list(`
  tiếp nhận, tiếp, nhận, nhận được, giải quyết, xử lý, ban hành, tham mưu, tổ chức, thành lập, xây dựng, xây mới, vận động,
  tuyên truyền, phối hợp, kiểm tra, giám sát, hòa giải, phát động, triển khai, thực hiện, hỗ trợ, trao, trao tặng, tặng, thăm,
  thăm hỏi, kết nạp, khen thưởng, biểu dương, công nhận, đăng ký, nhân rộng, duy trì, đối thoại, rà soát, thẩm định, phê duyệt,
  cấp phát, giải ngân, bàn giao, khởi công, khánh thành, hoàn thành, phát hiện, xử phạt, bắt giữ, bắt, khởi tố, truy tố,
  điều tra, xét xử, kiểm sát, thụ lý, phát hành, đăng tải, đăng, in, tập huấn, bồi dưỡng, đào tạo, mở, quyên góp, ủng hộ,
  huy động, phân bổ, bố trí, chỉ đạo, lãnh đạo, quán triệt, hướng dẫn, đề nghị, kiến nghị, đề xuất, góp ý, tham gia, lấy ý kiến,
  thông qua, giới thiệu, bổ sung, đánh giá, xếp loại, xếp, công bố, công khai, niêm yết, lập, ký kết, ký, giúp, giúp đỡ, trồng,
  sửa chữa, nâng cấp, hiến, tiêm, khám, điều trị, chuyển, gửi, phân công, phân loại, tiếp công dân, tiếp dân, cưỡng chế, thu hồi,
  bồi thường, giải phóng, chi trả, cử, khảo sát, thiết lập, kích hoạt, tích hợp, xảy ra, tuần tra, đấu tranh, yêu cầu, đóng góp,
  chăm lo, tổng kết, sơ kết, nắm, xác định, cụ thể hóa, đạt, có, gồm, bao gồm, là, tạo, thu hút, cho vay, giải tỏa, cải tạo,
  lắp đặt, di dời, đầu tư, quản lý, tiêu thụ, sản xuất, gieo trồng, thu hoạch, tổ chức được, cung cấp, cứu trợ, thu gom, tố giác,
  trả lời, tiếp thu, phản biện, cảnh cáo, khiển trách, kỷ luật, thi hành, miễn nhiệm, bổ nhiệm, điều động, luân chuyển, bầu,
  sáp nhập, giải thể, phát triển, chuyển đổi, nộp, đóng, cài đặt, số hóa, ước đạt, chiếm, tăng, giảm, vượt, mua, bán, nuôi,
  nuôi dưỡng, đỡ đầu, tư vấn, giới thiệu việc làm, giải cứu, dập tắt, thu giữ, tịch thu, tạm giữ, truy quét, triệt phá, trang bị, sửa đổi, đưa, giải quyết xong, bảo vệ, cấp giấy, cấp phép, cấp thẻ, cấp sổ, cấp mới, cấp đổi, rút, hủy, bãi bỏ, thay thế, mời, dự họp, tham dự, làm mới, tinh giản, sắp xếp, ứng dụng, sử dụng, áp dụng, thẩm tra, thanh tra, khởi kiện, ký cam kết, cam kết, thống nhất, hưởng ứng, bảo đảm, đảm bảo, giải quyết việc làm, tạo việc làm, đón, chi trả, tiết kiệm, trích, đề ra, giao, nghiệm thu, kiểm đếm, đo đạc, thả, truy nã, khai trừ, phê bình, ra quân, dọn, dọn dẹp, vệ sinh, phát quang, đoạt, giành, vay, trả, gia cố, nạo vét, tu sửa, tổ chức lễ, theo dõi, đôn đốc, nắm bắt, phân tích, tổng hợp, báo cáo, trình, hoàn thiện, cập nhật, chấn chỉnh, khắc phục, ngăn chặn, cứu, chữa, chăm sóc, phổ biến, ghi nhận, chấp thuận, chỉnh trang, mở rộng, lồng ghép, tước, tiêu hủy, dập, xóa`);

/** Before a verb, no part of who acts. */
export const adverbs = list(`
  đã, đang, sẽ, được, đã được, cũng, đều, luôn, tiếp tục, thường xuyên, kịp thời, chủ động, tích cực, trực tiếp, chủ trì, tập trung,
  tăng cường, đẩy mạnh, chú trọng, bước đầu, cơ bản, không, chưa, vẫn, hiện, phải, cần, đã tổ chức, đã có, nhanh chóng, xếp, ước`);

/** Open a sentence or an item before what it tells of. */
export const openers = list(`
  dịp, nhân dịp, trong dịp,   làm, khiến,   trong đó, trong đó có, theo đó, qua đó, đồng thời, bên cạnh đó, ngoài ra, cụ thể, cụ thể là, kết quả, riêng, đến nay, hiện nay, nhất là, cùng với đó,
  tính đến nay, tính chung, tổng hợp, như, như sau, kết quả như sau, kết quả là, kết quả đã, kết quả có, toàn bộ, nhờ đó, vì vậy, do đó, từ đó, tuy nhiên,
  song, và, còn, thì, mà, để, nhằm, nên, bao gồm, gồm, với, cùng, cùng với, về, các, những, thời gian qua, trong kỳ, trong thời gian qua, đáng chú ý, tiêu biểu,
  tiêu biểu như, trên cơ sở đó, trên địa bàn, địa bàn, chia ra, ước, cả nước, đảm bảo, bảo đảm, phấn đấu, hết kỳ, lũy kế, từ, trong, đến, tính đến, vào, năm, ngày, tháng, cho, đối với, tại, ở, trên, của, do`);

/** Tie a figure to the one told before: «194 hội nghị cho trên 6.000 lượt cán bộ», «07 buổi với 08 vụ việc». */
export const links = list(
  'với, cho, đối với, của, cùng, cùng với, tại, ở, và, gồm, trong đó, trong đó có, bao gồm, có, là',
);

/** Of these, the ones that make the figure one of the same deed. */
export const ties = list('với, cho, đối với, của, cùng, cùng với');

/** Begin what is told of a whole list of nouns: «ý kiến, kiến nghị của đoàn viên». */
export const listClosers = list(
  'của, về, trong, tại, cho, với, đối với, theo, ở, do, bởi, từ, trên, giữa, được, bị, có, để, nhằm, đến',
);

/** Names of figures that do not say of what: the thing follows, or the figure before has it. */
export const bareQuantities = list(`
  tổng, tổng số, số, số lượng, tổng cộng, mức, tỷ lệ, tỉ lệ, tốc độ, lượng, trị giá, tổng trị giá, giá trị, tổng giá trị, kinh phí, tổng kinh phí, số tiền, tổng số tiền, tổng mức, tổng vốn, vốn, số vốn, diện tích, tổng diện tích, khối lượng, chiều dài, điểm, giá, lũy kế, thu, chi`);

/** Of these, the ones that never stand at the end of a name: «… đạt tỷ lệ 92%». */
export const weakQuantities = list(
  'tổng, tổng số, số, số lượng, tổng cộng, mức, tỷ lệ, tỉ lệ, tốc độ, lượng, điểm, giá, thu, chi, lũy kế',
);

/** No label ends in one of these. */
export const trailing = list(`
  lần đầu tiên, đạt mốc, làm, vào, cho, với, tại, ở, trên, từ, của, đối với, về, đến, trong, là, có, được, đã, đều, các, những, và, hoặc, theo, do, bởi, để, bằng, tổng, tổng số, trên tổng số,
  khoảng, hơn, gần, trên, dưới, đạt, cả, mới, thêm, tối thiểu, ít nhất, không dưới, tối đa, không quá, chiếm, khoảng chừng, còn, thì, mức, như, cùng, cùng với,
  gồm, bao gồm, trong đó, trong đó có, số lượng, với số lượng, ước, ước đạt, hiện có, lên, lên đến, xuống, xuống còn, lại, lũy kế, toàn bộ, đó là, cụ thể, cụ thể là, mỗi, từng, chia thành, phân chia thành, được phân chia thành, tăng, giảm,
  tính đến, đến nay, cuối, đầu, năm, tháng, ngày, quý, tương ứng, tương đương, bình quân, trung bình, vượt, được là, nay, hiện nay, hiện, riêng, nhất là, tỷ lệ đạt, đạt tỷ lệ, chiếm tỷ lệ, phấn đấu`);

/** End in a word that labels do not end in, and are names all the same: «cây hằng năm». */
export const terms = list(
  'hàng năm, hằng năm, lâu năm, xây dựng mới, đăng ký mới, xây mới, thành lập mới, làm mới, cấp mới, trồng mới, kết nạp mới, phát sinh mới, nông thôn mới, mặt bằng, việc làm, công bằng, lấn chiếm, đồng bằng, nhà máy',
);

/** What the words behind a figure do not end in. */
export const dangling = list(`
  vào, cho, với, tại, ở, trên, từ, của, đối với, về, đến, trong, là, có, được, đã, đều, các, những, và, hoặc, theo, do, bởi, để, bằng, tổng, tổng số, khoảng, hơn, gần, dưới, cả, thêm,
  tối thiểu, ít nhất, không dưới, tối đa, không quá, thì, như, cùng, cùng với, gồm, bao gồm, trong đó, số lượng, ước, ước đạt, lên, lũy kế, đó là, cụ thể, mỗi, từng, tính đến, cuối, đầu, năm, tháng, ngày, quý, còn, đang, chỉ`);

/** Change what a verb says and stay in labels: «hồ sơ đang giải quyết», «đơn chưa giải quyết». */
export const telltales = list('đang, chưa, không, chưa được, không được');

/** «đạt chuẩn» says what a thing is, «đạt 68%» how much. */
export const standards = list(
  'đạt chuẩn, đạt danh hiệu, đạt tiêu chí, đạt tiêu chuẩn, đạt yêu cầu, đạt giải, đạt loại, đạt sao, đạt mức, đạt các, còn hạn, còn hiệu lực, bằng khen',
);

/** End the words behind a figure that say what it counts. */
export const stops = list(`
  đạt, đạt tỷ lệ, chiếm, chiếm tỷ lệ, trong đó, gồm, bao gồm, trị giá, tổng trị giá, với tổng, tăng, giảm, so với, nhằm, để, nên, góp phần, qua đó,
  kinh phí, với kinh phí, tổng kinh phí, với số tiền, số tiền, bằng, tương ứng, tương đương, tỷ lệ, tỉ lệ, trong khi, còn lại, từ ngày, trong năm, trong tháng, trong quý, như,
  xuống, xuống còn, lên, lên đến, ngoài ra, đồng thời, từ đó, nhờ đó, do đó, tuy nhiên, vượt, hoàn thành, ước đạt, qua các, qua công tác, theo quy định, theo đúng quy định, trong thời gian, trong kỳ, sau đó, khi, nếu, vì, bởi`);

/** Nouns that name a figure by themselves: what begins with one is its label as it stands. */
export const quantityNouns = list(`
  tổng, tổng số, tổng cộng, tổng sản phẩm, tổng giá trị, tổng mức, tổng vốn, tổng thu, tổng chi, tổng dư nợ, tổng diện tích, tổng kinh phí, tổng trị giá, tổng nguồn, tổng sản lượng, tổng nguồn vốn, tổng đàn, số, số lượng, số tiền, số vốn, số hộ, số người, tỷ lệ, tỉ lệ, tỷ suất, tỷ trọng,
  mức, tốc độ, chỉ số, thu nhập, diện tích, dân số, mật độ, kinh phí, giá trị, sản lượng, năng suất, doanh thu, lợi nhuận, thu ngân sách, chi ngân sách,
  thu nội địa, kim ngạch, vốn, trị giá, dư nợ, nợ, quy mô, khối lượng, chiều dài, độ che phủ, bình quân, thu nhập bình quân, GRDP, giải ngân, thu, chi, tăng trưởng, cơ cấu, lượng, điểm, chiều cao, công suất, hệ số, độ, giá, quỹ, nguồn vốn, nguồn thu, ngân sách, đàn, biên chế, trữ lượng, lũy kế`);

/** How a body or a place of the State, the Party or the unions begins. */
export const bodies = list(`
  ban thường vụ, ban chấp hành, ban dân vận, ban tổ chức, ban tuyên giáo, ban nội chính, ban chỉ đạo, ban chỉ huy, ban quản lý, ban giám sát, ban thanh tra, ban công tác, ban giám hiệu,
  ban ngành, ban, thường trực, thành ủy, tỉnh ủy, huyện ủy, quận ủy, thị ủy, đảng ủy, đảng bộ, chi bộ, chi ủy, cấp ủy, ủy ban, ubnd, ubmttq, hđnd, hội đồng, đại biểu, tổ đại biểu, mặt trận, mttq,
  hội, liên đoàn, liên minh, công đoàn, đoàn, thành đoàn, tỉnh đoàn, huyện đoàn, công an, bộ đội, bộ chỉ huy, bộ tư lệnh, bộ phận, bộ, đồn, quân sự, sở, phòng, chi cục, cục, tổng cục, tòa án, viện kiểm sát, viện, thanh tra,
  kho bạc, ngân hàng, bảo hiểm xã hội, trung tâm, trường, nhà trường, bệnh viện, trạm, công ty, tổ hòa giải, tổ công tác, tổ dân phố, tổ, khối, đội, lực lượng, ngành, cơ quan, chính quyền, địa phương, đơn vị, thành phố, tỉnh, huyện,
  quận, thị xã, thị trấn, xã, phường, đặc khu, thôn, ấp, bản, buôn, khu dân cư, khu phố, hệ thống chính trị, chủ tịch, phó chủ tịch, bí thư, cấp tỉnh, cấp thành phố, cấp huyện, cấp xã, cấp quận, cấp cơ sở,
  câu lạc bộ, chi hội, văn phòng, tổ chức đảng, tổ chức chính trị, tổ chức cơ sở đảng, người đứng đầu, chi đoàn, hải quan, cục thuế, chi cục thuế, kiểm lâm, biên phòng, toàn ngành, cấp hội, cấp bộ hội, cấp bộ đoàn, các cấp, quốc hội, chính phủ, lãnh đạo, thủ trưởng`);

/** Before a body: «các quận ủy», «toàn thành phố», «100% các xã». */
export const determiners = list('các, toàn, mỗi, từng, những, tất cả các, hầu hết các, một số, đảng bộ và, hai, mọi');

/** Words that make a noun of the verb behind them: «các tổ chức», «công tác kiểm tra», «việc tiếp nhận». */
export const nounMakers = list(
  'các, những, mọi, công tác, việc, sự, hoạt động, phong trào, ban, tổ, hội đồng, cơ quan, ủy ban, ngành, ý kiến, đơn, nội dung, chương trình, đoàn, thanh tra, phòng, cuộc, hội nghị, một số, nhiều, của',
);

/** Say that the verb behind is what was done, whoever stands before: «các hộ trong vùng dự án đã nhận …». */
export const tenses = list('đã, đang, sẽ');

/** Make a clause of the words before them: no body acts in «sự phối hợp của các ban nên …». */
export const clauseMakers = list('nên, do, vì, sự, để, mà, nhằm, bởi');

/** Single words that the grammar asks for by name. */
export const ofWord = list('của');
export const andWord = list('và');
export const isWord = list('là');
export const levelWord = list('cấp');

/** Behind these stands for whom or where: «áo phao trao tặng cho ngư dân» keeps its verb before them. */
export const directions = list('cho, đối với, tại, ở, đến, từ, với, trên');

/** End the name of a body in a heading: «công tác lãnh đạo của cấp ủy về công tác dân vận». */
export const nounEnds = list('về, trong, với, trên, đối với, theo, tại, cho');

/** End the name of a figure: «tỷ lệ hộ nghèo liên tục giảm, đạt …». */
export const nameStops = list('đạt, ước đạt, ước thực hiện, chiếm, liên tục, tiếp tục, so với, vượt, vẫn');

/** Begin like a verb and are nouns: «giao thông», «cử tri». */
export const noVerbs = list(`
  giao thông, giao dịch, giao ban, cử tri, cử nhân, nhận thức, tiếp cận, bắt đầu, bán đảo, lập trường, dự án, dự thảo, dự toán, dự báo, thu nhập, thu ngân sách, làm việc, có thể,
  ký túc xá, mở đầu, trả góp, đăng kiểm, in ấn, tăng trưởng, tăng cường, giảm nghèo, nắm chắc, gửi gắm, trao đổi, kiểm lâm, là lượt, bầu cử, bán trú, trồng trọt, nuôi trồng thủy sản`);

export const takingWords = list('chiếm');

/** Papers: «Quyết định số 218-QĐ/TW của Bộ Chính trị» is not about the Politburo. */
export const papers = list(
  'quyết định, nghị quyết, chỉ thị, quy định, kết luận, quy chế, luật, kế hoạch, hướng dẫn, thông tư, nghị định, công văn, văn bản, thông báo, chương trình, đề án',
);

export const orders = list(
  'chỉ đạo, lãnh đạo, tham mưu, đề nghị, yêu cầu, hướng dẫn, phối hợp, tổ chức, triển khai, thực hiện, tiến hành, quyết định',
);

/** Adverbs that divide a whole where no verb follows: «trực tiếp 1.890, trực tuyến 450». */
export const manners = list('trực tiếp, thường xuyên, kịp thời');

/** Places, whose names are all in capitals: «quận Ngô Quyền». */
export const places = list('quận, huyện, xã, phường, thị trấn, thị xã, tỉnh, thành phố, thôn, ấp, bản, buôn, đặc khu');

/** Keep their capital where they open a sentence. */
export const reverend = list('nhân dân, đảng, nhà nước, mặt trận');

/** Done by the people counted themselves: «20 người tham gia» needs no «được». */
export const ownDeeds = list(
  'tham gia, dự, tham dự, đăng ký, ủng hộ, hưởng ứng, ký cam kết, cam kết, hiến, đóng góp, thống nhất, góp ý, nộp, vay, sinh hoạt, thành lập, xây dựng, duy trì, tổ chức, nhân rộng, phát triển, mở, ra mắt, kiện toàn, xuất khẩu, đoạt, giành',
);

/** Done to somebody who would rather not: «bị khởi tố». */
export const suffered = list(
  'bắt, bắt giữ, khởi tố, truy tố, xét xử, xử phạt, kỷ luật, khiển trách, cảnh cáo, tạm giữ, xử lý, điều tra, miễn nhiệm, khai trừ, thi hành kỷ luật, cưỡng chế, phê bình, kiểm điểm',
);

/** Begin like a body and are none. */
export const noBodies = list(`
  tổ chức, tổ chức các, ban hành, hội nghị, hội thảo, hội thi, hội viên, hội diễn, đoàn viên, đoàn kết, đoàn thể, bản thân, bản tin, bản án, sở hữu, phòng chống, phòng ngừa, phòng cháy, phòng học, bộ mặt, bộ máy, bộ tiêu chí, viện trợ,
  xã hội, ngành nghề, khối lượng, đội ngũ, trường hợp, cục diện, phòng khám, quận lỵ, thành phố thông minh, bản đồ, đồn đoán, tổ hợp, hội chợ, đội hình, bản cam kết, bản sắc`);

/** What a share or a change is measured against. */
export const bases = list(`
  so với, so cùng kỳ, cùng kỳ, kế hoạch, dự toán, chỉ tiêu, mục tiêu, nghị quyết, kịch bản, năm trước, kế hoạch năm, dự toán năm, chỉ tiêu giao, tổng số, trên tổng số, trong tổng số, so, GRDP, tổng`);
