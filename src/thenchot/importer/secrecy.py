"""A document stamped secret is not read: this system may not hold it."""

import re

from thenchot.platform.office.reading import stamps
from thenchot.platform.office.reading.model import Source

_FIRST_LINES = 45


class SecretDocument(Exception):
    """The file carries a secrecy stamp. `message_vi` holds neither its content nor its name."""

    def __init__(self, stamp: str) -> None:
        self.stamp = stamp
        self.message_vi = (
            f"Văn bản có dấu độ mật “{stamp}”. Hệ thống không được phép đọc, lưu hay xử lý tài "
            f"liệu mật; "
            "tệp không được giữ lại. Đề nghị thực hiện theo quy định về bảo vệ bí mật nhà nước."
        )
        super().__init__(self.message_vi)


def secret_stamp(first_page_text: str) -> str | None:
    """The stamp on a line of its own in capitals: MẬT, TỐI MẬT, TUYỆT MẬT, also letter-spaced or
    badly scanned.
    """
    for line in first_page_text.splitlines()[: _FIRST_LINES * 2]:
        for part in re.split(r"\t|\s{3,}|\|", line):
            stamp = stamps.secret_stamp(re.sub(r"[*#_\[\]<>/]|</?[a-z]+>", " ", part).strip())
            if stamp:
                return stamp
    return None


def refuse_secret(source: Source) -> None:
    """Raise `SecretDocument` when the first page carries a stamp."""
    lines: list[str] = []
    for block in source.blocks:
        if block.page > 1 or len(lines) > _FIRST_LINES * 2:
            break
        lines += (
            [cell for row in block.rows for cell in row] if block.kind == "table" else [block.text]
        )
    stamp = secret_stamp("\n".join(lines))
    if stamp:
        raise SecretDocument(stamp)
