"""Compares a reading with its gold: tasks paired by shared words, then their bodies and
deadlines.
"""

import re

from thenchot.kernel.text import fold


def _words(text):
    return re.sub(r"[^a-z0-9%]+", " ", fold(text)).split()


LEAD_AND_DAY = 20  # words that one text may keep before the duty and the other leaves out


def overlap(one, other):
    """Share of the shorter text's first forty words found among the other's."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    size = min(len(shorter), 40)
    pool = longer[: size + LEAD_AND_DAY]
    common = 0
    for word in shorter[:size]:
        if word in pool:
            pool.remove(word)
            common += 1
    return common / size if size else 0.0


def paired(read, gold, floor):
    """Pairs of (read, gold), the most alike first, each used once."""
    scored = sorted(
        (
            (overlap(r["text"], g["text"]), i, j)
            for i, r in enumerate(read)
            for j, g in enumerate(gold)
        ),
        key=lambda row: (-row[0], row[1:]),
    )
    pairs, used_read, used_gold = [], set(), set()
    for share, i, j in scored:
        if share >= floor and i not in used_read and j not in used_gold:
            used_read.add(i)
            used_gold.add(j)
            pairs.append((read[i], gold[j]))
    return pairs


def f1(matched, read, gold):
    return 2 * matched / (read + gold) if read + gold else 1.0


def bodies(names):
    bare = (re.sub(r"^(giao|do|cac|nhung) ", "", " ".join(_words(name))) for name in names)
    return {re.sub(r"\bco lien quan\b", "lien quan", name) for name in bare}


def scores(read, gold):
    """Shares between 0 and 1: tasks, lead, coordinate, kind, end, targets, values."""
    pairs = paired(read["tasks"], gold["tasks"], 0.7)
    aims = paired_aims(read["targets"], gold["targets"])
    return {
        "tasks": f1(len(pairs), len(read["tasks"]), len(gold["tasks"])),
        "lead": _share(pairs, lambda r, g: bodies(r["lead"]) == bodies(g["lead"])),
        "coordinate": _share(
            pairs, lambda r, g: bodies(r["coordinate"]) == bodies(g["coordinate"])
        ),
        "kind": _share(pairs, lambda r, g: r["deadline"]["kind"] == g["deadline"]["kind"]),
        "end": _share(pairs, lambda r, g: r["deadline"]["end"] == g["deadline"]["end"]),
        "targets": f1(len(aims), len(read["targets"]), len(gold["targets"])),
        "values": _share(
            aims,
            lambda r, g: same_aim(r, g) or _same(r) == _same(g),
        ),
    }


def _same(aim):
    return aim["value"], ">=" if aim["comparator"] == "=" else aim["comparator"]


def same_aim(one, other):
    """Value and sign, however the sign is told: a rise or a fall by so much is at least so much;
    nothing at all is at most nothing.
    """
    first, second = _sign(one), _sign(other)
    by_so_much = {first, second} & {"increase", "decrease"} and {first, second} & {">", ">="}
    return one["value"] == other["value"] and (first == second or bool(by_so_much))


def _sign(aim):
    return "<=" if aim["value"] == 0 and aim["comparator"] == "=" else aim["comparator"]


def same_unit(one, other):
    """ "nhà" and "nhà văn hóa", "triệu đồng/người" and "triệu đồng/người/năm": told at different
    length.
    """
    if (one or "").startswith("/"):  # so many of so many
        return True
    first, second = sorted((_parts(one), _parts(other)), key=len)
    return second[: len(first)] == first and (bool(first) or not second)


def _parts(unit):
    return re.findall(r"[^\s/]+", unit or "")


def paired_aims(read, gold, floor=0.6):
    """Pairs of aims: among those that share as many words the ones with the same value first; one
    sentence may hold several.
    """
    scored = sorted(
        (
            (overlap(r["text"], g["text"]), r["value"] == g["value"], i, j)
            for i, r in enumerate(read)
            for j, g in enumerate(gold)
        ),
        key=lambda row: (not row[1], -row[0], row[2:]),
    )
    pairs, used_read, used_gold = [], set(), set()
    for share, _, i, j in scored:
        if share >= floor and i not in used_read and j not in used_gold:
            used_read.add(i)
            used_gold.add(j)
            pairs.append((read[i], gold[j]))
    return pairs


def _share(pairs, test):
    return sum(1 for read, gold in pairs if test(read, gold)) / len(pairs) if pairs else 1.0
