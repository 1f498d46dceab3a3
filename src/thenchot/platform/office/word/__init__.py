"""Official Word documents in the layouts of State and Party."""
