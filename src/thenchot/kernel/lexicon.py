"""Words of the genre: what a body begins with, the common nouns of addressees, the verbs that end a
name.

They are matched on `kernel.text.plain`: small letters with their marks, the tone mark in its older
place. The marks matter: "giao" is a verb, "giáo" a part of Ban Tuyên giáo; "sở" is a department,
"số" is a number.
"""

import re

from thenchot.kernel.more_verbs import MORE_VERBS


def _words(text: str) -> str:
    items = {" ".join(item.split()) for item in text.split(",")} - {""}
    return "|".join(sorted(map(re.escape, items), key=len, reverse=True))


_LONG = """
ủy ban, ubnd, hđnd, hội đồng, văn phòng, công an, trung tâm, mặt trận, mttq, mttqvn, ubmttq,
ubmttqvn, liên đoàn, chi bộ, chi đoàn, đảng ủy, đảng bộ, cấp ủy, chi ủy, chi cục, kho bạc, bảo
hiểm, tòa án, viện kiểm sát, công ty, bưu điện, thường trực, ubkt, btv, bch, tỉnh ủy, thành ủy,
huyện ủy, quận ủy, quân ủy, tỉnh đoàn, thành đoàn, chính phủ, quốc hội, học viện, bệnh viện, thanh
tra, điện lực, ngân hàng, hợp tác xã, lãnh đạo, đồng chí, bí thư, phó bí thư, chủ tịch, phó chủ
tịch, trưởng ban, trưởng phòng, trưởng thôn, phó trưởng, giám đốc, chánh văn phòng, người đứng
đầu, thủ trưởng, công chức, cơ quan, đơn vị, địa phương, tập thể, cá nhân, hiệu trưởng, bộ phận,
nhóm, câu lạc bộ, xí nghiệp, liên hiệp, liên minh, vp, vnpt, viettel, bchqs, chqs, tổng cục, thông
tấn xã, nhà xuất bản, kiểm toán, hải quan, cục thuế, bộ tư lệnh, bộ chỉ huy, đặc khu, bql, bqlda,
bgh, tổ chức đảng, đoàn thể, nhà trường, viễn thông, tyt, thuế cơ sở, đồn biên phòng, doanh
nghiệp, chủ đầu tư, nhà thầu, khối, phòng ban, ủy viên, ttyt, ttpvhcc, ttdvc, vhxh, tổ dân phố,
trường học, trạm y tế, mặt trận tổ quốc, chủ nhiệm, chính quyền, trung ương, đảng viên, khoa, hạt
kiểm lâm, hiệp hội, liên minh hợp tác xã, tập đoàn, tổng công ty, bộ đội, thi hành án dân sự, thư
viện, bảo tàng, vườn quốc gia, nhà hát, cảng vụ, tiểu ban, phân hiệu, phân viện, nghiệp đoàn, trại
giam, lực lượng, quân đoàn, hộ kinh doanh, nhà máy, công đoàn, y tế trường, y tế xã, y tế phường,
kế toán, tổng phụ trách, giáo viên chủ nhiệm, giáo viên, nhân viên y tế, quản trang, chi hội, phân
hội, bếp ăn, thủ quỹ, toàn thể hội viên, người có uy tín, già làng, tổ trưởng, tổ phó, tổ viên, đội
trưởng, đội phó, trưởng đoàn, phó trưởng đoàn, thư ký, tổ thư ký, trưởng tiểu ban, phó trưởng ban,
phó ban, phó chủ nhiệm, phó giám đốc, phó hiệu trưởng, chi hội trưởng, chi hội phó, tổ trưởng
chuyên môn, bí thư đoàn, trưởng trạm, trưởng khoa, trưởng bản, trưởng xóm, trưởng ấp, trưởng khu,
trưởng công an, trưởng các, chỉ huy trưởng, chỉ huy phó, chính trị viên, chuyên viên, thanh tra
viên, kiểm sát viên, thủ kho, văn thư, quản lý chợ, bếp trưởng, tổng biên tập, chủ tịch hội, chủ
tịch công đoàn, phó chánh, kế toán trưởng, cộng tác viên, y tế thôn, nhân viên, hộ lý, điều dưỡng,
giám thị, quản giáo, thuyền trưởng, trưởng họ, trưởng tộc, chức sắc, tổ hợp tác, ban công tác mặt
trận, xóm trưởng, thôn trưởng, ấp trưởng, bản trưởng, khu trưởng, khóm trưởng, buôn trưởng, chi hội
trưởng, liên đội, chi đội, y tế trường học, nhân viên thú y, khuyến nông viên, công an viên, dân
quân, trưởng đoàn giám sát, gvcn, tpt, bcđ, btc, bđd, đvtn, hlhpn, hccb, hnd, đtn, tdp, bqt, bđh,
vksnd, tand, csgt, vpđu, bvtv, hđqt, bcsđ, bqtr, hđgd, tnmt, phhs, bđdcmhs, cđcs, đv, tổng phụ
trách đội
"""
_SHORT = """
ban, bộ, sở, phòng, hội, đoàn, tổ, cục, báo, đài, viện, trường, trạm, tổng, quỹ, thuế, đội, cụm,
nhà, chi nhánh, ngành, đ/c, thôn, xã, phường, ông, bà, vụ, hạt, thống kê, khu phố, xóm, ấp, chị,
anh, cô, thầy, đại tá, thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy, bác
sĩ, y sĩ, dược sĩ, thạc sĩ, tiến sĩ, kỹ sư, bản, buôn, khóm, tổng đội, phân đội, trung đội, tiểu
đội, đồn, cảng, vườn
"""
_NO_NAME = (
    r"(?!\s*,?\s*(?:chức|hành|máy|cáo|ngừa|chống|kết|nghị|nhập|hợp|hữu|thọ|dẫn|tiêu|viên"
    r"|vệ|nước)(?!\w))"
)
_NO_BODY = (
    r"(?!nhóm\s+(?:lĩnh vực|nhiệm vụ|giải pháp|chỉ tiêu|vấn đề|đối tượng|việc|công việc"
    r"|nội dung)|khối\s+(?:lượng|kiến thức|tài sản|nhà)|tổng\s+(?:số|vốn|diện|chiều|mức|thu"
    r"|chi|kinh)"
    r"|trường\s+hợp|vụ\s+(?:việc|án|đông|xuân|mùa|hè)|nhà\s+(?:ở|cửa|văn hóa)|cá nhân\s+hóa)"
)
"""A group of matters is nobody: "Nhóm lĩnh vực dùng chung"."""
_EACH_OF = (
    r"trưởng(?=\s+\d{1,3}\s+(?:thôn|khu phố|tổ dân phố|tổ|ấp|bản|xóm|buôn|khóm|làng|bon|khu|chi hội"
    r"|trường|trạm)\b)"
)
"""Those who head so many hamlets: "Trưởng 32 thôn"."""
HEAD = re.compile(
    rf"{_NO_BODY}(?:(?P<long>{_words(_LONG)}|{_EACH_OF})"
    rf"|(?P<short>{_words(_SHORT)}))(?!\w){_NO_NAME}"
)
"""`long` heads stand alone; `short` ones need a capital or a number after them (Ban Tổ chức, not
ban hành).
"""

_LOWER = """
đài truyền thanh, phòng giao dịch, phòng khám, phòng tiếp công dân, quỹ tín dụng, nhà văn hóa, ban
vận động, ban khánh tiết, đội bảo vệ, tổ trợ giúp, tổ hỗ trợ, tổ đại biểu, tổ bầu cử, tổ kiểm tra,
tổ điều tra, tổ rà soát, tổ giám sát, tổ an ninh, tổ đề án, tổ vay vốn, tổ thu gom, tổ dân vận, tổ
phòng chống, tổ tuần tra, ban tự quản, ban công tác, ban thanh tra nhân dân, ban giám sát đầu tư,
bộ phận kế toán, bộ phận văn phòng, ban thường vụ, ban chấp hành, ban tổ chức, ban tuyên giáo, ban
xây dựng đảng, ban chỉ huy quân sự, ban chqs, ban quản lý, ban giám hiệu, ban công tác mặt trận,
ban chỉ đạo, ban kinh tế, ban điều hành, ban quản trị, ban liên lạc, ban đại diện, ban chủ nhiệm,
tổ tự quản, tổ liên gia, đội xung kích, đội tuyên truyền, báo và phát thanh, báo và đài, đoàn
trường, tổ văn phòng, tổ chuyên môn, đoàn khối, đoàn cơ sở, đoàn giám sát, đoàn kiểm tra, đoàn
thanh tra, tổ giúp việc, ủy ban nhân dân, ủy ban mặt trận, ủy ban mttq, ủy ban kiểm tra, ubnd,
hđnd, ubkt, mttq, hội đồng nhân dân, văn phòng đảng ủy, văn phòng hđnd, phòng chuyên môn, hội nông
dân, hội phụ nữ, hội cựu chiến binh, hội liên hiệp, đoàn thanh niên, mặt trận tổ quốc, công an
phường, công an xã, công an tỉnh, trạm y tế, thường trực đảng ủy, thường trực hđnd, trung tâm phục
vụ, trung tâm chính trị, trường chính trị, bộ phận một cửa, chi bộ trực thuộc, sở nội vụ, sở tài
chính, bộ nội vụ, tổ công nghệ số, tổ chuyển đổi số, tổ công tác, tổ bảo vệ an ninh, tổ hòa giải,
tổ hợp tác, đội dân phòng, bộ đội biên phòng, văn phòng điều phối, phòng kinh tế, phòng văn hóa,
phòng nội vụ, ban nhân dân, ban quản trang, ban khuyến học, ban quý tế, ban nghi lễ, ban trị sự,
kiểm lâm, tổ xung kích, ban hộ tự, ban hành giáo, ban chấp sự, chi nhánh, chủ cơ sở, chủ các cơ sở,
chủ rừng, chủ trang trại, chủ nhà trọ, chủ phương tiện, chủ đò, chủ tàu, chủ hộ, khu du lịch, khu
công nghiệp, cơ sở kinh doanh, cơ sở sản xuất, cơ sở đoàn, phường đoàn, xã đoàn, trường mầm non,
trường tiểu học, trường thcs, trường trung học
"""
LOWER_HEAD = re.compile(rf"(?:{_words(_LOWER)})(?!\w)")
"""Whole names that begin a body even in small letters."""

_PERSON = """
lãnh đạo, người đứng đầu, thủ trưởng, đồng chí, cá nhân, hộ gia đình, bí thư, chủ tịch, trưởng ban,
trưởng phòng, trưởng thôn, trưởng các, tổ trưởng, hiệu trưởng, giám đốc, mỗi, đại biểu, đ/c
"""
PERSON = re.compile(rf"(?:{_words(_PERSON)})(?!\w)")
_COUNTED = (
    r"(?:cả\s+)?(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,3})(?=\s+(?:trưởng|phó|đồng chí|ông|bà"
    r"|thôn|chi bộ|trường|đơn vị|phòng|cơ quan|hội|đoàn thể|tổ|xã|phường|bản|ấp|xóm|khu phố|ban"
    r"|trạm|công chức|cán bộ|bí thư|bên)(?!\w))"
)
PLURAL = re.compile(
    r"(?:quý(?=\s+(?:trường|cơ quan|đơn vị|thầy|cô|ông|bà|phòng|ban|công ty|hội|phụ huynh|vị)\b)"
    rf"|các|những|mọi|từng|toàn thể|toàn bộ|tất cả(?: các)?|một số|{_COUNTED})(?!\w)\s*"
)

_COMMON = """
cơ quan, đơn vị, địa phương, ban, ngành, sở, phòng, đoàn thể, tổ chức, cấp ủy, đảng ủy, chi bộ,
đảng bộ, chi ủy, trường học, nhà trường, trường, hội, phòng ban, xã, phường, đặc khu, thị trấn,
thôn, tổ dân phố, khu phố, xóm, bản, làng, ấp, doanh nghiệp, hợp tác xã, cơ sở, lĩnh vực, khối,
lực lượng, cấp, huyện, tỉnh, thành phố, cá nhân, tập thể, đồng chí, ủy viên, thành viên, lãnh đạo,
người đứng đầu, thủ trưởng, chính quyền, mặt trận, cơ sở giáo dục, trạm y tế, chủ đầu tư, hiệp
hội, văn phòng, trung tâm, cụm, đội, tổ, nhóm, cán bộ, công chức, viên chức, bộ, chi đoàn, chi
hội, đảng viên, hội viên, đoàn viên, thanh niên, phụ huynh, hộ dân, hộ, khu dân cư, điểm trường,
trưởng xóm, trưởng ấp, trưởng bản, trưởng khu phố, tổ trưởng, xóm trưởng, chị, anh, thầy, cô, giáo
viên, bà, ông, bà con, đoàn, trưởng thôn, bí thư chi bộ, công ty, khoa, ông, hộ kinh
doanh, hộ gia đình, bệnh viện, dự án, bên
"""
GENERIC = re.compile(rf"(?:(?:các|những)\s+)?(?:{_words(_COMMON)})(?!\w)(?!\s+hợp(?!\s+tác))")
GENERIC_START = re.compile(rf"(?:{_words(_COMMON)})(?!\w)(?!\s+hợp(?!\s+tác))")
UNIT_NOUN = re.compile(
    r"(?:xã|phường|đặc khu|thị trấn|thôn|tổ dân phố|khu phố|xóm|huyện|tỉnh|thành phố)(?!\w)"
)
OPENING = re.compile(
    r"(?:cơ quan|đơn vị|địa phương|cấp ủy|chi bộ|đảng bộ|tổ chức đảng|chính quyền|doanh nghiệp"
    r"|đoàn thể|mặt trận|nhà trường|"
    r"trường học|thôn|tổ dân phố|thủ trưởng|người đứng đầu|trưởng (?:các )?(?:ban|phòng|thôn|đơn "
    r"vị)|giám đốc|hiệu trưởng|"
    r"chủ đầu tư|bí thư|chủ tịch|đồng chí|tổ trưởng|trưởng (?:các )?(?:khu phố|xóm|ấp|bản))(?!\w)"
)
"""Common nouns and offices that may open a sentence as its subject."""
ABBREVIATED_MEMBERS = re.compile(
    r"(?:btv|bch|ban thường vụ|ban chấp hành|ủy viên|thường trực)(?!\w)"
)

_VERBS = """
thi vòng, thi tuyển, dự thi, sưu tầm, ghi âm, dẫn đầu, buộc, rà lại, tiêu độc, sơ tuyển, khám
tuyển, bình cử, thả, chôn, đúc, trích đo, đứng ra, ghi danh, ghi sổ, đấu nối, khai trương, gieo,
cấy, thu hoạch, nhốt, đánh số, sao chụp, gọi điện, điểm danh, cho vay, chằng chống, kè, gia cường,
thay thế, tiêu thoát, nạo, khử trùng, phát quang, cứu trợ, trực tổng đài, giải trình, túc trực,
trực 24, trực 100, trực ban, chốt trực, cài, cài đặt, phát cảnh báo, phát thanh, phát tờ,
phát phiếu,
phát loa, nhắc nhở, phân phát, phong tỏa,
truy vết, tiếp tế, tạm giữ, dựng rạp, dựng cổng, khánh thành, khởi tạo, nâng hạng, chuyển đổi,
liên kết, đàm phán, thương thảo, khấu trừ, hạch toán, ghi thu, quyết định giá, định giá, thẩm định
giá, bán đấu giá, làm rõ, làm việc, làm thủ tục, làm đầu mối, ghi nhớ, đi thăm, trích lục, mời,
thắp, đổ bê tông, đóng góp, quét, vẽ, biên tập, quay phim, ghi hình, ghi chép, phỏng vấn, kiểm
đếm, cắm, dạy, ôn, xác nhận, chứng thực, triệu tập, hủy, cách ly, tu sửa, kích hoạt, nhắc, bãi bỏ,
kết nạp, thu nộp, tạm ứng, ủng hộ, gọi, thanh lý, ấn định, bốc thăm, trang trí, dành, mã hóa, sao
y, sao gửi, đóng dấu, kê khai, khai báo, tìm, hỏi, gặp, tổng duyệt, đọc, kể, tải lên, thu thanh,
đặt, cấm, cấp tài liệu, cấp phép, cấp thẻ, cấp kinh phí, thu tiền, điều hành các, điều hành phiên,
điều hành hoạt động, nhận bàn giao, nhận hồ sơ, chủ trì, phối hợp, tham mưu, xây dựng, triển khai,
tổ chức, hướng dẫn, hoàn thành, thực hiện, theo dõi, rà soát, đề xuất, kiểm tra, tuyên truyền,
tăng cường, đẩy mạnh, bố trí, cử, thường xuyên, kịp thời, thẩm định, tổng hợp, ban hành, tiếp tục,
nghiên cứu, chủ động, có trách nhiệm, chịu trách nhiệm, tiến hành, căn cứ, chỉ đạo, đôn đốc, phát
huy, báo cáo, cập nhật, quán triệt, phân công, lập, trình, bảo đảm, đảm bảo, quan tâm, vận động,
giám sát, phản ánh, để, là, theo, tại, nhắc nhở, thăm, tặng, điều tra, truy tố, xét xử, đề ra,
tham dự, theo sát, thi công, nghiệm thu, thăm hỏi, cải thiện, xúc tiến, quảng bá, rà phá, phân
loại, nhân rộng, tuần tra, khơi thông, trả kết quả, soạn thảo, ký kết, hưởng ứng, cung ứng, nhằm,
khi, giúp, định kỳ, hằng, hàng, sớm, khẩn trương, tập trung, xác định, công khai, sắp xếp, kiện
toàn, đào tạo, bồi dưỡng, đánh giá, lựa chọn, giới thiệu, tiếp nhận, giải quyết, xử lý, tham gia,
đưa, đẩy nhanh, mở, duy trì, công bố, thông báo, cung cấp, ký, phê duyệt, quyết định, nâng cao,
khắc phục, hoàn thiện, sửa đổi, điều chỉnh, bổ sung, chuẩn bị, cải tạo, nắm, phát động, khảo sát,
thống kê, số hóa, ứng dụng, vận hành, chuyển, đảm nhiệm, thúc đẩy, hỗ trợ, tư vấn, kết nối, phát
triển, đầu tư, mua sắm, gửi, nộp, có, phải, cần, sẽ, được, bị, đã, đang, không, về, làm, trong,
nghiêm túc, lãnh đạo, cụ thể hóa, định hướng, khuyến khích, thiết lập, ra, tiếp, giao, thành lập,
quản lý, đăng ký, khen thưởng, biểu dương, ngăn chặn, phòng ngừa, đơn giản hóa, niêm yết, quy
hoạch, họp, cân đối, phân bổ, bảo vệ, từ chối, tập huấn, lấy, xem xét, thay, tăng, giảm, đổi mới,
cải cách, lồng ghép, thực hành, đối thoại, luân chuyển, điều động, tuyển dụng, khai thác, sử dụng,
huy động, thu hút, vào cuộc, trước, trực tiếp, công nhận, xã hội hóa, sơ kết, tổng kết, thanh tra,
tích hợp, chia sẻ, trong việc, ủy quyền, tiếp thu, gắn, chấm điểm, tự, kiểm soát, rút, chấp hành,
tích cực, dự, yêu cầu, đề nghị, cùng, nêu, kêu gọi, bàn giao, đăng tải, thu gom, trồng, xóa, sửa,
tiêm, khám, cấp phát, lắp đặt, xây, biên soạn, in, phổ biến, học tập, hoạt động, ưu tiên, thường
kỳ, phụ trách, thiếu, chưa, đạt, phấn đấu, đôn, xác minh, tuyên dương, giữ, kết quả, tình hình,
việc, nội dung, kế hoạch, chương trình, dự thảo, hồ sơ, số liệu, khởi công, cam kết, đối chiếu,
làm tốt, nhập, rà, phát hiện, chấn chỉnh, kiến nghị, tháo gỡ, đấu tranh, triệt phá, trấn áp, mở
rộng, truyền thông, tôn vinh, đặt hàng, ghi nhận, lưu trữ, kiểm kê, kiểm định, đo đạc, cắm mốc,
thu hồi, đền bù, di dời, sơ tán, khoanh vùng, dập dịch, phun, tiêu hủy, nạo vét, gia cố, chăm sóc,
nuôi dưỡng, quyên góp, trợ giúp, chi trả, chỉ định, phát hành, phát sóng, đưa tin, siết chặt,
nghiêm cấm, hạn chế, giảm thiểu, tiết kiệm, ứng phó, túc trực, bảo trì, nâng cấp, cài đặt, khơi
dậy, động viên, đề cao, thể chế hóa, tổng rà soát, tổng kiểm tra, ra quân, thực thi, áp dụng, bám
sát, mời gọi, tranh thủ, giải ngân, thanh toán, quyết toán, xử phạt, ngăn ngừa, tập hợp, nắm bắt,
rút ngắn, cắt giảm, hình thành, tạo lập, làm sạch, kiểm điểm, hiệp thương, góp ý, thảo luận, giải
thể, sáp nhập, hợp nhất, tinh giản, bổ nhiệm, miễn nhiệm, phân luồng, treo, tạo điều kiện, tạo
chuyển biến, đồng hành, liên hệ, trao, cho, với, xin, trả lời, nộp hồ sơ, chịu, quyết liệt, nhanh
chóng, mỗi, giải phóng mặt bằng, giải tỏa, nhận diện, thẩm tra, cảnh báo, dự báo, khởi động, hoàn
tất, bứt phá, xếp loại, duyệt, dọn, kẻ, khoan, đào, đắp, lát, sơn, rải, tưới, tỉa, tháo dỡ, chụp,
viết, đón, chở, vận chuyển, đo, đếm, thí điểm, dán, chốt, chọn, bầu, khai mạc, bế mạc, diễn tập,
tập luyện, canh gác, hòa giải, bồi thường, làm việc với, tọa đàm, trao đổi, kỷ niệm, tri ân, đấu
giá, đấu thầu, san lấp, phúc tra, đối soát, gia hạn, niêm phong, tịch thu, cưỡng chế, truy thu,
truy quét, tháo, cắt, đốn, chuyển giao, tiến cử, phản biện, thông qua, soạn, xem, rút kinh nghiệm,
tham vấn, tiếp xúc, tuyển chọn, quy đổi, nhận được, hiệu chỉnh, khôi phục, phục hồi, bảo dưỡng,
sửa chữa, duy tu, mua, thuê, bán, phân tích, chỉnh trang, chỉnh lý, ký cam kết, đi đầu, tiên
phong, gương mẫu, nêu gương, chỉnh sửa, thu nhận, phát thanh trên, phát thanh tuyên truyền, phát
tờ, phát quà, phát thẻ, phát giấy, phát thuốc, phát loa, mới đạt, mới có, mới chỉ, trực ban, ứng
trực, chốt chặn, tra cứu, tạm ngừng, tạm dừng, quan trắc, lấy mẫu, xét nghiệm, cho phép, lưu giữ,
cấp mới, cấp đổi, cấp giấy, trang bị, bảo quản, sao lưu, trồng mới, tôn tạo, tu bổ, đưa đón, gặp
mặt, dâng hương, biểu diễn, trình diễn, trưng bày, trực sẵn sàng, trực chiến, trực gác, cơ bản
thống nhất, cơ bản nhất trí, cơ bản đồng ý, cơ bản hoàn thành, thống nhất, nhất trí, đồng ý, bình
chọn, bình xét, chạy thử, phân bố, hoàn trả, thu thập
"""
TAIL = frozenset(
    (
        _LONG
        + _SHORT
        + _LOWER
        + _COMMON
        + """
và các những mọi của cho thuộc trực thuộc liên quan có liên quan trên địa bàn cấp cơ sở chuyên môn
chuyên trách tham mưu giúp việc khác nêu trên chính trị xã hội hội quần chúng đoàn thể nhân dân đặc
thù nghề nghiệp thành viên hành chính công sự nghiệp công lập nhà nước quản lý dự án đầu tư quỹ đất
đất đai cao tuổi chữ thập đỏ khuyến học nạn nhân chất độc da cam tín dụng chính sách giao dịch phòng
thủ dân sự bảo vệ thực vật dự phòng bảo hiểm khu vực cộng đồng công nghệ số giáo dục mầm non tiểu
học trung học phổ thông thông tấn báo chí truyền thanh truyền hình viễn thông gia đình đại biểu đăng
ký tiếp công dân trọng điểm kinh tế văn hóa thông tin thể thao du lịch môi trường hạ tầng đô thị
nông nghiệp nông thôn lao động nội chính tuyên giáo dân vận tổ chức kiểm tra xây dựng đảng nội vụ
tài chính kế hoạch y tế công thương tư pháp dân tộc tôn giáo khoa học tỉnh thành thị ủy phó trưởng
ban bí thư phường đoàn xã đoàn dân cư tự quản hòa giải một cửa chủ chốt phụ trách chức năng ngoài
khối lực lượng vũ trang dân quân quân sự biên phòng doanh nghiệp hộ kinh doanh chủ đầu tư nhà thầu
chung cư hệ thống chính trị toàn thể đảng bộ chính quyền đoàn viên hội viên sở tại quận huyện đặc
khu ngành đại học cao đẳng dạy nghề thường xuyên hợp tác dịch vụ thủy lợi điện nước sạch thôn bản ấp
khóm mặt trận tổ quốc việt nam công đoàn phụ nữ nông dân thanh niên cựu chiến binh chỉ huy chỉ đạo
giám hiệu trị an ninh trật tự người lao động mình theo sơ cấp hai đơn độc lập thứ nhất xét duyệt ven
biển miền núi vùng cao cha mẹ phụ huynh học sinh nuôi dưỡng ban ngành
lớp khối tuyến chợ đình chùa họ đạo đoạn kênh hồ bến tàu sân bãi vận động viên trưởng phó
tối cao hải đảo biên giới nội thành ngoại thành thi đua khen thưởng kỷ luật trong
rừng cây giống vật nuôi nghĩa trang bộ nguồn đón tiếp
hành nghề chứng toàn kiểm sát tố tụng thi hành án giám sát tòa án viện
"""
    )
    .replace(",", " ")
    .split()
)
"""Syllables that names of bodies use in small letters."""
_HANDS_OUT = (
    r"phát\s+(?:và thu|thông báo|tin|tài liệu|giấy|thẻ|sổ|mẫu|biên lai|lệnh|phiếu|quà|tờ|cỏ|dọn|cơm"
    r"|nước|vé"
    r"|hồ sơ|bản tin|đơn|công văn|loa|bài|áo|mũ|thuốc|đến|cho|lại|miễn phí|thưởng|gạo|tiền|lương)"
    r"|báo\s+(?:số|tin|về|kết quả|ngay|danh sách|tên|lại|cho|trước|chính quyền)"
    r"|trực\s+(?:24|100|chốt|đêm|tại|đường dây|theo ca|bão|lũ|cháy|tết|\d)"
    r"|đăng\s+(?:bài|tin|trên|danh sách|lên|công khai|tải)"
    r"|xuất\s+(?:kho|cấp|báo cáo|dữ liệu|danh sách)|thi\s+(?:đấu|tay nghề|viết|kể|vẽ)"
    r"|làm\s+(?:đường|mới|vệ sinh|lễ|cỏ|đất|mẫu|rào|báo cáo|hồ sơ)"
    r"|lên\s+(?:lịch|danh sách|kế hoạch|phương án|tuyến)|chia\s+(?:tổ|nhóm|ca|ra|làm)"
    r"|cấp\s+(?:lại|mới|đổi|bù|phát|thêm|đủ|thẻ|sổ|giấy|mã|vốn|gạo|thuốc|căn|chứng|bảo|tiền|kinh"
    r"|phép"
    r"|tài|chữ|hóa|nước|điện|hàng|quà|vật|trang)"
)
VERB = re.compile(rf"(?:{_words(_VERBS + MORE_VERBS)}|{_HANDS_OUT})(?!\w)")
