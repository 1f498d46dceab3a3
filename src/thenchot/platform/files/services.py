import hashlib

from django.db import transaction

from thenchot.platform.audit.trail import record
from thenchot.platform.files import blobs, kinds
from thenchot.platform.files.kinds import BadFile
from thenchot.platform.files.models import StoredFile
from thenchot.platform.office.screening import screen
from thenchot.platform.runtime.afterwards import after_commit


def store(actor, upload, *, unit_path, allowed=kinds.ALL, max_mb=25):
    """Keep an uploaded file; the row belongs to the caller's transaction. Raises BadFile when it is
    not taken: of another kind, not to be opened, stamped secret.

    `upload` is a Django upload or any binary file with a `name`. `allowed`: extensions, e.g.
    {"pdf", "docx"}.
    """
    content = _content(upload, max_mb)
    extension = kinds.tell(content)
    if extension not in allowed:
        remedy = f" Mở ra và lưu lại thành .{new}." if (new := kinds.OLD.get(extension)) else ""
        raise BadFile(
            f"Ở đây nhận tệp {', '.join(sorted(allowed))}; tệp này là {extension}.{remedy}"
        )
    name = kinds.clean_name(getattr(upload, "name", ""), extension)
    screen(content, extension, name)
    return _keep(actor, content, name, kinds.KINDS[extension], unit_path)


def _content(upload, max_mb):
    limit = max_mb * kinds.MB
    size = getattr(upload, "size", None)
    content = b"" if size is not None and size > limit else upload.read(limit + 1)
    if (size or 0) > limit or len(content) > limit:
        raise BadFile(f"Tệp lớn hơn {max_mb} MB.")
    return content


def _keep(actor, content, name, kind, unit_path):
    written = blobs.write([content])
    try:
        with transaction.atomic():
            file = StoredFile.objects.create(
                name=name,
                content_type=kind.content_type,
                size=written.size,
                sha256=written.sha256,
                blob=written.blob,
                unit_path=unit_path,
                uploaded_by_id=actor.account_id,
            )
            record(
                actor,
                "file_stored",
                subject=file,
                unit_path=unit_path,
                sha256=written.sha256,
                size=written.size,
            )
            after_commit(blobs.settle, written.blob)
    except BaseException:
        blobs.discard(written.blob)
        raise
    return file


def open_stored(file):
    """The bytes as a binary file, open for reading."""
    return blobs.path_of(file.blob).open("rb")


def read_stored(file) -> bytes:
    with open_stored(file) as handle:
        return handle.read()


def is_intact(file) -> bool:
    """The bytes on disk are those that were stored."""
    with open_stored(file) as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest() == file.sha256


def sweep() -> int:
    """Settle what a crash left waiting, remove what rolled-back transactions left; tell how many
    were removed.
    """
    left = blobs.forgotten()
    kept = {blob.rsplit("/")[-1]: blob for blob in _known(path.name for path in left)}
    for path in left:
        if path.name in kept:
            blobs.settle(kept[path.name])
        else:
            path.unlink(missing_ok=True)
    return len(left) - len(kept)


def _known(names):
    wanted = [f"{name[:2]}/{name}" for name in names]
    return StoredFile.objects.filter(blob__in=wanted).values_list("blob", flat=True)
