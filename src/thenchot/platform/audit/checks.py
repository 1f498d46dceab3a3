from thenchot.platform.audit import heads
from thenchot.platform.audit.verifying import verify
from thenchot.platform.doctor import check, fail, ok


@check("Nhật ký")
def chain():
    verdict = verify(heads.exported())
    if verdict.is_whole:
        yield ok(f"chuỗi {verdict.count} sự kiện còn nguyên")
    else:
        yield fail(f"chuỗi hỏng từ sự kiện số {verdict.bad_seq}: {verdict.reason}")
