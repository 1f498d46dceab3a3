"""Names of places as letters write them. Pure."""

import re

_LEVEL = re.compile(r"^(?:Phường|Xã|Đặc khu|Thị trấn|Thành phố|Tỉnh)\s+", re.IGNORECASE)


def place_of(home: str) -> str:
    """ "Phường Đông Kinh" -> "Đông Kinh": where a letter is written."""
    return _LEVEL.sub("", home)
