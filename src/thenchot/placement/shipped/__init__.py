"""The procedures that ship with the system."""
