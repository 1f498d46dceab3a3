"""What was asked about a task, as its page shows it, with the answer open to whoever looks."""

from thenchot.programmes.actions import DIFFICULTY, EXTENSION
from thenchot.programmes.services.extending import granting_units

TONES = {"asked": "act", "granted": "done", "open": "act", "answered": "done"}


def extensions_of(actor, task) -> list[dict]:
    """Requests for more time; those that wait say who decides."""
    waiting = any(extension.state == "asked" for extension in task.asked)
    granting = ", ".join(unit.name for unit in granting_units(task)) if waiting else ""
    return [
        {
            "extension": extension,
            "tone": TONES.get(extension.state, ""),
            "granting": granting if extension.state == "asked" else "",
            "offers": _open(EXTENSION, actor, extension, is_open=extension.state == "asked"),
        }
        for extension in task.asked
    ]


def difficulties_of(actor, task) -> list[dict]:
    return [
        {
            "difficulty": difficulty,
            "tone": TONES.get(difficulty.state, "done"),
            "offers": _open(DIFFICULTY, actor, difficulty, is_open=not difficulty.answer),
        }
        for difficulty in task.questions
    ]


def _open(actions, actor, thing, *, is_open: bool):
    return actions.offers(actor, thing) if is_open else []
