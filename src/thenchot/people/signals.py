"""What rooms above may listen to. Sent after the commit."""

from django.dispatch import Signal

# actor, home: a list was taken in; its people tell nothing one by one
list_taken_in = Signal()
