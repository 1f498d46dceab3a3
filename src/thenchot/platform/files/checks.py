from thenchot.platform.doctor import check, fail, ok, warn
from thenchot.platform.files import blobs
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import is_intact
from thenchot.platform.office.reading.ocr import has_vietnamese


@check("Tệp đính kèm")
def files():
    """Rows without bytes are lost; bytes without a row are only in the way."""
    rows = dict(StoredFile.objects.values_list("blob", "pk").iterator(chunk_size=2000))
    there = blobs.on_disk()
    missing = [
        pk
        for blob, pk in rows.items()
        if blob not in there and not blobs.waiting_place(blob).exists()
    ]
    if missing:
        yield fail(
            f"{len(missing)} tệp mất nội dung (mã {', '.join(map(str, missing[:10]))}): lấy lại "
            f"từ bản sao lưu"
        )
    orphans = len(there - set(rows))
    if orphans:
        yield warn(f"{orphans} tệp trên đĩa không có trong cơ sở dữ liệu")
    changed = [file.pk for file in StoredFile.objects.iterator() if _has_changed(file)]
    if changed:
        yield fail(
            f"{len(changed)} tệp không còn như lúc lưu (mã {', '.join(map(str, changed[:10]))}): "
            f"lấy lại từ bản sao lưu"
        )
    if not missing and not orphans and not changed:
        yield ok(f"{len(rows)} tệp đủ nội dung, đúng từng byte")


def _has_changed(file: StoredFile) -> bool:
    try:
        return not is_intact(file)
    except FileNotFoundError:
        return False  # told as missing


@check("Dấu độ mật trên ảnh quét")
def recognition():
    """Without it the stamp on a scanned page is not seen."""
    if has_vietnamese():
        yield ok("nhận dạng được chữ tiếng Việt trên trang đầu")
    else:
        yield warn(
            "chưa cài tesseract tiếng Việt: dấu độ mật trên ảnh quét không được nhận ra; cài gói "
            "tesseract-ocr-vie"
        )
