"""Kind and bloc of a unit from its name, where a list does not say. Pure; a person confirms every
guess.
"""

import re

from thenchot.kernel.text import fold

_KINDS = (
    ("committee", r"ban (?:chap hanh|thuong vu)|thuong truc"),
    ("residential", r"thon|to dan pho|to(?= (?:so )?\d)|khu pho|xom"),
    ("cell", r"chi bo|dang bo|cac chi bo"),
    ("mass", r"(?:uy ban )?mat tran|hoi(?! dong)|doan|lien doan|cong doan"),
    ("service", r"trung tam|truong|tram|benh vien|ban quan ly"),
    ("commune", r"phuong|xa|dac khu|thi tran"),
    (
        "agency",
        r"uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|cong an|so|ban chi huy quan su",
    ),
    ("division", r"phong|ban|van phong|uy ban kiem tra|to|bo phan"),
)
_BLOCS = {
    "mass": "front",
    "residential": "residential",
    "cell": "party",
    "committee": "party",
    "service": "service",
}
_PARTY = re.compile(
    r"dang|kiem tra|tuyen giao|dan van|chinh tri|cap uy|to chuc|thuong vu|chap hanh"
)
_STATE = re.compile(r"nhan dan|ubnd|hdnd|kinh te|van hoa|noi vu|tai chinh|cong an|quan su")


def kind_of(name: str) -> str:
    """ "Phòng Văn hóa - Xã hội" -> "division"; empty when nothing fits."""
    folded = fold(name).strip()
    return next((kind for kind, pattern in _KINDS if re.match(rf"(?:{pattern})\b", folded)), "")


def bloc_of(name: str, kind: str) -> str:
    folded = fold(name)
    if _STATE.search(folded):
        return "government"
    if _PARTY.search(folded) and kind != "mass":
        return "party"
    return _BLOCS.get(kind, "government")
