from thenchot.reception.models.dialogues import Dialogue, Question
from thenchot.reception.models.sessions import Rota, Slot
from thenchot.reception.models.visits import Direction, Visit

__all__ = ["Dialogue", "Direction", "Question", "Rota", "Slot", "Visit"]
