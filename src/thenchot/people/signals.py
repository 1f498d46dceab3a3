"""What rooms above may listen to. Sent after the commit."""

from thenchot.platform.runtime.afterwards import Announcement

# actor, home: a list was taken in; its people tell nothing one by one
list_taken_in = Announcement()
