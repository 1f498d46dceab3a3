"""Words inside the names of bodies that would be verbs elsewhere: "Ban An toàn giao thông", "Ban
Chỉ đạo cải cách hành chính".
"""

import re

from thenchot.kernel.lexicon import HEAD, VERB
from thenchot.kernel.text import plain

_ALWAYS = (
    r"\(bà\)|giao thông|giao dịch|nông thôn mới|phòng cháy,? (?:và )?chữa cháy|"
    r"cứu nạn,? (?:và )?cứu hộ|tìm kiếm,? cứu nạn|cửa khẩu|dự án|tự vệ|bệnh tật|xung kích|"
    r"quản lý thị trường|đầu tư xây dựng(?: công trình)?|khám bệnh,? (?:và )?chữa bệnh|"
    r"công lập|điều hành thông minh|thi hành án|giao nhiệm vụ|đô thị thông minh|"
    r"giáo dục thường xuyên|chuyên trách|an toàn thực phẩm|không chuyên trách|đăng ký đất đai|"
    r"đường thủy(?: nội địa)?|đường bộ|đường sắt|hàng hải|hàng không|"
    r"nghĩa vụ quân sự|bán trú|nội trú|cấp thoát nước|cấp nước|truyền tải điện|xổ số|bán lẻ|"
    r"đấu giá tài sản|phục hồi chức năng|trợ giúp pháp lý|tư vấn pháp luật|kiểm soát bệnh tật|"
    r"dịch vụ việc làm|công tác xã hội|khai thác công trình thủy lợi|cung ứng dịch vụ công|"
    r"kiểm lâm|thú y|khuyến nông|dự phòng|"
    r"đăng kiểm|kiểm nghiệm|giám định|trật tự(?: đô thị| xã hội| xây dựng)?|phát thanh(?= -"
    r"|,? truyền)"
)
_FIELD = (
    r"(?:(?:công tác )?(?:phòng,? chống|phòng ngừa) (?:thiên tai|tội phạm|ma túy|mại dâm|tham "
    r"nhũng|lãng phí|tiêu cực|dịch bệnh|dịch|tệ nạn xã hội|"
    r"hiv/aids|hiv|aids|bạo lực gia đình|đuối nước|mua bán người|tác hại (?:của )?thuốc lá|cháy "
    r"rừng|cháy, nổ|khủng bố)|chuyển đổi số|cải cách hành chính|"
    r"cải cách tư pháp|xây dựng (?:nông thôn mới|đời sống văn hóa|đảng|gia đình|công trình(?: "
    r"giao thông)?|khu vực|và chỉnh đốn đảng)|"
    r"phát triển (?:khoa học,? công nghệ|khoa học và công nghệ|du lịch|quỹ đất|đất|kinh tế(?: "
    r"tập thể| tư nhân| biển| số)?|hợp tác xã|nông thôn|doanh nghiệp|nhà ở|đô thị)|"
    r"đổi mới sáng tạo|đổi mới|hội nhập quốc tế|giảm nghèo(?: bền vững)?|tìm kiếm,? cứu nạn|cứu "
    r"nạn,? cứu hộ|khắc phục hậu quả bom mìn|phòng thủ dân sự|"
    r"bảo vệ (?:an ninh(?: tổ quốc)?|rừng|dân phố|trẻ em|bí mật nhà nước)|bảo vệ, chăm sóc sức "
    r"khỏe|chăm sóc sức khỏe|sức khỏe cán bộ|an ninh,? trật tự|trật tự xã hội|"
    r"an toàn(?: giao thông| thực phẩm)?|vệ sinh|thi đua(?:,| -)? khen thưởng|giải phóng mặt bằng"
    r"|bồi thường|hỗ trợ(?: và)? tái định cư|tái định cư|"
    r"quản lý hành chính(?: về trật tự xã hội)?|quản lý xuất nhập cảnh|điều tra(?: tội phạm)?"
    r"|hình sự|kinh tế|môi trường|xuất nhập cảnh|"
    r"dự án(?: đầu tư)?(?: xây dựng)?|các khu (?:công nghiệp|kinh tế)|khu (?:công nghiệp|kinh tế"
    r"|du lịch)|rừng (?:phòng hộ|đặc dụng)|di tích|chợ|cảng|"
    r"đầu tư,? thương mại|thương mại|đầu tư|du lịch|khoa học|công nghệ|học tập|khuyến học|phổ "
    r"cập giáo dục|xóa mù chữ|xã hội học tập|dân số|trẻ em|"
    r"thực hiện (?:quy chế )?dân chủ(?: ở cơ sở)?|quy chế dân chủ|35|389|06|sắp xếp|kiểm kê|tổng "
    r"điều tra|xét duyệt|tư vấn|phối hợp liên ngành|liên ngành)"
)
_HEADS = re.compile(
    r"(?:ban chỉ đạo|ban chỉ huy|ban quản lý|ban vận động|ban bảo vệ|ban tổ chức|ban điều hành"
    r"|hội đồng|tổ công tác|tổ giúp việc|tổ|đội|văn phòng điều phối|văn phòng thường trực|"
    r"quỹ(?: hỗ trợ| phát triển)?|trung tâm(?: điều phối| hỗ trợ| xúc tiến| giám sát)?|(?:phòng"
    r"|cục|đội) cảnh sát|công ty|các cơ sở|đoàn|chương trình)\s+(?:về\s+|công tác\s+)*$"
)
ALWAYS = re.compile(rf"(?:{_ALWAYS})(?!\w)")
FIELDS = re.compile(rf"{_FIELD}(?!\w)(?:(?:\s*,\s*|\s+và\s+|\s+-\s+|\s+){_FIELD}(?!\w))*")
"""What a committee or a centre is for, as its name goes on behind "Ban Chỉ đạo", "Trung tâm"."""
WHOLE = re.compile(
    r"(?:(?:cơ quan|đơn vị) (?:được (?:giao|phân công)(?: nhiệm vụ)? )?(?:chủ trì )?soạn thảo"
    r"|(?:cơ quan|đơn vị|địa phương|tổ chức|chi bộ|đối tượng) được (?:giám sát|kiểm tra|thanh tra"
    r"|kiểm toán|khảo sát|hỗ trợ)"
    r"|(?:cơ quan|đơn vị|địa phương) được (?:giao|phân công)(?: nhiệm vụ| chủ trì)?|xét duyệt"
    r"|chính sách, chiến lược(?: trung ương)?|lý luận, văn học|"
    r"giám sát, điều hành thông minh|bảo vệ, chăm sóc sức khỏe(?: cán bộ)?|an ninh, trật "
    r"tự(?: ở cơ sở)?|ngân hàng|tiếp nhận và trả kết quả|trả kết quả|văn phòng đăng ký|trung tâm "
    r"giám sát, điều hành|chủ đầu tư|đăng ký đất đai|giáo dục thường xuyên|bộ phận một cửa|thanh "
    r"niên xung kích|tổ chức cán bộ|do đảng, nhà nước giao nhiệm vụ|xúc tiến đầu tư|điều hành "
    r"thông minh)(?!\w)"
)
"""Whole names or parts of names whose inner words are no verbs."""


def inner_end(lowered: str, at: int, start: int) -> int:
    """Where the words of a name that begin at `at` end (names begin at `start`); `at` itself when
    none do.
    """
    always = ALWAYS.match(lowered, at)
    if always:
        return always.end()
    said = re.split(r"[;,]\s*|\s+và\s+", lowered[max(start, at - 70) : at])[-1]
    if not _HEADS.search(said.lstrip()):
        return at
    field = FIELDS.match(lowered, at)
    return field.end() if field else at


_ROW_COLON = re.compile(
    r"(?:xã|phường|đặc khu|sở|ngành|sở, ngành|sở, ban, ngành|phòng|ban|trường|thôn|hội|đơn vị|cơ "
    r"quan|bộ):\s+"
)


def opens_row(text: str, lowered: str, at: int, start: int) -> bool:
    """Names behind a colon: "Ủy ban nhân dân các xã: Xuân Hòa, Phú Lâm"."""
    colon = _ROW_COLON.match(lowered, at)
    following = text[colon.end() :] if colon else ""
    return bool(
        colon
        and re.search(r"\bcác\s+$", lowered[start:at])
        and following[:1].isupper()
        and not VERB.match(plain(following))
        and not HEAD.match(plain(following))
    )


def row_of_names(text: str, lowered: str, at: int) -> int:
    """Where that row ends: before a verb in small letters, or a stop."""
    end = at + text[at:].index(":") + 1
    for word in re.finditer(r"[^\s,;.:()]+|[,;.:()]", text[end:]):
        place = end + word.start()
        following = text[place + 1 :].lstrip()[:1]
        if word.group() in ".:()" or (word.group() in ",;" and not following.isupper()):
            return place
        if word.group()[:1].islower() and VERB.match(lowered, place):
            return place
    return len(text)
