from thenchot.platform.audit.verifying import examine
from thenchot.platform.doctor import check, fail, ok, warn

SHOWN = 20


@check("Nhật ký")
def chain():
    found = examine()
    verdict = found.verdict
    if not verdict.is_whole:
        yield fail(f"chuỗi hỏng từ sự kiện số {verdict.bad_seq}: {verdict.reason}")
    for words in found.wrong[:SHOWN]:
        yield fail(words)
    if (more := len(found.wrong) - SHOWN) > 0:
        yield fail(f"và {more} chỗ nữa: “thenchot audit verify” kể hết")
    for words in found.missing:
        yield warn(words)
    if found.is_whole:
        yield ok(f"chuỗi {verdict.count} sự kiện còn nguyên, dữ liệu nó niêm đúng như đã ghi")
