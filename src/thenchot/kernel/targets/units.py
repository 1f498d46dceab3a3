"""What a value counts: people, money, things in one word or in several."""

import re

from thenchot.kernel.text import fold_keep

PERSON = re.compile(
    r"\s*(?:\w+\s+)?(?:can bo|nguoi|dong chi|dang vien|cong chuc|vien chuc|uy vien|cap uy vien"
    r"|hoc vien|thanh vien|nu\b|bac si|giao vien|chuyen gia|lanh dao|cong dan)"
    r"|\s*(?:quan chung|thanh nien|doan vien|hoi vien|thieu nhi|dai bieu)\b"
)
_LONG = """
cau lac bo, to hop tac, hop tac xa, trieu usd, ty usd, ngay cong, chi tieu, chung thu so, chu ky
so, chuyen de, sang kien, tai khoan, dau moi, bien che, hoa giai vien, tuyen truyen vien, cong tac
vien, huong dan vien, tinh nguyen vien, thue bao, hoi thi, hoi thao, hoi nghi, hoi dien, toa dam,
giai thuong, hoc sinh, sinh vien, tre em, lao dong, may tinh, may bom, camera, giay chung nhan,
giay phep, don vi mau, don vi, kien nghi, phan anh, y kien, di tich, le hoi, lang nghe, vung
trong, ma vung, nhan hieu, giai phap, de tai, nghi quyet, tac pham, bai viet, phong su, chuyen
muc, tu sach, dau sach, khu dan cu, khu pho, gia dinh, ca nhan, tap the, dien hinh, trang trai,
gia trai, mat camera, truong hop, ho kinh doanh, ki-lo-met, kilomet, hec-ta, hecta, met vuong, met
khoi, lit, kg, cm, m3, tiet, khoa, goi, suat, phan qua, phan viec, giai, binh, quyen, cuon, pano,
khau hieu, doi, dot, chot, phien, ky hop, gieng, thung, loai, lan/nam, ty dong, trieu dong, nghin
dong, dong, usd, km2, km, ha, m2, tan, gio, phut, ngay lam viec, ngay, diem phan tram, diem
truong, diem cau, diem, lop hoc, lop, mo hinh, ho so, thu tuc, cuoc, buoi, dich vu, san pham, to
chuc dang, to chuc, chi bo, truong, co so, cong trinh, du an, ho gia dinh, ho, thon, to dan pho,
van ban, de an, giuong benh, bac, mo, tieu chi, phong, doanh nghiep, mw, kwh, luot, trieu, nghin,
ty, tram y te, tram, cay, nha, bai, tin, ky, chuong trinh, ung dung, vu, xa, phuong, khu, tuyen,
chi so, bo, nhom, tuoi, to, con, ta, giong, thu vien, bep an, nhan vien, cong nhan, giao xu, chi
hoi, chi doan, cum, can, ngoi, do, met, sao, thua, don vi mau, don thu, chuyen, chiec, to roi, to
gap, ap phich, ho u, ho rac, tru dien, cot co, bien bao, phuong tien, chuong, long be, nghia trang,
liet si, tai lieu, trang, ho chua, dap, doan, kenh, muong, hem, vu viec, vu, du thao, quy hoach, an
pham, video, tieu pham, tiet muc, van dong vien, huy chuong, dan quan, hop dong, cua hang, quay,
gian hang, tau, thuyen, nhan khau, may, truong
"""
_NAMES = sorted({" ".join(name.split()) for name in _LONG.split(",")}, key=len, reverse=True)
UNIT = re.compile(rf"\s*(?:cay\s+(?=cau\b)|ngoi\s+(?=nha\b))?({'|'.join(_NAMES)}|cau(?!\s+hoi))\b")
_TIMES = ("lop", "luot", "cuoc", "to ", "hoi ", "chi ")
_EACH = re.compile(
    r"\s*/\s*((?:người|năm|tháng|ha|hộ|ngày|quý|lần|km2|km|m2|buổi|lượt|xã|thôn|lớp|trường|vụ|tuần)"
    r"(?!\w)"
    r"|\w+(?:\s\w+)?)"
)
_OFTEN = ("năm", "tháng", "ngày", "quý", "tuần")
_SUMS = re.compile(r"đồng|usd|tạ|tấn|kwh|lần", re.IGNORECASE)


def is_unit(name: str) -> bool:
    """A noun of the list, or people."""
    return name == "person" or bool(UNIT.fullmatch(fold_keep(name).split("/")[0]))


def unit_named(words: str) -> str | None:
    """What an indicator counts by its own name: "Số hộ thoát nghèo" counts hộ."""
    opening = _COUNTS.match(fold_keep(words))
    start = opening.end() if opening else 0
    counted = UNIT.match(fold_keep(words), start)
    return words[counted.start(1) : counted.end(1)].lower() if counted else None


_COUNTS = re.compile(r"\W*(?:tong\s+)?so(?:\s+luong)?\s+")


def unit_of(share: str, after: str, phrase_after: str) -> str | None:
    """The unit behind a number: `share` is its sign of percentage, `after` the folded text behind
    it, `phrase_after` the same as printed.
    """
    if share:
        return "‰" if share == "‰" else "%"
    counted = UNIT.match(after)
    if PERSON.match(after) and not (counted and counted.group(1).startswith(_TIMES)):
        return "person"
    if not counted:
        noun = re.match(r"\s*(\w+)", phrase_after)
        return noun[1].lower() + _each(noun[1], phrase_after[noun.end() :]) if noun else None
    unit = phrase_after[counted.start(1) : counted.end(1)]
    unit = unit[:-3] + "USD" if unit.lower().endswith("usd") else unit.lower()
    return unit + _each(unit, phrase_after[counted.end(1) :])


def _each(unit: str, following: str) -> str:
    """What a unit is counted by: "triệu đồng/năm", "sáng kiến/công chức"; how often a thing is done
    is no part of it ("30 phút/ngày").
    """
    match = _EACH.match(following)
    if not match or (match[1].lower() in _OFTEN and not _SUMS.search(unit)):
        return ""
    again = _EACH.match(following, match.end())
    often = again and again[1].lower() in _OFTEN and _SUMS.search(unit)
    return f"/{match[1].lower()}" + (f"/{again[1].lower()}" if again and often else "")
