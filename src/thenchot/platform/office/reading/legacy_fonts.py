"""Old Vietnamese encodings to Unicode: TCVN3 (fonts .VnTime …) and VNI (fonts VNI-Times …).

Both keep Vietnamese letters in places of Western ones, so a file looks like "Uû ban nh©n d©n" or
"UÛy ban nhaân daân". Tables: TCVN 5712:1993 VN3 and the VNI Windows encoding.
"""

import re
import unicodedata

_TCVN3_CODES = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ "
    "C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ "
    "D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ "
    "EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ "
    "F9ự FAỳ FBỷ FCỹ FDý FEỵ"
)
TCVN3 = {int(item[:2], 16): unicodedata.normalize("NFC", item[2:]) for item in _TCVN3_CODES.split()}

_VNI_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HAT = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "í": "í",
    "ì": "ì",
}


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for base, real in (
        ("a", "a"),
        ("e", "e"),
        ("o", "o"),
        ("u", "u"),
        ("y", "y"),
        ("ô", "ơ"),
        ("ö", "ư"),
    ):
        table |= {base + mark: real + tone for mark, tone in _VNI_MARKS.items()}
    for base in "aeo":
        table |= {base + mark: base + "\u0302" + tone for mark, tone in _VNI_HAT.items()}
    table |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVE.items()}
    table |= {key.upper(): value.upper() for key, value in table.items()}
    table |= {
        key[0].upper() + key[1:]: value[0].upper() + value[1:]
        for key, value in table.items()
        if len(key) == 2 and key.islower()
    }
    return {key: unicodedata.normalize("NFC", value) for key, value in table.items()}


VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """`capitals`: the font ends in H and draws every letter as a capital."""
    converted = text.translate(TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    return _VNI_PATTERN.sub(lambda match: VNI[match.group()], text)


def legacy_of_font(font: str) -> str | None:
    """ "TCVN3", "TCVN3-capitals" or "VNI" for a legacy font name, else null."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "TCVN3-capitals" if name.endswith("h") and not name.endswith("teach") else "TCVN3"
    return "VNI" if name.startswith("vni") else None


def convert(text: str, legacy: str) -> str:
    if legacy == "VNI":
        return from_vni(text)
    return from_tcvn3(text, capitals=legacy.endswith("capitals"))
