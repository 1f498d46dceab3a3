"""Names printed in capitals, written the usual way: "ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP" -> "Ủy ban
nhân dân phường Tân Lập".
"""

import re

from thenchot.kernel.text import plain

_PHRASES = """
ủy ban nhân dân|Ủy ban nhân dân, hội đồng nhân dân|Hội đồng nhân dân,
ban thường vụ|Ban Thường vụ, ban chấp hành|Ban Chấp hành, ban thường trực|Ban Thường trực,
đảng bộ|Đảng bộ, đảng ủy|Đảng ủy, thành ủy|Thành ủy, tỉnh ủy|Tỉnh ủy, huyện ủy|Huyện ủy,
phường|phường, xã|xã, thành phố|thành phố, tỉnh|tỉnh, đặc khu|đặc khu, khu vực|khu vực, và|và,
của|của, văn phòng|Văn phòng, trung tâm|Trung tâm, ủy ban|Ủy ban, kiểm tra|Kiểm tra,
nội vụ|Nội vụ, khoa học|Khoa học, công nghệ|Công nghệ, tài chính|Tài chính, giáo dục|Giáo dục,
đào tạo|Đào tạo, y tế|Y tế, xây dựng|Xây dựng, nông nghiệp|Nông nghiệp, môi trường|Môi trường,
văn hóa|Văn hóa, thể thao|Thể thao, du lịch|Du lịch, công thương|Công Thương, tư pháp|Tư pháp,
thanh tra|Thanh tra, tổ chức|Tổ chức, tuyên giáo|Tuyên giáo, dân vận|Dân vận, phục vụ|Phục vụ,
hành chính công|hành chính công, quản lý|Quản lý, dự án|dự án, công an|Công an, chỉ huy|Chỉ huy,
quân sự|Quân sự, xã hội|Xã hội, kinh tế|Kinh tế, hạ tầng|Hạ tầng, đô thị|Đô thị,
mặt trận|Mặt trận, tổ quốc|Tổ quốc, chính trị|Chính trị, hội đồng|Hội đồng, chủ tịch|Chủ tịch,
thường trực|Thường trực, thường vụ|Thường vụ, chấp hành|Chấp hành, chỉ đạo|Chỉ đạo,
chuyển đổi số|chuyển đổi số, các|các, khu công nghiệp|khu công nghiệp, khu kinh tế|khu kinh tế,
tiểu học|Tiểu học, mầm non|Mầm non, trung học cơ sở|Trung học cơ sở,
trung học phổ thông|Trung học phổ thông, lao động|Lao động, liên hiệp phụ nữ|Liên hiệp Phụ nữ,
nông dân|Nông dân, cựu chiến binh|Cựu chiến binh, thanh niên|Thanh niên,
bảo hiểm xã hội|Bảo hiểm xã hội, dân tộc|Dân tộc, tôn giáo|Tôn giáo, ngoại vụ|Ngoại vụ,
đa khoa|Đa khoa, kho bạc nhà nước|Kho bạc Nhà nước, cộng sản|Cộng sản, phòng chống|Phòng chống,
an toàn giao thông|An toàn giao thông, cải cách hành chính|cải cách hành chính,
thủ tướng chính phủ|Thủ tướng Chính phủ, chính phủ|Chính phủ, trung ương|Trung ương,
phòng thủ dân sự|Phòng thủ dân sự, xây dựng nông thôn mới|xây dựng nông thôn mới,
nông thôn mới|nông thôn mới, cao đẳng|Cao đẳng, đại học|Đại học, sư phạm|Sư phạm,
trung cấp|Trung cấp, chữ thập đỏ|Chữ thập đỏ, người cao tuổi|Người cao tuổi,
phòng cháy chữa cháy|Phòng cháy chữa cháy, giảm nghèo|giảm nghèo, thi đua|Thi đua,
khen thưởng|Khen thưởng, bầu cử|bầu cử, thuế cơ sở|Thuế cơ sở, điều tra|điều tra,
công tác|công tác, xây dựng đảng|Xây dựng Đảng, đảng|Đảng, phòng ngừa|Phòng ngừa,
dân số|Dân số, gia đình|Gia đình, trẻ em|Trẻ em, thương binh|Thương binh, biên phòng|Biên phòng,
hợp tác xã|Hợp tác xã, dịch vụ|Dịch vụ, thủy lợi|Thủy lợi, lâm nghiệp|Lâm nghiệp,
bảo vệ|Bảo vệ, phát triển|Phát triển, quỹ đất|quỹ đất, khuyến nông|Khuyến nông,
hợp nhất|Hợp nhất, đối ngoại|Đối ngoại, cứu nạn|Cứu nạn, cứu hộ|cứu hộ, thiên tai|thiên tai
"""
_WRITTEN = dict(item.strip().split("|") for item in _PHRASES.split(","))
_PATTERN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _WRITTEN), key=len, reverse=True)) + r")\b"
)
_ABBREVIATIONS = re.compile(
    r"\b(?:ubnd|hđnd|mttq|mttqvn|tncs|vp|btv|bch|hđ|tw|thcs|thpt|gdnn|gdtx|dtbt|dtnt|htx|ntm|cp"
    r"|tnhh|bql|bcđ|ubmttq|ubmttqvn|tp)\b",
    re.IGNORECASE,
)


def from_capitals(text: str) -> str:
    """Known phrases take their usual form, other words a capital each (they are mostly place
    names).
    """
    lowered = plain(" ".join(text.split()))
    parts, last = [], 0
    for match in _PATTERN.finditer(lowered):
        parts += [_names(lowered[last : match.start()]), _WRITTEN[match.group()]]
        last = match.end()
    written = "".join([*parts, _names(lowered[last:])])
    written = re.sub(r"(?<=[Tt]ỉnh )[đĐ]oàn", "Đoàn", written)
    return written[:1].upper() + written[1:]


def _names(words: str) -> str:
    capital = re.sub(r"(?<!\w)\w", lambda match: match.group().upper(), words)
    return _ABBREVIATIONS.sub(lambda match: match.group().upper(), capital)
