"""Word files before 2007, turned into .docx by LibreOffice where it is installed."""

import tempfile
from pathlib import Path

from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.runtime.sandbox import NotInstalled, convert_office

_FILTER = "MS Word 97"
_REMEDY = "Hãy mở bằng Word và lưu lại thành .docx rồi tải lên."


def as_docx(content: bytes, limits: Limits) -> bytes:
    """An old Word file, looked at by `tell_compound` before, as .docx. Raises `Unreadable`."""
    with tempfile.NamedTemporaryFile(suffix=".doc") as file:
        file.write(content)
        file.flush()
        try:
            return convert_office(
                Path(file.name), "docx", reads=_FILTER, seconds=min(limits.seconds, 90)
            )
        except NotInstalled:
            raise Unreadable(
                "old_doc", f"Máy chủ chưa có LibreOffice để đọc tệp .doc đời cũ. {_REMEDY}"
            ) from None
        except RuntimeError as error:
            raise Unreadable("damaged", f"Không chuyển được tệp .doc. {_REMEDY}") from error
