"""What the running program needs of its machine: limits, schedules, its own health."""
