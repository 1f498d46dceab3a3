"""Feasts and events beside a day: "trước Tết Dương lịch 2027" is before 1 January, "trước ngày khai
giảng 05/9/2026" before that day. Text is folded, and keeps its length.
"""

import re

_NEW_YEAR = re.compile(r"\btet\s+(?:duong\s+lich|tay)(?:\s*,?\s*nam)?\s+(?P<year>20\d\d)(?!\d)")
_EVENT = (
    r"(?:khai\s+giang|quoc\s+khanh|bau\s+cu|tong\s+tuyen\s+cu|dai\s+hoi|khai\s+mac|be\s+giang"
    r"|giao\s+quan|tong\s+duyet|tet(?:\s+[a-z]+){0,4}|le(?:\s+[a-z]+){0,4}|mua\s+[a-z]+|nam\s+hoc"
    r"\s+moi|vu\s+[a-z]+)"
)
_BEFORE_IT = re.compile(
    rf"\btruoc\s+(?:(?:ngay|dip|khi|gio)\s+)*{_EVENT}\s*[,(]?\s*(?:la\s+)?(?:ngay\s+)?"
    r"(?=\d{1,2}\s*/\s*\d{1,2})"
)


def events_out(text: str) -> str:
    """`text` with the event taken out between "trước" and its day, and the New Year as a day."""
    text = _NEW_YEAR.sub(lambda match: f"01/01/{match['year']}".rjust(len(match.group())), text)
    return _BEFORE_IT.sub(lambda match: "truoc ngay".ljust(len(match.group())), text)
