"""Kept files: checked by content, written outside the web root, served only as attachments.

`files.services.store(...)` keeps one, `files.services.open_stored(file)` reads it, and rooms say
with `files.register_owner(check)` who may download what they attached.
"""

from thenchot.platform.files.kinds import BadFile
from thenchot.platform.files.owners import register_owner

__all__ = ["BadFile", "register_owner"]
