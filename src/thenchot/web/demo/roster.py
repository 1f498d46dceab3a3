"""Invented people as a ward keeps them in Excel: plausible files from a seeded generator. Nobody is
meant.

`people(rng, …)` gives values by the keys of `people.columns`. The identity numbers are random
digits with a valid structure.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

FAMILY = (
    ("Nguyễn",) * 38
    + ("Trần",) * 11
    + ("Lê",) * 10
    + ("Phạm",) * 7
    + ("Hoàng",) * 5
    + ("Vũ",) * 4
    + (
        "Đặng",
        "Bùi",
        "Đỗ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Mai",
        "Tô",
        "Hồ",
        "Phan",
        "Võ",
        "Trương",
        "Cao",
        "Lương",
        "Hà",
        "Tạ",
        "Chu",
        "Đoàn",
    )
)
WOMEN = (
    "Thị Hà",
    "Thị Hồng Nhung",
    "Thu Trang",
    "Minh Ngọc",
    "Thanh Hương",
    "Thị Lan",
    "Phương Thảo",
    "Thùy Linh",
    "Thị Mai",
    "Kim Oanh",
    "Bích Ngọc",
    "Ánh Tuyết",
    "Thị Yến",
    "Diệu Hiền",
    "Quỳnh Anh",
    "Thị Dung",
    "Thị Ngọc Ánh",
    "Hải Yến",
    "Thị Bích Đào",
    "Lan Phương",
)
MEN = (
    "Văn Nam",
    "Quốc Đạt",
    "Minh Tuấn",
    "Đức Anh",
    "Hoàng Long",
    "Quang Huy",
    "Văn Thắng",
    "Anh Dũng",
    "Hữu Phước",
    "Trung Kiên",
    "Xuân Bách",
    "Tiến Đạt",
    "Đình Phong",
    "Gia Bảo",
    "Công Lý",
    "Văn Đường",
    "Đăng Khoa",
    "Bá Vượng",
    "Thế An",
    "Mạnh Cường",
)
PLACES = (
    (
        "031",
        "Hải Phòng",
        ("xã Vĩnh Bảo", "xã Tiên Lãng", "phường Lê Chân", "xã An Lão", "phường Kiến An"),
    ),
    ("034", "Thái Bình", ("xã Quỳnh Phụ", "xã Tiền Hải", "xã Kiến Xương")),
    ("036", "Nam Định", ("xã Ý Yên", "xã Hải Hậu")),
    ("038", "Thanh Hóa", ("xã Hoằng Hóa", "xã Nga Sơn")),
    ("001", "Hà Nội", ("phường Đống Đa", "xã Phú Xuyên")),
)
FIELDS = (
    "Luật",
    "Quản lý đất đai",
    "Kế toán",
    "Công nghệ thông tin",
    "Hành chính công",
    "Kỹ thuật xây dựng",
    "Công tác xã hội",
    "Quản trị kinh doanh",
    "Văn hóa",
    "Giáo dục học",
    "Nông học",
    "Kinh tế",
)
SCHOOLS = (
    "Trường Đại học Luật Hà Nội",
    "Học viện Hành chính và Quản trị công",
    "Trường Đại học Hải Phòng",
    "Trường Đại học Kinh tế quốc dân",
    "Trường Đại học Xây dựng Hà Nội",
    "Trường Đại học Hàng hải Việt Nam",
)
SCIENCE = {"Công nghệ thông tin", "Kỹ thuật xây dựng", "Nông học"}
WORKS = (
    "Tham mưu công tác tổ chức, cán bộ",
    "Tiếp nhận và trả kết quả hồ sơ",
    "Quản lý đất đai",
    "Kế toán ngân sách",
    "Tư pháp, hộ tịch",
    "Văn hóa, thông tin",
    "Lao động, người có công",
    "Xây dựng, đô thị",
    "Văn thư, lưu trữ",
    "Kiểm tra, giám sát",
)
REWARDS = (
    "Giấy khen của Ủy ban nhân dân phường năm {}",
    "Chiến sĩ thi đua cơ sở năm {}",
    "Bằng khen của Ủy ban nhân dân thành phố năm {}",
    "Lao động tiên tiến năm {}",
)
OLDEST, YOUNGEST = 1967, 2001


def people(rng: Random, count: int, *, on: date) -> Iterator[dict[str, Any]]:
    """`count` people without a seat: name, birth, origin, what they studied, what they are paid."""
    numbers: set[str] = set()
    for _ in range(count):
        one = _self(rng, numbers)
        one |= (
            _party(rng, one["born"])
            | _studied(rng, one["born"], on)
            | _paid(rng, one["born"], on)
            | _rest(rng, on)
        )
        yield one


def _self(rng: Random, numbers: set[str]) -> dict[str, Any]:
    woman = rng.random() < 0.45
    born = date(rng.randint(OLDEST, YOUNGEST), 1, 1) + timedelta(days=rng.randint(0, 364))
    code, province, communes = rng.choice(PLACES)
    number = ""
    while not number or number in numbers:
        century_and_sex = (born.year // 100 - 19) * 2 + woman
        number = f"{code}{century_and_sex}{born.year % 100:02d}{rng.randrange(1_000_000):06d}"
    numbers.add(number)
    return {
        "name": f"{rng.choice(FAMILY)} {rng.choice(WOMEN if woman else MEN)}",
        "sex": "f" if woman else "m",
        "born": born,
        "identity_no": number,
        "identity_issued_on": date(2021, 3, 1) + timedelta(days=rng.randrange(900)),
        "ethnicity": rng.choices(("Kinh", "Tày", "Mường", "Hoa"), (94, 2, 2, 2))[0],
        "religion": rng.choices(("Không", "Công giáo", "Phật giáo"), (94, 4, 2))[0],
        "home_place": f"{rng.choice(communes)}, {province}",
        "birth_place": f"{rng.choice(communes)}, {province}",
        "residence": f"số {rng.randint(1, 290)}, tổ dân phố {rng.randint(1, 24)}, phường Đông Kinh",
        "phone": f"09{rng.randrange(100_000_000):08d}",
        "family_origin": rng.choice(("Nông dân", "Công nhân", "Cán bộ", "Công chức")),
    }


def _party(rng: Random, born: date) -> dict[str, Any]:
    joined = born.replace(year=born.year + rng.randint(23, 29), day=3)
    if rng.random() > 0.9 or joined.year > 2024:
        return {}
    return {
        "party_joined_on": joined,
        "party_official_on": joined.replace(year=joined.year + 1),
        "party_card_no": f"{rng.randrange(10**8):08d}",
    }


def _studied(rng: Random, born: date, on: date) -> dict[str, Any]:
    age, field = on.year - born.year, rng.choice(FIELDS)
    high = ("Cao cấp", "Trung cấp", "Sơ cấp")
    said = {
        "general_education": "12/12" if born.year > 1972 else rng.choice(("12/12", "10/10")),
        "degree": rng.choices(("Đại học", "Thạc sĩ", "Cao đẳng", "Trung cấp"), (74, 16, 7, 3))[0],
        "degree_field": field,
        "degree_school": rng.choice(SCHOOLS),
        "in_science": field in SCIENCE or None,
        "theory": rng.choices(high, (30, 55, 15) if age > 40 else (6, 64, 30))[0]
        if rng.random() < 0.92
        else None,
        "state_management": rng.choices(
            ("Chuyên viên", "Chuyên viên chính", "Cán sự"), (70, 22, 8)
        )[0]
        if rng.random() < 0.88
        else None,
        "it": rng.choice(("Cơ bản", "B", "Nâng cao", "A")) if rng.random() < 0.94 else None,
        "defence": f"Đối tượng {rng.choice((3, 4, 4))}" if rng.random() < 0.8 else None,
    }
    if rng.random() < 0.85:
        said |= {"language": "Anh", "language_level": rng.choice(("B", "A2", "B1", "B2"))}
    return said


def _paid(rng: Random, born: date, on: date) -> dict[str, Any]:
    step = min(9, max(1, (on.year - born.year - 22) // 3))
    rank, first, more = (
        ("01.002", 4.40, 0.34) if step > 6 and rng.random() < 0.3 else ("01.003", 2.34, 0.33)
    )
    at = step - 5 if rank == "01.002" else step
    begun = on - timedelta(days=rng.randint(60, 1_000))
    recruited = min(date(born.year + rng.randint(22, 27), rng.randint(1, 12), 1), date(2025, 3, 1))
    return {
        "rank": rank,
        "step": f"{max(at, 1)}/{8 if rank == '01.002' else 9}",
        "coefficient": round(first + more * (max(at, 1) - 1), 2),
        "salary_from": f"{begun:%m/%Y}",
        "recruited_on": recruited,
        "joined_office_on": max(
            recruited, date(2025, 7, 1) - timedelta(days=rng.choice((0, 0, 700, 1_800)))
        ),
    }


def _rest(rng: Random, on: date) -> dict[str, Any]:
    said: dict[str, Any] = {
        "main_work": rng.choice(WORKS),
        "strengths": rng.choice(
            ("Tổng hợp", "Công tác dân vận", "Chuyên môn nghiệp vụ", "Công nghệ thông tin")
        ),
        "insurance_no": f"31{rng.randrange(10**8):08d}",
        "health_card_no": f"DN4{rng.randrange(10**12):012d}",
        "health": rng.choice(("Tốt", "Bình thường")),
    }
    if rng.random() < 0.6:
        said["reward"] = rng.choice(REWARDS).format(rng.randint(2018, on.year - 1))
    if rng.random() < 0.03:
        said["discipline"] = f"Khiển trách (Đảng) năm {rng.randint(2015, on.year - 2)}"
    if rng.random() < 0.05:
        said["policy_group"] = rng.choice(("Con thương binh", "Con liệt sĩ"))
    return said
