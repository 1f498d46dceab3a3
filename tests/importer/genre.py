"""Documents of the genre against their gold: tasks found and proposed, leads, last days, targets,
by construction. `python -m tests.importer.genre FOLDER` prints them.
"""

import json
import sys
from collections import defaultdict
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tests.importer.scoring import bodies, paired, paired_aims, same_aim

from thenchot.importer import parse_file, to_json

GENRE = Path(__file__).resolve().parents[1] / "samples" / "genre"
ASIDE = GENRE.with_name("blind")  # kept aside until its first reading
THIRD = GENRE.with_name("third")  # by another hand, and read when the grammar stood
FOURTH = GENRE.with_name("fourth")  # by a further hand, likewise
FIFTH = GENRE.with_name("fifth")  # by one more: the South, tables, letters like e-mail
SIXTH = GENRE.with_name("sixth")  # three clerks, ordinary documents
SEVENTH = GENRE.with_name("seventh")  # one more hand, with aims of every kind
EIGHTH = GENRE.with_name("eighth")  # of many offices: own labels, codes, positions
BANDS = ((1.0, 1.01), (0.95, 1.0), (0.9, 0.95), (0.0, 0.9))


@dataclass
class Tally:
    """What was counted in one or many documents."""

    gold: int = 0
    read: int = 0
    found: int = 0
    leads: int = 0
    ends: int = 0
    gold_targets: int = 0
    read_targets: int = 0
    found_targets: int = 0
    values: int = 0

    def add(self, other):
        for name, more in zip((f.name for f in fields(self)), astuple(other), strict=True):
            setattr(self, name, getattr(self, name) + more)

    @property
    def shares(self):
        return {
            "recall": _share(self.found, self.gold),
            "precision": _share(self.found, self.read),
            "lead": _share(self.leads, self.found),
            "end": _share(self.ends, self.found),
            "targets": _share(self.found_targets, self.gold_targets),
            "values": _share(self.values, self.found_targets),
        }


def _share(part, whole):
    return part / whole if whole else 1.0


def documents(folder=GENRE):
    return sorted(path for path in Path(folder).iterdir() if path.suffix in (".txt", ".md"))


def gold_of(path):
    return json.loads(path.with_suffix(".json").read_text("utf-8"))


def tally(read, gold):
    tasks = paired(read["tasks"], gold["tasks"], 0.7)
    aims = paired_aims(read["targets"], gold["targets"])
    return Tally(
        len(gold["tasks"]),
        len(read["tasks"]),
        len(tasks),
        sum(bodies(r["lead"]) == bodies(g["lead"]) for r, g in tasks),
        sum(r["deadline"]["end"] == g["deadline"]["end"] for r, g in tasks),
        len(gold["targets"]),
        len(read["targets"]),
        len(aims),
        sum(same_aim(r, g) for r, g in aims),
    )


def by_construction(folder=GENRE):
    found = defaultdict(Tally)
    for path in documents(folder):
        gold = gold_of(path)
        one = tally(to_json(parse_file(path)), gold)
        found[gold["construction"]].add(one)
        found["together"].add(one)
    return found


def sureness(folder=GENRE):
    """Pairs (how sure the reading was, whether it was right) of every field of every task."""
    said = []
    for path in documents(folder):
        gold, read = gold_of(path), to_json(parse_file(path))
        pairs = paired(read["tasks"], gold["tasks"], 0.7)
        known = {id(one) for one, _ in pairs}
        said += [(one["confidence"]["text"], id(one) in known) for one in read["tasks"]]
        for one, wanted in pairs:
            sure = one["confidence"]
            said.append((sure["lead"], bodies(one["lead"]) == bodies(wanted["lead"])))
            by = min(sure["deadline"], one["deadline"]["confidence"])
            said.append((by, one["deadline"]["end"] == wanted["deadline"]["end"]))
    return said


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else GENRE
    for name, counted in by_construction(chosen).items():
        shares = "  ".join(f"{key} {share:.2f}" for key, share in counted.shares.items())
        sys.stdout.write(f"{name:30} {counted.found:4}/{counted.gold:4}  {shares}\n")
    judged = sureness(chosen)
    for low, high in BANDS:
        right = [is_right for sure, is_right in judged if low <= sure < high]
        sys.stdout.write(f"said {low:.2f}: {sum(right)}/{len(right)} right\n")
