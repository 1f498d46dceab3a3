"""Permissions of the room: the narrowest of all."""

from thenchot.platform.scope.roles import Role, declare

KEEP = declare("clearance.keep", Role.OFFICER)  # requests and conclusions on the political standard
