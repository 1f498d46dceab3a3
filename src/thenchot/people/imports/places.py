"""Where the people of a list sit, and what they are there: units named in cells, in group rows and
inside titles.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from thenchot.kernel.text import fold
from thenchot.organisation.enums import Bloc
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import match_bodies, units_under
from thenchot.people import columns as c
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.posts import Posts, posts_of, texts_that_may_name_bodies
from thenchot.people.imports.rows import Section
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import Guess, ImportReport, Problem

SURE = 0.85
EXCEL_CUTS = 31  # letters of the name of a sheet
LONGEST = 160  # characters of one title
_APART = re.compile(r"\s*(?:,|\n|\s[-–])\s*")
BLOCS = (
    (Bloc.PARTY, ("dang",)),
    (Bloc.GOVERNMENT, ("chinh quyen", "nha nuoc", "ubnd", "uy ban nhan dan", "hdnd")),
    (Bloc.FRONT, ("mat tran", "doan the", "mttq")),
    (Bloc.SERVICE, ("su nghiep",)),
)


class Places:
    """The units of the commune, and every phrase of the list matched at once."""

    def __init__(self, home: Unit, report: ImportReport):
        self.home, self.report = home, report
        self.units = {unit.pk: unit for unit in units_under(home)}
        self.named: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            self.named.setdefault(unit.name, []).append(unit)
        self.matches: dict = {}

    def match(self, texts: Iterable[str]) -> None:
        wanted = set(texts) - self.matches.keys() - {""}
        if wanted:
            self.matches |= match_bodies(self.home, wanted)

    def surely(self, text: str) -> Unit | None:
        """By its very name, or by a name that documents use for it and for nothing else."""
        if len(self.named.get(text, ())) == 1:
            return self.named[text][0]
        match = self.matches.get(text)
        return match[0] if match and len(match) == 1 and match.confidence >= SURE else None

    def is_unit(self, text: str) -> bool:
        """Of a group row: looked up one by one, group rows are few."""
        self.match([text])
        return self.surely(text) is not None

    def settle(self, plans: Sequence[Plan], sections: Sequence[Section]) -> None:
        texts = {_title_text(plan) for plan in plans}
        self.match(
            {
                *(plan.said["unit"] for plan in plans if "unit" in plan.said),
                *(section.text for section in sections),
                *(plan.tab for plan in plans),
                *texts_that_may_name_bodies(texts | {plan.said.get("post", "") for plan in plans}),
            }
        )
        groups = {id(section): self._group(section) for section in sections if section.people}
        sheets = self._sheets(plans)
        for plan in plans:
            self._post(plan)
            named, likely = groups.get(id(plan.section), (None, None))
            if named is None and likely is None:
                named, likely = sheets[plan.tab]
            self._unit(plan, named, likely)
            self._posts(plan)

    def _sheets(self, plans: Sequence[Plan]) -> dict[str, tuple[Unit | None, Unit | None]]:
        """A sheet for each office: its name proposes the unit of whoever has none; only where
        several are read it also moves somebody who is known.
        """
        counts = Counter(plan.tab for plan in plans)
        return {name: self._sheet(name, count, plans) for name, count in counts.items()}

    def _sheet(
        self, name: str, count: int, plans: Sequence[Plan]
    ) -> tuple[Unit | None, Unit | None]:
        named = self.surely(name) or self._cut(name)
        match = self.matches.get(name)
        likely = named or (match[0] if match and len(match) == 1 else None)
        several = any(plan.sheet for plan in plans)
        if likely is not None:
            meaning = f"tên trang tính, {count} dòng: đề xuất đơn vị {likely.name}"
        elif several:
            meaning = f"tên trang tính không phải đơn vị nào; {count} dòng giữ đơn vị riêng"
        else:
            return None, None
        self.report.guesses.append(
            Guess(0, c.UNIT.title, name, meaning, "unit:group", sheet=name if several else "")
        )
        return (named if several else None), likely

    def _cut(self, name: str) -> Unit | None:
        """Excel cuts the name of a sheet after 31 letters."""
        begun = [
            unit
            for unit in self.units.values()
            if len(name) == EXCEL_CUTS and fold(unit.name).startswith(fold(name))
        ]
        return begun[0] if len(begun) == 1 else None

    def _unit(self, plan: Plan, named: Unit | None, likely: Unit | None) -> None:
        """The own cell, else the group row that names a unit; a bloc only helps somebody new."""
        text = plan.said.pop("unit", "")
        if text:
            plan.unit = self._of_cell(plan, text)
        elif named is not None:
            plan.unit = named
        plan.likely = likely
        if plan.unit is not None:
            plan.said["unit"] = plan.unit.pk

    def _of_cell(self, plan: Plan, text: str) -> Unit | None:
        match = self.matches[text]
        use, raw = plan.place("unit" if plan.has("unit") else "post")
        if len(self.named.get(text, ())) == 1:
            return self.named[text][0]
        if len(match) == 1 and text not in self.named:
            if not match.is_certain:
                self.report.guesses.append(
                    Guess(
                        plan.number,
                        c.UNIT.title,
                        cell_text(raw),
                        f"hiểu là “{match[0].name}”",
                        "unit:near",
                        use.letter,
                        sheet=plan.sheet,
                    )
                )
            return match[0]
        why = (
            "gọi nhiều đơn vị"
            if match or text in self.named
            else f"không có trong cây tổ chức của {self.home.name}"
        )
        reason = f"“{text}” {why}: sửa tên trong tệp, hoặc thêm đơn vị trước."
        plan.unplaced = Problem(
            plan.number,
            c.UNIT.title,
            reason,
            cell_text(raw),
            use.letter,
            of_value=True,
            sheet=plan.sheet,
        )
        return None

    def _group(self, section: Section) -> tuple[Unit | None, Unit | None]:
        """(the unit it names, the unit where somebody new of this bloc is put); told once."""
        named = self.surely(section.text)
        likely = None if named else self._of_bloc(section.text)
        where = named or likely
        meaning = (
            f"{section.people} dòng dưới: {where.name}"
            if where
            else f"dòng nhóm, không phải đơn vị; {section.people} dòng dưới giữ đơn vị riêng"
        )
        self.report.guesses.append(
            Guess(
                section.number,
                c.UNIT.title,
                section.text,
                meaning,
                "unit:group",
                sheet=section.sheet,
            )
        )
        return named, likely

    def _of_bloc(self, text: str) -> Unit | None:
        """ "Khối Đảng": the agency that stands for the bloc, directly under the commune."""
        folded = fold(text)
        bloc = next((bloc for bloc, words in BLOCS if any(word in folded for word in words)), None)
        inside = [
            unit
            for unit in self.units.values()
            if unit.parent_id == self.home.pk and unit.bloc == bloc
        ]
        return min(
            inside, key=lambda unit: (unit.kind != "agency", unit.position, unit.pk), default=None
        )

    def _post(self, plan: Plan) -> None:
        """ "Chuyên viên, Phòng Văn hóa": a title and where, in one cell."""
        text = plan.said.pop("post", "")
        if not text or plan.has("title"):
            return
        ends = [match.end() for match in _APART.finditer(text)]
        self.match(text[end:] for end in ends)
        found = next((end for end in ends if self.surely(text[end:])), None)
        plan.said["title"] = text if found is None else text[:found].rstrip(" ,\n-–")
        if found is not None and not plan.has("unit"):
            plan.said["unit"] = text[found:]

    def _posts(self, plan: Plan) -> None:
        text = _title_text(plan)
        if not text:
            return
        posts = plan.posts = posts_of(text, plan.unit or plan.likely, self._body_of)
        use, raw = plan.place(next(key for key in (*c.POSTS, "post") if plan.has(key)))
        if any(len(title) > LONGEST for title in posts.titles):
            self.report.problems.append(
                Problem(
                    plan.number,
                    use.title,
                    f"Một chức danh dài quá {LONGEST} ký tự.",
                    cell_text(raw),
                    use.letter,
                    sheet=plan.sheet,
                )
            )
        if plan.unit is None and posts.primary.unit is not None:
            plan.likely = posts.primary.unit
            self._told(plan, use, raw, f"đơn vị theo chức danh: {posts.primary.unit.name}", "unit")
        if posts.is_guess:
            beside = "; ".join(_with_unit(post) for post in posts.posts[1:])
            self._told(
                plan,
                use,
                raw,
                f"chức danh chính: {posts.primary.title}; kiêm nhiệm: {beside}",
                "posts",
                _orders(posts),
            )

    def _told(
        self, plan: Plan, use, raw, meaning: str, kind: str, choices: tuple[str, ...] = ()
    ) -> None:
        self.report.guesses.append(
            Guess(
                plan.number,
                use.title,
                cell_text(raw),
                meaning,
                f"title:{kind}",
                use.letter,
                choices,
                plan.sheet,
            )
        )

    def _body_of(self, title: str) -> Unit | None:
        """The longest ending of the title that names a unit of the commune."""
        spoken = title.split()
        return next(
            (unit for at in range(1, len(spoken)) if (unit := self.surely(" ".join(spoken[at:])))),
            None,
        )


def _title_text(plan: Plan) -> str:
    """Posts of several columns ("Chức vụ → Đảng | Chính quyền") come one after the other."""
    return "\n".join(dict.fromkeys(plan.said[key] for key in c.POSTS if plan.said.get(key)))


def _with_unit(post) -> str:
    return f"{post.title} ({post.unit.name})" if post.unit else post.title


def _orders(posts: Posts) -> tuple[str, ...]:
    """The cell as it would say it with each of the posts as the primary one."""
    titles = posts.titles
    return tuple(
        "; ".join((title, *(other for other in titles if other != title))) for title in titles
    )
