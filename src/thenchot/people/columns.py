"""The columns of a list of people, the same in and out: what each is called in the sheets of the
wards, where it belongs in the file, how a cell of it is read, and which permission its content asks
for.

A column is known by its whole path ("Trình độ → Lý luận chính trị") or by its last part alone.
"""

from dataclasses import dataclass

from thenchot.people.access import SEE, SEE_CONDUCT, SEE_PRIVATE, SEE_SENSITIVE
from thenchot.platform.office.excel.worksheets import Column


@dataclass(frozen=True)
class PersonColumn(Column):
    """`area` and `field`: where the value lies (the person, the particulars, the primary seat, a
    kind of qualification, …). `form`: how a cell reads (`imports.forms`). `codes`: its code list.
    `within`: pairs of a pattern of the group and the names under it. A column without an area only
    helps to read others.
    """

    area: str = ""
    field: str = ""
    form: str = "text"
    codes: str = ""
    length: int = 300
    reads: str = SEE_PRIVATE
    within: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _person(key, title, width, form, names=(), field="", reads=SEE, length=120, **more):
    return PersonColumn(
        title,
        width,
        key,
        tuple(names),
        area="person",
        field=field or key,
        form=form,
        reads=reads,
        length=length,
        **more,
    )


def _item(key, title, width, names=(), form="text", reads=SEE_PRIVATE, length=300, **more):
    return PersonColumn(
        title,
        width,
        key,
        tuple(names),
        area="particulars",
        field=key,
        form=form,
        reads=reads,
        length=length,
        **more,
    )


def _seat(key, title, width, form, names=(), length=200, reads=SEE, **more):
    return PersonColumn(
        title,
        width,
        key,
        tuple(names),
        area="seat",
        field=key,
        form=form,
        reads=reads,
        length=length,
        **more,
    )


def _learnt(key, title, width, area, field, form, names=(), codes="", length=300, **more):
    return PersonColumn(
        title,
        width,
        key,
        tuple(names),
        area=area,
        field=field,
        form=form,
        codes=codes,
        length=length,
        **more,
    )


def _salary(key, title, width, field, form, names=(), **more):
    return PersonColumn(
        title, width, key, tuple(names), area="salary", field=field, form=form, **more
    )


def _help(key, title, names=(), **more):
    return PersonColumn(title, 0, key, tuple(names), form="help", length=600, **more)


ID = _person("id", "Mã hệ thống", 12, "id", ("ID",))
CODE = _person(
    "code",
    "Mã cán bộ",
    14,
    "text",
    (
        "Mã CBCCVC",
        "Mã số",
        "Số hiệu",
        "Mã",
        "Mã NV",
        "Mã nhân viên",
        "Mã CB",
        "Số hiệu CBCC",
        "Số hiệu cán bộ, công chức",
        "Mã công chức",
        "Mã số CBCC",
    ),
    length=40,
)
NAME = _person(
    "name",
    "Họ và tên",
    28,
    "name",
    (
        "Họ tên",
        "Họ và tên khai sinh",
        "Họ, tên",
        "Tên",
        "Họ tên khai sinh",
        "Họ và tên cán bộ",
        "Họ và tên cán bộ, công chức",
        "Họ tên cán bộ",
        "Họ tên CBCC",
        "Họ và tên CBCC",
        "Họ, tên đệm và tên",
        "Họ, chữ đệm và tên",
    ),
    field="full_name",
    is_required=True,
)
BORN = _person(
    "born",
    "Ngày sinh",
    14,
    "born",
    (
        "Năm sinh",
        "Ngày, tháng, năm sinh",
        "Ngày tháng năm sinh",
        "Sinh ngày",
        "Ngày/tháng/năm sinh",
        "Ngày, tháng năm sinh",
        "Sinh năm",
        "Ngày sinh Nam Nữ",
        "NTNS",
    ),
    reads=SEE_PRIVATE,
)
SEX = _person(
    "sex", "Giới tính", 10, "sex", ("Nam/Nữ", "Giới", "Nam, nữ", "Phái"), choices=("Nữ", "Nam")
)
IDENTITY = _person(
    "identity_no",
    "Số định danh cá nhân",
    16,
    "identity",
    (
        "Số định danh cá nhân (căn cước)",
        "Số CCCD",
        "CCCD",
        "Số căn cước",
        "Căn cước",
        "Căn cước công dân",
        "Số căn cước công dân",
        "Số định danh",
        "Mã định danh",
        "Mã số định danh",
        "Số CMND/CCCD",
        "CMND/CCCD",
        "Số CMND",
        "CMND",
        "Số CCCD/CMND",
        "Số căn cước/CCCD",
        "Mã định danh cá nhân",
        "Số CCCD/định danh cá nhân",
    ),
    reads=SEE_SENSITIVE,
    within=((r"can cuoc|cccd|cmnd|dinh danh", ("so", "ma so")),),
)
EMAIL = _person(
    "email",
    "Thư điện tử",
    28,
    "email",
    ("Email", "E-mail", "Thư", "Hộp thư", "Địa chỉ email", "Thư công vụ"),
    reads=SEE_PRIVATE,
    length=254,
)

UNIT = _seat(
    "unit",
    "Đơn vị",
    40,
    "unit",
    (
        "Đơn vị công tác",
        "Cơ quan, đơn vị",
        "Cơ quan",
        "Phòng, ban",
        "Bộ phận",
        "Phòng ban",
        "Cơ quan công tác",
        "Phòng",
        "Đơn vị, cơ quan",
        "Cơ quan, đơn vị công tác",
        "Nơi công tác",
        "Phòng, ban, đơn vị",
        "Tên đơn vị",
        "Đơn vị đang công tác",
    ),
)
TITLE = _seat(
    "title",
    "Chức danh",
    32,
    "posts",
    (
        "Chức vụ",
        "Chức vụ, chức danh",
        "Vị trí việc làm",
        "Chức danh, chức vụ",
        "Chức vụ hiện tại",
        "Chức vụ/chức danh",
        "Chức danh/chức vụ",
        "Chức vụ hiện nay",
        "Chức vụ đang đảm nhiệm",
        "Chức vụ, chức danh hiện tại",
        "Chức danh hiện tại",
        "Chức vụ (chức danh)",
        "VTVL",
    ),
    length=600,
)
HEAD = _seat(
    "is_head", "Đứng đầu", 10, "flag", ("Người đứng đầu", "Trưởng đơn vị", "Là người đứng đầu")
)
SINCE = _seat(
    "valid_from",
    "Từ ngày",
    12,
    "day",
    (
        "Ngày giữ chức vụ",
        "Giữ chức vụ từ",
        "Bổ nhiệm từ ngày",
        "Ngày bổ nhiệm",
        "Ngày bổ nhiệm/phê chuẩn",
        "Thời gian giữ chức vụ",
        "Ngày nhận chức vụ",
        "Ngày giữ chức vụ hiện tại",
    ),
    within=(("chuc vu|chuc danh|bo nhiem", ("tu ngay", "ngay bo nhiem", "ngay")),),
)
STAFF_KIND = _seat(
    "staff_kind",
    "Loại",
    18,
    "staff_kind",
    (
        "Đối tượng",
        "Loại cán bộ",
        "Cán bộ/công chức",
        "Loại CBCC",
        "Diện",
        "Loại hình",
        "Phân loại",
        "Loại cán bộ, công chức",
        "Là cán bộ, công chức",
        "Nhóm đối tượng",
    ),
)
DECISION = _seat(
    "decision",
    "Số quyết định",
    24,
    "text",
    (
        "Quyết định",
        "Số QĐ",
        "Quyết định bổ nhiệm",
        "Số quyết định bổ nhiệm",
        "Số, ngày quyết định",
        "QĐ bổ nhiệm",
    ),
    reads=SEE_PRIVATE,
)
REAPPOINT = _seat(
    "reappoint_on",
    "Ngày bổ nhiệm lại",
    14,
    "day",
    ("Bổ nhiệm lại", "Thời hạn bổ nhiệm đến", "Hạn bổ nhiệm lại", "Đến hạn bổ nhiệm lại"),
    reads=SEE_PRIVATE,
)

ETHNICITY = _item("ethnicity", "Dân tộc", 12, ("Thành phần dân tộc",), "code", codes="ethnicity")
RELIGION = _item("religion", "Tôn giáo", 14, ("Theo tôn giáo",), "code", codes="religion")
HOME_PLACE = _item(
    "home_place", "Quê quán", 32, ("Quê", "Nguyên quán", "Quê quán (xã, huyện, tỉnh)")
)
BIRTH_PLACE = _item("birth_place", "Nơi sinh", 32)
RESIDENCE = _item(
    "residence",
    "Nơi ở hiện nay",
    36,
    (
        "Nơi ở",
        "Chỗ ở hiện nay",
        "Địa chỉ",
        "Nơi thường trú",
        "Thường trú",
        "Hộ khẩu thường trú",
        "Trú quán",
        "Nơi cư trú",
        "Chỗ ở",
        "Địa chỉ thường trú",
        "Địa chỉ hiện nay",
        "Nơi đăng ký hộ khẩu thường trú",
    ),
)
PHONE = _item(
    "phone",
    "Số điện thoại",
    14,
    (
        "Điện thoại",
        "SĐT",
        "Số ĐT",
        "ĐT",
        "Di động",
        "Số điện thoại liên hệ",
        "ĐTDĐ",
        "Điện thoại di động",
        "Số di động",
    ),
    "phone",
    length=40,
)
IDENTITY_ON = _item(
    "identity_issued_on",
    "Ngày cấp căn cước",
    12,
    ("Ngày cấp CCCD", "Ngày cấp", "Ngày cấp CMND", "Ngày cấp CMND/CCCD"),
    "day",
    SEE_SENSITIVE,
    within=((r"can cuoc|cccd|cmnd|dinh danh", ("ngay cap",)),),
)
FAMILY_ORIGIN = _item(
    "family_origin",
    "Thành phần gia đình",
    16,
    ("Thành phần xuất thân", "Thành phần gia đình xuất thân", "Thành phần", "Xuất thân"),
    "code",
    codes="family_origin",
)
POLICY_GROUP = _item(
    "policy_group",
    "Đối tượng chính sách",
    20,
    ("Diện chính sách", "Chính sách", "Gia đình chính sách"),
    length=200,
)
RECRUITED = _item(
    "recruited_on",
    "Ngày tuyển dụng",
    12,
    (
        "Ngày được tuyển dụng",
        "Ngày được tuyển dụng lần đầu",
        "Tuyển dụng",
        "Năm tuyển dụng",
        "Ngày vào ngành",
        "Thời gian tuyển dụng",
        "Ngày tuyển dụng lần đầu",
        "Ngày vào biên chế",
    ),
    "day",
)
JOINED_OFFICE = _item(
    "joined_office_on",
    "Ngày vào cơ quan",
    12,
    (
        "Ngày về cơ quan",
        "Ngày vào cơ quan hiện nay",
        "Ngày vào cơ quan hiện đang công tác",
        "Ngày về đơn vị",
        "Về cơ quan từ ngày",
    ),
    "day",
)
PARTY_JOINED = _item(
    "party_joined_on",
    "Ngày vào Đảng dự bị",
    12,
    (
        "Ngày vào Đảng",
        "Ngày kết nạp Đảng",
        "Ngày kết nạp",
        "Vào Đảng",
        "Ngày vào Đảng CSVN",
        "Ngày kết nạp vào Đảng",
        "Ngày vào Đảng (dự bị)",
        "Ngày dự bị",
        "Kết nạp Đảng",
    ),
    "day",
    SEE_CONDUCT,
    within=((r"dang", ("du bi", "ngay du bi", "ket nap", "ngay ket nap", "vao dang", "ngay vao")),),
)
PARTY_OFFICIAL = _item(
    "party_official_on",
    "Ngày vào Đảng chính thức",
    12,
    (
        "Ngày chính thức",
        "Ngày vào Đảng CT",
        "Ngày công nhận chính thức",
        "Đảng viên chính thức",
        "Chính thức",
    ),
    "day",
    SEE_CONDUCT,
    within=((r"dang", ("chinh thuc", "ngay chinh thuc", "cong nhan chinh thuc")),),
)
PARTY_CARD = _item(
    "party_card_no",
    "Số thẻ đảng viên",
    14,
    ("Số thẻ Đảng", "Thẻ Đảng", "Mã thẻ Đảng", "Số thẻ ĐV"),
    "digits",
    SEE_CONDUCT,
    40,
    within=((r"dang", ("so the", "the")),),
)
GENERAL = _item(
    "general_education",
    "Giáo dục phổ thông",
    12,
    (
        "Trình độ giáo dục phổ thông",
        "GDPT",
        "Văn hóa",
        "Trình độ văn hóa",
        "Phổ thông",
        "Trình độ phổ thông",
        "Học vấn",
        "Trình độ học vấn",
        "Trình độ GDPT",
        "Trình độ văn hóa phổ thông",
        "THPT",
    ),
    "code",
    codes="general_education",
    length=20,
)
MAIN_WORK = _item(
    "main_work",
    "Công việc chính",
    32,
    (
        "Công việc chính được giao",
        "Nhiệm vụ được giao",
        "Lĩnh vực phụ trách",
        "Công việc được giao",
        "Phụ trách",
        "Nhiệm vụ",
        "Lĩnh vực",
    ),
)
STRENGTHS = _item("strengths", "Sở trường công tác", 24, ("Sở trường",))
HEALTH = _item("health", "Tình trạng sức khỏe", 14, ("Sức khỏe",), reads=SEE_SENSITIVE)
INSURANCE = _item(
    "insurance_no",
    "Số bảo hiểm xã hội",
    14,
    ("Số BHXH", "BHXH", "Số sổ BHXH", "Mã số BHXH", "Mã BHXH"),
    "insurance",
    SEE_SENSITIVE,
)
HEALTH_CARD = _item(
    "health_card_no",
    "Số thẻ BHYT",
    16,
    ("BHYT", "Số thẻ bảo hiểm y tế", "Số BHYT", "Mã thẻ BHYT"),
    reads=SEE_SENSITIVE,
)
IN_SCIENCE = _item(
    "in_science",
    "Khoa học, công nghệ",
    12,
    ("Có trình độ khoa học, công nghệ", "KHCN", "Trình độ KHCN", "Cán bộ KHCN"),
    "answer",
    within=((r"khcn|khoa hoc", ("danh dau x", "danh dau", "co", "x")),),
)
NOTE = _item("note", "Ghi chú", 28, ("Chú thích", "Ghi chú khác", "Lưu ý"))

DEGREE = _learnt(
    "degree",
    "Trình độ chuyên môn",
    18,
    "degree",
    "level",
    "degree",
    (
        "Chuyên môn",
        "Trình độ chuyên môn cao nhất",
        "CM",
        "Trình độ đào tạo",
        "Chuyên môn nghiệp vụ",
        "Trình độ CM",
        "Trình độ chuyên môn nghiệp vụ",
        "Chuyên môn, nghiệp vụ",
        "TĐCM",
        "Bằng cấp",
        "Văn bằng",
        "Học vị",
        "Trình độ chuyên môn, nghiệp vụ",
        "Trình độ chuyên môn được đào tạo",
    ),
    "degree",
)
DEGREE_FIELD = _learnt(
    "degree_field",
    "Chuyên ngành",
    26,
    "degree",
    "field",
    "text",
    ("Ngành", "Chuyên ngành đào tạo", "Ngành đào tạo", "Ngành, chuyên ngành", "Ngành học"),
)
DEGREE_SCHOOL = _learnt(
    "degree_school",
    "Trường đào tạo",
    30,
    "degree",
    "school",
    "text",
    ("Trường", "Cơ sở đào tạo", "Nơi đào tạo", "Tên trường"),
)
THEORY = _learnt(
    "theory",
    "Lý luận chính trị",
    14,
    "theory",
    "level",
    "level",
    (
        "LLCT",
        "Trình độ lý luận chính trị",
        "Chính trị",
        "Trình độ LLCT",
        "Lý luận",
        "Trình độ lý luận",
        "Trình độ chính trị",
        "TĐLLCT",
    ),
    "theory",
)
STATE = _learnt(
    "state_management",
    "Quản lý nhà nước",
    18,
    "state_management",
    "level",
    "level",
    (
        "QLNN",
        "Trình độ quản lý nhà nước",
        "Bồi dưỡng QLNN",
        "Quản lý HCNN",
        "Trình độ QLNN",
        "Quản lý hành chính nhà nước",
        "Bồi dưỡng quản lý nhà nước",
        "QLHCNN",
    ),
    "state_management",
)
LANGUAGE = _learnt(
    "language",
    "Ngoại ngữ",
    14,
    "language",
    "language",
    "language",
    ("Anh văn", "Trình độ ngoại ngữ, tiếng dân tộc", "Tên ngoại ngữ", "NN"),
    "language",
)
LANGUAGE_LEVEL = _learnt(
    "language_level",
    "Trình độ ngoại ngữ",
    14,
    "language",
    "level",
    "language",
    ("Bậc ngoại ngữ", "Chứng chỉ ngoại ngữ"),
    "language_level",
    within=(("ngoai ngu", ("trinh do", "bac", "chung chi", "muc")),),
)
IT = _learnt(
    "it",
    "Tin học",
    14,
    "it",
    "level",
    "level",
    ("Trình độ tin học", "CNTT", "Trình độ CNTT", "Chứng chỉ tin học", "TH"),
    "it",
)
DEFENCE = _learnt(
    "defence",
    "Quốc phòng, an ninh",
    14,
    "defence",
    "level",
    "level",
    (
        "QPAN",
        "Kiến thức QPAN",
        "Bồi dưỡng QPAN",
        "Bồi dưỡng quốc phòng, an ninh",
        "QP-AN",
        "Kiến thức quốc phòng, an ninh",
        "Quốc phòng an ninh",
        "An ninh quốc phòng",
    ),
    "defence",
)

RANK = _salary(
    "rank",
    "Mã ngạch",
    12,
    "rank",
    "rank",
    (
        "Ngạch",
        "Mã số ngạch",
        "Ngạch công chức",
        "Ngạch/chức danh nghề nghiệp",
        "Mã ngạch/CDNN",
        "Ngạch, chức danh nghề nghiệp",
        "Ngạch CC",
        "Mã ngạch CC",
        "Mã CDNN",
    ),
    within=((r"ngach|cdnn|luong", ("ma", "ma so", "ma ngach", "ngach")),),
    codes="rank",
    length=20,
)
STEP = _salary(
    "step",
    "Bậc lương",
    10,
    "step",
    "step",
    ("Bậc", "Bậc lương hiện hưởng"),
    within=((r"ngach|luong|cdnn", ("bac", "bac luong")),),
    length=20,
)
COEFFICIENT = _salary(
    "coefficient",
    "Hệ số lương",
    10,
    "coefficient",
    "coefficient",
    ("Hệ số", "HSL", "Hệ số lương hiện hưởng", "HS lương"),
    within=((r"ngach|luong|cdnn", ("he so", "he so luong", "hs")),),
)
SALARY_FROM = _salary(
    "salary_from",
    "Hưởng lương từ",
    12,
    "valid_from",
    "partial",
    (
        "Thời điểm hưởng",
        "Ngày hưởng",
        "Mốc hưởng",
        "Ngày hưởng lương",
        "Thời gian hưởng",
        "Hưởng từ",
        "Ngày xếp lương",
        "Thời điểm hưởng lương",
    ),
    within=(
        (
            r"ngach|luong|cdnn",
            ("tu ngay", "ngay huong", "huong tu", "thoi diem huong", "tu thang", "tu"),
        ),
    ),
)
REWARD = PersonColumn(
    "Khen thưởng",
    28,
    "reward",
    ("Khen thưởng cao nhất", "Hình thức khen thưởng", "Thành tích", "Khen thưởng gần nhất"),
    area="reward",
    field="note",
    form="reward",
    reads=SEE_CONDUCT,
)
DISCIPLINE = PersonColumn(
    "Kỷ luật",
    24,
    "discipline",
    ("Hình thức kỷ luật", "Kỷ luật (nếu có)", "Kỉ luật"),
    area="discipline",
    field="act",
    form="discipline",
    reads=SEE_CONDUCT,
)

KEPT = (
    ID,
    CODE,
    NAME,
    BORN,
    SEX,
    UNIT,
    TITLE,
    HEAD,
    SINCE,
    STAFF_KIND,
    DECISION,
    REAPPOINT,
    IDENTITY,
    IDENTITY_ON,
    ETHNICITY,
    RELIGION,
    HOME_PLACE,
    BIRTH_PLACE,
    RESIDENCE,
    PHONE,
    EMAIL,
    FAMILY_ORIGIN,
    POLICY_GROUP,
    RECRUITED,
    JOINED_OFFICE,
    PARTY_JOINED,
    PARTY_OFFICIAL,
    PARTY_CARD,
    GENERAL,
    DEGREE,
    DEGREE_FIELD,
    DEGREE_SCHOOL,
    THEORY,
    STATE,
    LANGUAGE,
    LANGUAGE_LEVEL,
    IT,
    DEFENCE,
    RANK,
    STEP,
    COEFFICIENT,
    SALARY_FROM,
    MAIN_WORK,
    STRENGTHS,
    REWARD,
    DISCIPLINE,
    HEALTH,
    INSURANCE,
    HEALTH_CARD,
    IN_SCIENCE,
    NOTE,
)
HELPING = (
    _help("ordinal", "Số thứ tự", ("STT", "TT", "Số TT", "Stt.")),
    _help(
        "name_family",
        "Họ và tên đệm",
        ("Họ và chữ đệm", "Họ đệm", "Họ và đệm", "Họ lót", "Họ và tên lót"),
        within=((r"ho va ten|ho ten", ("ho", "ho dem", "ho va dem", "ho va chu dem")),),
    ),
    _help("name_given", "Tên riêng", (), within=((r"ho va ten|ho ten", ("ten",)),)),
    _help(
        "born_m",
        "Ngày sinh của nam",
        ("Ngày sinh nam", "Năm sinh nam", "Ngày, tháng, năm sinh Nam"),
        within=((r"\bsinh\b", ("nam",)),),
    ),
    _help(
        "born_f",
        "Ngày sinh của nữ",
        ("Ngày sinh nữ", "Năm sinh nữ", "Ngày, tháng, năm sinh Nữ"),
        within=((r"\bsinh\b", ("nu",)),),
    ),
    _help("sex_m", "Nam (đánh dấu)", ("Nam",), within=((r"gioi|phai|nam nu", ("nam",)),)),
    _help("sex_f", "Nữ (đánh dấu)", ("Nữ",), within=((r"gioi|phai|nam nu", ("nu",)),)),
    _help(
        "title_party",
        "Chức vụ Đảng",
        ("Chức vụ trong Đảng", "Chức vụ Đảng hiện tại", "Cấp ủy", "Cấp ủy hiện tại"),
        within=((r"chuc vu|chuc danh", ("dang", "trong dang", "cap uy")),),
    ),
    _help(
        "title_state",
        "Chức vụ chính quyền",
        ("Chức vụ CQ",),
        within=((r"chuc vu|chuc danh", ("chinh quyen", "hdnd ubnd", "nha nuoc")),),
    ),
    _help(
        "title_mass",
        "Chức vụ đoàn thể",
        ("Chức vụ mặt trận, đoàn thể",),
        within=(
            (r"chuc vu|chuc danh", ("doan the", "mat tran", "mat tran doan the", "mttq doan the")),
        ),
    ),
    _help(
        "title_more",
        "Chức vụ kiêm nhiệm",
        ("Kiêm nhiệm", "Chức danh kiêm nhiệm", "Chức vụ kiêm"),
        within=((r"chuc vu|chuc danh", ("kiem nhiem", "kiem")),),
    ),
    _help(
        "post",
        "Chức vụ, đơn vị công tác",
        (
            "Chức vụ, đơn vị",
            "Chức vụ, cơ quan công tác",
            "Chức vụ, nơi công tác",
            "Chức danh, đơn vị công tác",
            "Chức vụ và đơn vị công tác",
            "Chức vụ, cơ quan, đơn vị công tác",
        ),
    ),
    _help("secrecy", "Độ mật", ("Mức độ mật", "Mật", "Dấu mật", "Cấp độ mật")),
)
BY_KEY = {column.key: column for column in (*KEPT, *HELPING)}
POSTS = ("title", "title_party", "title_state", "title_mass", "title_more")
SENSITIVE = frozenset(column.key for column in KEPT if column.reads == SEE_SENSITIVE)
LISTED = tuple(column for column in KEPT if column.key not in SENSITIVE)
NOTES = (
    (
        "Chỉ bắt buộc cột “Họ và tên”. Các cột có thể đứng theo thứ tự bất kỳ; cột không nhận ra "
        "được hiện ra để chọn nghĩa hoặc bỏ qua."
    ),
    "Ngày viết dd/mm/yyyy; nếu chỉ biết năm thì ghi năm, ví dụ 1980.",
    (
        "Số định danh, số điện thoại, số bảo hiểm: định dạng cột là Văn bản (Text) để không mất "
        "số 0 "
        "ở đầu."
    ),
    (
        "“Đơn vị”: tên đơn vị trong cây tổ chức (UBND, VP… cũng hiểu); dòng nhóm “I. Văn phòng "
        "Đảng "
        "ủy” cho đơn vị của các dòng dưới."
    ),
    (
        "“Chức danh”: ghi chức danh chính trước, các chức danh kiêm nhiệm sau, cách nhau bằng dấu "
        "chấm phẩy."
    ),
    "“Đứng đầu”: đánh x nếu là người đứng đầu đơn vị; ghi “không” nếu thôi đứng đầu.",
    (
        "“Mã hệ thống” do hệ thống cấp khi xuất danh sách: giữ nguyên để lần nhập sau cập nhật chứ "
        "không thêm trùng."
    ),
    "Ô để trống không làm thay đổi điều đã có.",
)
