"""Further verbs that end the name of a body: the field, the school, the station, the market, the
dyke.
"""

MORE_VERBS = """,
trích xuất, trích, kết xuất, tra soát, tải, tải về, chạy, chặt, chặt tỉa, bón, che phủ, nhổ, vớt,
rào, quây, trông giữ, trông coi, lo, gác, canh, mở khóa, lau, rửa, nấu, tiếp sóng, tiếp đón,
phân tuyến, xếp lịch, xếp hàng, chốt danh sách, ghi biên bản, chép, đề cử, ứng cử, kiểm phiếu,
trả lại, trả thẻ, trả tiền, hoàn ứng, chấm thầu, mời thầu, ký hợp đồng, phê chuẩn, cân đo,
thử nghiệm, xét tuyển, dạy bù, phụ đạo, kèm cặp, ôn tập, in sao, in ấn, đỡ đầu, nhận đỡ đầu,
giúp đỡ, cứu chữa, cấp cứu, sơ cứu, khử khuẩn, tổng vệ sinh, quét dọn, dọn dẹp, thu dọn,
phát dọn, cuốc, xuống giống, gieo sạ, tiêu úng, xả nước, lấy nước, tích nước, đóng cống, mở cống,
mở cửa, chằng néo, nhắn tin, khoanh vẽ, đánh dấu, cắm biển, gắn biển, lắp, kéo điện, hạ ngầm,
hoán đổi, tự đánh giá, tự kiểm tra, tự chấm, thải loại, bàn bạc, họp dân, xuống cơ sở,
trung chuyển, giải thích, kiểm chứng, chiếu, tập dượt, phạt, dừng, đình chỉ, tước, mở lớp,
thông tin đến, thông tin cho, thông tin kịp thời, đẩy lùi, gom, nhặt, thu nợ, thu tiền, đón tiếp,
phục vụ tốt, chào hàng, hóa giá, gặp gỡ, thăm khám, khám sàng lọc, sàng lọc, tẩm màn, diệt,
diệt chuột, diệt lăng quăng, gặt, tuốt, phơi, sấy, bảo lãnh, giới nghiêm, thỉnh giảng, khởi tố,
tuyên án, hòa nhập, tái hòa nhập, cảm hóa, livestream, phát trực tiếp, tường thuật, cổ động,
cổ vũ, phiên dịch, thẩm âm, thuyết minh, dẫn đoàn, hướng nghiệp, rà quét, quét mã, chấm công,
khóa sổ, chốt số liệu, chốt sổ, tất toán, phong tặng, trao tặng, truy tặng, đính chính, dựng nhà,
dựng lều, dựng chốt, dựng trại, nuôi dưỡng, khóa cổng, khóa dữ liệu, khóa van, bắt chó, nhận trả,
đổi thẻ, đổi giấy, đổi quà, bơm nước, đốc thúc, thu phiếu, hoàn chỉnh, số hóa, thảm nhựa,
thẩm định xong, phối kết hợp, giữ gìn trật tự
"""
