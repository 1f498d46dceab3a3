"""Pure rules of the room: plain values in, a value or a `Decision` out. No Django, no clock."""
