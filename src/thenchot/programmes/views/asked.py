"""What was asked about a task, as its page shows it."""

from thenchot.programmes.actions import DIFFICULTY, EXTENSION
from thenchot.programmes.services.extending import granting_units

TONES = {"asked": "act", "granted": "done", "open": "act", "answered": "done"}


def extensions_of(task) -> list[dict]:
    """Requests for more time; those that wait say who decides."""
    waiting = any(extension.state == "asked" for extension in task.asked)
    granting = granting_units(task) if waiting else []
    return [_extension(extension, granting) for extension in task.asked]


def _extension(extension, granting) -> dict:
    waits = extension.state == "asked"
    return {
        "extension": extension,
        "tone": TONES.get(extension.state, ""),
        "granting": ", ".join(unit.name for unit in granting) if waits else "",
        "decide": EXTENSION.address("decide", extension) if waits else "",
    }


def difficulties_of(task) -> list[dict]:
    return [
        {
            "difficulty": difficulty,
            "tone": TONES.get(difficulty.state, "done"),
            "answer": "" if difficulty.answer else DIFFICULTY.address("answer", difficulty),
        }
        for difficulty in task.questions
    ]
