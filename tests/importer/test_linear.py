"""The grammar reads in time that grows with the length: ten times the text, about ten times the
work.
"""

import gc
import time

import pytest

from thenchot.importer import parse_source
from thenchot.platform.office.reading import text_source

HEAD = "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU\nSố: 12/KH-UBND\n\nKẾ HOẠCH\n\nI. NHIỆM VỤ\n\n"
CLAUSE = "Phòng Kinh tế chủ trì, phối hợp với Văn phòng rà soát, xong trước ngày 30/6/2026; "
REPEATED = {
    "clauses": "1. Giao Phòng Kinh tế rà soát, xong trước 30/6/2026.\n\n",
    "one clause without end": CLAUSE,
    "one word": "a",
    "capitals": "ĐẢNG",
    "blank lines": "\n",
    "blank lines between numbers": "12\n\n",
    "lines without an end": "phòng kinh tế và công an phường \n",
    "dashes": "- việc\n",
    "hyphens at line ends": "a-\n",
    "dates": "30/6/2026, ",
    "titles of a table": "TT\nNhiệm vụ\nChủ trì\n",
    "titles by spaces": "TT   Nội dung nhiệm vụ    Cơ quan chủ trì    Thời hạn\n",
    "rows": "| 1 | Rà soát cán bộ | UBND phường | 30/6/2026 |\n",
    "tables": "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n| 1 | Rà soát | UBND | 30/6 |\n\nmột\n\n",
    "open tables": "<table>\n",
    "tabs": "1\tRà soát\tUBND\n",
    "brackets": "(",
    "spaces": " ",
    "bars": "|",
    "stars": "**a ",
    "lines under": "_",
    "quotes": "“",
    "digits": "1",
    "colons": ": ",
    "recipients": "Nơi nhận:\n- Như Điều 1;\n",
    "articles": "Điều 1. Giao Phòng Kinh tế rà soát.\n",
    "common dates": "1. Rà soát hồ sơ:\n- Lập hồ sơ.\n2. Thời hạn hoàn thành: 30/6/2026.\n",
    "lettered blocks": "a) Nội dung: Rà soát.\nb) Cơ quan thực hiện: UBND xã.\n",
    "empty labels": "Cơ quan chủ trì:\nPhòng Kinh tế\n",
    "rows of common nouns": "- Các sở, ban, ngành rà soát.\n",
    "several days": "trước ngày 10/6 (lần 1), ",
    "parts of a sum": "trong đó 10 nhà, ",
    "waiting tasks": "1. Thực hiện sau khi hoàn thành sắp xếp cán bộ phường.\n",
    "bases": "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n",
    "signatures": "TM. ỦY BAN\nCHỦ TỊCH\n",
}
SMALL, TIMES, MOST = 3_000, 10, 30  # characters; a square would take a hundred times as long


TRIES = 5  # what else the machine does can only make a reading longer, never shorter


def _seconds(unit: str, size: int) -> float:
    """Of this process alone, without the collector, which walks whatever else is held here."""
    source = text_source(HEAD + "1. Thực hiện: " + unit * (size // len(unit)) + "\n")
    gc.collect()
    gc.disable()
    begun = time.process_time()
    try:
        parse_source(source)
    finally:
        gc.enable()
    return time.process_time() - begun


def _times_longer(unit: str) -> float:
    return _seconds(unit, SMALL * TIMES) / max(_seconds(unit, SMALL), 0.005)


@pytest.mark.parametrize("kind", REPEATED)
def test_ten_times_the_text_is_about_ten_times_the_work(kind):
    assert any(_times_longer(REPEATED[kind]) < MOST for _ in range(TRIES))


def test_a_paragraph_without_end_loses_nothing():
    parsed = parse_source(text_source(HEAD + "1. " + CLAUSE * 200))
    assert parsed.text.count("30/6/2026") == 200
